/** Finds out how the page looks around the element, so that the chart looks the same. */

const DARK = "(prefers-color-scheme: dark)";
const FORCED = "(forced-colors: active)";
/** Frameworks switch a page's look by an attribute of one of the two outermost elements. */
const PAGE_SWITCHES = ["class", "style", "data-theme", "data-color-mode", "data-color-scheme", "data-bs-theme"];

/**
 * The theme of an element at this moment.
 * @param {HTMLElement} probe  an element of the shadow root whose colours are ours to set
 * @param {import("./types.js").Scheme} scheme
 * @returns {import("./types.js").Theme}
 */
export function readTheme(probe, scheme) {
  return {
    scheme,
    font: getComputedStyle(probe).fontFamily,
    forced: matchMedia(FORCED).matches ? systemColors(probe) : null,
  };
}

/**
 * Whether the page around an element is light or dark. The page's own word (`color-scheme`) comes first. Many pages
 * say nothing and are simply white, or dark by their own style sheet: there the background decides, and where nothing
 * is painted, the browser's blank page does.
 * @param {HTMLElement} host
 * @param {HTMLElement} probe
 * @returns {import("./types.js").Scheme}
 */
export function pageScheme(host, probe) {
  const words = getComputedStyle(host).colorScheme.split(" ");
  const [light, dark] = [words.includes("light"), words.includes("dark")];
  if (light && dark) return matchMedia(DARK).matches ? "dark" : "light";
  if (light || dark) return dark ? "dark" : "light";
  return isDark(backdrop(host) ?? systemColor(probe, "Canvas")) ? "dark" : "light";
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
  if (node instanceof Element && node.assignedSlot) return node.assignedSlot;
  return node instanceof ShadowRoot ? node.host : node.parentNode;
}

/** @param {string} color  a computed colour, always `rgb()` or `rgba()` for the colours of sRGB */
function channels(color) {
  return (color.match(/[\d.]+/g) ?? []).map(Number);
}

/** @param {string} color */
function isDark(color) {
  const [red = 255, green = 255, blue = 255] = channels(color);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 110;
}

/** @param {HTMLElement} probe */
function systemColors(probe) {
  return {
    canvas: systemColor(probe, "Canvas"),
    text: systemColor(probe, "CanvasText"),
    accent: systemColor(probe, "Highlight"),
  };
}

/**
 * A system colour as the browser resolves it here.
 * @param {HTMLElement} probe
 * @param {string} name
 */
function systemColor(probe, name) {
  probe.style.color = name;
  const { color } = getComputedStyle(probe);
  probe.style.color = "";
  return color;
}

/**
 * Calls back whenever a theme may have changed, until the signal says stop.
 * @param {() => void} changed
 * @param {AbortSignal} signal
 */
export function watchTheme(changed, signal) {
  for (const query of [DARK, FORCED]) matchMedia(query).addEventListener("change", changed, { signal });
  document.fonts.addEventListener("loadingdone", changed, { signal });
  document.documentElement.addEventListener("transitionend", ({ target }) => {
    if (target === document.body || target === document.documentElement) changed();
  }, { signal });
  const observer = new MutationObserver(changed);
  for (const element of [document.documentElement, document.body]) {
    observer.observe(element, { attributeFilter: PAGE_SWITCHES });
  }
  signal.addEventListener("abort", () => observer.disconnect());
}
