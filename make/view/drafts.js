/** The drafts that the browser keeps. */

/** @import {Page} from "./el.js" */

import { button, el } from "./el.js";

/** @param {Page} page */
export function drafts({ state, t, give }) {
  if (state.drafts.length === 0) return null;
  return el(
    "div",
    { class: "drafts" },
    el("h3", null, t("drafts")),
    el("p", { class: "hint" }, t("drafts_hint")),
    el(
      "ul",
      null,
      state.drafts.map(({ id, title }) =>
        el(
          "li",
          { key: id },
          button(title, () => void give.draft(id), { class: "open", dir: "auto" }),
          button(t("delete"), () => void give.forget(id), { "aria-label": t("delete_draft", { title }) }),
        ),
      ),
    ),
  );
}
