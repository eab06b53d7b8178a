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

/**
 * Gives whatever was thrown a code: the core's own findings keep theirs, anything else is a fault of the core.
 * @param {unknown} thrown
 * @returns {ShellError}
 */
export function asShellError(thrown) {
  if (thrown instanceof ShellError) return thrown;
  const found = /** @type {{code?: ErrorCode, message?: string, diagnostics?: import("./types.js").Diagnostic[]}} */ (
    thrown ?? {}
  );
  if (found.code === "invalid-dataset") {
    return new ShellError(found.code, found.message ?? "The dataset is not valid.", found.diagnostics);
  }
  return new ShellError("engine-fault", `The chart stopped: ${found.message ?? String(thrown)}`);
}
