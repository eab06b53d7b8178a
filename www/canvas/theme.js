/** Reads the style of the page around the element, so that the chart has the same style. */

import { channels, hex } from "./color.js";
import { pageOf, readNode } from "../base/page.js";

const DARK = "(prefers-color-scheme: dark)";
const STILL = "(prefers-reduced-motion: reduce)";
const FORCED = "(forced-colors: active)";
const CONTRAST = "(prefers-contrast: more)";
/** Frameworks switch the theme of a page with an attribute of one of the two outermost elements. */
const PAGE_SWITCHES = ["class", "style", "dir", "data-theme", "data-color-mode", "data-color-scheme", "data-bs-theme"];

/**
 * The current theme of an element. Its root already has the scheme, and says whether the element has its own ground.
 * @param {HTMLElement} host
 * @param {import("../types.js").Parts} parts
 * @param {import("../types.js").Scheme} scheme
 * @returns {import("../types.js").ThemeOptions}
 */
export function readTheme(host, { root, probe }, scheme) {
  const forced = matchMedia(FORCED).matches;
  const ground = root.hasAttribute("data-ground") ? "var(--ground)" : (backdrop(host) ?? "Canvas");
  return {
    scheme,
    font: getComputedStyle(probe).fontFamily,
    still: matchMedia(STILL).matches,
    forced: forced || matchMedia(CONTRAST).matches,
    patterns: host.hasAttribute("patterns"),
    // On paper the colours of the page do not apply, because the page may be dark.
    colors: scheme === "print" ? {} : forced ? systemColors(probe) : pageColors(probe, ground),
  };
}

/** @param {HTMLElement} probe */
function systemColors(probe) {
  const ground = resolve(probe, "Canvas");
  const [page, ink, accent] = ["Canvas", "CanvasText", "Highlight"].map((name) => hex(resolve(probe, name), ground));
  return { page, ink, muted: ink, rule: ink, accent };
}

/**
 * The colour behind the figure, and the colours that the page sets with custom properties.
 * @param {HTMLElement} probe
 * @param {string} ground  the colour behind the element
 * @returns {import("../types.js").Palette}
 */
function pageColors(probe, ground) {
  const style = getComputedStyle(probe);
  /** @param {string} name @param {string} below */
  const read = (name, below) => {
    const property = `--ban-spread-${name}`;
    return style.getPropertyValue(property) ? hex(resolve(probe, `var(${property})`), below) : null;
  };
  const behind = hex(resolve(probe, ground), resolve(probe, "Canvas"));
  const page = read("background", behind) ?? behind;
  const [ink, muted, rule, accent] = ["ink", "muted", "rule", "accent"].map((name) => read(name, page));
  return { page, ink, muted, rule, accent };
}

/**
 * Whether the page around an element is light or dark. `color-scheme` of the page comes first. Many pages do not set it
 * and are white, or dark by their own style sheet: then the background decides. If nothing has a background, the blank
 * page of the browser decides.
 * @param {HTMLElement} host
 * @param {HTMLElement} probe
 * @returns {import("../types.js").ScreenScheme}
 */
export function pageScheme(host, probe) {
  const words = getComputedStyle(host).colorScheme.split(" ");
  const [light, dark] = [words.includes("light"), words.includes("dark")];
  if (light && dark) return matchMedia(DARK).matches ? "dark" : "light";
  if (light || dark) return dark ? "dark" : "light";
  return isDark(backdrop(host) ?? resolve(probe, "Canvas")) ? "dark" : "light";
}

/**
 * The nearest background that hides what is behind the element.
 * @param {HTMLElement} host
 * @returns {string|null}
 */
function backdrop(host) {
  for (let node = /** @type {Node|null} */ (host); node; node = above(node)) {
    if (!(node instanceof Element)) continue;
    const color = getComputedStyle(node).backgroundColor;
    // A mostly transparent background shows what is behind it.
    if ((channels(color)[3] ?? 1) > 0.5) return color;
  }
  return null;
}

/**
 * The parent of a node as it is drawn: through slots and out of shadow roots.
 * @param {Node} node
 * @returns {Node|null}
 */
function above(node) {
  if (node instanceof ShadowRoot) return node.host;
  return (node instanceof Element && readNode(node, "assignedSlot")) || readNode(node, "parentNode");
}

/** @param {string} color */
function isDark(color) {
  const [red = 255, green = 255, blue = 255] = channels(color);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 110;
}

/**
 * A colour as the browser computes it at this element.
 * @param {HTMLElement} probe
 * @param {string} color
 */
function resolve(probe, color) {
  probe.style.color = color;
  const found = getComputedStyle(probe).color;
  probe.style.color = "";
  return found;
}

/**
 * Calls back whenever the theme or language may have changed, until the signal aborts. Call the returned function
 * first, and again whenever the element may have moved.
 * @param {HTMLElement} host
 * @param {() => void} changed
 * @param {AbortSignal} signal
 */
export function watchTheme(host, changed, signal) {
  for (const query of [DARK, FORCED, CONTRAST, STILL])
    matchMedia(query).addEventListener("change", changed, { signal });
  const page = pageOf(host.ownerDocument);
  const { documentElement, body } = page;
  // A font that arrives late changes the width of text.
  page.fonts.addEventListener("loadingdone", changed, { signal });
  // Many pages load their style sheets late, so that these do not delay the page.
  page.addEventListener(
    "load",
    ({ target }) => {
      if (target instanceof Element && target.matches("link, style")) changed();
    },
    { capture: true, signal },
  );
  // A page can change its background with a transition: it has its final colours only at the end.
  documentElement.addEventListener(
    "transitionend",
    ({ target }) => {
      if (target === body || target === documentElement) changed();
    },
    { signal },
  );
  const observer = new MutationObserver(changed);
  for (const element of [documentElement, body, host]) {
    observer.observe(element, { attributeFilter: PAGE_SWITCHES });
  }
  signal.addEventListener("abort", () => observer.disconnect());
  return () => {
    // Only the attribute `lang` of all elements of these roots, because a language can come from any ancestor. The
    // elements above are not among them.
    for (let root = host.getRootNode(); ; root = root.host.getRootNode()) {
      observer.observe(root, { attributeFilter: ["lang"], subtree: true });
      if (!(root instanceof ShadowRoot)) return;
    }
  };
}
