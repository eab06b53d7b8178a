/**
 * The clock of playback and of fades. It only reports how much time has passed. The core decides what changes.
 */

import { watchVisibility } from "../loading/visibility.js";
import { pageOf } from "../base/page.js";

/**
 * The maximal time of one frame, in milliseconds. With this limit, playback does not skip days after the page was
 * paused.
 */
const LONGEST_STEP = 100;
/** With reduced motion the date jumps from change to change. The time between two jumps, in milliseconds. */
const CALM_STEP = 1600;

export class Player {
  #playing = false;
  #moving = false;
  #visible = true;
  /** The time of the last frame. 0 before the first frame. */
  #last = 0;
  #frame = 0;
  /** @type {Timer} */
  #timer = 0;
  #send;
  #ended;
  #calm = matchMedia("(prefers-reduced-motion: reduce)");

  /**
   * @param {Element} area  playback pauses while this element is outside of the viewport
   * @param {object} to
   * @param {import("../types.js").Send} to.send
   * @param {() => boolean} to.ended  whether there is no later change
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
   * Starts or stops the clock, as the core requires.
   * @param {{playing: boolean, moving: boolean}} description
   */
  follow({ playing, moving }) {
    if (playing === this.#playing && moving === this.#moving) return;
    this.#playing = playing;
    this.#moving = moving;
    this.#settle();
  }

  /**
   * Requests frames while something moves, or jumps with reduced motion. Playback pauses while the figure is not
   * visible. A fade continues.
   */
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

  /** Moves to the next change. A step ends playback, so that playback must be started again. */
  #jump() {
    this.#timer = setTimeout(() => this.#jump(), CALM_STEP);
    this.#send({ step: 1 });
    if (!this.#ended()) this.#send("play");
  }
}
