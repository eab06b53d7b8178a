/** The head of a column: its letter, its name, and what it has. */

/** @import {Page} from "../el.js" */
/** @import {Report, Role} from "../../core/types.d.ts" */

import { el, select } from "../el.js";

/** @type {Role[]} */
export const ROLES = [
  "ignore",
  "entity",
  "code",
  "part",
  "kind",
  "date",
  "year",
  "month",
  "day",
  "end",
  "end-year",
  "end-month",
  "end-day",
  "status",
  "status-date",
  "at-date",
  "of-entity",
  "source",
  "source-url",
  "source-date",
  "title",
  "text",
];

/**
 * @param {Page} page
 * @param {Report} report
 * @param {number} column
 * @param {string} letter
 */
export function columnHead({ t, dispatch }, report, column, letter) {
  const own = report.columns[column];
  const choose = (/** @type {string} */ role) =>
    dispatch({ type: "choose", choices: { columns: { [letter]: /** @type {Role} */ (role) } } });
  return el(
    "th",
    { key: column, scope: "col", "aria-colindex": column + 2, class: own?.role === "ignore" ? "unused" : "" },
    el("span", { class: "letter" }, letter, " ", el("bdi", null, own?.name)),
    own &&
      select({
        id: `role-${letter}`,
        label: t("role_of", { column: letter }),
        hidden: true,
        value: own.role,
        options: ROLES.map((role) => [role, t(`role.${role}`)]),
        onChange: choose,
      }),
  );
}
