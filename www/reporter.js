/** What the page hears: the four events, each only when there is something new. */

/** @typedef {{date: string, playing: boolean, filter: string|null, entity: string|null}} State */

export class Reporter {
  /** @type {State} */
  last = { date: "", playing: false, filter: null, entity: null };
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
  painted({ iso: date, playing, filter, selected }) {
    const last = this.last;
    const entity = selected?.id ?? null;
    this.last = { date, playing, filter, entity };
    if (!this.#standing) {
      this.#standing = true;
      this.#resolve(this.host);
      this.#fire("ban-spread-ready", { date, diagnostics: this.warnings });
      return;
    }
    const changed = date !== last.date || playing !== last.playing || filter !== last.filter;
    if (changed) this.#fire("ban-spread-change", { date, playing, filter });
    if (entity !== last.entity) this.#fire("ban-spread-select", { entity });
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
