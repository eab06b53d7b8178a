/** Finds a tile by what a reader types: its code, or the beginning of its name in the language of the figure. */

import { fold, inOrder } from "../i18n/locale.js";

/** After this many milliseconds without a key, typing starts again. */
const PAUSE = 1000;

export class Typeahead {
  #typed = "";
  #until = 0;
  /** The tile that was found last. It may not be painted yet. @type {string|null} */
  #at = null;

  /**
   * Whether the reader is typing, so that a space belongs to the text.
   * @param {KeyboardEvent} event
   */
  awaits({ timeStamp }) {
    return this.#typed !== "" && timeStamp < this.#until;
  }

  /**
   * The id of the tile that the reader means after one more key; undefined if there is none. A letter goes to the next
   * name that begins with it, in the order of names, and the same letter again to the one after it. A named key ends the
   * typing.
   * @param {KeyboardEvent} event
   * @param {import("../types.js").Tile[]} shown
   * @param {string|null} focus  the tile with the focus
   * @param {string} lang
   */
  find(event, shown, focus, lang) {
    const named = [...event.key].length > 1;
    if (named || !this.awaits(event)) {
      this.#typed = "";
      this.#at = focus;
    }
    this.#until = event.timeStamp + PAUSE;
    const letter = fold(event.key, lang);
    // A combining mark alone is not a letter.
    if (named || !letter) return undefined;
    const typed = (this.#typed += letter);
    const tiles = inOrder(shown, lang);
    const names = tiles.map(({ name }) => fold(name, lang));
    const here = tiles.findIndex(({ id }) => id === this.#at);
    /** @param {string} text @param {number} from */
    const begins = (text, from) => {
      const next = names.findIndex((name, n) => n >= from && name.startsWith(text));
      return next < 0 ? names.findIndex((name) => name.startsWith(text)) : next;
    };
    let found = tiles.findIndex(({ id }, n) => names[n] === typed || fold(id, lang) === typed);
    if (found < 0) found = begins(typed, typed === letter ? here + 1 : here);
    // No name begins with the repeated letter, so it means the next name that begins with the letter.
    if (found < 0 && typed === letter.repeat(typed.length)) found = begins(letter, here + 1);
    if (found >= 0) this.#at = tiles[found].id;
    return tiles[found]?.id;
  }
}
