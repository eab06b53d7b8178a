/** Reads what the person has given: opens it, understands it with the choices, and lays the look over it. */

/** @import {Core, Opened, Progress} from "../core/types.d.ts" */
/** @import {Source, State} from "../state/types.js" */
/** @import {Store} from "../state/store.js" */

import { compose } from "../data/compose.js";
import { differences } from "../data/differences.js";
import { newest } from "../data/newest.js";
import { failure, isEnded, toldOf } from "./errors.js";

/**
 * @param {Store} store
 * @param {Core} core
 */
export function readChanges(store, core) {
  const check = newest((/** @type {string} */ text) => core.check(text));
  store.subscribe((state, before) => {
    const { source, choices, look } = state.project;
    if (source !== before.project.source) void open(store, core, source);
    else if (choices !== before.project.choices && state.opened?.kind === "sheet") void understand(store, core);
    if (state.base !== before.base || look !== before.project.look) void show(store, check, state);
  });
}

/**
 * @param {Store} store
 * @param {Core} core
 * @param {Source|null} source
 */
async function open({ state, dispatch }, core, source) {
  if (!source) return;
  const isOld = () => state().project.source !== source;
  dispatch({ type: "busy", busy: "opening" });
  try {
    const { name, bytes, text, html, encoding } = source;
    const opened = asSheet(await core.open({ name, bytes, text, html, encoding }, watch(dispatch)));
    if (isOld()) return;
    dispatch({ type: "opened", opened });
    if (opened.kind === "sheet") await understand({ state, dispatch }, core, opened);
    else useDataset(dispatch, opened.dataset);
  } catch (error) {
    if (!isOld()) dispatch({ type: "unread", opened: null, error: toldOf(error) });
  }
}

/**
 * A table that has the names of our columns, but errors, is a sheet for the import: it can repair what the check cannot.
 * @param {Opened} opened
 * @returns {Opened}
 */
function asSheet(opened) {
  const isBroken = opened.kind === "dataset" && !opened.dataset?.json && opened.format !== "json";
  return isBroken ? { ...opened, kind: "sheet", dataset: null } : opened;
}

/** Tells how far the core is. @param {Store["dispatch"]} dispatch */
function watch(dispatch) {
  return { onProgress: (/** @type {Progress} */ progress) => dispatch({ type: "progress", progress }) };
}

/**
 * @param {Store["dispatch"]} dispatch
 * @param {import("../core/types.d.ts").Checked|null} checked
 */
function useDataset(dispatch, checked) {
  dispatch({ type: "understood", report: null, base: checked?.json ? JSON.parse(checked.json) : null });
  if (checked && !checked.json) dispatch({ type: "composed", dataset: null, problems: checked.findings });
  else dispatch({ type: "said", key: "read_dataset" });
}

/**
 * @param {Pick<Store, "state"|"dispatch">} store
 * @param {Core} core
 * @param {Opened|null} [opened]  what has just been opened: the report that the page has is about another input
 */
async function understand({ state, dispatch }, core, opened = null) {
  const { source, choices } = state().project;
  const isOld = () => state().project.source !== source || state().project.choices !== choices;
  dispatch({ type: "busy", busy: "reading" });
  try {
    const { report, json } = await core.understand(choices, watch(dispatch));
    if (isOld()) return;
    const { before } = state();
    const changed = before ? { differences: differences(before, report) } : {};
    dispatch({ type: "understood", report, base: json ? JSON.parse(json) : null, ...changed });
    dispatch(told(report));
  } catch (error) {
    if (!isOld()) dispatch(opened ? { type: "unread", opened, error: toldOf(error) } : failure(error));
  }
}

/**
 * What the live region says about a report.
 * @param {import("../core/types.d.ts").Report} report
 * @returns {import("../state/actions.js").Action}
 */
function told({ questions, events, entities }) {
  if (questions.length > 0) return { type: "said", key: "open_questions", values: { n: questions.length } };
  return { type: "said", key: "read_events", values: { n: events, m: entities } };
}

/**
 * Shows the dataset at once, and tells what its check finds later.
 * @param {Store} store
 * @param {(text: string) => Promise<import("../core/types.d.ts").Checked|undefined>} check
 * @param {State} state
 */
async function show(store, check, { base, project }) {
  if (!base) return;
  const dataset = compose(base, project.look);
  // What was found of the dataset before stays until then: nothing comes and goes at each letter.
  store.dispatch({ type: "composed", dataset });
  try {
    const checked = await check(JSON.stringify(dataset));
    if (!checked || store.state().dataset !== dataset) return;
    store.dispatch({ type: "composed", dataset, problems: checked.findings });
  } catch (error) {
    if (isEnded(error)) return;
    // What was found of an older dataset does not hold for this one.
    if (store.state().dataset === dataset) store.dispatch({ type: "composed", dataset, problems: [] });
    store.dispatch(failure(error));
  }
}
