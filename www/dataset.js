/** Fetches the text of a dataset. Reading it is the core's work. */

import { withCode } from "./errors.js";
import { attempt, mistyped, request, typeOf } from "./request.js";

/**
 * @param {string|null} src  address relative to the page; none stands for the dataset inside the core
 * @param {AbortSignal} signal
 * @param {number} [timeout]  in milliseconds
 * @param {"omit"} [credentials]
 * @returns {Promise<string|undefined>}
 */
export async function fetchDataset(src, signal, timeout, credentials) {
  if (!src) return undefined;
  try {
    return await attempt(src, (href, ended) => fetchText(href, ended, credentials), timeout, signal);
  } catch (thrown) {
    throw withCode("dataset-load", thrown);
  }
}

/**
 * What a server sends for an address that is gone, or not for everyone, is often a web page.
 * @param {string} href
 * @param {AbortSignal} signal
 * @param {"omit"} [credentials]
 */
async function fetchText(href, signal, credentials) {
  const response = await request(href, signal, "", credentials);
  const text = await response.text();
  const type = typeOf(response);
  if (type.includes("html") && /^\s*</.test(text)) throw mistyped(href, type, "JSON or CSV");
  return text;
}
