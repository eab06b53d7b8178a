/** On paper: the picture and its words, without what only a screen can do. */

export const PRINT = `
@media print {
  .controls,
  .unfold,
  .tip,
  .start,
  .walk .button,
  .back {
    display: none;
  }

  .sentence {
    display: block;
    height: auto;
  }

  .figure {
    break-inside: avoid;
  }
}

@media (prefers-reduced-motion: no-preference) {
  .button,
  .field,
  .status .label,
  .step {
    transition: border-color 150ms, background-color 150ms, color 150ms, opacity 150ms;
  }
}
`;
