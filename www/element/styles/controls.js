/** The row of controls, and the tooltip. */

/**
 * Comments on rules. They are not in the style sheet, because every reader would download them.
 * - .ways: earlier is on the left, as on the timeline, also on a right-to-left page.
 * - .button[data-said]: the feedback beside a button, for a short time.
 * - .pick: a date field that looks like a button until it has the focus. Its text would repeat the date of the headline
 *   in another form.
 * - .field::-webkit-calendar-picker-indicator: a click anywhere in the field opens the calendar, as in other browsers.
 * - .dates: in a narrow column the two fields have their own line.
 * - .link: the field covers the buttons except the last two, so that nothing moves when it appears or disappears, and
 *   the picture can still be downloaded.
 * - .tip::before: the space between the target and the tooltip belongs to the tooltip, so that the mouse can move to
 *   it.
 */
export const CONTROLS = `
.controls {
  position: relative;
  display: flex;
  flex-wrap: wrap;
  gap: 0.5em;
  align-items: center;
  flex: 1 1 auto;
  justify-content: flex-end;
  padding-block: 3px;
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

.quiet {
  min-height: 30px;
  font-size: 0.93em;
}

.quiet[aria-expanded]::after {
  content: "\\25BE" / "";
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

.button[aria-pressed="true"] {
  border-color: var(--accent);
  box-shadow: inset 0 0 0 1px var(--accent);
}

.ways {
  display: flex;
  gap: 0.5em;
}

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

:is(.earlier, .later):dir(rtl) .icon {
  transform: scaleX(-1);
}

.dates {
  display: flex;
  gap: 0.5em;
  min-width: 0;
}

[data-comparing] .dates {
  flex: 0 1 17.7em;
}

[data-comparing] .pick {
  display: contents;
}

[data-comparing] .pick > :not(.field) {
  display: none;
}

.pick {
  position: relative;
}

.controls:not([data-comparing]) .day {
  position: absolute;
  inset: -1px;
  inset-inline-start: auto;
  z-index: 1;
  width: calc(100% + 2px);
  opacity: 0;
  background: var(--surface);
}

.controls:not([data-comparing]) .day:focus-within {
  width: 10em;
  opacity: 1;
}

.field::-webkit-calendar-picker-indicator {
  position: absolute;
  inset: 0;
  width: auto;
  height: auto;
  opacity: 0;
}

.dates .field {
  min-width: 0;
  max-width: 10em;
}

.field,
.link {
  position: relative;
  flex: 1;
  padding: 0 0.4em 0 0.5em;
  background: transparent;
  font-variant-numeric: tabular-nums;
}

.link {
  position: absolute;
  inset-block: 3px auto;
  inset-inline: 0 calc(max(72px, 4.6em) + 1em);
  z-index: 1;
  background: var(--surface);
}

.tip,
[data-said]::after {
  position: absolute;
  padding: 0.55em 0.75em 0.6em;
  border-radius: 4px;
  background: var(--surface);
  box-shadow: 0 0 0 1px var(--rule), 0 4px 14px rgb(0 0 0 / 16%);
  font-size: 0.93em;
  line-height: 1.35;
}

[data-said]::after {
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

.tip::before {
  position: absolute;
  inset: -9px 0;
  z-index: -1;
  content: "";
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

@container (max-width: 999px) {
  .controls :not(.compare) > .word {
    display: none;
  }
}

@media (forced-colors: active) {
  .tip,
  [data-said]::after {
    border: 1px solid CanvasText;
  }

  .label {
    border-bottom-color: Canvas;
  }

  .status[aria-pressed="true"] .label,
  :checked + .label {
    border-bottom-color: Highlight;
  }

  .button[aria-disabled="true"] {
    color: GrayText;
  }

  .button[aria-pressed="true"] {
    background: Highlight;
    color: HighlightText;
    forced-color-adjust: none;
  }
}
`;
