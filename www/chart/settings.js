/** The settings of the core that depend on the reader and the page: theme, words, and the window of the timeline. */

import { readKnown } from "../base/attributes.js";
import { pageScheme, readTheme } from "../canvas/theme.js";

/**
 * Reads the settings. The elements around the canvases get the same scheme.
 * @param {HTMLElement} host
 * @param {import("../types.js").Parts} parts
 * @param {import("../i18n/language.js").Language} language
 * @param {boolean} [printing]  paper is always light
 * @returns {Required<Omit<import("../types.js").Settings, "width" | "timeline_width" | "em">>}
 */
export function readSettings(host, parts, { messages, translation }, printing = false) {
  const page = printing ? "light" : pageScheme(host, parts.probe);
  const asked = readKnown(host, "theme");
  const scheme = printing || asked === "auto" ? page : asked;
  parts.root.dataset.scheme = scheme;
  // A style sheet can also change the direction of a page. `:dir()` does not match this direction.
  parts.root.dir = getComputedStyle(host).direction;
  // If the scheme differs from the scheme of the page, the figure has its own background, because light texts on a
  // light page would not be readable.
  parts.root.toggleAttribute("data-ground", scheme !== page);
  const theme = readTheme(host, parts, printing ? "print" : scheme);
  // Headings that do not scroll need an opaque background, so that they hide the rows that scroll below them.
  parts.root.style.setProperty("--page", theme.colors.page ?? "var(--ground)");
  const [start, end] = ["start", "end"].map((name) => host.getAttribute(name) ?? "");
  return { theme, messages, translation, window: { start, end } };
}
