/** What an error means for the page. */

/** @import {Action} from "../state/actions.js" */
/** @import {Message} from "../state/types.js" */

import { SourceError } from "../data/address.js";

/** Whether work was ended by the person, or because newer work replaces it. @param {unknown} error */
export function isEnded(error) {
  return error instanceof Error && error.name === "AbortError";
}

/** What the page says about an error; nothing about work that was ended. @param {unknown} error @returns {Message|null} */
export function toldOf(error) {
  if (isEnded(error)) return null;
  if (error instanceof SourceError) return error.told;
  return { key: error instanceof Error ? error.message : String(error) };
}

/** @param {unknown} error @returns {Action} */
export function failure(error) {
  const told = toldOf(error);
  return told ? { type: "failed", error: told } : { type: "busy", busy: "" };
}
