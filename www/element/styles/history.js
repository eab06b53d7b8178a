/** An entity's history. */

export const HISTORY = `
.history {
  padding-top: 0.9em;
}

.history:focus-visible {
  outline-offset: 6px;
}

.back {
  float: inline-end;
  margin-inline-start: 1em;
  margin-bottom: 0.4em;
  font-size: 0.93em;
}

.name {
  font-size: 1.25em;
  line-height: 1.3;
}

.state {
  display: flex;
  gap: 0.5em;
  align-items: start;
  padding-bottom: 0.4em;
}

.state canvas {
  margin-top: 0.15em;
}

.related {
  padding-block: 0.3em 0.7em;
}

.others {
  display: flex;
  flex-wrap: wrap;
  gap: 0 1.2em;
}

.other {
  display: inline-flex;
  flex-wrap: wrap;
  gap: 0 0.45em;
  align-items: center;
  min-height: 28px;
}

.other:hover {
  text-decoration: underline;
  text-underline-offset: 0.18em;
}

.other .word-of-status {
  color: var(--muted);
}

.history .entries {
  clear: both;
  border-top: 1px solid var(--rule);
}
`;
