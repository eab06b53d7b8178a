/** Work that is done at most once an animation frame, however often it is asked for. */

export class Frame {
  #handle = 0;
  #work;

  /** @param {() => void} work */
  constructor(work) {
    this.#work = work;
  }

  request() {
    // All requests before a frame share it.
    this.#handle ||= requestAnimationFrame(() => this.flush());
  }

  /** Does the work now, as printing needs it. */
  flush() {
    this.cancel();
    this.#work();
  }

  cancel() {
    cancelAnimationFrame(this.#handle);
    this.#handle = 0;
  }
}
