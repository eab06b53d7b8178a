/** Finds a tile by what a reader types: its code, or the beginning of its name in their language. */

import { fold } from "../i18n/locale.js";

/** A reader who has not typed for so many milliseconds begins anew. */
const PAUSE = 1000;

export class Typeahead {
  #typed = "";
  #until = 0;
  /** What was found last, which may not have been painted yet. @type {string|null} */
  #at = null;

  /**
   * Whether something is being typed, of which a space may be a part.
   * @param {KeyboardEvent} event
   */
  awaits({ timeStamp }) {
    return this.#typed !== "" && timeStamp < this.#until;
  }

  /**
   * The id of the tile that is meant once one more letter is typed, if there is one. The same letter again goes on to
   * the next name that begins with it; any other key ends what is being typed.
   * @param {KeyboardEvent} event
   * @param {import("../types.js").Tile[]} tiles
   * @param {string|null} focus  the tile that the ring is on
   * @param {string} lang
   */
  find(event, tiles, focus, lang) {
    const named = [...event.key].length > 1;
    if (named || !this.awaits(event)) {
      this.#typed = "";
      this.#at = focus;
    }
    this.#until = event.timeStamp + PAUSE;
    const letter = fold(event.key, lang);
    // A vowel sign by itself says nothing.
    if (named || !letter) return undefined;
    const typed = (this.#typed += letter);
    const names = tiles.map(({ name }) => fold(name, lang));
    const here = tiles.findIndex(({ id }) => id === this.#at);
    /** @param {string} text @param {number} from */
    const begins = (text, from) => {
      const next = names.findIndex((name, n) => n >= from && name.startsWith(text));
      return next < 0 ? names.findIndex((name) => name.startsWith(text)) : next;
    };
    let found = tiles.findIndex(({ id }, n) => names[n] === typed || fold(id, lang) === typed);
    if (found < 0) found = begins(typed, typed === letter ? here + 1 : here);
    if (found < 0 && typed === letter.repeat(typed.length)) found = begins(letter, here + 1);
    if (found >= 0) this.#at = tiles[found].id;
    return tiles[found]?.id;
  }
}
