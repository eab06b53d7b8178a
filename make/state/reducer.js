/** The one place where the state changes. */

/** @import {Action} from "./actions.js" */
/** @import {Look, State} from "./types.js" */

import { merge } from "../core/choices.js";
import { change, redo, undo } from "./history.js";
import { EMPTY, INITIAL, UNREAD } from "./initial.js";
import { without } from "./without.js";

/** The texts of a look. */
const TEXTS = ["title", "subtitle", "description", "license"];

/**
 * @param {State} state
 * @param {Action} action
 * @returns {State}
 */
export function reduce(state, action) {
  const { project } = state;
  switch (action.type) {
    case "take":
      return { ...renewed(state), project: { ...EMPTY, ...action.kept, source: action.source } };
    case "replace":
      return change({ ...state, before: state.report, error: null }, { ...project, source: action.source });
    case "restore":
      return { ...renewed(state), project: action.project, draft: action.draft };
    case "leave":
      return renewed(state);
    case "busy":
      return { ...state, busy: action.busy, progress: null, error: action.busy ? null : state.error };
    case "progress":
      return state.busy ? { ...state, progress: action.progress } : state;
    case "opened":
      return { ...state, opened: action.opened, busy: "", error: null };
    case "unread":
      return { ...state, ...UNREAD, opened: action.opened, error: action.error };
    case "understood":
      return understood(state, action);
    case "composed":
      return { ...state, dataset: action.dataset ?? state.dataset, problems: action.problems ?? state.problems };
    case "failed":
      return { ...state, error: action.error, failed: state.busy, busy: "" };
    case "choose":
      return change(state, { ...project, choices: merge(project.choices, action.choices) }, action.field);
    case "unchoose":
      return change(state, { ...project, choices: without(project.choices, action.path) });
    case "look":
      return change(mended(state), { ...project, look: lookWith(project.look, action.look) }, action.field);
    case "publish":
      return change(
        mended(state),
        { ...project, publishing: { ...project.publishing, ...action.publishing } },
        action.field,
      );
    case "preview":
      return { ...state, preview: { ...state.preview, ...action.preview } };
    case "shown":
      return { ...state, shown: action.shown };
    case "said":
      return { ...state, said: { key: action.key, values: action.values ?? {} } };
    case "drafts":
      return { ...state, drafts: action.drafts };
    case "kept":
      return { ...state, draft: action.draft };
    case "undo":
      return undo(state);
    case "redo":
      return redo(state);
  }
}

/**
 * The page without a project. Its settings and the list of drafts stay.
 * @param {State} state
 * @returns {State}
 */
function renewed({ preview, drafts, work }) {
  return { ...INITIAL, ...UNREAD, preview, drafts, work: work + 1 };
}

/**
 * @param {State} state
 * @param {Extract<Action, {type: "understood"}>} action
 * @returns {State}
 */
function understood(state, { report, base, differences }) {
  const dataset = base ? state.dataset : null;
  return {
    ...state,
    report,
    // A report is told only while the choices are still those of the project.
    answered: state.project.choices,
    base,
    dataset,
    problems: base ? state.problems : [],
    before: null,
    differences: differences ?? state.differences,
    busy: "",
    error: null,
  };
}

/** The state without the error of a publication, about which the person has changed something. @param {State} state */
const mended = (state) => (state.failed === "publishing" ? { ...state, error: null } : state);

/**
 * A look with changes. An empty setting removes a change, so that the dataset's own counts again. A text can be empty.
 * @param {Look} look
 * @param {Look} over
 * @returns {Look}
 */
function lookWith(look, over) {
  const statuses = { ...look.statuses };
  for (const [id, own] of Object.entries(over.statuses ?? {})) statuses[id] = { ...statuses[id], ...own };
  const merged = { ...look, ...over, ...(over.statuses && { statuses }) };
  const isSet = (/** @type {[string, unknown]} */ [name, value]) =>
    value !== undefined && (value !== "" || TEXTS.includes(name));
  return Object.fromEntries(Object.entries(merged).filter(isSet));
}
