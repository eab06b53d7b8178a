/** Errors that the page receives as `ban-spread-error`. */

/**
 * @typedef {"engine-load"|"dataset-load"|"dataset-refresh"|"invalid-dataset"|"engine-fault"|"invalid-date"|"messages-load"
 *   |"invalid-words"|"supplement-load"} ErrorCode
 */

/**
 * Why a file is not available: an HTTP status; no answer, or one that the page may not read; the policy of the page; a
 * wrong media type; wrong content; too late; no WebAssembly and no replacement, or no memory for it. Why newer data is not
 * shown: also because the dataset has errors, or is less than half of what is shown.
 * @typedef {"not-found"|"unreachable"|"policy"|"type"|"damaged"|"timeout"|"forbidden"|"invalid"|"shrunken"} Cause
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
 * The same error with a code, and optionally with words before its message.
 * @param {ErrorCode} code
 * @param {unknown} thrown
 * @param {string} [before]  words before the message
 */
export function withCode(code, thrown, before = "") {
  const { message = String(thrown), cause } = /** @type {Error & {cause?: Cause}} */ (thrown ?? {});
  return new ShellError(code, before + message, [], cause);
}

/** The core throws this for a dataset that it cannot use. The checker says why. */
export const REFUSED = "refused";

/**
 * An error with a code for anything that was thrown. An error that is not the shell's own is a bug in the core.
 * @param {unknown} thrown
 * @returns {ShellError}
 */
export function asShellError(thrown) {
  if (thrown instanceof ShellError) return thrown;
  const { message = String(thrown) } = /** @type {{message?: string}} */ (thrown ?? {});
  return new ShellError("engine-fault", `The chart stopped because of a bug: ${message}`);
}
