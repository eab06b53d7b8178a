/** Whether data has lost so much that a mistake is more likely than a change: a cut file, an empty sheet, a filter. */

import { failure } from "./request.js";

/**
 * Throws if data has fewer than half of the events that other data has, or events of fewer than half of the entities.
 * @param {string|undefined} before  JSON of what is shown
 * @param {string} after  the text of what would be shown; a text that is not JSON is not judged
 * @param {string} copy  the address of the copy; empty for none
 */
export function refuseShrunken(before, after, copy) {
  const [had, has] = [before, after].map(count);
  if (!had || !has || (2 * has.events >= had.events && 2 * has.entities >= had.entities)) return;
  const counts = `Events: ${has.events} (shown: ${had.events}). Entities: ${has.entities} (shown: ${had.entities}).`;
  const publish = copy && "publish it as fallback-src, or ";
  throw failure("shrunken", `${counts} If this is right, ${publish}load the page again.`);
}

/** @param {string|undefined} text */
function count(text = "") {
  const { events } = Object(parse(text));
  if (!Array.isArray(events)) return undefined;
  return { events: events.length, entities: new Set(events.map((event) => Object(event).entity)).size };
}

/**
 * The built-in dataset and CSV are not JSON.
 * @param {string} text
 */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
