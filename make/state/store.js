/** The state of the page, and who hears of its changes. */

/** @import {Action} from "./actions.js" */
/** @import {State} from "./types.js" */

import { INITIAL } from "./initial.js";
import { reduce } from "./reducer.js";

/** @typedef {(action: Action) => void} Dispatch */
/** @typedef {{state: () => State, dispatch: Dispatch, subscribe: (heard: (state: State, before: State) => void) => void}} Store */

/** @returns {Store} */
export function createStore() {
  let state = INITIAL;
  /** @type {((state: State, before: State) => void)[]} */
  const listeners = [];
  return {
    state: () => state,
    subscribe: (heard) => void listeners.push(heard),
    dispatch(action) {
      const before = state;
      state = reduce(state, action);
      if (state !== before) for (const heard of listeners) heard(state, before);
    },
  };
}
