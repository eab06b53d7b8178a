/** The button below the map: all members of the groups, or again only as many as the core has given two rows. */

import { setAttribute, setText } from "../base/dom.js";

export class Unfold {
  #unfolded = false;

  /**
   * @param {HTMLElement} button
   * @param {object} to
   * @param {import("../types.js").Send} to.send
   * @param {import("../i18n/words.js").Words} to.words
   * @param {AbortSignal} to.signal
   */
  constructor(button, { send, words, signal }) {
    this.button = button;
    this.words = words;
    button.addEventListener("click", () => send({ unfold: !this.#unfolded }), { signal });
  }

  /**
   * @param {number} folded
   * @param {import("../types.js").Description} description
   */
  render(folded, { unfolded }) {
    this.#unfolded = unfolded;
    this.button.hidden = folded === 0 && !unfolded;
    setText(this.button, unfolded ? this.words.text("fold") : this.words.count("unfold", folded));
    setAttribute(this.button, "aria-expanded", String(unfolded));
  }
}
