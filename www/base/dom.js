/** Functions that build and change elements. No markup is ever parsed, so that no text can become markup. */

import { pageOf } from "./page.js";

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element with attributes and children.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node|string)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = pageOf().createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * A decorative 16 x 16 icon in the colour of the text around it.
 * @param {string} path
 */
export function icon(path) {
  const svg = pageOf().createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const shape = pageOf().createElementNS(SVG, "path");
  shape.setAttribute("d", path);
  svg.append(shape);
  return svg;
}

/**
 * Changes the text of an element only if it differs, because each change costs a layout. A text node that is alone
 * stays: if it were replaced, a screen reader that reads it would lose its place.
 * @param {Node} node
 * @param {string} text
 */
export function setText(node, text) {
  const { firstChild: only, textContent } = node;
  if (textContent === text) return;
  if (only?.nodeType === 3 && !only.nextSibling) only.nodeValue = text;
  else node.textContent = text;
}

/**
 * Writes a text of the core into an element, with its language if it is not that of the figure.
 * @param {Element} element
 * @param {import("../types.js").TaggedText} said
 */
export function setTaggedText(element, said) {
  setText(element, plain(said));
  setLang(element, said);
}

/**
 * Does the same for an attribute that is read aloud, with commas in place of middle dots.
 * @param {Element} element
 * @param {"aria-label"|"aria-valuetext"} name
 * @param {import("../types.js").TaggedText} said
 */
export function setTaggedAttribute(element, name, said) {
  setAttribute(element, name, plain(said).replaceAll(" · ", ", "));
  setLang(element, said);
}

/**
 * @param {Element} element
 * @param {import("../types.js").TaggedText} said
 */
function setLang(element, said) {
  if (typeof said === "string") element.removeAttribute("lang");
  else setAttribute(element, "lang", said.lang);
}

/**
 * A text of the core among words of the figure. It has a `lang` attribute only if it is in another language.
 * @param {import("../types.js").TaggedText} said
 */
export function inline(said) {
  // `bdi` keeps a text with the other direction from reordering the words around it.
  return make("bdi", typeof said === "string" ? {} : { lang: said.lang }, plain(said));
}

/**
 * Replaces each `{text}` among words of the figure by a text of the core.
 * @param {string} pattern
 * @param {import("../types.js").TaggedText} said
 */
export function interpolate(pattern, said) {
  return pattern.split("{text}").flatMap((part, n) => (n ? [inline(said), part] : part));
}

/**
 * Does the same where the language of the text cannot be marked.
 * @param {string} pattern
 * @param {import("../types.js").TaggedText} said
 */
export function interpolatePlain(pattern, said) {
  // A function, because `$` has a meaning in a replacement text.
  return pattern.replaceAll("{text}", () => plain(said));
}

/**
 * What is said, for where there is no place for its language. Thousands of marks on one letter would keep a browser busy
 * for half a second.
 * @param {import("../types.js").TaggedText} said
 */
export function plain(said) {
  return (typeof said === "string" ? said : said.text).replace(/(\p{M}{30})\p{M}+/gu, "$1");
}

/**
 * Changes an attribute only if it differs.
 * @param {Element} element
 * @param {string} name
 * @param {string} value
 */
export function setAttribute(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/**
 * Places an element over a rectangle of its positioned parent.
 * @param {HTMLElement} element
 * @param {import("../types.js").Rect} rect
 */
export function place(element, rect) {
  element.style.left = `${rect.x}px`;
  element.style.top = `${rect.y}px`;
  element.style.width = `${rect.width}px`;
  element.style.height = `${rect.height}px`;
}
