/** The rows of "Who, when". The axis has the same height as in the core. */

/**
 * Comments on rules. They are not in the style sheet, because every reader would download them.
 * - .map: the rows need no space for the map of the built-in dataset.
 * - .tiles: the rows scroll below the axis, over a canvas that does not move.
 * - .tabs, .tab-count: without the number, four tabs fit in one row on a phone, and beside the controls in a column.
 */
export const LANES = `
.order {
  display: none;
  gap: 0.5em;
  align-items: center;
  min-height: 34px;
  color: var(--muted);
}

.order .field {
  flex: none;
  min-width: 0;
  min-height: 28px;
  max-width: 75%;
  color: var(--ink);
}

[data-view="lanes"] .order {
  display: flex;
}

[data-view="lanes"] .map {
  min-height: 0;
}

[data-view="lanes"] .tiles {
  top: 24px;
  overflow-y: auto;
  scrollbar-width: thin;
  pointer-events: auto;
}

@container (max-width: 719px) {
  .tab-count {
    display: none;
  }
}

@container (max-width: 479px) {
  .tabs {
    column-gap: 0.7em;
    font-size: 0.92em;
  }
}
`;
