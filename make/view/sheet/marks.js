/** Which findings belong to which cells of the sheet. */

/** @import {Report} from "../../core/types.d.ts" */

/** @typedef {Report["findings"][number]} Finding */
/** @typedef {Report["places"]["unmatched"][number]} Unmatched */
/** @typedef {{findings: Finding[], place: Unmatched|null}} Mark */

/**
 * A function that returns what is to be said about a cell, or null. The report names the first cells of a finding; `found`
 * has the places in the report of those that the core has told about this cell.
 * @param {Report|null} report
 * @returns {(row: number, column: number, text: string, found?: number[]) => Mark|null}
 */
export function marksOf(report) {
  /** @type {Map<string, Finding[]>} */
  const byCell = new Map();
  for (const finding of report?.findings ?? []) {
    for (const cell of finding.cells) byCell.set(cell, [...(byCell.get(cell) ?? []), finding]);
  }
  const places = new Map((report?.places.unmatched ?? []).map((place) => [place.text, place]));
  const named = new Set(["entity", "of-entity"]);
  const roles = report?.columns.map(({ role }) => role) ?? [];
  return (row, column, text, found = []) => {
    const told = found.flatMap((place) => report?.findings[place] ?? []);
    const findings = [...new Set([...(byCell.get(`${letter(column)}${row + 1}`) ?? []), ...told])];
    const place = named.has(roles[column]) ? (places.get(text.trim()) ?? null) : null;
    return findings.length > 0 || place ? { findings, place } : null;
  };
}

/**
 * The letters of a column: A, B, … Z, AA.
 * @param {number} column
 */
export function letter(column) {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/**
 * The row and the column of a cell such as `B7` or `row 7`, counted from 0. `null` if there is none, as for a column.
 * @param {string} name
 * @returns {{row: number, column: number}|null}
 */
export function positionOf(name) {
  const [, letters = "A", row] = name.match(/^([A-Z]*)(\d+)$/) ?? name.match(/^row ()(\d+)$/) ?? [];
  if (!row) return null;
  const column = [...(letters || "A")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(row) - 1, column };
}
