/**
 * Reserves space for the legend and the map of the built-in dataset, so that nothing moves when they appear. The
 * numbers are the rows of the legend and the columns and rows of the grid, as the core arranges them. Space is also
 * reserved for the rows of tabs and controls.
 */

export const RESERVE = `
.root {
  --legend: 4;
  --columns: 16;
  --rows: 22;
  --widest: 22px;
  --stage: 100cqw;
  --item: 24px;
  --below: calc(122px + 0.2em);
}

:is([data-reserve], [data-state="loading"]) .legend {
  min-height: calc(var(--legend) * (var(--item) + 0.15em) + 0.45em);
}

:is([data-reserve], [data-state="loading"]) .map {
  min-height: calc(var(--rows) * round(down, min(var(--stage) / var(--columns), var(--widest)), 1px));
}

:is([data-reserve], [data-state="loading"]) .below {
  min-height: var(--below);
}

[data-state="loading"]:not([data-reserve]) .tour {
  display: none;
}

[data-reserve] .subtitle {
  min-height: 1.4em;
}

[data-reserve] .start {
  min-width: 11.4em;
}

[data-reserve] .terms {
  min-height: 1.9em;
}

@container (min-width: 310px) {
  .figure {
    --below: calc(82px + 0.2em);
  }
}

@container (min-width: 350px) {
  .figure {
    --legend: 3;
  }
}

@container (min-width: 476px) {
  .figure {
    --columns: 28;
    --rows: 18;
    --widest: 23px;
  }
}

@container (min-width: 480px) {
  .figure {
    --legend: 2;
    --item: 28px;
  }
}

@container (min-width: 640px) {
  .figure {
    --legend: 1;
  }
}

@container (min-width: 650px) {
  .figure {
    --below: 43px;
  }
}

@container (min-width: 840px) and (min-width: 42em) {
  .figure {
    --legend: 2;
    --stage: calc(100cqw - 19em);
  }
}

@container (min-width: 907px) and (min-width: 42em) {
  .figure {
    --legend: 1;
  }
}
`;
