/** The element as a page sees it: attributes, properties, methods, events, and its life from mount to removal. */

import { readRefused } from "./checker.js";
import { fetchDataset } from "./dataset.js";
import { make } from "./dom.js";
import { loadEngine } from "./engine.js";
import { asShellError, REFUSED, ShellError } from "./errors.js";
import { clearNotice, showNotice } from "./notice.js";
import { reflect, upgrade } from "./properties.js";
import { Reporter } from "./reporter.js";
import { readSettings } from "./settings.js";
import { Shell } from "./shell.js";
import { styleSheet } from "./styles.js";
import { buildTemplate } from "./template.js";

/** @typedef {import("./types.js").Description} Description */

/**
 * A tile map and timeline of decisions that spread from place to place.
 *
 * Fires `ban-spread-ready`, `ban-spread-change`, `ban-spread-select` and `ban-spread-error`; all bubble and leave
 * shadow roots. Its children stand in until the first good picture, and whenever there can be none.
 */
export class BanSpreadElement extends HTMLElement {
  /**
   * Where the WebAssembly file is, if not beside the script. Set it before the first element is on the page.
   * @type {string|URL|undefined}
   */
  static wasmUrl;

  /**
   * Where the checker's script is, if not beside this one; its WebAssembly file lies beside it.
   * @type {string|URL|undefined}
   */
  static checkerUrl;

  static observedAttributes = ["src", "date", "compare", "lang", "theme"];

  #parts = buildTemplate();
  /** @type {Shell|undefined} */
  #shell;
  /** @type {AbortController|undefined} */
  #loading;
  /** What the page asked for before there was a chart. @type {import("./types.js").Intent[]} */
  #pending = [];
  #reporter = new Reporter(this);

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [styleSheet()];
    root.append(this.#parts.root);
  }

  /** Resolves with the element after its first good picture. Never rejects: failures are `ban-spread-error`. */
  get ready() {
    return this.#reporter.ready;
  }

  /** Address of the dataset; empty for the one that is built in. */
  get src() {
    return this.getAttribute("src") ?? "";
  }

  set src(value) {
    reflect(this, "src", value);
  }

  /** The day shown, as YYYY-MM-DD. */
  get date() {
    return this.#reporter.last.date || (this.getAttribute("date") ?? "");
  }

  set date(value) {
    reflect(this, "date", value);
  }

  /** The day that the date is compared with, as YYYY-MM-DD; empty for none. */
  get compare() {
    const { date, compare } = this.#reporter.last;
    return (date ? compare : this.getAttribute("compare")) ?? "";
  }

  set compare(value) {
    reflect(this, "compare", value);
  }

  /** The step of the tour that is shown, from 0 on; null for none. */
  get step() {
    return this.#reporter.last.step;
  }

  set step(value) {
    this.tour(value);
  }

  /** `light`, `dark`, or `auto` to follow the page. */
  get theme() {
    return this.getAttribute("theme") ?? "auto";
  }

  set theme(value) {
    reflect(this, "theme", value);
  }

  play() {
    this.#send("play");
  }

  pause() {
    this.#send("pause");
  }

  /** Goes to the next change. */
  next() {
    this.#send({ step: 1 });
  }

  /** Goes to the previous change. */
  previous() {
    this.#send({ step: -1 });
  }

  /**
   * Shows a step of the dataset's tour, or with null leaves the tour.
   * @param {number|null} step  from 0 on
   */
  tour(step) {
    this.#send({ tour: step === null || step === undefined ? null : Number(step) });
  }

  /**
   * Shows the history of an entity, or with null the latest changes.
   * @param {string|null} id
   */
  select(id) {
    this.#send({ select: id === null || id === undefined ? null : String(id) });
  }

