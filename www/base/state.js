/** What a figure shows before anybody has chosen something. */

/** The state without the date. @type {Omit<import("../types.js").State, "date" | "playing">} */
export const UNCHOSEN = {
  compare: null,
  filter: null,
  firm: false,
  selected: null,
  step: null,
  view: "map",
  weighted: false,
};
