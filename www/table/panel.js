/**
 * The panel of the table: shown by its tab, or where nothing can be drawn. The table itself is in the supplement, which
 * loads when the panel opens or when the browser is idle.
 */

import { make, setAttribute } from "../base/dom.js";
import { supplement } from "../loading/arrived.js";

/**
 * What a chart gives to the table.
 * @typedef {object} Chart
 * @property {() => import("../types.js").Row[]|undefined} read
 * @property {(id: string) => void} open  shows an entity's history
 * @property {() => void} show  shows the table
 * @property {(words: string, instead?: string) => void} say  announces words politely
 */

export class TablePanel {
  /** @type {import("./table.js").Table|undefined} */
  #table;
  /** @type {[chart: Chart, signal: AbortSignal]|undefined} */
  #chart;
  /** @type {[import("../types.js").Description, import("../types.js").Info]|undefined} */
  #picture;

  /**
   * @param {HTMLElement} root
   * @param {object} to
   * @param {import("../i18n/words.js").Words} to.words
   * @param {() => Promise<unknown>} to.load  loads the supplement
   * @param {() => void} to.dress  gives the table its style sheet
   */
  constructor(root, to) {
    this.root = root;
    this.to = to;
    root.addEventListener("beforematch", () => this.#chart?.[0].show());
  }

  get shown() {
    return !this.root.hasAttribute("hidden");
  }

  /**
   * Follows a chart from now on.
   * @param {Chart} chart
   * @param {AbortSignal} signal
   */
  attach(chart, signal) {
    this.#chart = [chart, signal];
    this.#table?.attach(chart, signal);
    signal.addEventListener("abort", () => (this.#chart = undefined));
  }

  /**
   * @param {import("../types.js").Description} description
   * @param {import("../types.js").Info} info
   * @param {boolean} fresh  words have changed, or the figure is about to be printed
   */
  render(description, info, fresh) {
    this.#picture = [description, info];
    this.#show(description.view === "table" || this.root.matches("[data-undrawn] *"));
    if (!this.equip()) this.#table?.render(description, info, fresh);
  }

  /** The figure is at rest: the table is also updated while it is hidden. */
  rest() {
    this.#table?.rest();
  }

  /** The chart is gone. Shows the rows that are left, and returns whether there are any. */
  leave() {
    const left = this.#table?.leave() ?? false;
    if (left) this.#show(true);
    return left;
  }

  /** Builds the table, if the supplement has arrived. Returns whether the table is new. */
  equip() {
    const { root } = this;
    const { words, dress } = this.to;
    if (this.#table || !supplement || !this.#chart || !this.#picture) return false;
    // A reader who has pressed the button to try again continues in the table.
    const held = root.contains(/** @type {ShadowRoot} */ (root.getRootNode()).activeElement);
    const table = (this.#table = new supplement.Table(root, words));
    dress();
    words.label(root);
    table.attach(...this.#chart);
    table.render(...this.#picture, true);
    if (held) table.parts.scroll.focus();
    return true;
  }

  /** @param {boolean} shown */
  #show(shown) {
    const { root } = this;
    if (shown === this.shown) return;
    if (shown) {
      root.removeAttribute("hidden");
      // Not before: a panel that only the search of the browser can find would be empty to assistive technology.
      root.setAttribute("role", "tabpanel");
      root.setAttribute("aria-labelledby", "table-tab");
      if (!supplement) this.#load();
    } else {
      root.setAttribute("hidden", "until-found");
      root.removeAttribute("role");
      root.removeAttribute("aria-labelledby");
    }
  }

  /** The panel has the space of a table while it is busy. */
  async #load() {
    const { root } = this;
    if (root.hasAttribute("aria-busy")) return;
    setAttribute(root, "aria-busy", "true");
    const failed = await this.to.load().catch(() => true);
    root.removeAttribute("aria-busy");
    this.equip();
    if (failed === true && !this.#table) this.#tell();
  }

  /** Says that the table is missing. Opening the tab again also tries again. */
  #tell() {
    const { words } = this.to;
    const again = make("button", { class: "button", type: "button", "data-word": "try_again" });
    again.addEventListener("click", () => this.#load());
    this.#chart?.[0].say(words.text("part_failed"));
    if (this.root.firstChild) return;
    this.root.append(make("p", { class: "missing", "data-word": "part_failed" }), again);
    words.label(this.root);
  }
}
