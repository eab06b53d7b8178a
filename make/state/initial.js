/** The state of a page that has just been opened. */

/** @import {Project, State} from "./types.js" */

/** @type {Project} */
export const EMPTY = { source: null, choices: {}, look: {}, publishing: {} };

/** What belongs to the sheet or dataset that was given. @type {Partial<State>} */
export const UNREAD = {
  opened: null,
  report: null,
  answered: {},
  before: null,
  differences: [],
  base: null,
  dataset: null,
  problems: [],
  busy: "",
  progress: null,
  error: null,
  failed: "",
  shown: null,
};

/** @type {State} */
export const INITIAL = {
  .../** @type {any} */ (UNREAD),
  project: EMPTY,
  past: [],
  future: [],
  edited: "",
  said: null,
  preview: { width: "fit", as: "light" },
  drafts: [],
  draft: null,
  work: 0,
};
