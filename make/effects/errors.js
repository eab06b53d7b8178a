/** What an error means for the page. */

/** Whether work was given up because newer work replaces it. @param {unknown} error */
export function isNewer(error) {
  return error instanceof Error && error.name === "AbortError";
}

/** @param {unknown} error */
export function sentence(error) {
  return error instanceof Error ? error.message : String(error);
}
