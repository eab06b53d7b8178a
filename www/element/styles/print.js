/** On paper: the picture and its words, without what only a screen can do. */

/**
 * Comments on rules, which readers would transfer if they stood in the sheet:
 * - .cursor: Chromium repeats on paper how a canvas was cleared, which would wipe away the one below, were this
 *   no layer.
 */
export const PRINT = `
@media print {
  .controls,
  .tabs,
  .order,
  .play,
  .ways,
  .tip,
  .start,
  .walk .button,
  .back {
    display: none;
  }

  .bar {
    position: static;
  }

  .figure,
  .entry {
    break-inside: avoid;
  }

  .heading {
    break-after: avoid;
  }

  .cursor {
    opacity: 0.999;
  }

  .details {
    min-height: 0;
  }

  .latest[data-scrolls] {
    height: auto;
    border-bottom: 0;
    overflow: visible;
  }
}
`;
