/**
 * The clock of playback and of tiles that fade. It only says how much time has passed; what that means is the core's to
 * know.
 */

import { watchVisibility } from "../loading/visibility.js";
import { pageOf } from "../base/page.js";

/** After a pause of the page playback goes on where it was instead of leaping ahead. */
const LONGEST_STEP = 100;
/** With reduced motion the date jumps from change to change, each left standing this long. */
const CALM_STEP = 1600;

export class Player {
  #playing = false;
  #moving = false;
  #visible = true;
  /** The moment of the last frame, or 0 before the first. */
  #last = 0;
  #frame = 0;
  /** @type {Timer} */
  #timer = 0;
  #send;
  #ended;
  #calm = matchMedia("(prefers-reduced-motion: reduce)");

  /**
   * @param {Element} area  playing rests while this is off screen
   * @param {object} to
   * @param {import("../types.js").Send} to.send
   * @param {() => boolean} to.ended  no change lies ahead
   * @param {AbortSignal} to.signal
   */
  constructor(area, { send, ended, signal }) {
    this.#send = send;
    this.#ended = ended;
    watchVisibility(
      area,
      (seen) => {
        this.#visible = seen;
        this.#settle();
      },
      signal,
    );
    pageOf().addEventListener("visibilitychange", () => this.#settle(), { signal });
    this.#calm.addEventListener("change", () => this.#settle(), { signal });
    signal.addEventListener("abort", () => this.follow({ playing: false, moving: false }));
  }

  /**
   * Follows what the core says.
   * @param {{playing: boolean, moving: boolean}} description
   */
  follow({ playing, moving }) {
    if (playing === this.#playing && moving === this.#moving) return;
    this.#playing = playing;
    this.#moving = moving;
    this.#settle();
  }

  /** Frames come while something moves, jumps where it must not. Playback rests where nobody looks, a fade goes on. */
  #settle() {
    const plays = this.#playing && this.#visible && !pageOf().hidden;
    const jumps = plays && this.#calm.matches;
    clearTimeout(this.#timer);
    if (jumps) this.#timer = setTimeout(() => this.#jump(), CALM_STEP);
    if (this.#playing ? plays && !jumps : this.#moving) {
      this.#frame ||= requestAnimationFrame((now) => this.#advance(now));
    } else {
      cancelAnimationFrame(this.#frame);
      this.#frame = this.#last = 0;
    }
  }

  /** @param {number} now */
  #advance(now) {
    const passed = this.#last ? Math.min(now - this.#last, LONGEST_STEP) : 0;
    this.#last = now;
    this.#frame = requestAnimationFrame((next) => this.#advance(next));
    if (passed > 0) this.#send({ advance: passed });
  }

  /** A step of the reader's ends playback, so that ours has to start it again. */
  #jump() {
    this.#timer = setTimeout(() => this.#jump(), CALM_STEP);
    this.#send({ step: 1 });
    if (!this.#ended()) this.#send("play");
  }
}
