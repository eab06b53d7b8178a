/** The element as a page sees it: attributes, properties, methods, events, from mount to removal. */

import { readKnown } from "../base/attributes.js";
import { ElementController } from "./element-controller.js";
import { reflect, upgrade } from "./properties.js";
import { buildTemplate } from "./template.js";

/** @typedef {import("../types.js").State} State */

// Servers that build pages import this class, too, but have no `HTMLElement`.
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

/**
 * A tile map and timeline of decisions that spread from place to place.
 *
 * The events bubble and leave shadow roots. The children of the element are the fallback. They are visible until the
 * first picture, and whenever the element cannot show a picture. The element loads nothing until it is near the
 * viewport, unless `loading` is `eager`.
 */
export class BanSpreadElement extends Base {
  /**
   * The folder of the package's files, if they are not beside the script. Pages set this property and the other
   * settings before the first element is on the page.
   * @type {string|URL|undefined}
   */
  static assetsUrl;

  /**
   * The address of the engine's WebAssembly file, for bundlers that give each file its own address.
   * @type {string|URL|undefined}
   */
  static wasmUrl;

  /**
   * Whether every file must have the hash of this build. If this is not set, the script tag decides.
   * @type {boolean|undefined}
   */
  static integrity;

  /** The maximal time for loading a file, in milliseconds. 0 means no limit. */
  static timeout = 30_000;

  /** Multiplies the limits of a dataset. The page does not react while the element reads a large dataset. */
  static limitFactor = 1;

  static observedAttributes = [
    "src",
    "date",
    "compare",
    "start",
    "end",
    "view",
    "weighted",
    "lang",
    "words-src",
    "theme",
    "patterns",
    "heading-level",
    "loading",
  ];

  #parts = buildTemplate();
  #controller = new ElementController(this, this.#parts, () => this.#loading);
  /** @type {string|object|null} */
  #data = null;
  /** The dataset as text. @type {string|undefined} */
  #text;

