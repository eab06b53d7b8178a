/**
 * The companies and blocs that act in a country, or the countries in which a company or bloc acts. Each has a button,
 * with its status on the current date.
 */

import { inline, make, setText } from "../base/dom.js";
import { listenEntities } from "./entry.js";

export class Related {
  #shown = "";

  /**
   * @param {{heading: HTMLElement, list: HTMLElement, root: HTMLElement}} parts
   * @param {object} to
   * @param {(id: string) => void} to.open  shows an entity's history
   * @param {import("../i18n/words.js").Words} to.words
   * @param {AbortSignal} to.signal
   */
  constructor(parts, { open, words, signal }) {
    this.parts = parts;
    this.words = words;
    listenEntities(parts.list, open, signal);
  }

  /**
   * @param {import("../types.js").EntityHistory} selected
   * @param {import("../types.js").Swatch} swatch
   * @param {boolean} fresh  colours or words have changed
   */
  render({ id, kind, related }, swatch, fresh) {
    const { root, heading, list } = this.parts;
    root.hidden = related.length === 0;
    const shown = [id, ...related.map(({ index }) => index)].join(" ");
    if (shown === this.#shown && !fresh) return;
    this.#shown = shown;
    setText(heading, this.words.text(kind === "country" ? "actors" : "places"));
    list.replaceChildren(...related.map((one) => make("li", {}, buildButton(one, swatch(one.index)))));
  }
}

/**
 * @param {import("../types.js").Related} one
 * @param {Node} swatch
 */
function buildButton({ id, name, status }, swatch) {
  const button = make("button", { class: "other", part: "related", type: "button", "data-entity": id });
  button.append(swatch, name, " ", make("span", { class: "word-of-status" }, inline(status)));
  return button;
}
