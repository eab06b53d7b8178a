/** The title and the subtitle, the date or the two compared days, and the sentence about them. */

import { setAttribute, setText, setTaggedText } from "../base/dom.js";

/**
 * @param {import("../types.js").Parts["headline"]} parts
 * @param {import("../types.js").Description} description
 * @param {import("../types.js").Info} info
 */
export function renderHeadline(parts, description, info) {
  setTaggedText(parts.title, info.title);
  setTaggedText(parts.subtitle, info.subtitle ?? "");
  parts.subtitle.hidden = !info.subtitle;
  const days = writeDays(description);
  setText(parts.day, days);
  parts.date.toggleAttribute("data-period", description.period !== null);
  setAttribute(parts.date, "datetime", description.iso);
  // Screen readers get no event for each day of playback: the date that they read waits for its end.
  if (!description.playing) {
    setText(parts.spokenDay, days);
    setTaggedText(parts.sentence, description.sentence);
  }
  setTaggedText(parts.story, info.story);
}

/**
 * The date, or the two compared days.
 * @param {import("../types.js").Description} description
 */
export function writeDays({ date, period }) {
  return period ?? date;
}
