/** The table. It scrolls in its own box. In a narrow column each row has two or three lines. */

/**
 * Comments on rules. They are not in the style sheet, because every reader would download them.
 * - table: the properties that a table does not inherit in quirks mode.
 * - .sort, .who, --more: high enough for a finger, and on the same line as the cells beside them.
 * - [data-state="failed"][data-left] .figure: after a fault only the table remains, below the message about the fault.
 * - thead tr > *: a fixed heading of three lines would leave little space for the rows.
 */
export const TABLE = `
.only,
.filters {
  padding-bottom: 0.7em;
}

.root:not([data-undrawn]) .only {
  display: none;
}

.filters {
  display: flex;
  flex-wrap: wrap;
  gap: 0.4em 1em;
  align-items: center;
  font-size: 0.95em;
}

.search {
  flex: 1 1 9em;
  min-width: 0;
  max-width: 20em;
}

.search::placeholder {
  color: var(--muted);
  opacity: 1;
}

.changed {
  display: inline-flex;
  gap: 0.5em;
  align-items: center;
  min-height: 28px;
}

.grounds {
  color: var(--muted);
  font-size: 0.875em;
}

.changed input {
  width: 1.15em;
  height: 1.15em;
  accent-color: var(--accent);
}

.rows {
  margin-inline-start: auto;
  color: var(--muted);
  font-variant-numeric: tabular-nums;
}

.scroll {
  max-height: 36em;
  margin-bottom: 1.2em;
  border-block: 1px solid var(--rule);
  overflow: auto;
  overflow-anchor: none;
}

table {
  width: 100%;
  border-collapse: separate;
  border-spacing: 0;
  color: inherit;
  font: inherit;
  white-space: inherit;
}

caption,
th,
td {
  text-align: left;
  unicode-bidi: plaintext;
}

[dir="rtl"] :is(caption, th, td) {
  text-align: right;
}

caption {
  padding-block: 0.55em 0.35em;
  color: var(--muted);
}

th,
td {
  padding-block: 0.35em;
  padding-inline: 0 1em;
  border-bottom: 1px solid var(--rule);
  font-weight: 400;
  overflow-wrap: break-word;
  vertical-align: top;
}

tbody tr:last-child > * {
  border-bottom: 0;
}

thead tr > * {
  position: sticky;
  top: 0;
  background: var(--page);
}

.sort,
.who {
  min-height: 24px;
  font-weight: 600;
  user-select: text;
  -webkit-user-select: text;

  --more: max(0px, (24px - 1.4em) / 2);

  margin-block: calc(-1 * var(--more));
  padding-block: var(--more);
}

.sort {
  white-space: nowrap;
}

.sort::after {
  display: inline-block;
  width: 1.1em;
  padding-inline-start: 0.3em;
  content: "" / "";
}

[aria-sort="ascending"] .sort::after {
  content: "\\2191" / "";
}

[aria-sort="descending"] .sort::after {
  content: "\\2193" / "";
}

:is(.sort, .who):hover {
  text-decoration: underline;
  text-underline-offset: 0.18em;
}

:is(.scroll, .sort, .who):focus-visible {
  outline-offset: -2px;
}

.cell-since {
  min-width: 8.8em;
  font-variant-numeric: tabular-nums;
}

.cell-sources a {
  padding-block: 2px;
}

.cell-way {
  min-width: 8.8em;
  color: var(--muted);
}

.nobody {
  padding-block: 0.8em;
  color: var(--muted);
}

[data-state="failed"][data-left] .figure {
  display: block;
  grid-row: 3;
  padding-top: 0.9em;
}

[data-state="failed"][data-left] :is(.figure > :not(.stage), .stage > :not(.table)) {
  display: none;
}

@container (max-width: 559px) {
  table,
  thead,
  tbody,
  caption {
    display: block;
  }

  tr {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 0 0.8em;
    padding-block: 0.3em;
    border-bottom: 1px solid var(--rule);
  }

  tbody tr:last-child {
    border-bottom: 0;
  }

  th,
  td {
    min-width: 0;
    padding: 0;
    border-bottom: 0;
  }

  thead tr > * {
    position: static;
  }

  :is(th, td):last-child {
    grid-column: 1 / -1;
  }
}

@media print {
  .filters {
    display: none;
  }

  .scroll {
    max-height: none;
    overflow: visible;
  }

  thead,
  tr {
    break-inside: avoid;
  }

  .sort::after {
    display: none;
  }
}
`;
