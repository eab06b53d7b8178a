/** What a person should look at, with its repair. */

/** @import {Page} from "./el.js" */
/** @import {Report} from "../core/types.d.ts" */

import { button, el } from "./el.js";

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
export function findingItem({ t, dispatch }, finding, go) {
  const { severity, message, help, count, cells, repair } = finding;
  return el(
    "li",
    { key: finding.code + message, class: severity },
    el(
      "p",
      { lang: "en", dir: "auto" },
      sentence(message),
      help && el("span", { class: "help" }, ` ${sentence(help)}`),
    ),
    el(
      "p",
      { class: "row" },
      repair && button(t("repair"), () => dispatch({ type: "choose", choices: repair }), { class: "repair" }),
      go &&
        cells.map((cell) =>
          /\d/.test(cell)
            ? button(cell, () => go(cell), { key: cell, class: "cell", "aria-label": t("go_to_cell", { cell }) })
            : el("span", { key: cell, class: "cell" }, cell),
        ),
      go && count > cells.length && el("span", { class: "hint" }, t("and_more", { n: count - cells.length })),
    ),
  );
}

/** Sentences of the import begin with a small letter. @param {string} text */
function sentence(text) {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.?!]$/.test(first) ? first : `${first}.`;
}
