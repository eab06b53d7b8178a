/** What is shown, as data that a page can keep, and the way back to it. */

import { VIEWS } from "../base/attributes.js";

/**
 * @param {import("../types.js").Description} description
 * @returns {import("../types.js").State}
 */
export function stateOf({ iso, compare, playing, filter, step, selected, view }) {
  const entity = selected?.id ?? null;
  return { date: iso, compare: compare?.iso ?? null, filter, selected: entity, step, view, playing };
}

/**
 * A part of a state in plain values. What throws as it becomes one does so here, where the page sets it.
 * @template {object} T
 * @param {T} state
 * @returns {T}
 */
export function plainState(state) {
  const values = Object.entries(state).map(([name, value]) => [name, Object(value) === value ? String(value) : value]);
  return Object.fromEntries(values);
}

/**
 * Asks a chart for any part of a state; what is not in it stays.
 * @param {Partial<import("../types.js").State>} state
 * @param {object} chart
 * @param {import("../types.js").Send} chart.apply
 * @param {(text: string, handle?: "day"|"compare") => unknown} chart.setDate
 */
export function restore({ date, compare, filter, selected, step, view, playing }, chart) {
  // A step brings its own date, and closes what is compared and selected: all that comes after it.
  if (step !== undefined) chart.apply({ tour: step === null ? null : Number(String(step)) });
  if (date) chart.setDate(String(date));
  if (compare) chart.setDate(String(compare), "compare");
  else if (compare !== undefined) chart.apply({ compare: null });
  if (filter !== undefined) chart.apply({ filter: idOf(filter) });
  if (selected !== undefined) chart.apply({ select: idOf(selected) });
  if (view && VIEWS.includes(view)) chart.apply({ view });
  if (playing !== undefined) chart.apply(playing ? "play" : "pause");
}

/** @param {string|null} id */
function idOf(id) {
  return id === null ? null : String(id);
}
