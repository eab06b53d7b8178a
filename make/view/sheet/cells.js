/** The cells of the sheet, asked from the core when they come in sight. */

/** @import {Core} from "../../core/types.d.ts" */

import { useEffect, useRef, useState } from "preact/hooks";

/** The rows that are asked for at once. */
const BLOCK = 100;

/**
 * The rows from `first` on. Rows that have not come yet are missing.
 * @param {Core} core
 * @param {unknown} sheet  another value stands for another sheet
 * @param {number} first
 * @param {number} count
 * @returns {(row: number) => string[]|undefined}
 */
export function useRows(core, sheet, first, count) {
  const [, refresh] = useState(0);
  const kept = useRef({ sheet, blocks: /** @type {Map<number, string[][]>} */ (new Map()) });
  if (kept.current.sheet !== sheet) kept.current = { sheet, blocks: new Map() };
  const { blocks } = kept.current;
  const [from, to] = [Math.floor(first / BLOCK), Math.floor((first + count) / BLOCK)];
  useEffect(() => {
    const asked = kept.current;
    for (let block = from; block <= to; block++) {
      if (asked.blocks.has(block)) continue;
      asked.blocks.set(block, []);
      core.rows(block * BLOCK, (block + 1) * BLOCK).then(
        (rows) => {
          asked.blocks.set(block, rows);
          if (kept.current === asked) refresh((n) => n + 1);
        },
        () => asked.blocks.delete(block),
      );
    }
  }, [core, sheet, from, to]);
  return (row) => blocks.get(Math.floor(row / BLOCK))?.[row % BLOCK];
}
