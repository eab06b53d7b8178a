/** The sheet as a grid. Only the cells in sight are elements, so that a million rows are as fast as ten. */

/** @import {Page} from "../el.js" */
/** @import {Report} from "../../core/types.d.ts" */

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { el } from "../el.js";
import { CellDetail } from "./cell-detail.js";
import { useRows } from "./cells.js";
import { columnHead } from "./column-head.js";
import { letter, marksOf } from "./marks.js";
import { useMoves } from "./moves.js";
import { windowOf } from "./window.js";

/** Sizes in CSS pixels: those of the style sheet. */
const [ROW, COLUMN, HEAD, NUMBER] = [30, 124, 76, 46];
/** The most rows in sight. */
const MOST = 11;

/** @typedef {{row: number, column: number}} Cell */

/** @param {{page: Page, report: Report, target: Cell|null}} props  `target`: a cell to go to */
export function SheetTable({ page, report, target }) {
  const { state, t, core } = page;
  const box = /** @type {{current: HTMLDivElement|null}} */ (useRef(null));
  const [scrolled, setScrolled] = useState({ top: 0, left: 0, width: 600 });
  const sheet = report.file.sheets.find(({ name }) => name === report.sheet) ?? report.file.sheets[0];
  const size = { rows: sheet.rows, columns: Math.max(report.columns.length, sheet.columns) };
  const room = { rows: Math.min(MOST, size.rows) * ROW, columns: Math.max(COLUMN, scrolled.width - NUMBER) };
  const rows = windowOf(size.rows, ROW, room.rows, scrolled.top);
  const columns = windowOf(size.columns, COLUMN, room.columns, scrolled.left);
  const cellsOf = useRows(core, `${report.sheet}/${state.project.source?.name}/${sheet.rows}`, rows.first, rows.count);
  const marks = useMemo(() => marksOf(report), [report]);
  const { active, setActive, onKeyDown } = useMoves({ box, size, rows, columns, room, target });

  useEffect(() => {
    const watched = new ResizeObserver(() =>
      setScrolled((old) => ({ ...old, width: box.current?.clientWidth ?? 600 })),
    );
    if (box.current) watched.observe(box.current);
    return () => watched.disconnect();
  }, []);

  const onScroll = () => {
    const { scrollTop = 0, scrollLeft = 0, clientWidth = 600 } = box.current ?? {};
    setScrolled({ top: scrollTop, left: Math.abs(scrollLeft), width: clientWidth });
  };
  const inSight = (/** @type {Window} */ { first, count }, total = first + count) =>
    Array.from({ length: Math.min(count, total - first) }, (_, n) => first + n);
  // A part of the next column shows that there are more.
  const shownColumns = inSight({ ...columns, count: columns.count + 1 }, size.columns);
  const tabbable = clamp(active, rows, columns);
  const cell = (/** @type {number} */ row, /** @type {number} */ column) => {
    const text = cellsOf(row)?.[column] ?? "";
    const mark = row < report.rows[0] - 1 || row >= report.rows[1] ? null : marks(row, column, text);
    const isTabbable = tabbable.row === row && tabbable.column === column;
    return el(
      "td",
      {
        key: column,
        "aria-colindex": column + 2,
        "data-cell": `${row}/${column}`,
        tabIndex: isTabbable ? 0 : -1,
        class: mark && "marked",
        dir: "auto",
        "aria-description": mark ? t("has_finding") : undefined,
        onFocus: () => setActive({ row, column }),
      },
      text,
    );
  };
  return el(
    "div",
    { class: "sheet" },
    el(
      "div",
      { class: "scroll", ref: box, onScroll, style: { height: `${room.rows + HEAD + 16}px` } },
      el(
        "div",
        { style: { width: `${NUMBER + columns.length}px`, height: `${rows.length + HEAD}px` } },
        el(
          "div",
          { class: "pane", style: { width: `${scrolled.width}px` } },
          el(
            "table",
            {
              role: "grid",
              "aria-label": t("sheet_table"),
              "aria-rowcount": size.rows + 1,
              "aria-colcount": size.columns + 1,
              onKeyDown,
            },
            el(
              "thead",
              null,
              el(
                "tr",
                { "aria-rowindex": 1 },
                el("td", { class: "corner", "aria-colindex": 1 }),
                shownColumns.map((column) => columnHead(page, report, column, letter(column))),
              ),
            ),
            el(
              "tbody",
              null,
              inSight(rows).map((row) =>
                el(
                  "tr",
                  { key: row, "aria-rowindex": row + 2, class: kindOf(row, report) },
                  el("th", { scope: "row", "aria-colindex": 1 }, String(row + 1)),
                  shownColumns.map((column) => cell(row, column)),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
    active &&
      el(CellDetail, {
        page,
        mark: marks(active.row, active.column, cellsOf(active.row)?.[active.column] ?? ""),
        name: `${letter(active.column)}${active.row + 1}`,
        text: cellsOf(active.row)?.[active.column] ?? "",
      }),
  );
}

/** @typedef {import("./window.js").Window} Window */

/**
 * The nearest cell in sight, which Tab reaches.
 * @param {Cell|null} cell
 * @param {Window} rows
 * @param {Window} columns
 */
function clamp(cell, rows, columns) {
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
