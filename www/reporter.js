/** What the page hears: the four events, each only when there is something new. */

/**
 * @typedef {object} State
 * @property {string} date
 * @property {string|null} compare
 * @property {boolean} playing
 * @property {string|null} filter
 * @property {number|null} step  of the tour
 * @property {string|null} entity
 */

export class Reporter {
  /** @type {State} */
  last = { date: "", compare: null, playing: false, filter: null, step: null, entity: null };
  /** @type {(host: HTMLElement) => void} */
  #resolve = () => {};
  ready = new Promise((/** @type {(host: HTMLElement) => void} */ resolve) => (this.#resolve = resolve));
  #standing = false;
  /** What an editor should look at in the dataset that is shown. @type {import("./types.js").Diagnostic[]} */
  warnings = [];

  /** @param {HTMLElement} host */
  constructor(host) {
    this.host = host;
  }

  /**
   * A picture stands: the first one, one after a failure, or one that differs from the last.
   * @param {import("./types.js").Description} description
   */
  painted({ iso, compare, playing, filter, tour, selected }) {
    const { entity: before, ...last } = this.last;
    const state = { date: iso, compare: compare?.iso ?? null, playing, filter, step: tour?.index ?? null };
    const entity = selected?.id ?? null;
    this.last = { ...state, entity };
    if (!this.#standing) {
      this.#standing = true;
      this.#resolve(this.host);
      this.#fire("ban-spread-ready", { date: iso, diagnostics: this.warnings });
      return;
    }
    if (JSON.stringify(state) !== JSON.stringify(last)) this.#fire("ban-spread-change", state);
    if (entity !== before) this.#fire("ban-spread-select", { entity });
  }

  /**
   * @param {import("./errors.js").ShellError} error
   * @param {boolean} kept  a picture still stands
   */
  failed({ code, message, diagnostics }, kept) {
    this.#standing = kept;
    this.#fire("ban-spread-error", { code, message, diagnostics });
  }

  /**
   * @param {string} type
   * @param {object} detail
   */
  #fire(type, detail) {
    this.host.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }
}
