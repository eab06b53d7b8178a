/** The element as a page sees it: attributes, properties, methods, events, from mount to removal. */

import { readKnown } from "../base/attributes.js";
import { ElementController } from "./element-controller.js";
import { reflect, upgrade } from "./properties.js";
import { styleSheets } from "./styles.js";
import { buildTemplate } from "./template.js";

/** @typedef {import("../types.js").State} State */

// Servers that build pages import the class as well. They have no elements.
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

/**
 * A tile map and timeline of decisions that spread from place to place.
 *
 * Its events bubble and leave shadow roots. Its children are the fallback: they are shown until the first picture, and
 * whenever no picture can be shown. Nothing is loaded until the element is near the viewport, unless `loading` is
 * `eager`.
 */
export class BanSpreadElement extends Base {
  /**
   * The folder of the package's files, if they are not beside the script. Set it, like the other settings, before the
   * first element is on the page.
   * @type {string|URL|undefined}
   */
  static assetsUrl;

  /**
   * Where the engine's WebAssembly file is, for bundlers that give each file an address of its own.
   * @type {string|URL|undefined}
   */
  static wasmUrl;

  /**
   * Whether every file must have the hash of this build. Unset: as the script tag says.
   * @type {boolean|undefined}
   */
  static integrity;

  /** The time for loading a file, in milliseconds; 0: no limit. */
  static timeout = 30_000;

  /** Multiplies the limits of a dataset. The page stands still while a large dataset is read. */
  static limitFactor = 1;

  static observedAttributes = [
    "src",
    "date",
    "compare",
    "start",
    "end",
    "view",
    "lang",
    "words-src",
    "theme",
    "patterns",
    "loading",
  ];

  #parts = buildTemplate();
  #controller = new ElementController(this, this.#parts, () => this.#loading);
  /** @type {string|object|null} */
  #data = null;
  /** The same as text. @type {string|undefined} */
  #text;

