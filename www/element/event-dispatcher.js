/**
 * Fires the events of the element: before a change, after each picture, after a change at rest, after newer data, and after a failure.
 */

import { UNCHOSEN } from "../base/state.js";
import { stateOf } from "../chart/state.js";

/** @typedef {import("../types.js").State} State */
/** @typedef {import("../types.js").Description} Description */

export class EventDispatcher {
  /** The state that is shown. @type {State} */
  last = { date: null, ...UNCHOSEN, playing: false };
  /** The last state at rest, as JSON. */
  #rested = "";
  /** @type {(host: HTMLElement) => void} */
  #resolve = () => {};
  ready = new Promise((/** @type {(host: HTMLElement) => void} */ resolve) => (this.#resolve = resolve));
  #standing = false;
  /** The warnings about the dataset that is shown, for its editor. @type {import("../types.js").Diagnostic[]} */
  warnings = [];

  /** @param {HTMLElement} host */
  constructor(host) {
    this.host = host;
  }

  /**
   * Fires the events before a change, if the next state differs from the state that is shown. Returns the state to show
   * instead if the page prevents the change, or prevents that a history opens or closes. A prevented change stops
   * playback.
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
   * Fires the events after a picture.
   * @param {Description} description
   * @param {boolean} rests  the reader does not drag, and playback is off
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
   * Fires the event for an error. Returns false if the page prevents the message for readers.
   * @param {import("../base/errors.js").ShellError} error
   * @param {boolean} kept  an earlier picture is still visible
   */
  failed({ code, cause, message, diagnostics }, kept) {
    this.#standing &&= kept;
    return this.#fire("error", { code, cause, message, diagnostics }, true);
  }

  /**
   * Fires the event for an answer of `src` to a later request.
   * @param {{changed: boolean, diagnostics: import("../types.js").Diagnostic[]}} detail
   */
  refreshed(detail) {
    this.#fire("refresh", detail);
  }

  /**
   * Fires an event. Returns false if the page prevents the default action of the event.
   * @param {"ready"|"beforechange"|"select"|"input"|"change"|"refresh"|"error"} name
   * @param {object} detail  the page gets a copy
   * @param {boolean} [cancelable]
   */
  #fire(name, detail, cancelable) {
    const how = { bubbles: true, composed: true, cancelable, detail: { ...detail } };
    return this.host.dispatchEvent(new CustomEvent(`ban-spread-${name}`, how));
  }
}
