/** Keys in the grid: arrows, Home, End, Page Up and Page Down move the focus from cell to cell. */

/** @import {Window} from "./window.js" */

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { scrollTo } from "./window.js";

/** @typedef {{row: number, column: number}} Cell */

/**
 * @param {object} grid
 * @param {{current: HTMLElement|null}} grid.box
 * @param {{rows: number, columns: number}} grid.size
 * @param {Window} grid.rows
 * @param {Window} grid.columns
 * @param {{rows: number, columns: number}} grid.room
 * @param {Cell|null} grid.target  a cell that another part of the page goes to
 */
export function useMoves({ box, size, rows, columns, room, target }) {
  const [active, setActive] = useState(/** @type {Cell|null} */ (null));
  /** The cell that gets the focus when it is in sight. */
  const wanted = useRef(/** @type {Cell|null} */ (null));
  /** @param {Cell} cell */
  const go = (cell) => {
    wanted.current = cell;
    setActive(cell);
    const top = scrollTo(cell.row, size.rows, room.rows, rows);
    const left = scrollTo(cell.column, size.columns, room.columns, columns);
    const side = box.current?.matches(":dir(rtl)") ? -1 : 1;
    if (top !== null) box.current?.scrollTo({ top });
    if (left !== null) box.current?.scrollTo({ left: side * left });
  };
  useEffect(() => void (target && go(target)), [target]);
  // Before the browser paints: a key that follows at once finds the focus in the cell.
  useLayoutEffect(() => {
    const { current } = wanted;
    const cell = current && box.current?.querySelector(`[data-cell="${current.row}/${current.column}"]`);
    if (!cell) return;
    wanted.current = null;
    /** @type {HTMLElement} */ (cell).focus({ preventScroll: true });
  });
  /** @param {KeyboardEvent} event */
  const onKeyDown = (event) => {
    if (!(event.target instanceof HTMLTableCellElement) || !active) return;
    const to = moved(active, event, size, rows.count, box.current?.matches(":dir(rtl)") ?? false);
    if (!to) return;
    event.preventDefault();
    go(to);
  };
  return { active, setActive, onKeyDown };
}

/**
 * @param {Cell} cell
 * @param {KeyboardEvent} event
 * @param {{rows: number, columns: number}} size
 * @param {number} page  the rows in sight
 * @param {boolean} isMirrored
 * @returns {Cell|null}
 */
function moved({ row, column }, { key, ctrlKey }, size, page, isMirrored) {
  const [next, previous] = isMirrored ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
  /** @type {Record<string, Cell>} */
  const moves = {
    ArrowDown: { row: Math.min(row + 1, lastRow), column },
    ArrowUp: { row: Math.max(row - 1, 0), column },
    [next]: { row, column: Math.min(column + 1, lastColumn) },
    [previous]: { row, column: Math.max(column - 1, 0) },
    PageDown: { row: Math.min(row + page, lastRow), column },
    PageUp: { row: Math.max(row - page, 0), column },
    Home: { row: ctrlKey ? 0 : row, column: 0 },
    End: { row: ctrlKey ? lastRow : row, column: lastColumn },
  };
  return Object.hasOwn(moves, key) ? moves[key] : null;
}
