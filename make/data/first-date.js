/** What the figure shows at the date that it begins with. */

/** @import {Dataset, Look} from "../state/types.js" */

/**
 * The date that a figure begins with, if no event has a status by then: its first picture is without a colour. An imprecise
 * date counts as soon as it is possible.
 * @param {Dataset} dataset
 * @param {Look} look
 * @returns {string|null}
 */
export function blankDate({ events = [], end }, { date = end }) {
  if (!date) return null;
  const dated = events.filter((/** @type {Dataset} */ { status }) => status);
  // A month and a year are the beginning of their days, and come before them in the order of texts.
  const isReached = (/** @type {Dataset} */ event) => event.date <= date || event.date.startsWith(date);
  return dated.some(isReached) ? null : date;
}
