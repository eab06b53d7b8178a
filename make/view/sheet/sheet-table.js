/** The sheet as a grid. Only the cells in sight are elements, so that a million rows are as fast as ten. */

/** @import {Page} from "../el.js" */
/** @import {Report} from "../../core/types.d.ts" */
/** @import {Window} from "./window.js" */

import { useMemo, useRef } from "preact/hooks";
import { el } from "../el.js";
import { CellDetail } from "./cell-detail.js";
import { useFindings, useRows } from "./cells.js";
import { columnHead } from "./column-head.js";
import { letter, marksOf } from "./marks.js";
import { useMoves } from "./moves.js";
import { useScrolled } from "./scrolled.js";
import { windowOf } from "./window.js";

/** Sizes in CSS pixels: those of the style sheet. */
const [ROW, COLUMN, HEAD, NUMBER, BAR] = [30, 172, 76, 46, 16];
/** The most rows in sight. */
const MOST = 11;

/** @typedef {{row: number, column: number}} Cell */

/** @param {{page: Page, report: Report, target: Cell|null}} props  `target`: a cell to go to */
export function SheetTable({ page, report, target }) {
  const box = /** @type {{current: HTMLDivElement|null}} */ (useRef(null));
  const { top, left, width, onScroll } = useScrolled(box);
  const sheet = report.file.sheets.find(({ name }) => name === report.sheet) ?? report.file.sheets[0];
  const size = { rows: sheet.rows, columns: Math.max(report.columns.length, sheet.columns) };
  const room = { rows: Math.min(MOST, size.rows) * ROW, columns: Math.max(COLUMN, width - NUMBER) };
  const rows = windowOf(size.rows, ROW, room.rows, top);
  const columns = windowOf(size.columns, COLUMN, room.columns, left);
  const cellsOf = useRows(page.core, useSheet(page, report), rows.first, rows.count);
  const findingsOf = useFindings(page.core, report, page.state.answered, rows.first, rows.count);
  const marks = useMemo(() => marksOf(report), [report]);
  const { active, setActive, onKeyDown } = useMoves({ box, size, rows, columns, room, target });

  const textOf = (/** @type {Cell} */ { row, column }) => cellsOf(row)?.[column] ?? "";
  const markOf = (/** @type {Cell} */ at) =>
    kindOf(at.row, report) === "outside" ? null : marks(at.row, at.column, textOf(at), findingsOf(at.row, at.column));
  const tabbable = nearest(active, rows, columns);
  const cell = (/** @type {Cell} */ at) =>
    el(
      "td",
      {
        key: at.column,
        "aria-colindex": at.column + 2,
        "data-cell": `${at.row}/${at.column}`,
        tabIndex: tabbable.row === at.row && tabbable.column === at.column ? 0 : -1,
        class: markOf(at) ? "marked" : "",
        dir: "auto",
        "aria-description": markOf(at) ? page.t("has_finding") : undefined,
        onFocus: () => setActive(at),
      },
      textOf(at),
    );
  // A part of the next column shows that there are more.
  const shown = inSight({ ...columns, count: Math.min(columns.count + 1, size.columns - columns.first) });
  const table = el(
    "table",
    {
      role: "grid",
      "aria-label": page.t("sheet_table"),
      "aria-rowcount": size.rows + 1,
      "aria-colcount": size.columns + 1,
      onKeyDown,
    },
    head(page, report, shown),
    el(
      "tbody",
      null,
      inSight(rows).map((row) =>
        el(
          "tr",
          { key: row, "aria-rowindex": row + 2, class: kindOf(row, report) },
          el("th", { scope: "row", "aria-colindex": 1 }, String(row + 1)),
          shown.map((column) => cell({ row, column })),
        ),
      ),
    ),
  );
  return el(
    "div",
    { class: "sheet" },
    el(
      "div",
      { class: "scroll", ref: box, onScroll, style: { height: `${room.rows + HEAD + BAR}px` } },
      el(
        "div",
        { style: { width: `${NUMBER + columns.length}px`, height: `${rows.length + HEAD}px` } },
        el("div", { class: "pane", style: { width: `${width}px` } }, table),
      ),
    ),
    active && el(CellDetail, { page, mark: markOf(active), name: nameOf(active), text: textOf(active) }),
  );
}

/**
 * The heads of the columns in sight.
 * @param {Page} page
 * @param {Report} report
 * @param {number[]} columns
 */
function head(page, report, columns) {
  return el(
    "thead",
    null,
    el(
      "tr",
      { "aria-rowindex": 1 },
      el("td", { class: "corner", "aria-colindex": 1 }),
      columns.map((column) => columnHead(page, report, column, letter(column))),
    ),
  );
}

/** The sheet of which the cells are shown, as another object for each file. @param {Page} page @param {Report} report */
const useSheet = ({ state: { opened } }, { sheet }) => useMemo(() => ({ name: sheet }), [opened, sheet]);

/** @param {Cell} cell */
const nameOf = ({ row, column }) => `${letter(column)}${row + 1}`;

/** The numbers of what is in sight. @param {Pick<Window, "first"|"count">} window */
const inSight = ({ first, count }) => Array.from({ length: count }, (_, n) => first + n);

/**
 * The nearest cell in sight, which Tab reaches.
 * @param {Cell|null} cell
 * @param {Window} rows
 * @param {Window} columns
 */
function nearest(cell, rows, columns) {
  const within = (/** @type {number} */ n, /** @type {Window} */ { first, count }) =>
    Math.min(Math.max(n, first), first + count - 1);
  return { row: within(cell?.row ?? 0, rows), column: within(cell?.column ?? 0, columns) };
}

/**
 * Whether a row has names of columns, or is outside of the table.
 * @param {number} row
 * @param {Report} report
 */
function kindOf(row, { header, rows: [first, last] }) {
  if (header && row >= header.row - 1 && row < header.row - 1 + header.rows) return "names";
  return row < first - 1 || row >= last ? "outside" : "";
}
