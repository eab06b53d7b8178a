/** The error for a request that the page for frames refuses. */

export const FAILED = "The interactive chart could not be loaded.";

export class Refusal extends Error {
  /**
   * @param {string} code
   * @param {string|null} cause
   * @param {string} message  a sentence that an editor can act on
   */
  constructor(code, cause, message) {
    super(message);
    this.detail = { code, cause, message, diagnostics: [] };
  }
}
