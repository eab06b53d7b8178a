/** The first step: what the person gives. */

/** @import {Page} from "./el.js" */

import { useState } from "preact/hooks";
import { STARTERS } from "../data/starters.js";
import { drafts } from "./drafts.js";
import { button, el, select, step } from "./el.js";
import { trouble, wait } from "./wait.js";
import { Ways } from "./ways.js";

/** @param {{page: Page}} props */
export function DataStep({ page }) {
  const [isReplacing, setReplacing] = useState(false);
  const { state, t } = page;
  const isGiven = state.project.source !== null;
  return step(
    { id: "data", title: t("data_title"), intro: isGiven ? "" : t("data_intro") },
    isGiven && given(page, isReplacing, setReplacing),
    isGiven && isReplacing && el("p", { class: "hint" }, t("replace_keeps")),
    (!isGiven || isReplacing) && el(Ways, { page, replaces: isGiven, done: () => setReplacing(false) }),
    wait(page),
    trouble(page),
    !isGiven && starters(page),
    !isGiven && drafts(page),
  );
}

/**
 * What is open.
 * @param {Page} page
 * @param {boolean} isReplacing
 * @param {(is: boolean) => void} setReplacing
 */
function given(page, isReplacing, setReplacing) {
  const { state, t, dispatch } = page;
  const toggle = () => setReplacing(!isReplacing);
  return el(
    "div",
    { class: "given" },
    el("p", { class: "name" }, el("strong", { dir: "auto" }, state.project.source?.name)),
    state.opened && el("p", { class: "hint" }, about(page)),
    sheets(page),
    encodings(page),
    el(
      "p",
      { class: "row" },
      button(t("replace_sheet"), toggle, { "aria-expanded": String(isReplacing) }),
      button(t("start_over"), () => dispatch({ type: "leave" })),
    ),
    changed(page),
  );
}

/** @param {Page} page */
function about({ state: { opened, report, dataset }, t }) {
  if (opened?.kind === "dataset") return dataset ? t("is_dataset", { n: dataset.events?.length ?? 0 }) : "";
  const sheet = opened?.sheets.find(({ name }) => name === report?.sheet) ?? opened?.sheets[0];
  const encoding = opened?.encoding && opened.encoding !== "UTF-8" ? ` · ${opened.encoding}` : "";
  const rows = report ? Math.max(0, report.rows[1] - report.rows[0] + 1) : (sheet?.rows ?? 0);
  return `${t("rows", { n: rows })} × ${t("columns", { n: sheet?.columns ?? 0 })}${encoding}`;
}

/** The sheets to choose from. All those of a dataset are read. @param {Page} page */
function sheets({ state: { opened, report }, t, dispatch }) {
  if (!opened || opened.kind === "dataset" || opened.sheets.length < 2) return null;
  return select({
    id: "sheet",
    label: t("sheet"),
    value: report?.sheet ?? "",
    options: opened.sheets.map(({ name, rows }) => [name, `${name} (${t("rows", { n: rows })})`]),
    onChange: (sheet) => dispatch({ type: "choose", choices: { sheet } }),
  });
}

/** Other encodings, for text that looks wrong. @param {Page} page */
function encodings({ state: { opened, project }, t, give }) {
  if (!opened?.encoding || opened.encodings.length < 2 || opened.encoding === "UTF-8") return null;
  const { source } = project;
  return select({
    id: "encoding",
    label: t("encoding"),
    value: opened.encoding,
    options: opened.encodings.map((name) => [name, name]),
    onChange: (encoding) => source && void give.source({ ...source, encoding }, true),
  });
}

/** What differs from the sheet that was replaced. @param {Page} page */
function changed({ state: { differences }, t }) {
  if (differences.length === 0) return null;
  return el(
    "div",
    { class: "changed" },
    el("h3", null, t("what_changed")),
    el(
      "ul",
      null,
      differences.map(({ key, values }) => el("li", { key }, t(key, values))),
    ),
    el("p", { class: "hint" }, t("replace_keeps")),
  );
}

/** @param {Page} page */
function starters({ t, give }) {
  return el(
    "div",
    { class: "starters" },
    el("h3", null, t("starters")),
    el(
      "ul",
      { class: "row" },
      STARTERS.map(({ id, text }) =>
        el(
          "li",
          { key: id },
          button(t(`starter_${id}`), () => void give.source({ name: `${id}.csv`, text })),
        ),
      ),
    ),
  );
}
