/** "2 → 5": the earlier and the later value. The arrow is for sighted readers, the words are for screen readers. */

import { make } from "../base/dom.js";

/**
 * @param {import("../i18n/words.js").Words} words
 * @param {Node|string} from
 * @param {Node|string} to
 */
export function buildBeforeAfter(words, from, to) {
  // The words that a screen reader speaks before, between and after the two values. `from` comes first in every
  // language.
  const [before, between, after] = words.text("from_to").split(/\{[^}]*\}/);
  const spoken = (/** @type {string} */ text) => (text ? [make("span", { class: "visually-hidden" }, text)] : []);
  const arrow = make("span", { class: "arrow", "aria-hidden": "true" }, "→");
  return [...spoken(before), from, " ", arrow, ...spoken(between.trimStart()), " ", to, ...spoken(after)];
}
