/** What the core is told about the reader and the page: theme and words. */

import { messagesFor, nearestLang } from "./locale.js";
import { readTheme } from "./theme.js";

/**
 * Reads the settings and dresses the shell's own part of the figure in the same scheme.
 * @param {HTMLElement} host
 * @param {import("./template.js").Parts} parts
 * @param {boolean} [printing]  paper is light, whatever the screen shows
 * @returns {import("./types.js").Settings}
 */
export function readSettings(host, parts, printing = false) {
  const theme = readTheme(host, parts.probe, printing ? "light" : host.getAttribute("theme"));
  parts.root.dataset.scheme = theme.scheme;
  return { theme, messages: messagesFor(nearestLang(host)) };
}
