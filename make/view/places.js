/** Names that mean no place, or several: what each of them is. */

/** @import {Page} from "./el.js" */
/** @import {Report, Suggestion} from "../core/types.d.ts" */

import { useState } from "preact/hooks";
import { newest } from "../data/newest.js";
import { button, el } from "./el.js";

/** @typedef {Report["places"]["unmatched"][number]} Unmatched */

/** The most names that are listed at once. */
const MOST = 20;

/** @param {Page} page */
export function places(page) {
  const { state, t } = page;
  const unmatched = state.report?.places.unmatched ?? [];
  if (unmatched.length === 0) return null;
  return el(
    "div",
    { class: "places" },
    el(
      "ul",
      { class: "findings" },
      unmatched.slice(0, MOST).map((place) => placeItem(page, place, "list")),
    ),
    unmatched.length > MOST && el("p", { class: "hint" }, t("and_more", { n: unmatched.length - MOST })),
  );
}

/**
 * @param {Page} page
 * @param {Unmatched} place
 * @param {string} where  the list that it is in, for its id
 */
export function placeItem(page, place, where) {
  const { t, dispatch } = page;
  const { text, count, suggestions } = place;
  const is = (/** @type {string|boolean|null} */ place) =>
    dispatch({ type: "choose", choices: { places: { [text]: place } } });
  return el(
    "li",
    { key: text, class: "place" },
    el(
      "p",
      null,
      el("bdi", null, el("strong", null, text)),
      " ",
      el("span", { class: "hint" }, t("rows", { n: count })),
    ),
    el(
      "p",
      { class: "row" },
      suggestions.map(({ id, name }) =>
        button(name, () => is(id), {
          key: id,
          class: "repair",
          "aria-label": t("name_is", { name: text, place: name }),
        }),
      ),
      button(t("own_entity"), () => is(true), { "aria-label": `${text}: ${t("own_entity")}` }),
      button(t("leave_out"), () => is(null), { "aria-label": `${text}: ${t("leave_out")}` }),
    ),
    el(Search, { page, text, is, id: `${where}-${text}` }),
  );
}

/** Only the newest letters count. */
const find = newest((/** @type {Page["core"]} */ core, /** @type {string} */ query, /** @type {string} */ grid) =>
  core.places(query, grid),
);

/**
 * Looks for another place.
 * @param {{page: Page, text: string, is: (id: string) => void, id: string}} props
 */
function Search({ page, text, is, id }) {
  const { t, core, state } = page;
  const [found, setFound] = useState(/** @type {Suggestion[]} */ ([]));
  /** @param {{currentTarget: HTMLInputElement}} event */
  const search = async ({ currentTarget }) => {
    const query = currentTarget.value.trim();
    const grid = state.report?.places.grid ?? "world";
    const answer = query ? await find(core, query, grid).catch(() => null) : { suggestions: [] };
    // Meanwhile the person may have typed more.
    if (answer && currentTarget.value.trim() === query) setFound(answer.suggestions);
  };
  return el(
    "details",
    null,
    el("summary", null, t("another_place")),
    el("input", { id, type: "search", onInput: search, "aria-label": t("place_of", { name: text }), dir: "auto" }),
    el(
      "p",
      { class: "row", "aria-live": "polite" },
      found.map(({ id, name }) => button(name, () => is(id), { key: id, class: "repair" })),
    ),
  );
}
