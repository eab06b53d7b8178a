/** Transitions, only if the reader does not prefer reduced motion. */

/**
 * Comments on rules. They are not in the style sheet, because every reader would download them.
 * - .status .label: the label inherits its colour. A transition of the label would lag behind the transition of the
 *   parent.
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
