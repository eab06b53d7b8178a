/**
 * Room for the built-in dataset's legend and map before they come, so that their coming moves nothing: rows of the
 * legend, columns and rows of the grid, and the height of the folded groups below it, as the core arranges them.
 */

export const RESERVE = `
.root {
  --legend: 3;
  --columns: 16;
  --rows: 22;
  --widest: 26px;
  --groups: 210px;
}

:is([data-reserve], [data-state="loading"]) .legend {
  min-height: calc(var(--legend) * (28px + 0.15em) + 0.75em);
}

:is([data-reserve], [data-state="loading"]) .map {
  min-height: calc(var(--rows) * round(down, min(100cqw / var(--columns), var(--widest)), 1px) + var(--groups));
}

[data-state="loading"]:not([data-reserve]) .tour {
  display: none;
}

[data-reserve] .below {
  min-height: 40px;
}

[data-reserve] .notes {
  min-height: 2.1em;
}

@container (min-width: 400px) {
  .figure {
    --legend: 2;
  }
}

@container (min-width: 476px) {
  .figure {
    --columns: 28;
    --rows: 18;
    --widest: 48px;
  }
}

@container (min-width: 520px) {
  .figure {
    --groups: 144px;
  }
}

@container (min-width: 740px) {
  .figure {
    --legend: 1;
  }
}
`;
