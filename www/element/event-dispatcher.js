/** The events: what is going to be shown, what is shown, where it has come to rest, and what has failed. */

import { stateOf } from "../chart/state.js";

/** @typedef {import("../types.js").State} State */
/** @typedef {import("../types.js").Description} Description */

export class EventDispatcher {
  /** What is shown. @type {State} */
  last = { date: null, compare: null, filter: null, selected: null, step: null, view: "map", playing: false };
  /** Where it last came to rest, as JSON. */
  #rested = "";
  /** @type {(host: HTMLElement) => void} */
  #resolve = () => {};
  ready = new Promise((/** @type {(host: HTMLElement) => void} */ resolve) => (this.#resolve = resolve));
  #standing = false;
  /** What an editor should look at in the dataset that is shown. @type {import("../types.js").Diagnostic[]} */
  warnings = [];

  /** @param {HTMLElement} host */
  constructor(host) {
    this.host = host;
  }

  /**
   * Asks the page about what is going to be shown where that differs from what is. Returns what to show instead, where
   * the page prevents the change, or the history that it opens or closes. A prevented change stops playback.
   * @param {Description} description
   * @returns {State|undefined}
   */
  decide(description) {
    const before = this.last;
    const after = stateOf(description);
    if (!this.#standing || JSON.stringify(after) === JSON.stringify(before)) return undefined;
    if (!this.#fire("beforechange", after, true)) return { ...before, playing: false };
    if (after.selected === before.selected || this.#fire("select", after, true)) return undefined;
    return { ...after, selected: before.selected };
  }

  /**
   * A picture stands.
   * @param {Description} description
   * @param {boolean} rests  nobody drags, and the date does not run
   */
  painted(description, rests) {
    const state = stateOf(description);
    const [text, before] = [state, this.last].map((each) => JSON.stringify(each));
    this.last = state;
    if (!this.#standing) {
      this.#standing = true;
      this.#rested = text;
      this.#resolve(this.host);
      this.#fire("ready", { ...state, diagnostics: this.warnings });
      return;
    }
    if (text !== before) this.#fire("input", state);
    if (!rests || text === this.#rested) return;
    this.#rested = text;
    this.#fire("change", state);
  }

  /**
   * False where the page does not want it said to readers.
   * @param {import("../base/errors.js").ShellError} error
   * @param {boolean} kept  a picture still stands
   */
  failed({ code, cause, message, diagnostics }, kept) {
    this.#standing &&= kept;
    return this.#fire("error", { code, cause, message, diagnostics }, true);
  }

  /**
   * False where the page has prevented what the event announces.
   * @param {"ready"|"beforechange"|"select"|"input"|"change"|"error"} name
   * @param {object} detail  the page gets a copy
   * @param {boolean} [cancelable]
   */
  #fire(name, detail, cancelable) {
    const how = { bubbles: true, composed: true, cancelable, detail: { ...detail } };
    return this.host.dispatchEvent(new CustomEvent(`ban-spread-${name}`, how));
  }
}
