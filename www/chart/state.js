/** The state of the figure as data that a page can save and restore. */

import { VIEWS } from "../base/attributes.js";

/**
 * @param {import("../types.js").Description} description
 * @returns {import("../types.js").State}
 */
export function stateOf({ iso, compare, playing, filter, firm, step, selected, view, weighted }) {
  const entity = selected?.id ?? null;
  return { date: iso, compare: compare?.iso ?? null, filter, firm, selected: entity, step, view, weighted, playing };
}

/**
 * A part of a state with plain values. If the conversion of a value throws, it throws in the assignment of the page.
 * @template {object} T
 * @param {T} state
 * @returns {T}
 */
export function plainState(state) {
  const values = Object.entries(state).map(([name, value]) => [name, Object(value) === value ? String(value) : value]);
  return Object.fromEntries(values);
}

/**
 * Sets any part of the state of a chart. The other parts stay.
 * @param {Partial<import("../types.js").State>} state
 * @param {object} chart
 * @param {import("../types.js").Send} chart.apply
 * @param {(text: string, handle?: "day"|"compare") => unknown} chart.setDate
 */
export function restore({ date, compare, filter, firm, selected, step, view, weighted, playing }, chart) {
  // The step comes first, because it sets the date, and closes the comparison and the history.
  if (step !== undefined) chart.apply({ tour: step === null ? null : Number(String(step)) });
  if (date) chart.setDate(String(date));
  if (compare) chart.setDate(String(compare), "compare");
  else if (compare !== undefined) chart.apply({ compare: null });
  if (filter !== undefined) chart.apply({ filter: idOf(filter) });
  if (firm !== undefined) chart.apply({ firm: Boolean(firm) });
  if (selected !== undefined) chart.apply({ select: idOf(selected) });
  if (view && VIEWS.includes(view)) chart.apply({ view });
  if (weighted !== undefined) chart.apply({ weighted: Boolean(weighted) });
  if (playing !== undefined) chart.apply(playing ? "play" : "pause");
}

/** @param {string|null} id */
function idOf(id) {
  return id === null ? null : String(id);
}
