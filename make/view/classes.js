/** Statuses for numbers: from which number on each of them counts. */

/** @import {Page} from "./el.js" */
/** @import {Report} from "../core/types.d.ts" */

import { useState } from "preact/hooks";
import { button, el, field, signButton } from "./el.js";

/** A threshold as it is typed. @typedef {{from: string, status: string}} Class */

/** @param {{page: Page, options: Report["questions"][number]["options"]}} props */
export function Classes({ page: { t, dispatch }, options }) {
  const [classes, setClasses] = useState(() => (options.at(-1)?.choices.classes ?? []).map(typed));
  const change = (/** @type {number} */ n, /** @type {Partial<Class>} */ over) =>
    setClasses(classes.map((one, place) => (place === n ? { ...one, ...over } : one)));
  const add = () => setClasses([...classes, { from: String(Number(classes.at(-1)?.from ?? 0) + 1), status: "" }]);
  /** @param {SubmitEvent} event */
  const onSubmit = (event) => {
    event.preventDefault();
    dispatch({ type: "choose", choices: { classes: numbered(classes) } });
  };
  return el(
    "details",
    null,
    el("summary", null, t("own_classes")),
    el(
      "form",
      { onSubmit },
      classes.map(({ from, status }, n) =>
        el(
          "div",
          { class: "line", key: n },
          field({
            id: `class-${n}`,
            type: "number",
            step: "any",
            // The browser refuses to submit a field that is no number.
            required: true,
            label: t("class_from"),
            value: from,
            onInput: (value) => change(n, { from: value }),
          }),
          field({
            id: `class-${n}-status`,
            label: t("class_status"),
            value: status,
            onInput: (value) => change(n, { status: value }),
          }),
          signButton("×", t("remove_class", { from }), () => setClasses(classes.filter((_, place) => place !== n))),
        ),
      ),
      el(
        "p",
        { class: "row" },
        button(t("add_class"), add),
        el("button", { type: "submit", class: "primary" }, t("answer")),
      ),
    ),
  );
}

/** @param {{from: number, status: string|null}} one @returns {Class} */
const typed = ({ from, status }) => ({ from: String(from), status: status ?? "" });

/** The thresholds as the import takes them, in the order of their numbers. @param {Class[]} classes */
function numbered(classes) {
  const named = classes.map(({ from, status }) => ({ from: Number(from), status: status.trim() || null }));
  return named.toSorted((a, b) => a.from - b.from);
}
