/** What the core is told about the reader and the page: theme, words, and the window of the timeline. */

import { readKnown } from "../base/attributes.js";
import { pageScheme, readTheme } from "../canvas/theme.js";

/**
 * Reads the settings, and gives the elements around the canvases the same scheme.
 * @param {HTMLElement} host
 * @param {import("../types.js").Parts} parts
 * @param {import("../i18n/language.js").Language} language
 * @param {boolean} [printing]  paper is light, whatever the screen shows
 * @returns {Required<Omit<import("../types.js").Settings, "width" | "timeline_width">>}
 */
export function readSettings(host, parts, { messages, translation }, printing = false) {
  const page = printing ? "light" : pageScheme(host, parts.probe);
  const asked = readKnown(host, "theme");
  const scheme = printing || asked === "auto" ? page : asked;
  parts.root.dataset.scheme = scheme;
  // A style sheet can turn a page around as well, which `:dir()` does not see.
  parts.root.dir = getComputedStyle(host).direction;
  // Light words on a light page could not be read: where the two differ, the figure brings its own ground.
  parts.root.toggleAttribute("data-ground", scheme !== page);
  const theme = readTheme(host, parts, printing ? "print" : scheme);
  // What scrolls below something that stays has to go out of sight.
  parts.root.style.setProperty("--page", theme.colors.page ?? "var(--ground)");
  const [start, end] = ["start", "end"].map((name) => host.getAttribute(name) ?? "");
  return { theme, messages, translation, window: { start, end } };
}
