/** A button that shows and hides a part of the figure. On paper, and where there is room, the part is there anyway. */

import { setAttribute } from "../base/dom.js";

/**
 * @param {HTMLElement} button
 * @param {HTMLElement} panel
 * @param {boolean} [open]  the opposite of what is, if it is not given
 */
export function setOpen(button, panel, open = button.getAttribute("aria-expanded") !== "true") {
  setAttribute(button, "aria-expanded", String(open));
  panel.toggleAttribute("data-open", open);
}
