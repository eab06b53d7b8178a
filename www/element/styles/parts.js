/**
 * Headline, tour, legend, map and timeline. Heights are reserved from the start, so that nothing moves later. From 560 px
 * on, the switch to weights is at the end of the line of the date, where there is room except during a comparison.
 */

/**
 * Comments on rules. They are not in the style sheet, because every reader would download them.
 * - [data-undrawn] :is(.map, .timeline, .tabs, .order, .swatch, .download): if nothing can be drawn, only texts, dates
 *   and the table remain.
 * - .tiles: a stacking context. The browser then keeps what it knows about the painting of thousands of options.
 * - .table[aria-busy]: until the table has loaded, its panel is as high as a long table.
 */

export const PARTS = `
.stage {
  display: flex;
  flex-direction: column;
  min-width: 0;
}

.headline {
  padding-bottom: 0.4em;
}

.title {
  color: var(--muted);
  min-height: 1.4em;
  font-weight: 600;
}

.subtitle {
  color: var(--muted);
}

.date {
  display: block;
  min-height: 1.2em;
  font-size: 1.75em;
  font-weight: 700;
  line-height: 1.2;
  letter-spacing: -0.012em;
  font-variant-numeric: tabular-nums;
}

.date[data-period] span {
  font-size: min(1em, 4.4cqw);
  white-space: nowrap;
}

.open {
  flex: 1 0 100%;
  padding-inline-start: 0.9em;
  border-inline-start: 3px solid var(--accent);
}

.walk {
  display: flex;
  gap: 0.4em;
  align-items: center;
}

.walk p {
  margin-inline-end: auto;
  color: var(--muted);
  font-variant-numeric: tabular-nums;
}

.steps {
  display: grid;
  max-width: 44em;
}

.step {
  grid-area: 1 / 1;
}

.step[aria-hidden="true"] {
  opacity: 0;
  visibility: hidden;
}

.step-title {
  font-weight: 700;
}

.arrow:dir(rtl) {
  display: inline-block;
  transform: scaleX(-1);
}

.legend {
  position: relative;
  display: flex;
  flex-wrap: wrap;
  gap: 0.15em 0.75em;
  padding-bottom: 0.6em;
  align-content: flex-start;
}

.statuses {
  display: contents;
}

.weights {
  display: inline-flex;
  gap: 0.5em;
  align-items: baseline;
  min-height: 28px;
  margin-inline-start: auto;
  color: var(--muted);
}

.weights > span {
  display: none;
}

.choice {
  position: relative;
  min-height: 24px;
}

.choice input {
  position: absolute;
  inset: 0;
  width: 100%;
  height: 100%;
  appearance: none;
  cursor: pointer;
}

.choice .label {
  position: relative;
  cursor: pointer;
}

.status {
  display: inline-flex;
  gap: 0.4em;
  align-items: center;
  min-height: 28px;
  padding: 0 0.15em;
  margin-inline-start: -0.15em;
}

.label {
  border-bottom: 2px solid transparent;
}

:hover > .label {
  border-bottom-color: var(--rule);
}

.status[aria-pressed="true"] .label,
:checked + .label {
  border-bottom-color: var(--accent);
}

:checked + .label {
  color: var(--ink);
}

.status .count {
  font-variant-numeric: tabular-nums;
}

span.status {
  color: var(--muted);
}

[data-filtered] .status[aria-pressed="false"] {
  color: var(--muted);
}

[data-filtered] .status[aria-pressed="false"] .swatch {
  opacity: 0.35;
}

.swatch {
  flex: none;
}

.map {
  position: relative;
  cursor: default;
  touch-action: manipulation;
}

.tiles {
  position: absolute;
  inset: 0;
  isolation: isolate;
  pointer-events: none;
}

.tiles:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 4px;
}

.tiles > div {
  position: absolute;
}

[data-view="table"] .map,
[data-undrawn] :is(.map, .timeline, .tabs, .order, .swatch, .download) {
  display: none;
}

.table[aria-busy] {
  min-height: 40em;
}

.missing {
  padding-block: 0.8em;
  color: var(--muted);
}

.missing + .button {
  margin-bottom: 0.8em;
}

.bar {
  display: grid;
  grid-template-columns: auto auto minmax(0, 1fr);
  column-gap: 0.7em;
  align-items: center;
  padding-top: 0.5em;
}

.timeline {
  position: relative;
  grid-column: -2 / -1;
  min-height: 74px;
  cursor: ew-resize;
  touch-action: pan-y;
  user-select: none;
  -webkit-user-select: none;
}

.cursor {
  position: absolute;
  top: 0;
  left: 0;
}

.timeline canvas,
.range,
.ring {
  pointer-events: none;
}

.range {
  position: absolute;
  opacity: 0;
  appearance: none;
}

.range::-webkit-slider-thumb {
  width: 24px;
  height: 24px;
  appearance: none;
}

.range::-moz-range-thumb {
  width: 24px;
  height: 24px;
  border: 0;
}

.ring {
  position: absolute;
}

.range:focus-visible ~ .ring {
  outline: 2px solid var(--accent);
  outline-offset: 3px;
}

.below {
  display: flex;
  flex-wrap: wrap;
  gap: 0.2em 1.4em;
  align-items: center;
  border-bottom: 1px solid var(--rule);
}

.tabs {
  display: flex;
  flex-wrap: wrap;
  gap: 0 1.4em;
  margin-bottom: -1px;
}

.tab {
  min-height: 40px;
  padding: 0.3em 0 0.25em;
  border-bottom: 3px solid transparent;
  border-radius: 0;
  color: var(--muted);
}

.tab:hover {
  color: inherit;
}

.tab[aria-selected="true"] {
  border-bottom-color: var(--accent);
  color: inherit;
  font-weight: 600;
}

.today {
  display: none;
  font-size: 1.25em;
  font-weight: 700;
  line-height: 1.2;
  font-variant-numeric: tabular-nums;
}

@container (max-width: 479px) {
  .headline .date {
    position: absolute;
    inset-inline: 0;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .headline,
  .legend {
    order: -2;
  }

  .bar {
    position: sticky;
    order: var(--ban-spread-bar-order, 0);
    bottom: var(--ban-spread-bottom, 0);
    z-index: 1;
    grid-template-columns: auto minmax(0, 1fr) auto;
    padding-block: 0.35em 0;
    background: var(--ban-spread-background, var(--page));
    box-shadow: 0 -1px var(--rule);
  }

  .bar .play {
    position: relative;
    grid-row: span 2;
    min-width: 44px;
    min-height: 44px;
    padding: 0;
    border-radius: 50%;
  }

  .bar .play span {
    position: absolute;
    inset: 0 auto auto 0;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }

  .bar .ways .button {
    min-height: 30px;
  }

  :is(.status, .weights) {
    min-height: 24px;
  }

  .bar .play .icon {
    width: 1.1em;
    height: 1.1em;
  }

  .bar .today {
    display: block;
  }

  .bar .today[data-period] {
    font-size: 1em;
  }

  .timeline {
    grid-column: 2 / -1;
  }
}

@container (max-width: 15em) {
  .bar :is(.today, .ways) {
    grid-column: 2 / -1;
  }

  .controls {
    min-width: 0;
  }

  .dates {
    flex-direction: column;
  }
}

@container (min-width: 480px) {
  .legend {
    column-gap: 0.7em;
  }

  .date {
    font-size: 2.1em;
  }

  .timeline {
    min-height: 100px;
  }
}

@container (min-width: 560px) and (min-width: 32em) {
  .headline:not(:has([data-period])) + .legend .weights {
    position: absolute;
    inset-inline-end: 0;
    bottom: 100%;
  }

  .weights > span {
    display: inline;
  }
}

@container (min-width: 840px) and (min-width: 42em) {
  .figure {
    display: grid;
    grid-template-columns: minmax(0, 46em) minmax(17em, 1fr);
    column-gap: 2em;
    align-items: start;
  }

  .figure > * {
    grid-column: 1 / -1;
  }

  .figure > .stage {
    grid-column: 1;
    grid-row: 1;
  }

  .figure > .details {
    grid-column: 2;
    grid-row: 1;
    block-size: 0;
    min-block-size: 100%;
    overflow-y: auto;
  }
}
`;
