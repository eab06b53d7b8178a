/** Headline, tour, legend, map and timeline. Heights are kept free from the start, so that nothing jumps later. */

export const PARTS = `
.headline {
  padding-bottom: 0.55em;
}

.title {
  color: var(--muted);
  min-height: 1.4em;
  font-weight: 600;
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

.sentence {
  display: -webkit-box;
  height: max(4.2em, 3lh);
  max-width: 44em;
  margin-top: 0.15em;
  overflow: hidden;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 3;
}

.date[data-period] + .sentence {
  height: max(7em, 5lh);
  -webkit-line-clamp: 5;
}

.tour {
  padding-bottom: 0.55em;
}

.open {
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
  display: flex;
  flex-wrap: wrap;
  gap: 0.15em 0.75em;
  padding-bottom: 0.9em;
  align-content: flex-start;
}

.status {
  display: inline-flex;
  gap: 0.5em;
  align-items: center;
  min-height: 28px;
  padding: 0 0.15em;
  margin-inline-start: -0.15em;
}

.status .label {
  border-bottom: 2px solid transparent;
}

.status:hover .label {
  border-bottom-color: var(--rule);
}

.status[aria-pressed="true"] .label {
  border-bottom-color: var(--accent);
}

.status .count {
  padding-bottom: 2px;
  color: var(--muted);
  font-variant-numeric: tabular-nums;
}

.status[aria-pressed="true"] .count {
  color: inherit;
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
  pointer-events: none;
}

.tiles:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 4px;
}

.tiles > div {
  position: absolute;
}

.timeline {
  position: relative;
  min-height: calc(round(clamp(88px, 17cqw, 150px), 1px) + 46px);
  margin-top: 1.1em;
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

@container (max-width: 399px) {
  .date[data-period] {
    font-size: 1.5em;
  }

  .date[data-period] span {
    display: block;
    width: min-content;
    font-size: 1em;
    white-space: normal;
    word-break: keep-all;
  }
}

@container (min-width: 480px) {
  .legend {
    column-gap: 1.05em;
  }

  .date {
    font-size: 2.1em;
  }

  .sentence {
    height: max(2.8em, 2lh);
    -webkit-line-clamp: 2;
  }

  .date[data-period] + .sentence {
    height: max(4.2em, 3lh);
    -webkit-line-clamp: 3;
  }
}

@container (min-width: 640px) {
  .date[data-period] + .sentence {
    height: max(2.8em, 2lh);
    -webkit-line-clamp: 2;
  }
}
`;
