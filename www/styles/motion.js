/** What fades: only where the reader has not asked for less motion. */

export const MOTION = `
@media (prefers-reduced-motion: no-preference) {
  .button,
  .field,
  .status,
  .status .label,
  .swatch,
  .open,
  .step,
  .tip {
    transition: border-color 150ms, background-color 150ms, color 150ms, opacity 150ms;
  }

  @starting-style {
    .open {
      opacity: 0;
    }
  }
}
`;
