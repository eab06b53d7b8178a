/**
 * The table for a spreadsheet: one line for each row, one text for each cell, and separate columns for dates and
 * addresses.
 */

import { make, plain, interpolatePlain } from "../base/dom.js";
import { pageOf } from "../base/page.js";

/**
 * The columns with their headings. In addition to the visible columns, there are those by which an editor joins and
 * sorts data.
 * @type {[word: string, read: (row: import("./row.js").Row) => string][]}
 */
const COLUMNS = [
  ["table_entity", ({ name }) => name],
  ["ID", ({ id }) => id],
  ["table_status", ({ now }) => plain(now.status)],
  ["table_grounds", ({ now }) => plain(now.grounds ?? "")],
  ["table_since", ({ now }) => now.date],
  ["date", ({ now }) => now.iso],
  ["table_sources", ({ now }) => now.sources.map(({ outlet }) => outlet).join("; ")],
  ["URL", ({ now }) => now.sources.map(({ url }) => url ?? "").join(" ")],
  ["table_way", ({ way }) => way.map(({ told, status }) => interpolatePlain(told, status)).join("; ")],
];

/**
 * Puts rows on the clipboard, as text and as a table.
 * @param {DataTransfer} clipboard
 * @param {import("./row.js").Row[]} rows
 * @param {import("../i18n/words.js").Words} words
 */
export function copyRows(clipboard, rows, words) {
  const heads = COLUMNS.map(([word]) => clean(words.text(word) ?? word));
  const lines = [heads, ...rows.map((row) => COLUMNS.map(([, read]) => clean(read(row))))];
  const cells = lines.map((line, n) => line.map((text) => make(n > 0 ? "td" : "th", {}, text)));
  const table = make("table", {}, ...cells.map((line) => make("tr", {}, ...line)));
  clipboard.setData("text/plain", lines.map((line) => line.join("\t")).join("\n"));
  clipboard.setData("text/html", table.outerHTML);
}

/**
 * A text for one cell: without line breaks and marks of direction, and with an apostrophe if a spreadsheet would read it
 * as a formula, also in full-width characters. Of a text in quotation marks, spreadsheets read the text between them.
 * @param {string} text
 */
function clean(text) {
  const line = text
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(/^[\s\p{Cf}]+/u, "")
    .trimEnd();
  return /^[=+@"-]/.test(line.slice(0, 1).normalize("NFKC")) ? `'${line}` : line;
}

/**
 * The rows that a selection touches. Empty if the selection is inside one cell, which the browser then copies as usual.
 * @param {HTMLElement} body
 * @returns {Element[]}
 */
export function selectedRows(body) {
  const range = selectedRange(/** @type {ShadowRoot} */ (body.getRootNode()));
  if (!range || cellOf(range.startContainer) === cellOf(range.endContainer)) return [];
  return [...body.children].filter((row) => range.intersectsNode(row));
}

/**
 * The selected range in a shadow root. Browsers have different ways to read it.
 * @param {ShadowRoot & {getSelection?: () => Selection|null}} root
 */
function selectedRange(root) {
  const selection = /** @type {any} */ (root.getSelection?.() ?? getSelection());
  if (!selection?.rangeCount) return null;
  const found = selection.getComposedRanges?.({ shadowRoots: [root] })[0] ?? selection.getRangeAt(0);
  const range = pageOf().createRange();
  range.setStart(found.startContainer, found.startOffset);
  range.setEnd(found.endContainer, found.endOffset);
  return range;
}

/** @param {Node} node */
function cellOf(node) {
  return (node instanceof Element ? node : node.parentElement)?.closest("th, td, caption") ?? node;
}
