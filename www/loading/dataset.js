/** Fetches the text of a dataset. The core reads it. */

import { withCode } from "../base/errors.js";
import { attempt, fetchText } from "./request.js";

/**
 * @param {string|null} src  address relative to the page; null for the built-in dataset
 * @param {AbortSignal} signal
 * @param {number} [timeout]  in milliseconds
 * @param {RequestCredentials} [credentials]
 * @returns {Promise<string|undefined>}
 */
export async function fetchDataset(src, signal, timeout, credentials) {
  if (!src) return undefined;
  try {
    return await attempt(src, (href, ended) => fetchText(href, "JSON or CSV", ended, credentials), timeout, signal);
  } catch (thrown) {
    throw withCode("dataset-load", thrown);
  }
}
