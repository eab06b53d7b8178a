/** Controls one element: loads the dataset, starts the chart, passes requests to the chart, and stops the chart. */

import { make } from "../base/dom.js";
import { asShellError, ShellError } from "../base/errors.js";
import { readLink } from "../base/link.js";
import { Language } from "../i18n/language.js";
import { Loader } from "../loading/loader.js";
import { clearNotice, showNotice } from "../panels/notice.js";
import { EventDispatcher } from "./event-dispatcher.js";
import { TextMeasurer } from "../canvas/text-measurer.js";
import { readSettings } from "../chart/settings.js";
import { ChartController } from "../chart/chart-controller.js";
import { plainState, restore } from "../chart/state.js";
import { TablePanel } from "../table/panel.js";
import { supplement } from "../loading/arrived.js";
import { loadAhead, loadSupplement } from "../loading/supplement.js";
import { styleSheets } from "./styles.js";

/**
 * Any part of a state, or a move by a number of changes.
 * @typedef {Partial<import("../types.js").State & {move: number}>} Request
 */

export class ElementController {
  /** @type {ChartController|undefined} */
  #chart;
  /** The requests of the page before there was a chart. @type {Request[]} */
  #pending = [];
  /** The last warning about the window of the timeline. */
  #told = "";
  /** The settings of the page for loading. */
  #settings;
  #loader;

