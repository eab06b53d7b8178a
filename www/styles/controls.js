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

.button {
  display: inline-flex;
  gap: 0.5em;
  align-items: center;
  justify-content: center;
  min-width: 36px;
  min-height: 36px;
  padding: 0 0.7em;
  border: 1px solid var(--rule);
  border-radius: 4px;
  line-height: 1.2;
}

.button:hover {
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

.unfold {
  min-height: 30px;
  margin-top: 10px;
  font-size: 0.93em;
}

.icon {
  flex: none;
  width: 0.85em;
  height: 0.85em;
  fill: currentcolor;
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

:dir(rtl) > .previous .icon,
:dir(rtl) > .next .icon,
.close:dir(rtl) .icon {
  transform: scaleX(-1);
}

.word {
  display: none;
}

.field {
  width: 9.8em;
  min-height: 36px;
  margin-inline-start: auto;
  padding: 0 0.4em 0 0.5em;
  border: 1px solid var(--rule);
  border-radius: 4px;
  background: transparent;
  font-variant-numeric: tabular-nums;
}

.field:hover {
  border-color: var(--muted);
}

.tip {
  position: absolute;
  top: 0;
  left: 0;
  z-index: 2;
  width: max-content;
  max-width: min(19em, 100%);
  padding: 0.55em 0.75em 0.6em;
  border-radius: 4px;
  background: var(--surface);
  box-shadow: 0 0 0 1px var(--rule), 0 4px 14px rgb(0 0 0 / 0.16);
  font-size: 0.93em;
  line-height: 1.35;
  overflow-wrap: break-word;
  pointer-events: none;
  visibility: hidden;
}

.tip[data-shown] {
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

@container (min-width: 560px) {
  .word {
    display: inline;
  }
}

@media (forced-colors: active) {
  .tip {
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
}
`;
