/** Fetches the text of a dataset. Reading it is the core's work. */

import { ShellError } from "./errors.js";

/**
 * @param {string|null} src  address relative to the page; null stands for the dataset inside the core
 * @param {AbortSignal} signal
 * @returns {Promise<string|undefined>}
 */
export async function fetchDataset(src, signal) {
  if (src === null) return undefined;
  let response;
  try {
    response = await fetch(new URL(src, document.baseURI), { signal, credentials: "same-origin" });
    if (response.ok) return await response.text();
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ShellError("dataset-load", `${src} cannot be reached.`);
  }
  throw new ShellError("dataset-load", `${src} answered ${response.status}.`);
}
