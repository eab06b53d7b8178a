/** Says how high the page is: when it is known, whenever it has changed, and when asked. */

/** How long a host may take to do what it is told, in ms. */
const PATIENCE = 500;

const root = document.documentElement;

export class Heights {
  #last = 0;
  #begun = false;
  #frame = 0;
  /** @type {Timer} */
  #timer = 0;

  /**
   * @param {import("./host.js").Host} host
   * @param {import("./protocols.js").Protocols} protocols
   */
  constructor(host, protocols) {
    this.host = host;
    this.protocols = protocols;
  }

  /** A first picture stands, or what there is in its place. Zoom and late fonts change sizes like everything else. */
  begin() {
    if (this.#begun || !this.host.there) return;
    this.#begun = true;
    setRoom("enough");
    new ResizeObserver(() => this.#wait()).observe(root);
    addEventListener("resize", () => {
      if (innerHeight >= this.#last) setRoom("enough");
      this.#fit();
    });
  }

  /**
   * True for what is said in one of the protocols; to a question the height is said again.
   * @param {any} data
   */
  hear(data) {
    if (!this.protocols.hear(data)) return false;
    this.#last = 0;
    if (this.#begun) this.#say();
    return true;
  }

  /** The element draws itself anew a frame after its width has changed: what is in between nobody needs to know. */
  #wait() {
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        this.#frame = 0;
        this.#say();
      }),
    );
  }

  /** The height is that of what the page holds, not of the frame, so that it can shrink. */
  #say() {
    const { width, height } = root.getBoundingClientRect();
    const pixels = Math.ceil(height);
    if (width === 0 || pixels === this.#last) return;
    this.#last = pixels;
    for (const message of this.protocols.say(pixels)) this.host.post(message);
    this.#fit();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => innerHeight < pixels && setRoom("short"), PATIENCE);
  }

  /** In a frame as tall as its page nothing sticks to the screen: the bar of phones then stands above the map. */
  #fit() {
    root.toggleAttribute("data-whole", innerHeight >= this.#last);
  }
}

/**
 * A host that follows never sees a scroll bar: it would make the page narrower, so of another height, and then go.
 * @param {"enough"|"short"} room
 */
function setRoom(room) {
  root.dataset.room = room;
}
