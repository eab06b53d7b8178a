/** What the core knows about the cells of the sheet, asked when they come in sight. */

/** @import {Choices, Core, Report} from "../../core/types.d.ts" */

import { useEffect, useRef, useState } from "preact/hooks";

/** The rows that are asked for at once. */
const BLOCK = 100;

/** How often a block that was refused is asked for. */
const TRIES = 3;

/**
 * The cells of the rows from `first` on. Rows that have not come yet are missing.
 * @param {Core} core
 * @param {{name: string}} sheet  another object stands for other cells, also of a sheet with the same name
 * @param {number} first
 * @param {number} count
 * @returns {(row: number) => string[]|undefined}
 */
export function useRows(core, sheet, first, count) {
  const blockOf = useBlocks(sheet, first, count, (from, to) => core.rows(sheet.name, from, to));
  return (row) => blockOf(row)?.[row % BLOCK];
}

/**
 * The places in the report of the findings that a cell has.
 * @param {Core} core
 * @param {Report} report
 * @param {Choices} choices  those of the report
 * @param {number} first
 * @param {number} count
 * @returns {(row: number, column: number) => number[]}
 */
export function useFindings(core, report, choices, first, count) {
  const ask = async (/** @type {number} */ from, /** @type {number} */ to) => {
    const found = /** @type {Map<string, number[]>} */ (new Map());
    // Without findings no cell has one.
    const marks = report.findings.length > 0 ? await core.marks(choices, from, to) : [];
    for (const { row, column, finding } of marks) {
      const name = `${row}/${column}`;
      found.set(name, [...(found.get(name) ?? []), finding]);
    }
    return found;
  };
  const blockOf = useBlocks(report, first, count, ask);
  return (row, column) => blockOf(row)?.get(`${row}/${column}`) ?? [];
}

/**
 * What is asked for in blocks of rows, each once. Blocks that have not come yet are missing.
 * @template T
 * @param {object} subject  another object stands for other answers
 * @param {number} first
 * @param {number} count
 * @param {(from: number, to: number) => Promise<T>} ask
 * @returns {(row: number) => T|undefined}
 */
function useBlocks(subject, first, count, ask) {
  const [, refresh] = useState(0);
  const kept = useRef(/** @type {Asked<T>} */ (empty(subject)));
  if (kept.current.subject !== subject) kept.current = empty(subject);
  const { blocks } = kept.current;
  const [from, to] = [Math.floor(first / BLOCK), Math.floor((first + count) / BLOCK)];
  useEffect(() => {
    const asked = kept.current;
    for (let block = from; block <= to; block++) {
      if (asked.blocks.has(block)) continue;
      asked.blocks.set(block, undefined);
      ask(block * BLOCK, (block + 1) * BLOCK)
        .then(
          (answer) => void asked.blocks.set(block, answer),
          () => refused(asked, block),
        )
        .then(() => kept.current === asked && refresh((n) => n + 1));
    }
  });
  return (row) => blocks.get(Math.floor(row / BLOCK));
}

/**
 * @template T
 * @typedef {{subject: object, blocks: Map<number, T|undefined>, refusals: Map<number, number>}} Asked
 */

/** @param {object} subject @returns {Asked<any>} */
const empty = (subject) => ({ subject, blocks: new Map(), refusals: new Map() });

/**
 * A block that was refused, as when the person cancels work, is asked for again when the sheet is drawn.
 * @param {Asked<any>} asked
 * @param {number} block
 */
function refused({ blocks, refusals }, block) {
  const times = (refusals.get(block) ?? 0) + 1;
  refusals.set(block, times);
  if (times < TRIES) blocks.delete(block);
}
