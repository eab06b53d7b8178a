/** A failure that the page hears about as `ban-spread-error`. */

/** @typedef {"engine-load"|"dataset-load"|"invalid-dataset"|"engine-fault"|"bad-date"} ErrorCode */

export class ShellError extends Error {
  /**
   * @param {ErrorCode} code
   * @param {string} message  a sentence that an editor can act on
   * @param {import("./types.js").Diagnostic[]} [diagnostics]
   */
  constructor(code, message, diagnostics = []) {
    super(message);
    this.name = "ShellError";
    this.code = code;
    this.diagnostics = diagnostics;
  }
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
  return new ShellError("engine-fault", `The chart stopped: ${message}`);
}
