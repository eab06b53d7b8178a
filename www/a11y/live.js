/** What is said aloud once things have come to rest, and the names that are brought up to date with it. */

import { plain, setTaggedText } from "../base/dom.js";

/** A reader who has not moved the date for this long has paused. */
const REST = 600;

/** @typedef {import("../types.js").TaggedText} TaggedText */

/**
 * @typedef {object} Rest
 * @property {TaggedText} holds  said when it is another than at the last rest
 * @property {TaggedText|null} news  said in its place, whatever holds
 * @property {boolean} silent  something else says what holds
 */

export class Live {
  /** @type {Timer} */
  #timer = 0;
  /** The reader or the page has moved something since the last rest. */
  #moved = false;
  /** What held at the last rest; null before there is a picture. @type {string|null} */
  #holds = null;

  /**
   * @param {HTMLElement} line  a polite status line
   * @param {() => Rest|null} rested  called at what may be a rest; null where it is none
   * @param {AbortSignal} signal
   */
  constructor(line, rested, signal) {
    this.line = line;
    this.rested = rested;
    signal.addEventListener("abort", () => clearTimeout(this.#timer));
  }

  /**
   * A picture stands. What holds first stands on the page already, and is not said.
   * @param {TaggedText} holds
   */
  appear(holds) {
    if (this.#holds !== null) return;
    this.#holds = plain(holds);
    this.#moved = false;
  }

  /**
   * Something has changed: wait for rest again. Only what has moved is spoken of, not the same in another look.
   * @param {boolean} [moved]
   */
  schedule(moved = true) {
    this.#moved ||= moved;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#rest(), REST);
  }

  /**
   * Says something now.
   * @param {TaggedText} words
   * @param {string} [instead]  only in the place of these
   */
  say(words, instead = this.line.textContent ?? "") {
    if (this.line.textContent === instead) setTaggedText(this.line, words);
  }

  #rest() {
    const rest = this.rested();
    if (!rest) return;
    const { holds, news, silent } = rest;
    if (this.#moved && (news !== null || plain(holds) !== this.#holds)) this.say(news ?? (silent ? "" : holds));
    this.#holds = plain(holds);
    this.#moved = false;
  }
}
