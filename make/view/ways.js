/** The ways to give a sheet: a file, cells, an address. */

/** @import {Page} from "./el.js" */

import { useState } from "preact/hooks";
import { pasted } from "../data/clipboard.js";
import { el, field } from "./el.js";

/** Endings of files that are read. */
const ACCEPTED = ".csv,.tsv,.txt,.xlsx,.xlsm,.xlsb,.xls,.ods,.json,.geojson,.html,.htm,.zip";

/** @typedef {(work: Promise<boolean>) => void} Take */

/** @param {{page: Page, replaces: boolean, done: () => void}} props */
export function Ways({ page, replaces, done }) {
  const [address, setAddress] = useState("");
  /** @type {Take} */
  const take = (work) => void work.then((isTaken) => isTaken && done());
  return el(
    "div",
    { class: "ways" },
    file(page, replaces, take),
    cells(page, replaces, take),
    el(
      "form",
      {
        class: "line address",
        onSubmit: (/** @type {SubmitEvent} */ event) => {
          event.preventDefault();
          if (address.trim()) take(page.give.address(address.trim(), replaces));
        },
      },
      field({
        id: "address",
        type: "url",
        label: page.t("address_of_sheet"),
        "aria-describedby": "address-hint",
        value: address,
        onInput: setAddress,
        placeholder: "https://",
      }),
      el("button", { type: "submit" }, page.t("load")),
    ),
    el("p", { id: "address-hint", class: "hint" }, page.t("address_hint")),
  );
}

/**
 * @param {Page} page
 * @param {boolean} replaces
 * @param {Take} take
 */
function file({ t, give }, replaces, take) {
  /** @param {{currentTarget: HTMLInputElement}} event */
  const chosen = ({ currentTarget }) => {
    const [file] = currentTarget.files ?? [];
    // The same file can be chosen again when it has changed.
    currentTarget.value = "";
    if (file) take(give.file(file, replaces));
  };
  return el(
    "label",
    { class: "drop" },
    el("input", { id: "file", class: "unseen", type: "file", accept: ACCEPTED, onChange: chosen }),
    el("span", { class: "primary" }, t("open_file")),
    el("span", { class: "hint" }, t("drop_here")),
  );
}

/**
 * @param {Page} page
 * @param {boolean} replaces
 * @param {Take} take
 */
function cells({ t, give }, replaces, take) {
  /** @param {ClipboardEvent} event */
  const onPaste = (event) => {
    const source = pasted(event.clipboardData, t("pasted_name"));
    event.preventDefault();
    event.stopPropagation();
    if (source) take(give.source(source, replaces));
  };
  // Some keyboards of phones put cells in without pasting them.
  const typed = (/** @type {{currentTarget: HTMLTextAreaElement}} */ { currentTarget: { value } }) =>
    value.trim() && take(give.source({ name: t("pasted_name"), text: value }, replaces));
  return el(
    "div",
    { class: "field" },
    el("label", { for: "paste" }, t("paste_cells")),
    el("textarea", { id: "paste", rows: 2, onPaste, placeholder: t("paste_hint"), spellcheck: false, onChange: typed }),
  );
}
