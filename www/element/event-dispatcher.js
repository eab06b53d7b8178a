/** The four events: each is fired only when there is something new, and the page can prevent three of them. */

import { stateOf } from "../chart/state.js";

/** @typedef {import("../types.js").State} State */
/** @typedef {import("../types.js").Description} Description */

export class EventDispatcher {
  /** What is shown, or is going to be while the page is asked. @type {State} */
  last = { date: "", compare: null, filter: null, selected: null, step: null, playing: false };
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
   * Tells the page what is going to be shown where that differs from what is. Returns what to show instead, where the
   * page prevents any of it; playback then stops.
   * @param {Description} description
   * @returns {State|undefined}
   */
  decide(description) {
    if (!this.#standing) return undefined;
    const before = this.last;
    const after = (this.last = stateOf(description));
    const detail = detailOf(after);
    const same = JSON.stringify(detail) === JSON.stringify(detailOf(before));
    const changes = same || this.#fire("ban-spread-change", detail);
    const selects = after.selected === before.selected || this.#fire("ban-spread-select", { entity: after.selected });
    if (changes && selects) return undefined;
    return { ...(changes ? after : { ...before, playing: false }), selected: (selects ? after : before).selected };
  }

  /**
   * A picture stands.
   * @param {Description} description
   */
  painted(description) {
    this.last = stateOf(description);
    if (this.#standing) return;
    this.#standing = true;
    this.#resolve(this.host);
    this.#fire("ban-spread-ready", { date: this.last.date, diagnostics: this.warnings });
  }

  /**
   * False where the page does not want it said to readers.
   * @param {import("../base/errors.js").ShellError} error
   * @param {boolean} kept  a picture still stands
   */
  failed({ code, cause, message, diagnostics }, kept) {
    this.#standing &&= kept;
    return this.#fire("ban-spread-error", { code, cause, message, diagnostics });
  }

  /**
   * False where the page has prevented what the event announces.
   * @param {string} type
   * @param {object} detail
   */
  #fire(type, detail) {
    const cancelable = type !== "ban-spread-ready";
    return this.host.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, cancelable, detail }));
  }
}

/** @param {State} state */
function detailOf({ date, compare, playing, filter, step }) {
  return { date, compare, playing, filter, step };
}
