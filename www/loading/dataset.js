/** Fetches the text of a dataset. The core reads it. */

import { withCode } from "../base/errors.js";
import { loadDefault } from "./data.js";
import { attempt, fetchText } from "./request.js";

/**
 * @param {string|null} src  address relative to the page; empty or null for the built-in dataset
 * @param {AbortSignal} signal
 * @param {import("../types.js").Loading} loading
 * @param {RequestCredentials} [credentials]
 * @param {unknown} [newest]  whether the server must confirm what the cache has
 */
export async function fetchDataset(src, signal, loading, credentials, newest) {
  const request = (/** @type {string} */ href, /** @type {AbortSignal} */ ended) =>
    fetchText(href, "JSON or CSV", ended, credentials, undefined, newest);
  try {
    return await (src ? attempt(src, request, loading.timeout, signal) : loadDefault(loading));
  } catch (thrown) {
    throw withCode("dataset-load", thrown);
  }
}
