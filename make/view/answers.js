/** What the person has answered. Each answer can be taken back. */

/** @import {Page} from "./el.js" */

import { button, el } from "./el.js";

/** Choices that other parts of the page show. */
const SHOWN = ["sheet", "columns"];

/** @param {Page} page */
export function answers(page) {
  const { state, t, dispatch } = page;
  const given = Object.entries(state.project.choices)
    .filter(([name]) => !SHOWN.includes(name))
    .flatMap(([name, value]) => listed(name, value, page));
  if (given.length === 0) return null;
  return el(
    "details",
    { class: "answers" },
    el("summary", null, t("answers", { n: given.length })),
    el(
      "ul",
      null,
      given.map(({ path, text }) =>
        el(
          "li",
          { key: path.join("/") },
          el("bdi", null, text),
          " ",
          button(t("take_back"), () => dispatch({ type: "unchoose", path }), {
            "aria-label": t("take_back_this", { answer: text }),
          }),
        ),
      ),
    ),
  );
}

/**
 * A choice as a line, and each name of a place as a line of its own.
 * @param {string} name
 * @param {any} value
 * @param {Page} page
 * @returns {{path: string[], text: string}[]}
 */
function listed(name, value, page) {
  const { t } = page;
  if (name !== "places") return [{ path: [name], text: `${t(`choice.${name}`)}: ${named(name, value, page)}` }];
  return Object.entries(value).map(([text, place]) => {
    const is = place === true ? t("own_entity") : place === null || place === false ? t("leave_out") : String(place);
    return { path: [name, text], text: `${text}: ${is}` };
  });
}

/**
 * A value by its name on the page, where it has one.
 * @param {string} name
 * @param {any} value
 * @param {Page} page
 * @returns {string}
 */
function named(name, value, { t, sentence }) {
  if (name === "shape" || name === "grid") return t(`${name}.${value}`);
  if (name === "dates" && value.order) return t(`order.${value.order}`);
  if (name === "conflicts") return sentence({ key: `option.${value}-row`, values: {} }) ?? value;
  return inWords(value);
}

/** @param {any} value @returns {string} */
function inWords(value) {
  if (Array.isArray(value)) return value.map(inWords).join(", ");
  if (typeof value === "object" && value !== null) return Object.values(value).map(inWords).join(", ");
  return value === null ? "–" : String(value);
}
