/**
 * A button that shows and hides a part of the figure. On paper, and if there is enough space, the part is always
 * visible.
 */

import { setAttribute } from "../base/dom.js";

/**
 * @param {HTMLElement} button
 * @param {HTMLElement} panel
 * @param {boolean} [open]  the opposite of the current state by default
 */
export function setOpen(button, panel, open = button.getAttribute("aria-expanded") !== "true") {
  setAttribute(button, "aria-expanded", String(open));
  panel.toggleAttribute("data-open", open);
}
