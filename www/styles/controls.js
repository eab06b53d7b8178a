/** The row of controls, and the tooltip. */

export const CONTROLS = `
.controls {
  display: flex;
  flex-wrap: wrap;
  gap: 0.5em;
  align-items: center;
  padding-block: 0.9em 1.1em;
  font-size: 0.95em;
}

.button,
.field,
.link {
  min-width: 36px;
  min-height: 36px;
  border: 1px solid var(--rule);
  border-radius: 4px;
}

.button {
  display: inline-flex;
  gap: 0.5em;
  align-items: center;
  justify-content: center;
  padding: 0 0.7em;
  line-height: 1.2;
}

.button:hover,
.field:hover {
  border-color: var(--muted);
}

.button[aria-disabled="true"] {
  color: var(--muted);
  cursor: default;
}

.button[aria-disabled="true"] .icon {
  opacity: 0.4;
}

.button[aria-disabled="true"]:hover {
  border-color: var(--rule);
}

.below {
  display: flex;
}

.unfold,
.start {
  min-height: 30px;
  font-size: 0.93em;
}

.unfold {
  margin-top: 10px;
}

.walk .button {
  min-width: 30px;
  min-height: 30px;
  padding: 0;
}

.icon {
  flex: none;
  width: 0.85em;
  height: 0.85em;
  fill: none;
  stroke: currentcolor;
  stroke-width: 1.8;
}

.play .icon {
  fill: currentcolor;
  stroke-width: 2.5;
}

.compare[aria-pressed="true"] {
  border-color: var(--accent);
  box-shadow: inset 0 0 0 1px var(--accent);
}

/* What a button has done, beside it for a moment. */
.button[data-said] {
  position: relative;
}

.button[data-said]::after {
  inset-block-end: calc(100% + 6px);
  inset-inline-end: 0;
  content: attr(data-said);
  white-space: nowrap;
}

.play {
  min-width: 5.9em;
  border-color: transparent;
  background: var(--accent);
  color: var(--on-accent);
  font-weight: 600;
}

.play:hover {
  border-color: transparent;
  background: color-mix(in srgb, var(--accent) 88%, var(--ink));
}

.play .icon:nth-of-type(2),
.play[data-playing] .icon:nth-of-type(1) {
  display: none;
}

.play[data-playing] .icon:nth-of-type(2) {
  display: block;
}

:is(.previous, .next, .earlier, .later, .back):dir(rtl) .icon {
  transform: scaleX(-1);
}

.controls .word {
  display: none;
}

.share {
  margin-inline-start: auto;
}

.dates {
  display: flex;
  flex: 1 1 100%;
  gap: 0.5em;
}

.dates .field {
  max-width: calc(50% - 0.25em);
}

.field,
.link {
  flex: 1;
  padding: 0 0.4em 0 0.5em;
  background: transparent;
  font-variant-numeric: tabular-nums;
}

.link {
  flex-basis: 100%;
}

.tip,
[data-said]::after {
  position: absolute;
  padding: 0.55em 0.75em 0.6em;
  border-radius: 4px;
  background: var(--surface);
  box-shadow: 0 0 0 1px var(--rule), 0 4px 14px rgb(0 0 0 / 0.16);
  font-size: 0.93em;
  line-height: 1.35;
  pointer-events: none;
}

.tip {
  top: 0;
  left: 0;
  z-index: 2;
  width: max-content;
  max-width: min(19em, 100%);
  overflow-wrap: break-word;
  opacity: 0;
  visibility: hidden;
}

.tip[data-shown] {
  opacity: 1;
  visibility: visible;
}

[data-state="loading"] .tip {
  visibility: hidden;
}

.tip-title {
  font-weight: 700;
}

.tip-status {
  display: flex;
  gap: 0.5em;
  align-items: center;
}

.tip p + p {
  margin-top: 0.2em;
}

@container (max-width: 311px) {
  .play {
    width: 36px;
    min-width: 0;
    gap: 2em;
    justify-content: start;
    overflow: hidden;
  }
}

@container (min-width: 400px) {
  .compare .word {
    display: inline;
  }
}

@container (min-width: 660px) {
  .share {
    margin-inline-start: 0;
  }

  .dates {
    flex: 0 1 auto;
    margin-inline-start: auto;
  }

  .dates .field {
    flex: 0 1 9em;
    max-width: none;
  }
}

@container (min-width: 920px) {
  .controls .word {
    display: inline;
  }
}

@media (forced-colors: active) {
  .tip,
  [data-said]::after {
    border: 1px solid CanvasText;
  }

  .status .label {
    border-bottom-color: Canvas;
  }

  .status[aria-pressed="true"] .label {
    border-bottom-color: Highlight;
  }

  .button[aria-disabled="true"] {
    color: GrayText;
  }

  .compare[aria-pressed="true"] {
    background: Highlight;
    color: HighlightText;
    forced-color-adjust: none;
  }
}
`;
