/** Latest changes and notices. */

/**
 * Comments on rules. They are not in the style sheet, because every reader would download them.
 * - .sources a: high enough for a finger. The padding covers the space between the lines and the space below.
 * - [data-state="failed"] .notice :is(.quiet, .help): without a chart no code updates the colours for the scheme of the
 *   page.
 */
export const DETAILS = `
.extras {
  display: flex;
  flex-wrap: wrap;
  gap: 0.4em 0.6em;
  align-items: center;
  padding-top: 0.5em;
}

.tour {
  display: contents;
}

.fold {
  flex: 1 1 20em;
  justify-content: flex-start;
  min-width: 0;
  padding: 0;
  border-color: transparent;
  font-weight: 600;
}

.fold span {
  white-space: nowrap;
}

.newest {
  color: var(--muted);
  font-weight: 400;
  overflow: hidden;
  text-overflow: ellipsis;
}

.key {
  padding-top: 0.6em;
  font-size: 0.93em;
}

.key ul {
  padding-inline-start: 1.2em;
  color: var(--muted);
}

.switch {
  display: inline-flex;
  gap: 0.5em;
  align-items: center;
  min-height: 28px;
}

.switch input {
  width: 1.15em;
  height: 1.15em;
  accent-color: var(--accent);
}

.heading {
  font-weight: 700;
}

.entries,
.others,
.footnotes {
  list-style: none;
}

.latest {
  position: relative;
  height: 24.5em;
  overflow-y: auto;
}

.entry {
  display: grid;
  grid-template-columns: var(--when, ) var(--mark, 16px) minmax(0, 1fr);
  gap: 0 0.6em;
  padding-block: 0.55em 0.6em;
}

.entry + .entry {
  border-top: 1px solid var(--rule);
}

.latest:focus-visible {
  outline-offset: -2px;
}

.moved {
  --mark: 3.8em;
}

.moved .mark {
  display: flex;
  gap: 0.3em;
  align-items: center;
  align-self: start;
  font-size: 0.9em;
}

.entry[data-future] {
  color: var(--muted);
}

.entry[data-future] .swatch {
  opacity: 0.45;
}

.when {
  grid-column: 2;
  justify-self: start;
  min-height: 24px;
  color: var(--muted);
  font-variant-numeric: tabular-nums;
}

.mark {
  grid-row: 1;
  grid-column: 1;
  padding-top: 4px;
}

.what {
  grid-column: 2;
  min-width: 0;
  overflow-wrap: break-word;
}

.what-title {
  font-weight: 600;
}

button.what-title {
  display: block;
  min-height: 24px;
}

.when:hover,
button.what-title:hover {
  text-decoration: underline;
  text-underline-offset: 0.18em;
}

.text {
  margin-top: 0.15em;
}

.sources,
.remark {
  margin-top: 0.15em;
  color: var(--muted);
  font-size: 0.9em;
}

.sources a {
  padding-block: 2px 8px;
}

.none {
  position: absolute;
  top: 2em;
  color: var(--muted);
}

.changes {
  position: relative;
}

.notes {
  color: var(--muted);
  font-size: 0.9em;
  overflow-wrap: anywhere;
}

.footnotes:not(:empty),
.terms {
  padding-top: 0.5em;
}

.terms {
  display: flex;
  flex-wrap: wrap;
  gap: 0 1.2em;
  justify-content: space-between;
}

.notice:empty {
  display: none;
}

.notice {
  grid-row: 2;
  padding-top: 0.6em;
}

.notice .quiet {
  color: var(--muted);
  font-size: 0.93em;
}

[data-state="failed"] .notice :is(.quiet, .help) {
  color: inherit;
}

.notice .fault {
  font-weight: 700;
}

.findings {
  padding-inline-start: 1.4em;
  overflow-wrap: anywhere;
}

.findings code {
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  font-size: 0.93em;
}

.findings .help {
  color: var(--muted);
}

@container (480px <= width < 840px) {
  .details {
    --when: 9.6em;
  }

  .latest {
    height: 18.5em;
  }

  .when {
    grid-column: 1;
    align-self: start;
  }

  .mark {
    grid-column: 2;
  }

  .what {
    grid-column: 3;
  }
}

@media screen {
  .key:not([data-open]) {
    display: none;
  }

  @container (max-width: 839px) or (max-width: 41.99em) {
    .changes > .heading,
    .changes:not([data-open]) {
      display: none;
    }
  }
}

@container (min-width: 840px) and (min-width: 42em) {
  .fold {
    display: none;
  }

  .latest {
    height: auto;
    overflow: visible;
  }
}
`;
