/** The order of rows, and the rows that match a search. */

import { plain } from "../base/dom.js";
import { fold, native } from "../i18n/locale.js";

/** @typedef {import("./row.js").Row} Row */
/** @typedef {{column: string, descending: boolean}} Order */

/** The value by which each column is sorted. @type {Record<string, (row: Row) => string|number|null|undefined>} */
const KEYS = {
  entity: ({ name }) => name,
  status: ({ now }) => rank(now),
  since: ({ now }) => now.day,
  sources: ({ now }) => now.sources[0]?.outlet,
  way: ({ way }) => rank(way[0]),
};

/** @param {import("./row.js").Stage} [stage] */
function rank(stage) {
  return stage && stage.index >= 0 ? stage.index : null;
}

/** The columns that decide if two rows are equal in a column. */
const ALWAYS = ["status", "since", "entity"];

/**
 * Sorted rows. Rows without a value in the column come last in both directions.
 * @param {Row[]} rows
 * @param {Order} order
 * @param {string} lang
 */
export function sortRows(rows, { column, descending }, lang) {
  const { compare } = new Intl.Collator(native(lang));
  /** @type {(a: Row, b: Row, name: string, way?: number) => number} */
  const between = (a, b, name, way = 1) => {
    const [one, other] = [KEYS[name](a) ?? null, KEYS[name](b) ?? null];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return way * (typeof one === "string" ? compare(one, String(other)) : one - Number(other));
  };
  return [...rows].sort((a, b) => {
    const first = between(a, b, column, descending ? -1 : 1);
    return ALWAYS.reduce((found, name) => found || between(a, b, name), first);
  });
}

/**
 * Whether a row matches a search.
 * @param {Row} row
 * @param {object} asked
 * @param {string} asked.text  a part of the name, the status, its grounds or a source; folded, as readers type it
 * @param {boolean} asked.changed
 * @param {number|undefined} asked.status  now, or on the earlier of two days
 * @param {boolean} comparing
 * @param {string} lang
 */
export function matches(row, { text, changed, status }, comparing, lang) {
  if (changed && !row.changed) return false;
  if (status !== undefined && row.now.index !== status && !(comparing && row.way[0].index === status)) return false;
  const words = [
    row.name,
    plain(row.now.status),
    plain(row.now.grounds ?? ""),
    ...row.now.sources.map(({ outlet }) => outlet),
  ];
  return words.some((word) => fold(word, lang).includes(text));
}
