/** The whole page. */

/** @import {Page} from "./el.js" */

import { LANGUAGES } from "../i18n/words.js";
import { ColumnsStep } from "./columns-step.js";
import { DataStep } from "./data-step.js";
import { button, el, select } from "./el.js";
import { LookStep } from "./look-step.js";
import { Preview } from "./preview.js";
import { PublishStep } from "./publish-step.js";

/** What the page says that nothing else on it shows. */
const SEEN = ["draft_not_kept", "draft_gone", "draft_deleted", "draft_not_deleted", "copy_by_hand"];

/** @param {{page: Page}} props */
export function App({ page }) {
  const { state, t } = page;
  const said = state.said ? t(state.said.key, state.said.values) : "";
  return [
    header(page),
    el(
      "main",
      { key: "main" },
      el("div", { class: "steps" }, el(DataStep, { page }), el(ColumnsStep, { page })),
      el(Preview, { page }),
      el("div", { class: "steps" }, el(LookStep, { page }), el(PublishStep, { page })),
    ),
    el("p", { key: "said", class: SEEN.includes(state.said?.key ?? "") ? "told" : "unseen", role: "status" }, said),
  ];
}

/** @param {Page} page */
function header({ state, t, lang, speak, dispatch }) {
  return el(
    "header",
    { key: "header", class: "masthead" },
    el("div", null, el("h1", null, t("title")), el("p", null, t("promise"))),
    el(
      "div",
      { class: "row" },
      button(t("undo"), () => dispatch({ type: "undo" }), { disabled: state.past.length === 0 }),
      button(t("redo"), () => dispatch({ type: "redo" }), { disabled: state.future.length === 0 }),
      select({
        id: "language",
        label: t("language"),
        hidden: true,
        value: lang,
        options: /** @type {[string, string][]} */ (Object.entries(LANGUAGES)),
        onChange: speak,
      }),
    ),
  );
}
