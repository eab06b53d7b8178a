/** A failure that the page hears about as `ban-spread-error`. */

/**
 * @typedef {"engine-load"|"dataset-load"|"invalid-dataset"|"engine-fault"|"invalid-date"|"messages-load"
 *   |"invalid-words"} ErrorCode
 */

/**
 * Why a file could not be had: an HTTP status; no answer, or one that the page may not read; the page's policy; a wrong
 * media type; not what it should be; not in time; no WebAssembly, and nothing in its place.
 * @typedef {"not-found"|"unreachable"|"policy"|"type"|"damaged"|"timeout"|"forbidden"} Cause
 */

export class ShellError extends Error {
  /**
   * @param {ErrorCode} code
   * @param {string} message  a sentence that an editor can act on
   * @param {import("../types.js").Diagnostic[]} [diagnostics]
   * @param {Cause|null} [cause]
   */
  constructor(code, message, diagnostics = [], cause = null) {
    super(message);
    this.name = "ShellError";
    this.code = code;
    this.diagnostics = diagnostics;
    this.cause = cause;
  }
}

/**
 * The same failure under a code, in longer words if need be.
 * @param {ErrorCode} code
 * @param {unknown} thrown
 * @param {string} [before]  what comes before its sentence
 */
export function withCode(code, thrown, before = "") {
  const { message = String(thrown), cause } = /** @type {Error & {cause?: Cause}} */ (thrown ?? {});
  return new ShellError(code, before + message, [], cause);
}

/** What the core throws for a dataset that it cannot use; the checker says why. */
export const REFUSED = "refused";

/**
 * Gives whatever was thrown a code: what is none of the shell's own errors is a fault of the core.
 * @param {unknown} thrown
 * @returns {ShellError}
 */
export function asShellError(thrown) {
  if (thrown instanceof ShellError) return thrown;
  const { message = String(thrown) } = /** @type {{message?: string}} */ (thrown ?? {});
  return new ShellError("engine-fault", `The chart stopped because of a bug: ${message}`);
}
