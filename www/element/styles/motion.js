/** What fades: only where the reader has not asked for less motion. */

/**
 * Comments on rules, which readers would transfer if they stood in the sheet:
 * - .status .label: its colour is handed down: where this fades as well, it follows a fading parent late.
 */
export const MOTION = `
@media (prefers-reduced-motion: no-preference) {
  .button,
  .field,
  .status {
    transition: border-color 150ms, background-color 150ms, color 150ms;
  }

  .status .label {
    transition: border-color 150ms;
  }

  .swatch,
  .step,
  .tip {
    transition: opacity 150ms;
  }
}
`;
