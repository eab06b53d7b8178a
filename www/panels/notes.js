/** What is to be said about names and places, and under which terms the data may be used. */

import { inline, make, weave } from "../base/dom.js";

/**
 * @param {import("../types.js").Parts["notes"]} parts
 * @param {import("../types.js").Description} description
 * @param {import("../i18n/words.js").Words} words
 */
export function renderNotes({ footnotes, license }, description, words) {
  footnotes.replaceChildren(...description.footnotes.map((note) => make("li", {}, make("p", {}, inline(note)))));
  footnotes.hidden = description.footnotes.length === 0;
  license.replaceChildren(...weave(words.text("license"), description.license ?? ""));
  license.hidden = description.license === null;
}
