/** One style sheet for all elements of a document. The first element creates it. */

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
 * A style sheet works only in the document whose window created it. A document without a window shows nothing.
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
