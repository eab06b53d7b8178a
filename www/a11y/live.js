/** Announcements when the reader pauses, and the names that are updated at the same time. */

import { plain, setTaggedText } from "../base/dom.js";

/** A reader who has not moved the date for this long, in milliseconds, has paused. */
const REST = 600;

/** @typedef {import("../types.js").TaggedText} TaggedText */

/**
 * @typedef {object} Rest
 * @property {TaggedText} holds  what holds: announced if it differs from the last pause
 * @property {TaggedText|null} news  announced instead, even if `holds` is unchanged
 * @property {TaggedText} told  what is announced of it; empty if something else announces it
 */

export class Live {
  /** @type {Timer} */
  #timer = 0;
  /** The reader or the page has moved something since the last pause. */
  #moved = false;
  /** What held at the last pause; null before the first picture. @type {string|null} */
  #holds = null;

  /**
   * @param {HTMLElement} line  a polite status line
   * @param {() => Rest|null} rested  called at a possible pause; returns null if it is not a pause
   * @param {AbortSignal} signal
   */
  constructor(line, rested, signal) {
    this.line = line;
    this.rested = rested;
    signal.addEventListener("abort", () => clearTimeout(this.#timer));
  }

  /**
   * Call this when a picture is shown. The first text is on the page already, so it is not announced.
   * @param {TaggedText} holds
   */
  appear(holds) {
    if (this.#holds !== null) return;
    this.#holds = plain(holds);
    this.#moved = false;
  }

  /**
   * Something has changed: waits for a pause again. Only a move is announced, not the same content in another style.
   * @param {boolean} [moved]
   */
  schedule(moved = true) {
    this.#moved ||= moved;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#rest(), REST);
  }

  /**
   * Announces a text now, also if it is the last announcement again: browsers announce only changes.
   * @param {TaggedText} words
   * @param {string} [instead]  only if the line has this text
   */
  say(words, instead = this.line.textContent ?? "") {
    if (this.line.textContent !== instead) return;
    this.line.textContent = "";
    setTaggedText(this.line, words);
  }

  #rest() {
    const rest = this.rested();
    if (!rest) return;
    const { holds, news, told } = rest;
    if (this.#moved && (news !== null || plain(holds) !== this.#holds)) this.say(news ?? told);
    this.#holds = plain(holds);
    this.#moved = false;
  }
}
