/** The title, the date or the two compared ones as a headline, and the sentence that is true on that day. */

import { setAttribute, setText } from "./dom.js";

/**
 * @param {import("./template.js").Parts["headline"]} parts
 * @param {import("./types.js").Description} description
 */
export function renderHeadline(parts, description) {
  setText(parts.title, description.title);
  setText(parts.day, writeDays(description));
  parts.date.toggleAttribute("data-period", description.period !== null);
  setAttribute(parts.date, "datetime", description.iso);
  setText(parts.sentence, description.sentence);
}

/** @param {string} text */
const glue = (text) => text.replaceAll(" ", "\u00a0");

/**
 * The day, or the two that are compared, which come apart only before the later one.
 * @param {import("./types.js").Description} description
 */
function writeDays({ date, period, compare }) {
  if (!period || !compare) return date;
  return [date, compare.date].map(glue).reduce((text, day) => text.replace(`\u00a0${day}`, ` ${day}`), glue(period));
}
