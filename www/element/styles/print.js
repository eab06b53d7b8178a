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
  [data-view] .order,
  .play,
  .ways,
  .tip,
  .quiet,
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

  .latest {
    height: auto;
    overflow: visible;
  }
}
`;
