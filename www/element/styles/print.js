/** On paper: the picture and its texts, without the controls that work only on a screen. */

/**
 * Comments on rules. They are not in the style sheet, because every reader would download them.
 * - .cursor: for paper, Chromium repeats how the canvas was cleared. Without a layer of its own the canvas would also
 *   clear the canvas below.
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