  /**
   * Registers the class under a name, once. A class can have only one name. For another name, a page must extend this
   * class. On a server, which has no elements, nothing happens.
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
    this.#controller.dress();
  }

  /**
   * Resolves with the element after the first picture without an error. Never rejects: failures are `ban-spread-error`
   * events.
   * @returns {Promise<this>}
   */
  get ready() {
    return /** @type {Promise<any>} */ (this.#controller.dispatcher.ready);
  }

  /**
   * The address of the dataset, or `#` and the id of an element that contains the text of the dataset. Empty for the
   * built-in dataset.
   */
  get src() {
    return this.getAttribute("src") ?? "";
  }

  set src(value) {
    reflect(this, "src", value);
  }

  /** The address of the copy that is shown until, and whenever, `src` has no good data. Empty for no copy. */
  get fallbackSrc() {
    return this.getAttribute("fallback-src") ?? "";
  }

  set fallbackSrc(value) {
    reflect(this, "fallback-src", value);
  }

  /** After how many seconds `src` is fetched again and again. 0 for never. */
  get refresh() {
    return Number(this.getAttribute("refresh")) || 0;
  }

  set refresh(value) {
    reflect(this, "refresh", /** @type {any} */ (value));
  }

  /** The dataset itself: JSON or CSV as text, or an object. Null for the dataset that `src` names. */
  get data() {
    return this.#data;
  }

  set data(value) {
    // JSON.stringify returns `undefined` for a function. Empty text is an invalid dataset, but `undefined` would mean
    // the built-in dataset.
    // A list is never a dataset, and may have billions of empty places.
    const json = () => (Array.isArray(value) ? "[]" : (JSON.stringify(value) ?? ""));
    const text = typeof (value ?? "") === "string" ? (value ?? undefined) : json();
    this.#data = value ?? null;
    // Frameworks often set a property again to the same value.
    if (text === this.#text) return;
    this.#text = /** @type {string|undefined} */ (text);
    this.#replace();
  }

  /** The date that is shown, as YYYY-MM-DD. Before the first picture: the value of the attribute, or null. */
  get date() {
    return this.#day("date");
  }

  set date(date) {
    this.state = { date };
  }

  /** The day with which the date is compared, as YYYY-MM-DD. Null without a comparison. */
  get compare() {
    return this.#day("compare");
  }

  set compare(compare) {
    this.state = { compare: compare ?? null };
  }

  /** The first date of the timeline, as the attribute has it. Empty: the first date of the dataset. */
  get start() {
    return this.getAttribute("start") ?? "";
  }

  set start(value) {
    reflect(this, "start", value);
  }

  /** The last date of the timeline, as the attribute has it. Empty: the last date of the dataset. */
  get end() {
    return this.getAttribute("end") ?? "";
  }

  set end(value) {
    reflect(this, "end", value);
  }

  /** The id of the only status that is shown. Null shows all statuses. */
  get filter() {
    return this.#controller.dispatcher.last.filter;
  }

  set filter(filter) {
    this.state = { filter: filter ?? null };
  }

  /** The id of the entity whose history is open. Null if no history is open. */
  get selected() {
    return this.#controller.dispatcher.last.selected;
  }

  set selected(selected) {
    this.state = { selected: selected ?? null };
  }

  /** The step of the tour that is shown, counted from 0. Null for no step. */
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

  /** Whether the figure counts the weights of entities, such as people. Datasets without weights count entities. */
  get weighted() {
    return this.#controller.dispatcher.last.weighted;
  }

  set weighted(weighted) {
    this.state = { weighted: Boolean(weighted) };
  }

  /** Whether playback is on. `play()` and `pause()` change it, as for a video. */
  get playing() {
    return this.#controller.dispatcher.last.playing;
  }

  /**
   * Everything that is shown, as data that a page can save as JSON. A page can set any part of the state. The other
   * parts stay.
   * @returns {Partial<State>}  always with all parts
   */
  get state() {
    return { ...this.#controller.dispatcher.last };
  }

  set state(value) {
    // The spread of a text would be an object with a field for each of its characters.
    if (typeof value === "object") this.#controller.ask({ ...value, move: undefined });
  }

  /**
   * The address of words that replace those of the figure, or `#` and the id of an element that contains the words.
   * Empty for no words.
   */
  get wordsSrc() {
    return this.getAttribute("words-src") ?? "";
  }

  set wordsSrc(value) {
    reflect(this, "words-src", value);
  }

  /**
   * The words themselves, as in a message file. Null for the words that `wordsSrc` names.
   * @returns {object|null}
   */
  get words() {
    return this.#controller.language.own;
  }

  set words(value) {
    this.#controller.language.own = value ?? null;
    if (this.#controller.begun) this.#controller.updateSettings();
  }

  /** `light`, `dark`, or `auto` for the colour scheme of the page. */
  get theme() {
    return readKnown(this, "theme");
  }

  set theme(value) {
    reflect(this, "theme", value);
  }

  /** The level of the title among the headings of the page, as text. */
  get headingLevel() {
    return readKnown(this, "heading-level");
  }

  set headingLevel(value) {
    reflect(this, "heading-level", value);
  }

  /** Whether all tiles and areas have patterns. */
  get patterns() {
    return this.hasAttribute("patterns");
  }

  set patterns(value) {
    this.toggleAttribute("patterns", Boolean(value));
  }

  /** `lazy`: the element loads nothing until it is near the viewport. `eager`: the element loads at once. */
  get loading() {
    return readKnown(this, "loading");
  }

  set loading(value) {
    reflect(this, "loading", value);
  }

  /**
   * `use-credentials`: requests to other origins have cookies. `anonymous` and null: these requests have no cookies.
   * Requests to the origin of the page always have cookies, as for module scripts.
   */
  get crossOrigin() {
    return this.hasAttribute("crossorigin") ? readKnown(this, "crossorigin") : null;
  }

  set crossOrigin(value) {
    reflect(this, "crossorigin", value);
  }

  /** `script` for the engine in plain JavaScript, or `auto`. */
  get engine() {
    return readKnown(this, "engine");
  }

  set engine(value) {
    reflect(this, "engine", value);
  }

  /** Starts playback. */
  play() {
    this.state = { playing: true };
  }

  /** Stops playback. */
  pause() {
    this.state = { playing: false };
  }

  /** Moves to the next change. */
  next() {
    this.#controller.ask({ move: 1 });
  }

  /** Moves to the previous change. */
  previous() {
    this.#controller.ask({ move: -1 });
  }

  connectedCallback() {
    upgrade(this);
    this.#reserve();
    this.#controller.updateSettings();
    if (!this.#controller.begun && !this.#controller.loading) this.#load();
  }

  /**
   * A move within the page disconnects the element and connects it again at once. The element has left the page only if
   * it is still disconnected after the timeout.
   */
  disconnectedCallback() {
    setTimeout(() => this.isConnected || this.#controller.end());
  }

  /** The chart and the style sheet belong to the previous document. */
  adoptedCallback() {
    this.#controller.end();
    this.#controller.dress();
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
    } else if (name === "view" || name === "weighted") {
      this.#controller.forget(name);
      const state = { [name]: name === "view" ? readKnown(this, name) : value !== null };
      if (begun) this.state = state;
      else dispatcher.last = { ...dispatcher.last, ...state };
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

  /**
   * The settings that the page has set on the class, or on the class that it extends.
   * @returns {import("../types.js").Loading}
   */
  get #loading() {
    return /** @type {any} */ ({ __proto__: this.constructor, engine: this.engine });
  }

  /** @param {"date"|"compare"} name */
  #day(name) {
    const { last } = this.#controller.dispatcher;
    return (last.date ? last[name] : this.getAttribute(name)) || null;
  }

  /** Reserves space for the built-in dataset, because only the height of its map is known before loading. */
  #reserve() {
    this.#parts.root.toggleAttribute("data-reserve", !this.hasAttribute("src") && this.#text === undefined);
  }

  /** Loads another dataset. */
  #replace() {
    this.#reserve();
    if (this.isConnected) this.#load();
    else this.#controller.end();
  }

  #load() {
    this.#controller.load(this.#text);
  }
}
