/** Work that is done at most once in an animation frame, also if there are several requests. */

export class Frame {
  #handle = 0;
  #work;

  /** @param {() => void} work */
  constructor(work) {
    this.#work = work;
  }

  request() {
    // All requests before a frame share this frame.
    this.#handle ||= requestAnimationFrame(() => this.flush());
  }

  /** Does the work now. Printing needs this. */
  flush() {
    this.cancel();
    this.#work();
  }

  cancel() {
    cancelAnimationFrame(this.#handle);
    this.#handle = 0;
  }
}
