/** What an error means for the page. */

/** @import {Action} from "../state/actions.js" */

import { AddressError } from "../data/address.js";

/** Whether work was ended by the person, or because newer work replaces it. @param {unknown} error */
export function isEnded(error) {
  return error instanceof Error && error.name === "AbortError";
}

/** @param {unknown} error @returns {Action} */
export function failure(error) {
  if (isEnded(error)) return { type: "busy", busy: "" };
  if (error instanceof AddressError) return { type: "failed", error: error.told };
  return { type: "failed", error: { key: error instanceof Error ? error.message : String(error) } };
}
