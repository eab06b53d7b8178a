/** Colours, fonts, and the three states: loading, ready, failed. */

// The host must not break across columns: WebKit never reports the parts of a broken host as visible.
/**
 * Comments on rules. They are not in the style sheet, because every reader would download them.
 * - .figure: the figure uses only the family and the size of the font of the page. The fallback keeps the style of the
 *   page.
 * - p: each text has the direction of its own language and the alignment of the page.
 * - .sources: lists have the direction of the page. Their items are isolated from each other.
 * - :focus-visible: a button inside of a date field can have the focus. The field itself does not match then.
 * - .figure: outside of the figure, texts on the background of the page keep the text colour of the page.
 * - [data-scheme="dark"] .figure: the rule is not on the root, because the probe for the scheme of the page is in the
 *   root.
 * - .fallback: the fallback covers the space that is reserved for the figure. The figure then replaces it.
 */
export const BASE = `
:host {
  display: block;
  min-width: 0;
  max-width: 100%;
  writing-mode: horizontal-tb;
  break-inside: avoid;
}

:host([hidden]) {
  display: none;
}

.root {
  --ink: var(--ban-spread-ink, #1a1c20);
  --muted: var(--ban-spread-muted, #5f626a);
  --rule: var(--ban-spread-rule, #d4d6da);
  --accent: var(--ban-spread-accent, #1a1c20);
  --on-accent: var(--ban-spread-on-accent, #fff);
  --surface: var(--ban-spread-surface, #fff);
  --ground: #fff;

  position: relative;
  isolation: isolate;
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  width: 100%;
  min-width: 0;
  container-type: inline-size;
  contain-intrinsic-inline-size: min(640px, 90vw);
  writing-mode: horizontal-tb;
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
}

.figure,
.notice {
  font: 400 max(14px, 0.88em) / 1.4 x;
  font-family: inherit;
  letter-spacing: normal;
  text-align: start;
  text-align-last: auto;
  text-indent: 0;
  text-orientation: mixed;
  text-shadow: none;
  text-transform: none;
  text-wrap: wrap;
  white-space: normal;
  word-break: normal;
  word-spacing: 0;
  overflow-wrap: normal;
  hyphens: manual;
  cursor: auto;
  -webkit-text-fill-color: currentcolor;
  -webkit-text-stroke: 0;
}

.root[data-scheme="dark"] {
  --ink: var(--ban-spread-ink, #f1f2f4);
  --muted: var(--ban-spread-muted, #a0a4ad);
  --rule: var(--ban-spread-rule, #3a3e47);
  --accent: var(--ban-spread-accent, #f1f2f4);
  --on-accent: var(--ban-spread-on-accent, #16181d);
  --surface: var(--ban-spread-surface, #24272e);
  --ground: #16181d;
}

*,
*::before,
*::after {
  box-sizing: border-box;
}

p,
ol,
ul {
  margin: 0;
  padding: 0;
}

[hidden]:not([hidden="until-found"]) {
  display: none !important;
}

button,
input,
select {
  margin: 0;
  color: inherit;
  font: inherit;
  letter-spacing: inherit;
  text-align: inherit;
}

button {
  padding: 0;
  border: 0;
  border-radius: 3px;
  background: none;
  cursor: pointer;
  touch-action: manipulation;
  -webkit-tap-highlight-color: transparent;
}

a {
  color: inherit;
  text-decoration: underline;
  text-decoration-color: var(--rule);
  text-underline-offset: 0.18em;
}

p,
time,
.label,
.what-title {
  unicode-bidi: plaintext;
  text-align: left;
}

.sources,
.cell-sources,
.cell-way {
  unicode-bidi: normal;
}

[dir="rtl"] :is(p, time, .what-title) {
  text-align: right;
}

a:hover {
  text-decoration-color: currentcolor;
}

:focus-visible,
.field:focus-within {
  outline: 2px solid var(--accent);
  outline-offset: 2px;
}

canvas {
  display: block;
  width: 0;
  height: 0;
}

.figure,
[data-ground] {
  color: var(--ink);
}

[data-ground] {
  padding: 16px;
  background: var(--ban-spread-background, var(--ground));
}

.figure {
  position: relative;
  grid-area: 1 / 1;
  min-width: 0;
  background: var(--ban-spread-background, transparent);
  color-scheme: light;
}

[data-scheme="dark"] .figure {
  color-scheme: dark;
}

.fallback {
  grid-area: 1 / 1;
  min-width: 0;
}

[data-state="loading"] .figure {
  visibility: hidden;
}

[data-state="loading"] .fallback {
  position: absolute;
  inset: 0;
  z-index: 1;
  overflow: auto;
}

[data-state="ready"] .fallback,
[data-state="failed"] .figure {
  display: none;
}

.visually-hidden,
.probe {
  position: absolute;
  inset-inline-start: 0;
  width: 1px;
  height: 1px;
  margin: -1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}

.probe {
  width: 1em;
  forced-color-adjust: none;
}

@media (prefers-contrast: more) {
  .figure,
  .notice {
    --muted: var(--ink);
    --rule: var(--ink);
  }

  .swatch {
    opacity: 1 !important;
  }
}
`;
