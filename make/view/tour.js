/** The steps of the tour. The live figure gives date and entity of a new one. */

/** @import {Page} from "./el.js" */
/** @import {Dataset, Step} from "../state/types.js" */

import { plain, stepWith } from "../data/compose.js";
import { DateField } from "./date-field.js";
import { button, el, field } from "./el.js";
import { PlaceName, usePlaceName } from "./place-name.js";

/**
 * @param {Page} page
 * @param {Dataset} dataset
 */
export function tour(page, dataset) {
  const { state, t, dispatch } = page;
  const { shown, project } = state;
  // The dataset of the figure has only the steps with a headline.
  const steps = /** @type {Step[]} */ (project.look.tour ?? dataset.tour ?? []);
  const set = (/** @type {Step[]} */ tour, /** @type {string} */ field = "") =>
    dispatch({ type: "look", look: { tour }, field });
  const change = (/** @type {number} */ n, /** @type {Partial<Step>} */ over, /** @type {string} */ name = "") =>
    set(
      steps.map((step, place) => (place === n ? { ...step, ...over } : step)),
      name && `tour/${n}/${name}`,
    );
  const remove = (/** @type {number} */ n) => set(steps.filter((_, place) => place !== n));
  const add = () => shown && set([...steps, { ...momentOf(shown), title: "" }]);
  return el(
    "div",
    { class: "tour" },
    el("h3", null, t("tour")),
    el("p", { class: "hint" }, t("tour_hint")),
    el(
      "ol",
      null,
      steps.map((step, n) => stepItem(page, dataset, { step, n, change, remove })),
    ),
    button(t("add_step", { date: shown?.date || "…" }), add, { disabled: !shown }),
    shown && el("p", { class: "hint" }, el(Selection, { page, dataset, selected: shown.selected })),
  );
}

/** @typedef {(n: number, over: Partial<Step>, name?: string) => void} Change */

/**
 * @param {Page} page
 * @param {Dataset} dataset
 * @param {{step: Step, n: number, change: Change, remove: (n: number) => void}} own
 */
function stepItem(page, dataset, { step, n, change, remove }) {
  const { t, state } = page;
  const { shown } = state;
  const title = plain(step.title, dataset.lang);
  const changed = (/** @type {"title"|"text"} */ name, /** @type {string} */ text) =>
    change(n, stepWith(step, name, text, dataset.lang), name);
  return el(
    "li",
    { key: n },
    el(
      "p",
      { class: "row" },
      el("strong", null, step.date),
      step.entity && el("bdi", { class: "hint" }, el(PlaceName, { page, dataset, id: step.entity })),
      step.entity &&
        button(t("without_place"), () => change(n, { entity: undefined }), {
          "aria-label": t("without_place_of", { n: n + 1 }),
        }),
      button(t("remove"), () => remove(n), { "aria-label": t("remove_step", { n: n + 1 }) }),
    ),
    el(
      "div",
      { class: "line" },
      el(DateField, {
        page,
        id: `step-${n}-date`,
        label: t("step_date"),
        value: step.date,
        isNeeded: true,
        onDay: (/** @type {string} */ date) => change(n, { date }, "date"),
      }),
      button(t("as_shown"), () => shown && change(n, momentOf(shown)), {
        disabled: !shown,
        "aria-label": t("as_shown_of", { n: n + 1 }),
      }),
    ),
    field({
      id: `step-${n}`,
      label: t("step_title"),
      value: title,
      placeholder: t("new_step"),
      error: title.trim() ? "" : t("step_untitled"),
      onInput: (title) => changed("title", title),
    }),
    field({
      id: `step-${n}-text`,
      label: t("step_text"),
      value: plain(step.text, dataset.lang),
      onInput: (text) => changed("text", text),
    }),
  );
}

/**
 * Date and entity that the figure shows, as those of a step.
 * @param {import("../state/types.js").Shown} shown
 */
const momentOf = ({ date, selected }) => ({ date, entity: selected ?? undefined });

/**
 * Whether a new step will have an entity: a second click on an entity in the figure takes its selection back.
 * @param {{page: Page, dataset: Dataset, selected: string|null}} props
 */
function Selection({ page, dataset, selected }) {
  const place = usePlaceName({ page, dataset, id: selected ?? "" });
  return selected ? page.t("selected", { place }) : page.t("none_selected");
}
