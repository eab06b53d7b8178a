/** "2 → 5": what was and what is, an arrow for the eye and words for the ear. */

import { make } from "../base/dom.js";

/**
 * @param {import("../i18n/words.js").Words} words
 * @param {Node|string} from
 * @param {Node|string} to
 */
export function buildBeforeAfter(words, from, to) {
  // What the ear hears before, between and after the two, of which `from` is the first in every language.
  const [before, between, after] = words.text("from_to").split(/\{[^}]*\}/);
  const spoken = (/** @type {string} */ text) => (text ? [make("span", { class: "visually-hidden" }, text)] : []);
  const arrow = make("span", { class: "arrow", "aria-hidden": "true" }, "→");
  return [...spoken(before), from, " ", arrow, ...spoken(between.trimStart()), " ", to, ...spoken(after)];
}
