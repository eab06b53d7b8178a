/** The fourth step: files and snippets, all made in the browser. */

/** @import {Page} from "./el.js" */

import { button, el, field, step } from "./el.js";
import { obstacles } from "./problems.js";
import { Snippets } from "./snippets.js";
import { trouble, wait } from "./wait.js";

/** @param {{page: Page}} props */
export function PublishStep({ page }) {
  const { state, t, save } = page;
  const head = { id: "publish", title: t("publish_title") };
  if (!state.dataset) return step(head, el("p", { class: "intro" }, t("after_columns")));
  const errors = state.problems.filter(({ severity }) => severity === "error");
  const isBusy = state.busy === "publishing";
  const data = (/** @type {string} */ text, /** @type {() => void} */ make) => button(text, make, { disabled: isBusy });
  // A figure with errors cannot be drawn; its data can be saved.
  const file = (/** @type {string} */ text, /** @type {() => void} */ make, primary = false) =>
    button(text, make, { disabled: isBusy || errors.length > 0, class: primary ? "primary" : "" });
  const address = state.project.publishing.address?.trim();
  return step(
    head,
    el("p", { class: "intro" }, t("publish_intro")),
    errors.length > 0 && obstacles(page, errors),
    setting(page, "address", { type: "url", placeholder: "https://paper.example/story/" }),
    el(
      "details",
      null,
      el("summary", null, t("more_publish")),
      setting(page, "provider"),
      setting(page, "width", { type: "number", min: "280", max: "2000", placeholder: "680" }),
      setting(page, "framedBy", { placeholder: "'self' https://*.paper.example" }),
      setting(page, "live", { type: "url", ...(state.report && { hint: t("publish_live_imported") }) }),
      liveOffer(page),
    ),
    el(
      "p",
      { class: "row" },
      file(t("save_zip"), () => void save.zip(), true),
      file(t("save_page"), () => void save.page()),
    ),
    saved(page),
    wait(page, true),
    trouble(page, true),
    el("h3", null, t("other_files")),
    el(
      "p",
      { class: "row" },
      data(t("save_csv"), () => void save.csv()),
      data(t("save_json"), () => void save.json()),
      file(t("save_svg"), () => void save.svg()),
      file(t("save_png"), () => void save.png()),
    ),
    errors.length === 0 && address && el(Snippets, { page, address }),
    el("p", { class: "hint" }, t("take_in_hint")),
  );
}

/** That the last file is saved. The live region of the page says it to screen readers. @param {Page} page */
function saved({ state: { said, busy }, t }) {
  if (said?.key !== "saved" || busy) return null;
  return el("p", { class: "good", "aria-hidden": "true" }, `✓ ${t("saved", said.values)}`);
}

/**
 * The address from which the dataset came. A sheet that needed an import is no live data: figures have no import.
 * @param {Page} page
 */
function liveOffer({ state, t, dispatch }) {
  const { source, publishing } = state.project;
  const address = source?.address;
  if (!address || state.report || publishing.live) return null;
  const take = () => dispatch({ type: "publish", publishing: { live: address } });
  // Addresses can be long.
  return el("p", { class: "link" }, button(t("take_address", { address }), take));
}

/**
 * @param {Page} page
 * @param {"address"|"provider"|"width"|"framedBy"|"live"} name
 * @param {Record<string, string>} [attributes]
 */
function setting({ state, t, dispatch }, name, attributes) {
  return field({
    id: `publish-${name}`,
    label: t(`publish_${name}`),
    hint: t(`publish_${name}_hint`),
    value: state.project.publishing[name] ?? "",
    onInput: (value) => dispatch({ type: "publish", publishing: { [name]: value }, field: name }),
    ...attributes,
  });
}
