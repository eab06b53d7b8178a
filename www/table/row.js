/** One row of the table: name, status, date, sources, and earlier statuses. */

import { make, setText, setTaggedText, interpolate } from "../base/dom.js";
import { buildSource, joinDots } from "../panels/entry.js";

/**
 * A status with its date, in words and in EDTF. If nothing is documented, it has no date.
 * @typedef {object} Stage
 * @property {import("../types.js").TaggedText} status
 * @property {import("../types.js").TaggedText|null} grounds  what the status rests on
 * @property {number} index
 * @property {string} date
 * @property {string} told  status and date as one text, with {text} for the status
 * @property {string} iso
 * @property {number|null} day  the last possible day of the date
 * @property {import("../types.js").SourceLine[]} sources
 *
 * @typedef {object} Row  the content of a row
 * @property {string} id
 * @property {string} name
 * @property {boolean} changed
 * @property {Stage} now
 * @property {Stage[]} way  earlier statuses; during a comparison, first the status on the earlier day
 */

/** Of earlier statuses so many are shown, the first of all among them. What is copied has all. */
const MOST = 20;

/** The columns, in order. */
export const COLUMNS = /** @type {const} */ (["entity", "status", "since", "sources", "way"]);

/**
 * @param {import("../types.js").Row} row
 * @param {import("../types.js").TaggedText} undocumented  the legend's word for no data
 * @param {boolean} comparing
 * @param {import("../i18n/words.js").Words} words
 * @returns {Row}
 */
export function readRow(
  { id, name, index, grounds, from, absent, absent_before, changed, way },
  undocumented,
  comparing,
  words,
) {
  const none = {
    status: absent || undocumented,
    grounds: null,
    index: -1,
    date: "",
    told: "{text}",
    iso: "",
    day: null,
    sources: [],
  };
  /** @type {Stage[]} */
  const stages = way.map(({ status, index, date, iso, last, sources }) => {
    const told = words.fill("table_stage", { status: "{text}", date });
    return { status: status ?? "", grounds: null, index, date, told, iso, day: last, sources };
  });
  const now = index < 0 ? none : { ...(stages.pop() ?? none), grounds };
  if (comparing && from < 0) stages.unshift({ ...none, status: absent_before || undocumented });
  // Whoever has not changed is today what it was.
  else if (comparing && stages.length === 0) stages.push(now);
  return { id, name, changed, now, way: stages };
}

/**
 * A row without texts. If it is narrow, CSS lays it out as a block, so its roles must be set.
 * @param {string} id
 */
export function buildRow(id) {
  const name = make("button", { class: "who", type: "button", "data-entity": id });
  const head = make("th", { scope: "row", role: "rowheader" }, name);
  const cells = COLUMNS.slice(1).map((column) => make("td", { class: `cell-${column}`, role: "cell" }));
  return make("tr", { role: "row" }, head, ...cells);
}

/**
 * Writes the texts of a row that differ.
 * @param {HTMLTableRowElement} line
 * @param {Row} row
 * @param {Row|undefined} before  what stands there
 * @param {import("../i18n/words.js").Words} words
 */
export function writeRow(line, row, before, words) {
  const [head, status, since, sources, way] = line.cells;
  setText(head.firstElementChild ?? head, row.name);
  if (differ([row.now.status, row.now.grounds], before && [before.now.status, before.now.grounds])) {
    setTaggedText(status, row.now.status);
    if (row.now.grounds) status.append(make("p", { class: "grounds" }, ...joinDots(row.now.grounds)));
  }
  setText(since, row.now.date);
  if (differ(row.now.sources, before?.now.sources))
    writeList(
      sources,
      row.now.sources.map(({ outlet, url }) => buildSource({ outlet, url })),
    );
  if (differ(row.way, before?.way)) {
    const items = row.way.map(({ told, status }) => interpolate(told, status));
    const left = items.length - MOST;
    if (left > 0) items.splice(1, left, [words.count("more", left)]);
    writeList(way, items);
  }
}

/**
 * @param {HTMLElement} cell
 * @param {(Node|string)[][]} items
 */
function writeList(cell, items) {
  cell.replaceChildren(...items.flatMap((item, n) => (n > 0 ? ["; ", ...item] : item)));
}

/**
 * @param {unknown} one
 * @param {unknown} other
 */
function differ(one, other) {
  return JSON.stringify(one) !== JSON.stringify(other);
}
