/** The style sheets for all elements of a document. The first element creates them. */

import { pageOf } from "../base/page.js";
import { BASE } from "./styles/base.js";
import { CONTROLS } from "./styles/controls.js";
import { DETAILS } from "./styles/details.js";
import { LANES } from "./styles/lanes.js";
import { MOTION } from "./styles/motion.js";
import { PARTS } from "./styles/parts.js";
import { PRINT } from "./styles/print.js";
import { RESERVE } from "./styles/reserve.js";
import { supplement } from "../loading/arrived.js";

/** @type {WeakMap<Document, CSSStyleSheet[]>} */
const known = new WeakMap();

/**
 * The sheet of the figure, and that of the supplement after it has arrived. A style sheet works only in the document
 * whose window created it. A document without a window shows nothing.
 * @param {Document} page
 */
export function styleSheets(page) {
  const view = /** @type {typeof globalThis|null} */ (/** @type {unknown} */ (pageOf(page).defaultView));
  if (!view) return [];
  const sheets = known.get(page) ?? [];
  known.set(page, sheets);
  const texts = [BASE + RESERVE + PARTS + LANES + CONTROLS + DETAILS + MOTION + PRINT];
  if (supplement) texts.push(supplement.STYLES);
  for (const text of texts.slice(sheets.length)) {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(text);
    sheets.push(sheet);
  }
  return sheets;
}
