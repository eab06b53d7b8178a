/** Says how high the page is: when it is known, whenever it has changed, and when asked. */

export class Heights {
  #last = 0;
  #begun = false;

  /**
   * @param {import("./host.js").Host} host
   * @param {import("./dialects.js").Dialects} dialects
   */
  constructor(host, dialects) {
    this.host = host;
    this.dialects = dialects;
  }

  /** A first picture stands, or what there is in its place. Zoom and late fonts change sizes like everything else. */
  begin() {
    if (this.#begun) return;
    this.#begun = true;
    new ResizeObserver(() => this.#say()).observe(document.documentElement);
  }

  /**
   * True for what is said in one of the dialects; to a question the height is said again.
   * @param {any} data
   */
  hear(data) {
    if (!this.dialects.asks(data)) return false;
    this.#last = 0;
    if (this.#begun) this.#say();
    return true;
  }

  /** The height is that of what the page holds, not of the frame, so that it can shrink. */
  #say() {
    const { width, height } = document.documentElement.getBoundingClientRect();
    const pixels = Math.ceil(height);
    if (width === 0 || pixels === this.#last) return;
    this.#last = pixels;
    for (const message of this.dialects.say(pixels)) this.host.post(message);
  }
}
