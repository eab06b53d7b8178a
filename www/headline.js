/** The title, the date or the two compared ones as a headline, and the sentence that is true on that day. */

import { setAttribute, setText } from "./dom.js";

/**
 * @param {import("./template.js").Parts["headline"]} parts
 * @param {import("./types.js").Description} description
 */
export function renderHeadline(parts, description) {
  setText(parts.title, description.title);
  setText(parts.day, description.period ?? description.date);
  parts.date.toggleAttribute("data-period", description.period !== null);
  setAttribute(parts.date, "datetime", description.iso);
  setText(parts.sentence, description.sentence);
}
