/** Undo and redo: lists of projects. */

/** @import {Project, State} from "./types.js" */

/** The most steps that are kept. They share the bytes of the sheet. */
const MOST = 200;

/**
 * The state with a changed project. Changes of one field in a row are one step.
 * @param {State} state
 * @param {Project} project
 * @param {string} [field]
 * @returns {State}
 */
export function change(state, project, field = "") {
  if (field && field === state.edited) return { ...state, project };
  const past = [...state.past, state.project].slice(-MOST);
  return { ...state, project, past, future: [], edited: field };
}

/** @param {State} state @returns {State} */
export function undo(state) {
  const project = state.past.at(-1);
  if (!project) return state;
  const future = [state.project, ...state.future];
  return { ...went(state, project, "undone"), past: state.past.slice(0, -1), future };
}

/** @param {State} state @returns {State} */
export function redo(state) {
  const [project, ...future] = state.future;
  if (!project) return state;
  const past = [...state.past, state.project];
  return { ...went(state, project, "redone"), past, future };
}

/**
 * The state with an earlier or later project. What has changed from one sheet to another is told only of a replacement.
 * @param {State} state
 * @param {Project} project
 * @param {string} key  what the page says
 * @returns {State}
 */
function went(state, project, key) {
  const isOther = project.source !== state.project.source;
  const said = { key, values: {} };
  return { ...state, project, edited: "", said, ...(isOther && { differences: [], before: null }) };
}
