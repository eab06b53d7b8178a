/** The button below the map: all members of the groups, or again only as many as the core has given two rows. */

import { setAttribute, setText } from "./dom.js";
import { WORDS } from "./words.js";

export class Unfold {
  #unfolded = false;

  /**
   * @param {HTMLElement} button
   * @param {import("./types.js").Send} send
   * @param {AbortSignal} signal
   */
  constructor(button, send, signal) {
    this.button = button;
    button.addEventListener("click", () => send({ unfold: !this.#unfolded }), { signal });
  }

  /**
   * @param {number} folded
   * @param {import("./types.js").Description} description
   */
  render(folded, { unfolded }) {
    this.#unfolded = unfolded;
    this.button.hidden = folded === 0 && !unfolded;
    setText(this.button, unfolded ? WORDS.fold : WORDS.unfold.replace("{n}", String(folded)));
    setAttribute(this.button, "aria-expanded", String(unfolded));
  }
}
