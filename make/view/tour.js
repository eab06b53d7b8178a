/** The steps of the tour. The live figure gives date and entity of a new one. */

/** @import {Page} from "./el.js" */
/** @import {Dataset, Step} from "../state/types.js" */

import { plain } from "../data/compose.js";
import { button, el, field } from "./el.js";
import { PlaceName } from "./place-name.js";

/**
 * @param {Page} page
 * @param {Dataset} dataset
 */
export function tour(page, dataset) {
  const { state, t, dispatch } = page;
  const { shown } = state;
  const steps = /** @type {Step[]} */ (dataset.tour ?? []);
  const set = (/** @type {Step[]} */ tour, /** @type {string} */ field = "") =>
    dispatch({ type: "look", look: { tour }, field });
  const change = (/** @type {number} */ n, /** @type {Partial<Step>} */ over, /** @type {string} */ name) =>
    set(
      steps.map((step, place) => (place === n ? { ...step, ...over } : step)),
      `tour/${n}/${name}`,
    );
  const add = () => {
    if (!shown) return;
    const entity = shown.selected ? { entity: shown.selected } : {};
    set([...steps, { date: shown.date, title: t("new_step", { date: shown.date }), ...entity }]);
  };
  return el(
    "div",
    { class: "tour" },
    el("h3", null, t("tour")),
    el("p", { class: "hint" }, t("tour_hint")),
    el(
      "ol",
      null,
      steps.map((step, n) =>
        el(
          "li",
          { key: n },
          el(
            "p",
            { class: "row" },
            el("strong", null, step.date),
            step.entity && el("bdi", { class: "hint" }, el(PlaceName, { page, dataset, id: step.entity })),
            button(t("remove"), () => set(steps.filter((_, place) => place !== n)), {
              "aria-label": t("remove_step", { n: n + 1 }),
            }),
          ),
          field({
            id: `step-${n}`,
            label: t("step_title"),
            value: plain(step.title, dataset.lang),
            onInput: (title) => change(n, { title }, "title"),
          }),
          field({
            id: `step-${n}-text`,
            label: t("step_text"),
            value: plain(step.text, dataset.lang),
            onInput: (text) => change(n, { text: text || undefined }, "text"),
          }),
        ),
      ),
    ),
    button(t("add_step", { date: shown?.date || "…" }), add, { disabled: !shown }),
  );
}
