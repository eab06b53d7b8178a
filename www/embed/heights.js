/** Reports the height of the page: when it is known, after each change, and when the host asks. */

/** The time that a host has to change the height of the frame, in ms. */
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

  /** Call this when the first picture or its fallback is shown. Zoom and late fonts also change the size. */
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
   * True for a message of one of the protocols. If the message is a question, the height is reported again.
   * @param {any} data
   */
  hear(data) {
    if (!this.protocols.hear(data)) return false;
    // A host that asks needs the height even if it is unchanged.
    this.#last = 0;
    if (this.#begun) this.#say();
    return true;
  }

  /** The element is drawn again one frame after its width has changed. Heights in between are not reported. */
  #wait() {
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        this.#frame = 0;
        this.#say();
      }),
    );
  }

  /** The height of the content, not of the frame, so that the frame can shrink. */
  #say() {
    const { width, height } = root.getBoundingClientRect();
    const pixels = Math.ceil(height);
    // A hidden frame has no width, and its height is not that which a reader will see.
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
 * A host that follows the height never sees a scroll bar: a scroll bar would make the page narrower, change its height,
 * and disappear again.
 * @param {"enough"|"short"} room
 */
function setRoom(room) {
  root.dataset.room = room;
}
