/** The one style sheet of all elements on a page, made when the first of them needs it. */

import { BASE } from "./styles/base.js";
import { CONTROLS } from "./styles/controls.js";
import { DETAILS } from "./styles/details.js";
import { MOTION } from "./styles/motion.js";
import { PARTS } from "./styles/parts.js";
import { PRINT } from "./styles/print.js";
import { RESERVE } from "./styles/reserve.js";

/** @type {CSSStyleSheet|undefined} */
let sheet;

export function styleSheet() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(BASE + RESERVE + PARTS + CONTROLS + DETAILS + MOTION + PRINT);
  }
  return sheet;
}
