/** The clock of the film. It only says how much time has passed; what that means is the core's to know. */

/** After a pause of the page the film goes on where it was instead of leaping ahead. */
const LONGEST_STEP = 100;
/** With reduced motion the date jumps from change to change, each left standing this long. */
const CALM_STEP = 1600;

export class Player {
  #playing = false;
  #visible = true;
  #atEnd = false;
  /** The moment of the last frame, or 0 before the first. */
  #last = 0;
  #frame = 0;
  #timer = 0;
  #send;
  #calm = matchMedia("(prefers-reduced-motion: reduce)");

  /**
   * @param {Element} area  playing rests while this is off screen
   * @param {import("./types.js").Send} send
   * @param {AbortSignal} signal
   */
  constructor(area, send, signal) {
    this.#send = send;
    const observer = new IntersectionObserver((entries) => {
      this.#visible = entries[entries.length - 1].isIntersecting;
      this.#settle();
    });
    observer.observe(area);
    document.addEventListener("visibilitychange", () => this.#settle(), { signal });
    this.#calm.addEventListener("change", () => this.#settle(), { signal });
    signal.addEventListener("abort", () => {
      observer.disconnect();
      this.#rest();
    });
  }

  /**
   * Follows what the core says.
   * @param {{playing: boolean, has_next: boolean}} description
   */
  follow({ playing, has_next }) {
    this.#atEnd = !has_next;
    if (playing === this.#playing) return;
    this.#playing = playing;
    this.#settle();
  }

  #settle() {
    this.#rest();
    if (!this.#playing || !this.#visible || document.hidden) return;
    if (this.#calm.matches) this.#timer = setTimeout(() => this.#jump(), CALM_STEP);
    else this.#frame = requestAnimationFrame((now) => this.#advance(now));
  }

  #rest() {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#last = 0;
  }

  /** @param {number} now */
  #advance(now) {
    const passed = this.#last ? Math.min(now - this.#last, LONGEST_STEP) : 0;
    this.#last = now;
    this.#frame = requestAnimationFrame((next) => this.#advance(next));
    if (passed > 0) this.#send({ advance: passed });
  }

  #jump() {
    this.#timer = setTimeout(() => this.#jump(), CALM_STEP);
    this.#send(this.#atEnd ? "pause" : { step: 1 });
  }
}
