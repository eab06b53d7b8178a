/** The template of the table: the search and filters, and the table itself, which scrolls. */

import { make } from "../base/dom.js";
import { COLUMNS } from "./row.js";

/**
 * Fills the panel of the table. While its tab is closed, the search of the browser finds its text.
 * @param {HTMLElement} root
 */
export function buildTable(root) {
  const only = make("p", { class: "only", "data-word": "table_only" });
  const search = make("input", {
    class: "field search",
    part: "table-search",
    type: "search",
    "data-name": "table_filter",
  });
  const changed = make("input", { type: "checkbox" });
  const label = make("label", { class: "changed" }, changed, make("span", { "data-word": "table_changed" }));
  const count = make("p", { class: "rows" });
  const copy = make("button", {
    class: "button copy",
    part: "button copy-button",
    type: "button",
    "data-word": "table_copy",
  });
  const filters = make("div", { class: "filters" }, search, copy, label, count);
  const caption = make("caption", { id: "table-caption" });
  const heads = COLUMNS.map(buildHead);
  // If the table is narrow, CSS lays it out as blocks. Browsers then remove the roles of its elements.
  const head = make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, ...heads));
  const body = make("tbody", { role: "rowgroup" });
  const table = make("table", { role: "table", "aria-labelledby": "table-caption" }, caption, head, body);
  const none = make("p", { class: "nobody", "data-word": "table_none" });
  const looks = { class: "scroll", part: "table-box", role: "group", tabindex: "0" };
  const scroll = make("div", { ...looks, "aria-labelledby": caption.id }, table, none);
  root.replaceChildren(only, filters, scroll);
  return { root, search, changed, count, copy, caption, heads, table, body, none, scroll };
}

/** @param {string} column */
function buildHead(column) {
  const sort = make("button", { class: "sort", type: "button", "data-column": column, "data-word": `table_${column}` });
  return make("th", { scope: "col", role: "columnheader" }, sort);
}
