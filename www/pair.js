/** "2 → 5": what was and what is, an arrow for the eye and words for the ear. */

import { make } from "./dom.js";
import { WORDS } from "./words.js";

/**
 * @param {Node|string} from
 * @param {Node|string} to
 */
export function buildPair(from, to) {
  const spoken = (/** @type {string} */ word) => make("span", { class: "unseen" }, `${word} `);
  const arrow = make("span", { class: "arrow", "aria-hidden": "true" }, "→");
  return [spoken(WORDS.from), from, " ", arrow, spoken(WORDS.to), " ", to];
}
