/** The fourth step: files and snippets, all made in the browser. */

/** @import {Page} from "./el.js" */

import { useState } from "preact/hooks";
import { blankDate } from "../data/first-date.js";
import { button, el, field, step } from "./el.js";
import { obstacles } from "./problems.js";
import { Snippets } from "./snippets.js";
import { trouble, wait } from "./wait.js";

/** A row of buttons: the figure as a folder or a page; its data and pictures. @typedef {"folder"|"other"} Row */

/** @param {{page: Page}} props */
export function PublishStep({ page }) {
  const { state, t, save } = page;
  const [pressed, setPressed] = useState(/** @type {Row} */ ("folder"));
  const head = { id: "publish", title: t("publish_title") };
  if (!state.dataset) return step(head, el("p", { class: "intro" }, t("after_columns")));
  const errors = state.problems.filter(({ severity }) => severity === "error");
  const isBusy = state.busy === "publishing";
  const file = (
    /** @type {Row} */ row,
    /** @type {keyof Page["save"]} */ kind,
    /** @type {Record<string, any>} */ props,
  ) => {
    const make = () => {
      setPressed(row);
      void save[kind]();
    };
    return button(t(`save_${kind}`), make, { disabled: isBusy, ...props });
  };
  // A figure with errors cannot be drawn; its data can be saved.
  const drawn = { disabled: isBusy || errors.length > 0 };
  const address = state.project.publishing.address?.trim();
  const blank = blankDate(state.dataset, state.project.look);
  return step(
    head,
    el("p", { class: "intro" }, t("publish_intro")),
    errors.length > 0 && obstacles(page, errors),
    blank && el("p", { class: "alike" }, t("blank_first", { date: blank })),
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
    el("p", { class: "hint" }, t("zip_hint", { folder: "snippets", file: "make.json" })),
    el("p", { class: "row" }, file("folder", "zip", { ...drawn, class: "primary" }), file("folder", "page", drawn)),
    outcome(page, pressed === "folder"),
    el("h3", null, t("other_files")),
    el(
      "p",
      { class: "row" },
      file("other", "csv", {}),
      file("other", "json", {}),
      file("other", "svg", drawn),
      file("other", "png", drawn),
    ),
    outcome(page, pressed === "other"),
    errors.length === 0 && address && el(Snippets, { page, address }),
    el("p", { class: "hint" }, t("take_in_hint")),
  );
}

/**
 * What came of the last click on a row of buttons, below them. Its place stays blank before, so that no button moves.
 * @param {Page} page
 * @param {boolean} isPressed  whether a button of this row was the last one
 */
function outcome(page, isPressed) {
  return el("div", { class: "outcome" }, isPressed && [saved(page), wait(page, true), trouble(page, true)]);
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