  connectedCallback() {
    for (const name of ["src", "date", "compare", "step", "theme"]) upgrade(this, name);
    this.#reserve();
    readSettings(this, this.#parts);
    if (this.#shell) this.#shell.dress();
    else this.#load();
  }

  /** A move within the page disconnects and connects at once: only what is still away a moment later has left. */
  disconnectedCallback() {
    setTimeout(() => this.isConnected || this.#leave());
  }

  /**
   * @param {string} name
   * @param {string|null} old
   * @param {string|null} value
   */
  attributeChangedCallback(name, old, value) {
    if (name === "date") {
      if (this.#shell) this.#setDate(value);
      else this.#reporter.last.date = "";
    } else if (name === "compare") {
      if (!this.#shell) this.#reporter.last.compare = value;
      else if (value) this.#setDate(value, name);
      else this.#shell.apply({ compare: null });
    } else if (old === value) {
      return;
    } else if (name === "src") {
      this.#reserve();
      if (this.isConnected) this.#load();
      else this.#leave();
    } else {
      this.#shell?.dress();
    }
  }

  /** The height of the built-in dataset's map is known beforehand. */
  #reserve() {
    this.#parts.root.toggleAttribute("data-reserve", !this.hasAttribute("src"));
  }

  /** Loads engine and dataset side by side. A later call makes this one of no account. */
  async #load() {
    this.#loading?.abort();
    const { signal } = (this.#loading = new AbortController());
    try {
      const [Engine, text] = await Promise.all([
        loadEngine(BanSpreadElement.wasmUrl),
        fetchDataset(this.getAttribute("src"), signal),
      ]);
      if (signal.aborted) return;
      await this.#show(Engine, text, signal);
      if (signal.aborted) return;
      clearNotice(this.#parts.notice);
    } catch (thrown) {
      if (!signal.aborted) this.#fail(thrown);
    }
  }

  /**
   * Shows a dataset. One that the core refuses goes to the checker, which knows CSV, or what is wrong.
   * @param {import("./types.js").EngineClass} Engine
   * @param {string|undefined} text
   * @param {AbortSignal} signal
   */
  async #show(Engine, text, signal) {
    try {
      this.#put(Engine, text);
      this.#reporter.warnings = [];
    } catch (thrown) {
      if (thrown !== REFUSED || text === undefined) throw thrown;
      const { json, warnings } = await readRefused(text, BanSpreadElement.checkerUrl);
      if (signal.aborted) return;
      this.#put(Engine, json);
      this.#reporter.warnings = warnings;
    }
  }

  /**
   * @param {import("./types.js").EngineClass} Engine
   * @param {string|undefined} text
   */
  #put(Engine, text) {
    if (this.#shell && text !== undefined) this.#shell.load(text);
    else this.#start(Engine, text);
  }

  /**
   * @param {import("./types.js").EngineClass} Engine
   * @param {string|undefined} text
   */
  #start(Engine, text) {
    const ruler = /** @type {CanvasRenderingContext2D} */ (make("canvas", { dir: "ltr" }).getContext("2d"));
    const engine = new Engine(text, readSettings(this, this.#parts), ruler);
    this.#shell?.stop();
    const shell = new Shell(this.#parts, engine, {
      settings: (printing) => readSettings(this, this.#parts, printing),
      painted: (description) => this.#painted(description),
      fault: (thrown) => this.#fault(thrown),
    });
    this.#shell = shell;
    const { date, compare, filter, step, entity } = this.#reporter.last;
    if (step !== null) shell.apply({ tour: step });
    this.#setDate(date || this.getAttribute("date"));
    this.#setDate(date ? compare : this.getAttribute("compare"), "compare");
    if (filter !== null) shell.apply({ filter });
    if (entity !== null) shell.apply({ select: entity });
    if (!date) shell.followLink();
    for (const intent of this.#pending.splice(0)) shell.apply(intent);
  }

  #leave() {
    this.#loading?.abort();
    this.#shell?.stop();
    this.#shell = undefined;
  }

  /**
   * @param {string|null} text
   * @param {"day"|"compare"} [handle]
   */
  #setDate(text, handle = "day") {
    const shell = this.#shell;
    if (!text || !shell || shell.setDate(text, handle) || shell !== this.#shell) return;
    const name = handle === "day" ? "date" : handle;
    const message = `${name} is not a day, month or year such as 2020-07-14: "${text}"`;
    this.#reporter.failed(new ShellError("bad-date", message), this.#parts.root.dataset.state === "ready");
  }

  /** @param {import("./types.js").Intent} intent */
  #send(intent) {
    if (this.#shell) this.#shell.apply(intent);
    else this.#pending.push(intent);
  }

  /** @param {Description} description */
  #painted(description) {
    this.#parts.root.dataset.state = "ready";
    this.#reporter.painted(description);
  }

  /** @param {unknown} thrown */
  #fault(thrown) {
    this.#shell = undefined;
    this.#fail(thrown);
  }

  /** @param {unknown} thrown */
  #fail(thrown) {
    const error = asShellError(thrown);
    const kept = this.#shell !== undefined;
    if (!kept) this.#parts.root.dataset.state = "failed";
    showNotice(this.#parts.notice, error, kept);
    this.#reporter.failed(error, kept);
  }
}