  /**
   * Registers the class under a name, once. A class has one name only: another name is for a class that extends this one.
   * On a server, where there are no elements, nothing happens.
   * @template {CustomElementConstructor} Class
   * @this {Class}
   * @param {string} [tag]
   */
  static define(tag = "ban-spread") {
    const registry = globalThis.customElements;
    if (registry?.get(tag) !== this) registry?.define(tag, this);
    return this;
  }

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).append(this.#parts.root);
    this.#adopt();
  }

  /**
   * Resolves with the element after its first good picture. Never rejects: failures are `ban-spread-error`.
   * @returns {Promise<this>}
   */
  get ready() {
    return /** @type {Promise<any>} */ (this.#controller.dispatcher.ready);
  }

  /** Address of the dataset, or `#` and the id of an element that holds its text; empty for the built-in one. */
  get src() {
    return this.getAttribute("src") ?? "";
  }

  set src(value) {
    reflect(this, "src", value);
  }

  /** The dataset itself, JSON or CSV as text, or an object; null for the one that `src` names. */
  get data() {
    return this.#data;
  }

  set data(value) {
    // A function has no JSON. Empty text is an invalid dataset, but `undefined` would mean the built-in one.
    const text = typeof (value ?? "") === "string" ? (value ?? undefined) : (JSON.stringify(value) ?? "");
    this.#data = value ?? null;
    // Frameworks set a property again and again.
    if (text === this.#text) return;
    this.#text = /** @type {string|undefined} */ (text);
    this.#replace();
  }

  /** The day shown, as YYYY-MM-DD; before the first picture what the attribute says, or null. */
  get date() {
    return this.#day("date");
  }

  set date(date) {
    this.state = { date };
  }

  /** The day that the date is compared with, as YYYY-MM-DD; null for none. */
  get compare() {
    return this.#day("compare");
  }

  set compare(compare) {
    this.state = { compare: compare ?? null };
  }

  /** The first date of the timeline, as the attribute says it; empty for the dataset's own. */
  get start() {
    return this.getAttribute("start") ?? "";
  }

  set start(value) {
    reflect(this, "start", value);
  }

  /** The last date of the timeline, as the attribute says it; empty for the dataset's own. */
  get end() {
    return this.getAttribute("end") ?? "";
  }

  set end(value) {
    reflect(this, "end", value);
  }

  /** The only status shown, by its id; null for all. */
  get filter() {
    return this.#controller.dispatcher.last.filter;
  }

  set filter(filter) {
    this.state = { filter: filter ?? null };
  }

  /** Whose history is open, by id; null for none. */
  get selected() {
    return this.#controller.dispatcher.last.selected;
  }

  set selected(selected) {
    this.state = { selected: selected ?? null };
  }

  /** The step of the tour that is shown, from 0 on; null for none. */
  get step() {
    return this.#controller.dispatcher.last.step;
  }

  set step(step) {
    this.state = { step: step ?? null };
  }

  /** The view: `map`, `lanes` (rows), `groups` (companies, blocs and others that are not on the map) or `table`. */
  get view() {
    return this.#controller.dispatcher.last.view;
  }

  set view(view) {
    this.state = { view };
  }

  /** Whether the date runs. As of a video: `play()` and `pause()` change it. */
  get playing() {
    return this.#controller.dispatcher.last.playing;
  }

  /**
   * All that is shown, fit to be kept as JSON. Any part of it can be set; the rest stays.
   * @returns {Partial<State>}  whole
   */
  get state() {
    return { ...this.#controller.dispatcher.last };
  }

  set state(value) {
    this.#controller.ask({ ...value, move: undefined });
  }

  /** Address of words in place of the figure's own, or `#` and the id of an element that holds them; empty for none. */
  get wordsSrc() {
    return this.getAttribute("words-src") ?? "";
  }

  set wordsSrc(value) {
    reflect(this, "words-src", value);
  }

  /**
   * The words themselves, as in a message file; null for those that `wordsSrc` names.
   * @returns {object|null}
   */
  get words() {
    return this.#controller.language.own;
  }

  set words(value) {
    this.#controller.language.own = value ?? null;
    if (this.#controller.begun) this.#controller.updateSettings();
  }

  /** `light`, `dark`, or `auto` to follow the page. */
  get theme() {
    return readKnown(this, "theme");
  }

  set theme(value) {
    reflect(this, "theme", value);
  }

  /** Whether all tiles and areas have patterns. */
  get patterns() {
    return this.hasAttribute("patterns");
  }

  set patterns(value) {
    this.toggleAttribute("patterns", Boolean(value));
  }

  /** `lazy`: nothing is loaded until the element is near the viewport. `eager`: load at once. */
  get loading() {
    return readKnown(this, "loading");
  }

  set loading(value) {
    reflect(this, "loading", value);
  }

  /**
   * `use-credentials` to ask other origins with cookies, too; `anonymous` and null not to. This page's origin always gets
   * them, as with module scripts.
   */
  get crossOrigin() {
    return this.hasAttribute("crossorigin") ? readKnown(this, "crossorigin") : null;
  }

  set crossOrigin(value) {
    reflect(this, "crossorigin", value);
  }

  /** `script` to run without WebAssembly, or `auto`. */
  get engine() {
    return readKnown(this, "engine");
  }

  set engine(value) {
    reflect(this, "engine", value);
  }

  /** Lets the date run. */
  play() {
    this.state = { playing: true };
  }

  /** Lets the date stand. */
  pause() {
    this.state = { playing: false };
  }

  /** Goes to the next change. */
  next() {
    this.#controller.ask({ move: 1 });
  }

  /** Goes to the previous change. */
  previous() {
    this.#controller.ask({ move: -1 });
  }

  connectedCallback() {
    upgrade(this);
    this.#reserve();
    this.#controller.updateSettings();
    if (!this.#controller.begun && !this.#controller.loading) this.#load();
  }

  /** A move within the page disconnects and connects at once: only what is still away a moment later has left. */
  disconnectedCallback() {
    setTimeout(() => this.isConnected || this.#controller.end());
  }

  /** All was started for the document before, where the style sheet had to stay. */
  adoptedCallback() {
    this.#controller.end();
    this.#adopt();
  }

  /**
   * @param {string} name
   * @param {string|null} old
   * @param {string|null} value
   */
  attributeChangedCallback(name, old, value) {
    const { begun, failed, dispatcher } = this.#controller;
    if (name === "date" || name === "compare") {
      this.#controller.forget(name);
      if (begun) this.state = { [name]: value || null };
      else dispatcher.last[name] = name === "date" ? null : value || null;
    } else if (name === "view") {
      this.#controller.forget(name);
      const view = readKnown(this, name);
      if (begun) this.state = { view };
      else dispatcher.last = { ...dispatcher.last, view };
    } else if (name === "src") {
      if (this.#text === undefined && (old !== value || failed)) this.#replace();
    } else if (old === value) {
      return;
    } else if (name === "loading") {
      if (!begun && this.isConnected) this.#load();
    } else if (begun) {
      this.#controller.updateSettings();
    }
  }

  /** What the page has said on the class, or on the one that it extends. @returns {import("../types.js").Loading} */
  get #loading() {
    return /** @type {any} */ ({ __proto__: this.constructor, engine: this.engine });
  }

  /** @param {"date"|"compare"} name */
  #day(name) {
    const { last } = this.#controller.dispatcher;
    return (last.date ? last[name] : this.getAttribute(name)) || null;
  }

  /** The height of the built-in dataset's map is known beforehand. */
  #reserve() {
    this.#parts.root.toggleAttribute("data-reserve", !this.hasAttribute("src") && this.#text === undefined);
  }

  #adopt() {
    /** @type {ShadowRoot} */ (this.shadowRoot).adoptedStyleSheets = styleSheets(this.ownerDocument);
  }

  /** There is another dataset to be shown. */
  #replace() {
    this.#reserve();
    if (this.isConnected) this.#load();
    else this.#controller.end();
  }

  #load() {
    this.#controller.load(this.#text);
  }
}
