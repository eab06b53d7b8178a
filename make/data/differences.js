/** What differs between a sheet and the sheet that replaces it. */

/** @import {Report} from "../core/types.d.ts" */
/** @import {Message} from "../state/types.js" */

/**
 * @param {Report} before
 * @param {Report} after
 * @returns {Message[]}
 */
export function differences(before, after) {
  const names = (/** @type {Report} */ { columns }) => columns.map(({ name, letter }) => name || letter);
  const labels = (/** @type {Report} */ { statuses }) => statuses.map(({ label }) => label);
  const unknown = (/** @type {Report} */ { places }) => places.unmatched.map(({ text }) => text);
  const found = [
    ...listed("columns_gone", missing(names(before), names(after))),
    ...listed("columns_new", missing(names(after), names(before))),
    ...counted(rows(after) - rows(before)),
    ...listed("statuses_gone", missing(labels(before), labels(after))),
    ...listed("statuses_new", missing(labels(after), labels(before))),
    ...listed("names_new", missing(unknown(after), unknown(before))),
  ];
  return found.length > 0 ? found : [{ key: "nothing_changed" }];
}

/** @param {Report} report */
const rows = ({ rows: [first, last] }) => Math.max(0, last - first + 1);

/**
 * What is in one list only.
 * @param {string[]} these
 * @param {string[]} those
 */
function missing(these, those) {
  const known = new Set(those);
  return these.filter((name) => !known.has(name));
}

/**
 * @param {string} key
 * @param {string[]} found
 * @returns {Message[]}
 */
function listed(key, found) {
  return found.length > 0 ? [{ key, values: { n: found.length, list: found.slice(0, 5).join(", ") } }] : [];
}

/** @param {number} more @returns {Message[]} */
function counted(more) {
  if (more === 0) return [];
  return [{ key: more > 0 ? "rows_new" : "rows_gone", values: { n: Math.abs(more) } }];
}
