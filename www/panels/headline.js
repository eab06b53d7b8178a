/** The title, the date or the two compared ones as a headline, and the sentence that is true on that day. */

import { setAttribute, setText, setTaggedText } from "../base/dom.js";

/**
 * @param {import("../types.js").Parts["headline"]} parts
 * @param {import("../types.js").Description} description
 * @param {import("../types.js").Info} info
 */
export function renderHeadline(parts, description, info) {
  setTaggedText(parts.title, info.title);
  setText(parts.day, writeDays(description));
  parts.date.toggleAttribute("data-period", description.period !== null);
  setAttribute(parts.date, "datetime", description.iso);
  setTaggedText(parts.sentence, description.sentence);
  setTaggedText(parts.story, info.story);
}

/** @param {string} text */
const glue = (text) => text.replaceAll(" ", "\u00a0");

/**
 * The day, or the two that are compared, which come apart only before the later one.
 * @param {import("../types.js").Description} description
 */
export function writeDays({ date, period, compare }) {
  if (!period || !compare) return date;
  const text = glue(period);
  const later = Math.max(...[date, compare.date].map((day) => text.indexOf(glue(day))));
  const before = text.slice(0, later);
  // Not every language has a space there.
  const gap = before.endsWith("\u00a0") ? `${before.slice(0, -1)} ` : `${before}\u200b`;
  return gap + text.slice(later);
}
