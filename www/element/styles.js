/** The one style sheet of all elements of a document, made when the first of them needs it. */

import { pageOf } from "../base/page.js";
import { BASE } from "./styles/base.js";
import { CONTROLS } from "./styles/controls.js";
import { DETAILS } from "./styles/details.js";
import { LANES } from "./styles/lanes.js";
import { MOTION } from "./styles/motion.js";
import { PARTS } from "./styles/parts.js";
import { PRINT } from "./styles/print.js";
import { RESERVE } from "./styles/reserve.js";
import { TABLE } from "./styles/table.js";

/** @type {WeakMap<Document, CSSStyleSheet>} */
const sheets = new WeakMap();

/**
 * A sheet serves the document whose window has made it, and no other; one without a window shows nothing.
 * @param {Document} page
 */
export function styleSheets(page) {
  const view = /** @type {typeof globalThis|null} */ (/** @type {unknown} */ (pageOf(page).defaultView));
  if (!view) return [];
  let sheet = sheets.get(page);
  if (!sheet) {
    sheet = new view.CSSStyleSheet();
    sheet.replaceSync(BASE + RESERVE + PARTS + LANES + CONTROLS + DETAILS + TABLE + MOTION + PRINT);
    sheets.set(page, sheet);
  }
  return [sheet];
}
