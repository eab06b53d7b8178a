/** What an error means for the page. */

/** @import {Action} from "../state/actions.js" */

/** Whether work was ended by the person, or because newer work replaces it. @param {unknown} error */
export function isEnded(error) {
  return error instanceof Error && error.name === "AbortError";
}

/** @param {unknown} error */
export function sentence(error) {
  return error instanceof Error ? error.message : String(error);
}

/** @param {unknown} error @returns {Action} */
export function failure(error) {
  return isEnded(error) ? { type: "busy", busy: "" } : { type: "failed", error: sentence(error) };
}
