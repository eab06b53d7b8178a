/** Finds out how the page looks around the element, so that the chart looks the same. */

import { channels, hex } from "./color.js";
import { pageOf, readNode } from "../base/page.js";

const DARK = "(prefers-color-scheme: dark)";
const STILL = "(prefers-reduced-motion: reduce)";
const FORCED = "(forced-colors: active)";
const CONTRAST = "(prefers-contrast: more)";
/** Frameworks switch a page's look by an attribute of one of the two outermost elements. */
const PAGE_SWITCHES = ["class", "style", "dir", "data-theme", "data-color-mode", "data-color-scheme", "data-bs-theme"];

/**
 * The theme of an element at this moment. Its root says already which scheme it is in, and whether on its own ground.
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
    forced,
    patterns: host.hasAttribute("patterns") || matchMedia(CONTRAST).matches,
    // On paper nothing is the page's, which may be dark.
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
 * What is behind the figure, and what the page has set of our custom properties.
 * @param {HTMLElement} probe
 * @param {string} ground  what is behind the element
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
 * Whether the page around an element is light or dark. The page's own word (`color-scheme`) comes first. Many pages
 * say nothing and are simply white, or dark by their own style sheet: there the background decides, and where nothing
 * is painted, the browser's blank page does.
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
 * The nearest background that covers what is behind the element.
 * @param {HTMLElement} host
 * @returns {string|null}
 */
function backdrop(host) {
  for (let node = /** @type {Node|null} */ (host); node; node = above(node)) {
    if (!(node instanceof Element)) continue;
    const color = getComputedStyle(node).backgroundColor;
    if ((channels(color)[3] ?? 1) > 0.5) return color;
  }
  return null;
}

/**
 * The node around a node as it is drawn: through slots and out of shadow roots.
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
 * A colour as the browser resolves it here.
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
 * Calls back whenever a theme or language may have changed, until the signal says stop. What is returned is to be
 * called at first, and whenever the element may have been moved.
 * @param {HTMLElement} host
 * @param {() => void} changed
 * @param {AbortSignal} signal
 */
export function watchTheme(host, changed, signal) {
  for (const query of [DARK, FORCED, CONTRAST, STILL])
    matchMedia(query).addEventListener("change", changed, { signal });
  const page = pageOf(host.ownerDocument);
  const { documentElement, body } = page;
  page.fonts.addEventListener("loadingdone", changed, { signal });
  // Many pages load their style sheets late, so that they hold up nothing.
  page.addEventListener(
    "load",
    ({ target }) => {
      if (target instanceof Element && target.matches("link, style")) changed();
    },
    { capture: true, signal },
  );
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
    // Of the roots, which are nobody else's targets here: a language may be that of any ancestor.
    for (let root = host.getRootNode(); ; root = root.host.getRootNode()) {
      observer.observe(root, { attributeFilter: ["lang"], subtree: true });
      if (!(root instanceof ShadowRoot)) return;
    }
  };
}
