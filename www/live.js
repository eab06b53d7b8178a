/** What is said aloud once things have come to rest, and the names that are brought up to date with it. */

/** A reader who has not moved the date for this long has paused. */
const REST = 600;

export class Live {
  #timer = 0;
  #said = "";

  /**
   * @param {HTMLElement} line  a polite status line
   * @param {() => string|null} rested  called at rest; returns what to say, or null to stay silent
   * @param {AbortSignal} signal
   */
  constructor(line, rested, signal) {
    this.line = line;
    this.rested = rested;
    signal.addEventListener("abort", () => clearTimeout(this.#timer));
  }

  /** Something has moved: wait for rest again. */
  stir() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#rest(), REST);
  }

  /**
   * Says something now.
   * @param {string} words
   */
  say(words) {
    this.line.textContent = words;
  }

  #rest() {
    const words = this.rested();
    if (words === null || words === this.#said) return;
    // The first words stand on the page already when the chart appears.
    if (this.#said) this.line.textContent = words;
    this.#said = words;
  }
}
