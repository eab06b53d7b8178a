/** The second step: what was understood, and what is asked. */

/** @import {Page} from "./el.js" */
/** @import {Order, Report, Shape} from "../core/types.d.ts" */

import { useState } from "preact/hooks";
import { answers } from "./answers.js";
import { el, select, step } from "./el.js";
import { findingList } from "./findings.js";
import { problems } from "./problems.js";
import { questions } from "./questions.js";
import { told } from "./sentence.js";
import { positionOf } from "./sheet/marks.js";
import { SheetTable } from "./sheet/sheet-table.js";
import { typedField } from "./typed-field.js";

/** @typedef {{row: number, column: number}} Cell */

/** @param {{page: Page}} props */
export function ColumnsStep({ page }) {
  const [target, setTarget] = useState(/** @type {Cell|null} */ (null));
  const { report, opened } = page.state;
  const { t } = page;
  const head = { id: "columns", title: t("columns_title") };
  if (opened?.kind === "dataset") return step(head, el("p", { class: "intro" }, t("no_columns")), problems(page));
  if (!report) return step(head, el("p", { class: "intro" }, t("after_data")));
  const shape = told(page, report.shape.words, report.shape.sentence);
  return step(
    head,
    el("p", { class: "understood", ...shape.attributes }, shape.text),
    report.events > 0 && el("p", { class: "intro" }, summary(page, report)),
    questions(page),
    before(page, report),
    el(SheetTable, { page, report, target }),
    findingList(page, report.findings, (cell) => setTarget(positionOf(cell))),
    problems(page),
    settings(page, report),
    answers(page),
  );
}

/**
 * @param {Page} page
 * @param {Report} report
 */
function summary({ t }, { events, entities, first, last }) {
  return t("summary", { n: events, m: entities, first: first ?? "", last: last ?? "" });
}

/**
 * The status that the sheet leaves blank. It is asked where places have no date, and where columns are statuses.
 * @param {Page} page
 * @param {Report} report
 */
function before({ state, t, dispatch }, report) {
  const chosen = state.project.choices.before ?? "";
  const isBlank = report.undated > 0 || report.shape.id === "dates";
  if (report.events === 0 || (!chosen && !isBlank)) return null;
  const choose = (/** @type {string} */ text) => {
    const label = text.trim();
    dispatch(label ? { type: "choose", choices: { before: label } } : { type: "unchoose", path: ["before"] });
    return label;
  };
  return el(
    "div",
    { class: "before" },
    typedField({
      id: "before",
      label: t("before"),
      hint: report.undated > 0 && !chosen ? t("before_undated", { n: report.undated }) : t("before_hint"),
      value: chosen,
      list: "before-statuses",
      placeholder: t("before_default"),
      onText: choose,
    }),
    el(
      "datalist",
      { id: "before-statuses" },
      report.statuses.map(({ id, label }) => el("option", { key: id, value: label })),
    ),
  );
}

/**
 * What a person changes rarely: the shape, the header, the order of day and month.
 * @param {Page} page
 * @param {Report} report
 */
function settings(page, report) {
  const { t, dispatch } = page;
  const shapes = [report.shape.id, ...report.shape.others];
  const header = report.header ? report.header.row : 0;
  return el(
    "details",
    { class: "settings" },
    el("summary", null, t("more_columns")),
    dates(page, report),
    select({
      id: "shape",
      label: t("shape"),
      value: report.shape.id,
      options: shapes.map((id) => [id, t(`shape.${id}`)]),
      onChange: (shape) => dispatch({ type: "choose", choices: { shape: /** @type {Shape} */ (shape) } }),
    }),
    typedField({
      id: "header",
      type: "number",
      min: "0",
      label: t("header_row"),
      hint: t("header_hint"),
      value: String(header),
      onText: (/** @type {string} */ text) => {
        const header = headerOf(Number(text));
        dispatch({ type: "choose", choices: { header } });
        return String(header ? header.row : 0);
      },
    }),
    select({
      id: "order",
      label: t("order"),
      value: report.dates.order ?? "",
      options: [["", t("order_settled")], ...orders(t)],
      onChange: (order) =>
        dispatch(
          order
            ? { type: "choose", choices: { dates: { order: /** @type {Order} */ (order) } } }
            : { type: "unchoose", path: ["dates"] },
        ),
    }),
  );
}

/** In which order the dates are read. @param {Page} page @param {Report} report */
function dates(page, { dates: { words, sentence } }) {
  if (!words) return null;
  const { text, attributes } = told(page, words, sentence);
  return el("p", { class: "hint", ...attributes }, text);
}

/** @param {Page["t"]} t @returns {[string, string][]} */
const orders = (t) => ["dmy", "mdy", "ymd"].map((order) => [order, t(`order.${order}`)]);

/** @param {number} row @returns {false|{row: number, rows: number}} */
const headerOf = (row) => (row >= 1 ? { row: Math.floor(row), rows: 1 } : false);