  /**
   * @param {HTMLElement} host
   * @param {import("./template.js").Parts} parts
   * @param {() => import("../types.js").Loading} loading
   */
  constructor(host, parts, loading) {
    this.host = host;
    this.parts = parts;
    this.#settings = loading;
    this.dispatcher = new EventDispatcher(host);
    this.language = new Language(host, {
      loading,
      changed: () => this.#speak(),
      failed: (error) => this.dispatcher.failed(error, true),
    });
    this.table = new TablePanel(parts.table, {
      words: this.language.words,
      load: () => this.#supply(),
      dress: () => this.dress(),
    });
    this.#speak();
    this.#loader = new Loader(host, {
      loading,
      prepare: () => this.#prepare(),
      put: (...dataset) => this.#put(...dataset),
      loaded: (warnings) => this.#loaded(warnings),
      failed: (thrown) => this.#fail(thrown),
    });
  }

  /** Whether there is a chart. */
  get begun() {
    return this.#chart !== undefined;
  }

  /** Whether a dataset is being loaded. */
  get loading() {
    return this.#loader.state === "busy";
  }

  /** Whether the last requested dataset could not be loaded. */
  get failed() {
    return this.#loader.state === "failed";
  }

  /**
   * Shows a dataset: the first one when the element is near the viewport, later ones at once.
   * @param {string|undefined} text  undefined for the dataset that `src` names
   */
  load(text) {
    this.#loader.load(text, this.begun);
  }

  /** Gives the shadow root the style sheets of its document. */
  dress() {
    const { host } = this;
    /** @type {ShadowRoot} */ (host.shadowRoot).adoptedStyleSheets = styleSheets(host.ownerDocument);
  }

  /** Reads theme and language again. */
  updateSettings() {
    if (this.#chart) this.#chart.updateSettings();
    else readSettings(this.host, this.parts, this.language);
  }

  /**
   * Passes a request to the chart, as soon as there is a chart.
   * @param {Request} request
   */
  ask(request) {
    request = plainState(request);
    const chart = this.#chart;
    if (!chart) this.#postpone(request);
    else if (request.move) chart.apply({ step: request.move });
    else restore(request, { apply: (intent) => chart.apply(intent), setDate: (...date) => this.#setDate(...date) });
  }

  /**
   * Removes a part of the pending requests, because an attribute sets another value.
   * @param {"date"|"compare"|"view"|"weighted"} name
   */
  forget(name) {
    for (const request of this.#pending) delete request[name];
  }

  /** Stops the chart and the loading. The dispatcher keeps the last state. */
  end() {
    // Without a chart there is no playback.
    this.dispatcher.last = { ...this.dispatcher.last, playing: false };
    this.#loader.stop();
    this.#chart?.stop();
    this.#chart = undefined;
  }

  /**
   * Joins the requests between two moves into one request. A step sets the date and closes a comparison and a history,
   * so that it removes these parts of earlier requests.
   * @param {Request} request
   */
  #postpone(request) {
    const last = this.#pending.at(-1);
    // A request without a date keeps the date of an earlier request.
    if (!request.date) delete request.date;
    if (!last || last.move || request.move) this.#pending.push(request);
    else if ((request.step ?? null) === null) Object.assign(last, request);
    else Object.assign(last, { date: undefined, compare: undefined, selected: undefined }, request);
  }

  /**
   * @param {import("../types.js").EngineClass} Engine
   * @param {string} text
   * @param {number|undefined} limitFactor
   */
  #put(Engine, text, limitFactor) {
    if (this.#chart) this.#chart.load(text, limitFactor);
    else this.#start(Engine, text, limitFactor);
  }

  /**
   * @param {import("../types.js").EngineClass} Engine
   * @param {string} text
   * @param {number|undefined} limitFactor
   */
  #start(Engine, text, limitFactor) {
    const { host, parts, dispatcher, language } = this;
    const settings = (/** @type {boolean} */ printing) => {
      language.settle();
      return readSettings(host, parts, language, printing);
    };
    const measurer = make("canvas", { dir: "ltr" }).getContext("2d") ?? new TextMeasurer();
    const engine = new Engine(text, settings(false), measurer, limitFactor);
    const chart = new ChartController(parts, engine, language.words, {
      settings,
      table: this.table,
      load: () => this.#supply(),
      decide: (description) => dispatcher.decide(description),
      painted: (...picture) => this.#painted(...picture),
      fits: (info) => this.#checkWindow(info),
      fault: (thrown) => this.#fault(thrown),
    });
    this.#chart = chart;
    // An element that was removed and added again shows its last state.
    const { date, compare, filter, firm, selected, step, view, weighted } = dispatcher.last;
    const [day, other] = date ? [date, compare] : [host.getAttribute("date") ?? "", host.getAttribute("compare")];
    this.ask({ date: day, compare: other, filter, firm, selected, step, view, weighted });
    for (const request of this.#pending.splice(0)) this.ask(request);
    // A link takes precedence over attributes and requests, because the reader has followed it.
    if (!date) chart.followLink();
  }

  /**
   * @param {string} text
   * @param {"day"|"compare"} [handle]
   */
  #setDate(text, handle = "day") {
    const chart = this.#chart;
    if (!chart || chart.setDate(text, handle) || chart !== this.#chart) return;
    const name = handle === "day" ? "date" : handle;
    this.#warn(`${name} is not a date such as 2020-07-14, 2020-07 or 2020: "${text}"`);
  }

  /**
   * Warns once if `start` and `end` choose no part of the timeline.
   * @param {import("../types.js").Info} info
   */
  #checkWindow({ fits, first, last }) {
    const dates = ["start", "end"].map((name) => this.host.getAttribute(name) ?? "");
    fits &&= dates.every((text) => !text || this.#chart?.isDate(text));
    const told = fits
      ? ""
      : `start="${dates[0]}" and end="${dates[1]}" must be dates in this order, not outside ${first} to ${last}`;
    if (told && told !== this.#told) this.#warn(told);
    this.#told = told;
  }

  /** @param {string} message  about a date */
  #warn(message) {
    this.dispatcher.failed(new ShellError("invalid-date", message), this.parts.root.dataset.state === "ready");
  }

  /**
   * Loads the words, and the supplement if the figure begins with a table or a history. Never rejects: a panel that opens
   * tries again.
   */
  async #prepare() {
    const link = readLink(this.host);
    const states = [this.dispatcher.last, ...this.#pending, { view: link?.view, selected: link?.entity }];
    const needed = states.some(({ view, selected }) => view === "table" || selected);
    await Promise.all([needed && loadSupplement(this.#settings()).catch(() => {}), this.language.settle(true)]);
  }

  /** Writes the words also before there is a chart, because the reserved space depends on them. */
  #speak() {
    this.language.words.label(this.parts.figure);
    this.#chart?.updateSettings();
  }

  /**
   * @param {import("../types.js").Description} description
   * @param {boolean} rests
   */
  #painted(description, rests) {
    const { root } = this.parts;
    const first = root.dataset.state !== "ready";
    root.dataset.state = "ready";
    root.removeAttribute("data-left");
    this.dispatcher.painted(description, rests);
    if (!first) return;
    // After the first picture, the supplement loads for everything that the reader can do next. What looks for newer
    // data is there, too.
    if (this.host.matches("[fallback-src], [refresh]")) this.#supply().catch(() => {});
    else loadAhead(this.#settings()).then(() => this.#equip());
  }

  /** Loads the supplement for a part that is used now. If this fails, the page gets the error. */
  async #supply() {
    await loadSupplement(this.#settings()).catch((error) => {
      this.dispatcher.failed(error, true);
      throw error;
    });
    this.#equip();
  }

  #equip() {
    this.#chart?.equip();
    this.table.equip();
    supplement?.follow(this, this.#chart, this.#loader);
  }

  /** @param {import("../types.js").Diagnostic[]} warnings */
  #loaded(warnings) {
    // If the chart has failed at its start, the error is already reported.
    if (!this.begun) return;
    this.dispatcher.warnings = warnings;
    clearNotice(this.parts.notice);
    this.#equip();
  }

  /** @param {unknown} thrown */
  #fault(thrown) {
    this.#chart = undefined;
    this.parts.root.toggleAttribute("data-left", this.table.leave());
    this.#fail(thrown);
  }

  /** @param {unknown} thrown */
  #fail(thrown) {
    const error = asShellError(thrown);
    const { notice, root } = this.parts;
    if (!this.begun) root.dataset.state = "failed";
    if (this.dispatcher.failed(error, this.begun)) showNotice(notice, error, this.begun, this.language.words);
    else clearNotice(notice);
  }
}
