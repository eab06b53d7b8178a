/** Errors whose messages are sentences for readers. */

/** @typedef {import("./types.d.ts").CoreError} CoreError */

/**
 * @param {CoreError["kind"]} kind
 * @param {string} message
 * @returns {CoreError}
 */
export function faultOf(kind, message) {
  return Object.assign(new Error(message), { name: "CoreError", kind });
}
