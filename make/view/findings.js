/** What a person should look at, with its repair. */

/** @import {Page} from "./el.js" */
/** @import {Report} from "../core/types.d.ts" */

import { button, el } from "./el.js";
import { asSentence, told } from "./sentence.js";

/** @typedef {Report["findings"][number]} Finding */
/** @typedef {(cell: string) => void} Go */

/**
 * The findings as a list. Each can be repaired, and leads to its first cells.
 * @param {Page} page
 * @param {Finding[]} findings
 * @param {Go} go
 */
export function findingList(page, findings, go) {
  if (findings.length === 0) return null;
  return el(
    "div",
    { class: "found" },
    el("h3", null, page.t("findings", { n: findings.length })),
    el(
      "ul",
      { class: "findings" },
      findings.map((finding) => findingItem(page, finding, go)),
    ),
  );
}

/**
 * @param {Page} page
 * @param {Finding} finding
 * @param {Go|null} go
 */
export function findingItem(page, finding, go) {
  const { t, dispatch } = page;
  const { severity, message, help, words, count, cells, repair } = finding;
  const found = told(page, words, asSentence(message));
  const right = help === null ? null : told(page, { ...words, key: `${words.key}.help` }, asSentence(help));
  return el(
    "li",
    { key: finding.code + message, class: severity },
    el(
      "p",
      found.attributes,
      found.text,
      right && [" ", el("span", { class: "help", ...right.attributes }, right.text)],
    ),
    el(
      "p",
      { class: "row" },
      repair && button(t(repairOf(finding)), () => dispatch({ type: "choose", choices: repair }), { class: "repair" }),
      finding.code === STATUS_DATES && cells.map((column) => unused(page, column)),
      go && cells.map((cell) => cellLink(t, cell, go)),
      go && count > cells.length && el("span", { class: "hint" }, t(moreOf(cells), { n: count - cells.length })),
    ),
  );
}

/** What the sheet has more of than is listed. @param {string[]} cells */
function moreOf([first = ""]) {
  if (first.startsWith("row ")) return "and_more_rows";
  return /\d/.test(first) ? "and_more_cells" : "and_more";
}

/** The finding about columns of dates that are statuses of one line. */
const STATUS_DATES = "status-dates";

/** What the button of a repair says. Of this finding it is no repair, but says that all is right. @param {Finding} finding */
const repairOf = ({ code }) => (code === STATUS_DATES ? "all_statuses" : "repair");

/**
 * A button that takes a column away from the statuses.
 * @param {Page} page
 * @param {string} column  its letter
 */
function unused({ t, state, dispatch }, column) {
  const name = state.report?.columns.find(({ letter }) => letter === column)?.name || column;
  const choices = { columns: { [column]: /** @type {const} */ ("ignore") } };
  return button(t("not_a_status", { column: name }), () => dispatch({ type: "choose", choices }), {
    key: `-${column}`,
  });
}

/**
 * The way to a cell such as `B7`, or to a row such as `row 7`. A column has none.
 * @param {Page["t"]} t
 * @param {string} cell
 * @param {Go} go
 */
function cellLink(t, cell, go) {
  const [, row] = cell.match(/^row (\d+)$/) ?? [];
  if (row) return button(t("row", { row }), () => go(cell), { key: cell, class: "cell" });
  if (!/\d/.test(cell)) return el("span", { key: cell, class: "cell" }, cell);
  return button(cell, () => go(cell), { key: cell, class: "cell", "aria-label": t("go_to_cell", { cell }) });
}
