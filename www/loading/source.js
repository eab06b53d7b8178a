/** The source of the dataset of an element: the script of the page, another element of the page, or an address. */

import { fetchDataset } from "./dataset.js";
import { ShellError } from "../base/errors.js";
import { credentialsOf } from "./request.js";
import { pageOf, readNode } from "../base/page.js";

/**
 * The text of the dataset: that of the copy, if the element has one, because what `src` has replaces it later.
 * @param {HTMLElement} host
 * @param {string|undefined} data  the text that a script has set
 * @param {AbortSignal} signal
 * @param {import("../types.js").Loading} loading
 * @param {unknown} [newest]  whether only what `src` has now will do
 */
export async function readSource(host, data, signal, loading, newest) {
  if (data !== undefined) return data;
  const src = host.getAttribute("src");
  const address = (src && !newest && host.getAttribute("fallback-src")) || src;
  return address?.startsWith("#")
    ? readElement(host, "src", address)
    : fetchDataset(address, signal, loading, credentialsOf(host), newest);
}

/**
 * The text of an element in the same shadow root or page. The element can come later in the page.
 * @param {HTMLElement} host
 * @param {"src"|"words-src"} attribute
 * @param {string} value  of the attribute: `#` and the id
 */
export async function readElement(host, attribute, value) {
  const id = value.slice(1);
  const page = pageOf(host.ownerDocument);
  if (page.readyState === "loading") {
    await new Promise((parsed) => page.addEventListener("DOMContentLoaded", parsed, { once: true }));
  }
  const root = host.getRootNode();
  // A comment of a reader on the page can have the same id, but it is not a script.
  const find = (/** @type {Document|ShadowRoot} */ scope) =>
    [...scope.querySelectorAll("script")].find((script) => script.id === id) ?? scope.getElementById(id);
  const element = (root instanceof ShadowRoot && find(root)) || find(page);
  if (element) return readNode(element, "textContent") ?? "";
  const message = `${attribute}="${value}": no element of this page has the id "${id}".`;
  throw new ShellError(attribute === "src" ? "dataset-load" : "invalid-words", message, [], "not-found");
}
