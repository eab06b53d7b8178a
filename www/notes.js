/** What is to be said about names and places, and under which terms the data may be used. */

import { make, setText } from "./dom.js";
import { WORDS } from "./words.js";

/**
 * @param {import("./template.js").Parts["notes"]} parts
 * @param {import("./types.js").Description} description
 */
export function renderNotes({ footnotes, license }, description) {
  footnotes.replaceChildren(...description.footnotes.map((note) => make("li", {}, make("p", {}, note))));
  footnotes.hidden = description.footnotes.length === 0;
  setText(license, `${WORDS.license}: ${description.license}`);
  license.hidden = description.license === null;
}
