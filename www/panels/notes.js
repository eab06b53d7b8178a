/** The notes: the meaning of the marks, the periods, the footnotes, the last date of the data, and the licence. */

import { inline, interpolate, make } from "../base/dom.js";
import { setOpen } from "./fold.js";

/**
 * @param {import("../types.js").Parts["notes"]} parts
 * @param {AbortSignal} signal
 */
export function listenKey({ keyButton, key }, signal) {
  keyButton.addEventListener("click", () => setOpen(keyButton, key), { signal });
}

/**
 * @param {import("../types.js").Parts["notes"]} parts
 * @param {import("../types.js").Info} info
 * @param {import("../i18n/words.js").Words} words
 */
export function renderNotes(parts, info, words) {
  const { license, updated, meaning } = parts;
  const list = (/** @type {import("../types.js").TaggedText[]} */ lines) =>
    lines.map((line) => make("li", {}, make("p", {}, inline(line))));
  const marks = ["slopes", "strip"];
  // The key explains the corner of a tile only if the dataset has companies or blocs that can act in a country.
  if (info.map && info.groups) marks.unshift("corner");
  const told = marks.map((mark) => words.text(`key_${mark}`));
  meaning.replaceChildren(...list([info.description ?? [], told, info.paler ?? []].flat()));
  for (const name of /** @type {const} */ (["periods", "footnotes"])) {
    parts[name].replaceChildren(...list(info[name]));
    parts[name].hidden = info[name].length === 0;
  }
  updated.replaceChildren(words.fill(updated.dataset.told ?? "data_to", { date: info.updated }));
  license.replaceChildren(...interpolate(words.text("license"), info.license ?? ""));
  license.hidden = info.license === null;
}
