/** The cells of the sheet, asked from the core when they come in sight. */

/** @import {Core} from "../../core/types.d.ts" */

import { useEffect, useRef, useState } from "preact/hooks";

/** The rows that are asked for at once. */
const BLOCK = 100;

/** How often a block that was refused is asked for. */
const TRIES = 3;

/**
 * The rows from `first` on. Rows that have not come yet are missing.
 * @param {Core} core
 * @param {{name: string}} sheet  another object stands for other cells, also of a sheet with the same name
 * @param {number} first
 * @param {number} count
 * @returns {(row: number) => string[]|undefined}
 */
export function useRows(core, sheet, first, count) {
  const [, refresh] = useState(0);
  const kept = useRef(empty(sheet));
  if (kept.current.sheet !== sheet) kept.current = empty(sheet);
  const { blocks } = kept.current;
  const [from, to] = [Math.floor(first / BLOCK), Math.floor((first + count) / BLOCK)];
  useEffect(() => {
    const asked = kept.current;
    for (let block = from; block <= to; block++) {
      if (asked.blocks.has(block)) continue;
      asked.blocks.set(block, []);
      core
        .rows(sheet.name, block * BLOCK, (block + 1) * BLOCK)
        .then(
          (rows) => void asked.blocks.set(block, rows),
          () => refused(asked, block),
        )
        .then(() => kept.current === asked && refresh((n) => n + 1));
    }
  });
  return (row) => blocks.get(Math.floor(row / BLOCK))?.[row % BLOCK];
}

/** @param {{name: string}} sheet */
function empty(sheet) {
  const blocks = /** @type {Map<number, string[][]>} */ (new Map());
  const refusals = /** @type {Map<number, number>} */ (new Map());
  return { sheet, blocks, refusals };
}

/**
 * A block that was refused, as when the person cancels work, is asked for again when the sheet is drawn.
 * @param {ReturnType<typeof empty>} asked
 * @param {number} block
 */
function refused({ blocks, refusals }, block) {
  const times = (refusals.get(block) ?? 0) + 1;
  refusals.set(block, times);
  if (times < TRIES) blocks.delete(block);
}
