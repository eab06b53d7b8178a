/** The title and the subtitle, the date or the two compared days, and the sentence about them. */

import { readKnown } from "../base/attributes.js";
import { setAttribute, setText, setTaggedText } from "../base/dom.js";

/**
 * @param {import("../types.js").Parts["headline"]} parts
 * @param {import("../types.js").Description} description
 * @param {import("../types.js").Info} info
 * @param {boolean} [fresh]  words or data have changed
 */
export function renderHeadline(parts, description, info, fresh = false) {
  setTaggedText(parts.title, info.title);
  setTaggedText(parts.subtitle, info.subtitle ?? "");
  parts.subtitle.hidden = !info.subtitle;
  const days = writeDays(description);
  setText(parts.day, days);
  parts.date.toggleAttribute("data-period", description.period !== null);
  setAttribute(parts.date, "datetime", description.iso);
  // Screen readers get no event for each day of playback: the date that they read waits for its end.
  if (!description.playing || fresh) {
    setText(parts.spokenDay, days);
    setTaggedText(parts.sentence, description.sentence);
  }
  setTaggedText(parts.story, info.story);
}

/**
 * Gives all headings of the figure their levels.
 * @param {HTMLElement} figure
 * @param {Element} host  has the level of the title
 */
export function renderHeadings(figure, host) {
  const headings = /** @type {NodeListOf<HTMLElement>} */ (figure.querySelectorAll("[data-below]"));
  const level = Number(readKnown(host, "heading-level"));
  for (const heading of headings) setAttribute(heading, "aria-level", String(level + Number(heading.dataset.below)));
}

/**
 * The date, or the two compared days.
 * @param {import("../types.js").Description} description
 */
export function writeDays({ date, period }) {
  return period ?? date;
}
