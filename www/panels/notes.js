/** What is to be said about names and places, and under which terms the data may be used. */

import { inline, make, interpolate } from "../base/dom.js";

/**
 * @param {import("../types.js").Parts["notes"]} parts
 * @param {import("../types.js").Info} info
 * @param {import("../i18n/words.js").Words} words
 */
export function renderNotes({ footnotes, license }, info, words) {
  footnotes.replaceChildren(...info.footnotes.map((note) => make("li", {}, make("p", {}, inline(note)))));
  footnotes.hidden = info.footnotes.length === 0;
  license.replaceChildren(...interpolate(words.text("license"), info.license ?? ""));
  license.hidden = info.license === null;
}
