/** The third step: how the figure looks. */

/** @import {Page} from "./el.js" */
/** @import {View} from "../core/types.d.ts" */
/** @import {Dataset, Look} from "../state/types.js" */

import { plain } from "../data/compose.js";
import { LANGUAGES } from "../i18n/words.js";
import { DateField } from "./date-field.js";
import { button, el, field, select, step } from "./el.js";
import { Statuses } from "./statuses.js";
import { tour } from "./tour.js";

/** The built-in grids. */
const GRIDS = ["world", "world-territories", "eu", "africa", "us-states"];

/** Texts and dates whose label does not say what they are for. */
const HINTED = ["subtitle", "description", "date", "start"];

/** @param {{page: Page}} props */
export function LookStep({ page }) {
  const { state, t } = page;
  const head = { id: "look", title: t("look_title") };
  if (!state.dataset) return step(head, el("p", { class: "intro" }, t("after_columns")));
  const { dataset } = state;
  return step(
    head,
    text(page, dataset, "title"),
    text(page, dataset, "subtitle"),
    el(Statuses, { page, dataset }),
    el("div", { class: "pair" }, grid(page, dataset), language(page), firstView(page, dataset)),
    dates(page, dataset),
    tour(page, dataset),
    el(
      "details",
      null,
      el("summary", null, t("more_look")),
      text(page, dataset, "description"),
      text(page, dataset, "license"),
      state.report && textsLanguage(page, dataset),
    ),
  );
}

/**
 * @param {Page} page
 * @param {Dataset} dataset
 * @param {"title"|"subtitle"|"description"|"license"} name
 */
function text({ t, dispatch }, dataset, name) {
  return field({
    id: `figure-${name}`,
    label: t(name === "title" ? "look_heading" : `look_${name}`),
    ...(HINTED.includes(name) && { hint: t(`look_${name}_hint`) }),
    value: plain(dataset[name], dataset.lang),
    onInput: (value) => dispatch({ type: "look", look: { [name]: value }, field: name }),
  });
}

/**
 * The grid. Names of places depend on it, so that a sheet is understood again.
 * @param {Page} page
 * @param {Dataset} dataset
 */
function grid({ state, t, dispatch }, dataset) {
  const own = dataset.tiles ? [/** @type {[string, string]} */ (["", t("own_grid")])] : [];
  return select({
    id: "grid",
    label: t("grid"),
    value: dataset.grid ?? "",
    options: [...own, ...GRIDS.map((id) => /** @type {[string, string]} */ ([id, t(`grid.${id}`)]))],
    onChange: (grid) =>
      dispatch(state.report ? { type: "choose", choices: { grid } } : { type: "look", look: { grid } }),
  });
}

/** @param {Page} page */
function language({ state, t, dispatch }) {
  return select({
    id: "figure-lang",
    label: t("figure_language"),
    value: state.project.look.lang ?? "",
    options: [["", t("language_of_page")], .../** @type {[string, string][]} */ (Object.entries(LANGUAGES))],
    onChange: (lang) => dispatch({ type: "look", look: { lang } }),
  });
}

/**
 * The view with which the figure begins. The companies and blocs are offered if the dataset has some.
 * @param {Page} page
 * @param {Dataset} dataset
 */
function firstView({ state, t, dispatch }, dataset) {
  const { view = "" } = state.project.look;
  const isGroup = (/** @type {{kind?: string}} */ { kind }) => kind === "bloc" || kind === "company";
  const hasGroups = dataset.entities?.some(isGroup) || [view, state.shown?.view].includes("groups");
  const views = ["map", "lanes", ...(hasGroups ? ["groups"] : []), "table"];
  return select({
    id: "figure-view",
    label: t("look_view"),
    value: view,
    options: [
      ["", t("look_view_default")],
      ...views.map((id) => /** @type {[string, string]} */ ([id, t(`view.${id}`)])),
    ],
    onChange: (view) => dispatch({ type: "look", look: { view: /** @type {View} */ (view) } }),
  });
}

/**
 * The language of the texts of a sheet. A dataset of the format says it itself.
 * @param {Page} page
 * @param {Dataset} dataset
 */
function textsLanguage({ t, dispatch }, dataset) {
  const lang = dataset.lang ?? "en";
  const own = lang in LANGUAGES ? [] : [/** @type {[string, string]} */ ([lang, lang])];
  return select({
    id: "texts-lang",
    label: t("texts_language"),
    value: lang,
    options: [...own, .../** @type {[string, string][]} */ (Object.entries(LANGUAGES))],
    onChange: (lang) => dispatch({ type: "choose", choices: { lang } }),
  });
}

/**
 * The dates that the figure begins with. They are those that the live figure shows.
 * @param {Page} page
 * @param {Dataset} dataset
 */
function dates(page, dataset) {
  const { state, t } = page;
  const { look } = state.project;
  return el(
    "div",
    { class: "dates" },
    el("h3", null, t("dates")),
    el("p", { class: "hint" }, t("dates_hint")),
    date(page, "date", look.date),
    date(page, "start", look.start ?? dataset.start),
    date(page, "end", look.end ?? dataset.end),
  );
}

/**
 * @param {Page} page
 * @param {"date"|"start"|"end"} name
 * @param {string|undefined} value
 */
function date(page, name, value) {
  const { t } = page;
  return [
    HINTED.includes(name) && el("p", { class: "hint", key: `${name}-hint` }, t(`look_${name}_hint`)),
    dateLine(page, name, value),
  ];
}

/**
 * @param {Page} page
 * @param {"date"|"start"|"end"} name
 * @param {string|undefined} value
 */
function dateLine(page, name, value) {
  const { state, t, dispatch } = page;
  const { shown } = state;
  const set = (/** @type {string} */ day, /** @type {string} */ field = "") =>
    dispatch({ type: "look", look: /** @type {Look} */ ({ [name]: day }), field });
  return el(
    "div",
    { class: "line" },
    el(DateField, {
      page,
      id: `look-${name}`,
      label: t(`look_${name}`),
      value: value ?? "",
      isLast: name === "end",
      onDay: (/** @type {string} */ day) => set(day, name),
      placeholder: t(`look_${name}_default`),
    }),
    button(t("shown_date", { date: shown?.date || "…" }), () => shown && set(shown.date), {
      disabled: !shown,
      "aria-label": t("shown_date_for", { date: shown?.date || "…", field: t(`look_${name}`) }),
    }),
  );
}
