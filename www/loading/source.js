/** Where the dataset of an element comes from: the page's script, another element of the page, or an address. */

import { fetchDataset } from "./dataset.js";
import { ShellError } from "../base/errors.js";
import { credentialsOf } from "./request.js";
import { pageOf, readNode } from "../base/page.js";

/**
 * The text of the dataset; undefined stands for the one inside the core.
 * @param {HTMLElement} host
 * @param {string|undefined} data  what a script has set
 * @param {AbortSignal} signal
 * @param {number} timeout  in milliseconds
 */
export async function readSource(host, data, signal, timeout) {
  const src = host.getAttribute("src");
  if (data !== undefined) return data;
  if (src?.startsWith("#")) return readElement(host, "src", src);
  return fetchDataset(src, signal, timeout, credentialsOf(host));
}

/**
 * The text of an element of the same shadow root or the same page. It may come further down.
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
  // A reader's comment on the page may have the same id, but is no script.
  const find = (/** @type {Document|ShadowRoot} */ scope) =>
    [...scope.querySelectorAll("script")].find((script) => script.id === id) ?? scope.getElementById(id);
  const element = (root instanceof ShadowRoot && find(root)) || find(page);
  if (element) return readNode(element, "textContent") ?? "";
  const message = `${attribute}="${value}": no element of this page has the id "${id}".`;
  throw new ShellError(attribute === "src" ? "dataset-load" : "invalid-words", message, [], "not-found");
}
