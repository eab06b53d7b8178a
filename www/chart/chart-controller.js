/** Controls the chart on the page: the engine, the canvases, the elements around them, and their listeners. */

import { Controls } from "../panels/controls.js";
import { Details } from "../panels/details.js";
import { listenDismissal } from "../panels/dismiss.js";
import { plain, setAttribute } from "../base/dom.js";
import { REFUSED } from "../base/errors.js";
import { listenFirm, renderFirm } from "../panels/firm.js";
import { Frame } from "./frame.js";
import { renderHeadings, renderHeadline } from "../panels/headline.js";
import { listenTiles } from "../input/keyboard.js";
import { Lanes } from "../panels/lanes.js";
import { Legend } from "../panels/legend.js";
import { Listbox } from "../a11y/listbox.js";
import { Live } from "../a11y/live.js";
import { watchNearViewport } from "../loading/visibility.js";
import { listenKey, renderNotes } from "../panels/notes.js";
import { OnDemand } from "../panels/on-demand.js";
import { Picture } from "../canvas/picture.js";
import { Player } from "./player.js";
import { listenLeave, listenMap } from "../input/pointer.js";
import { holdFocus } from "../input/refocus.js";
import { Scrubber } from "../panels/scrubber.js";
import { readLink } from "../base/link.js";
import { restore } from "./state.js";
import { watchRatio, watchWidth } from "../canvas/surface.js";
import { watchTheme } from "../canvas/theme.js";
import { Tabs } from "../panels/tabs.js";
import { Tooltip } from "../panels/tooltip.js";
import { Tour } from "../panels/tour.js";
import { Typeahead } from "../input/typeahead.js";
import { Weights } from "../panels/weights.js";

/**
 * @typedef {object} Hooks
 * @property {(printing: boolean) => import("../types.js").Settings} settings
 * @property {import("../table/panel.js").TablePanel} table
 * @property {() => Promise<unknown>} load  loads the supplement
 * @property {(description: import("../types.js").Description) => import("../types.js").State|undefined} decide  is
 * called before painting; returns the state to show instead, if the page prevents the change
 * @property {(description: import("../types.js").Description, rests: boolean) => void} painted
 * @property {(info: import("../types.js").Info) => void} fits  is called after `info` has changed; `info.fits` is
 * whether the timeline has the requested window
 * @property {(thrown: unknown) => void} fault
 */

/** The number of tiles that the announcement of a filter names. */
const NAMED = 20;

export class ChartController {
  #stop = new AbortController();
  #frame = new Frame(() => this.#try(() => this.#render()));
  /**
   * Widths in CSS pixels. An element that is not visible, such as the stage after a failure, has the width 0. The probe is
   * one em wide: the font size of the page.
   */
  #widths = { root: 0, stage: 0, timeline: 0, probe: 0 };
  #arranged = false;
  /** The settings that the core does not have yet. @type {import("../types.js").Settings} */
  #settings = {};
  /** Whether colours, words or the pixel ratio have changed. Panels are then built again, not only updated. */
  #fresh = true;
  /** @type {import("../types.js").Description|undefined} */
  #description;
  /** The texts that do not change with the date. @type {import("../types.js").Info|undefined} */
  #info;
  /** The intents that arrive while the page decides. @type {import("../types.js").Intent[]|undefined} */
  #asked;
  #near = true;
  /** Watches the elements around the current position of the host, too. */
  #observe = () => {};
  /** How playback has stopped, if the place where it stopped has not been announced since then. @type {""|"ended"|"stopped"} */
  #over = "";
  /** The filter at the last pause. @type {string|null} */
  #filter = null;
  /** What held at the last pause, without its date. */
  #sentence = "";

  /**
   * @param {import("../types.js").Parts} parts
   * @param {import("../types.js").Engine} engine
   * @param {import("../i18n/words.js").Words} words
   * @param {Hooks} hooks
   */
  constructor(parts, engine, words, hooks) {
    this.parts = parts;
    this.engine = engine;
    this.words = words;
    this.hooks = hooks;
    this.host = /** @type {HTMLElement} */ (/** @type {ShadowRoot} */ (parts.root.getRootNode()).host);
    const { signal } = this.#stop;
    const send = this.apply.bind(this);
    this.picture = new Picture(parts, engine);
    this.legend = new Legend(parts.legend, { send, words, signal });
    this.weights = new Weights(parts.weights, { send, signal });
    const flush = () => this.#frame.flush();
    const released = () => {
      this.live.schedule();
      // The event for the date at rest is fired after a picture.
      this.#frame.request();
    };
    this.scrubber = new Scrubber(parts.timeline, {
      send,
      holdsOther: () => this.engine.holds_other(),
      released,
      tip: parts.tip,
      signal,
    });
    this.controls = new Controls(parts.controls, { send, setDate: (...date) => this.setDate(...date), words, signal });
    this.tour = new Tour(parts.tour, { send, flush, words, signal });
    this.listbox = new Listbox(parts.map.tiles);
    this.lanes = new Lanes(parts, { send, listbox: this.listbox, words, signal });
    this.tabs = new Tabs(parts.tabs, { send, flush, words, signal });
    this.tooltip = new Tooltip(parts);
    this.player = new Player(parts.figure, { send, ended: () => !this.engine.has_next(), signal });
    this.live = new Live(parts.live, () => this.#rested(), signal);
    const say = this.live.say.bind(this.live);
    const newest = () => this.#try(() => this.engine.newest_events());
    this.details = new Details(parts, { send, flush, load: hooks.load, newest, say, words, signal });
    this.onDemand = new OnDemand(parts.controls, {
      load: hooks.load,
      equip: (supplement) => this.#equip(supplement, say, signal),
      say,
      words,
      signal,
    });
    hooks.table.attach(
      {
        read: () => this.#try(() => this.engine.table()),
        open: (id) => this.details.open(id),
        show: () => send({ view: "table" }),
        say,
      },
      signal,
    );
    this.#listen(send, signal);
  }

  /**
   * @param {import("../types.js").Supplement} supplement
   * @param {(words: string, instead?: string) => void} say
   * @param {AbortSignal} signal
   */
  #equip({ Share, Sound }, say, signal) {
    const { controls } = this.parts;
    this.share = new Share(controls, {
      host: this.host,
      describe: () => ({ ...this.engine.describe(), ...this.engine.info() }),
      draw: (canvas) => this.#try(() => this.engine.figure(canvas, 2)),
      say,
      words: this.words,
      signal,
    });
    this.sound = new Sound(controls.sound, signal);
    // A tone stands for a change of what is shown now.
    if (this.#description) this.sound.render(this.#description);
  }

  /**
   * @param {import("../types.js").Send} send
   * @param {AbortSignal} signal
   */
  #listen(send, signal) {
    const { map, stage, timeline, root, probe, tip, notes, firm } = this.parts;
    listenKey(notes, signal);
    listenFirm(firm, send, signal);
    listenMap(map.root, { send, tip, signal });
    const typeahead = new Typeahead();
    listenTiles(map.tiles, {
      send,
      types: (event) => typeahead.awaits(event),
      find: (event) => typeahead.find(event, this.listbox.shown, this.#description?.focus ?? null, this.words.lang),
      open: () => this.#openFocused(),
      leave: () => (this.tooltip.shown ? this.tooltip.dismiss() : send({ select: null })),
      signal,
    });
    listenLeave(tip, { send, tip, signal });
    listenDismissal(this.parts, { tooltip: this.tooltip, send, signal });
    this.#observe = watchTheme(this.host, () => this.updateSettings(), signal);
    this.#observe();
    watchRatio(() => this.#rearrange(), signal);
    // A canvas that the browser has lost and restored is empty, and its context has the initial font. The event does not
    // bubble.
    root.addEventListener("contextrestored", () => this.#rearrange(), { signal, capture: true });
    for (const [name, element] of /** @type {const} */ ([
      ["root", root],
      ["stage", stage],
      ["timeline", timeline.root],
      ["probe", probe],
    ])) {
      watchWidth(
        element,
        (width) => {
          this.#widths[name] = width;
          this.#rearrange(this.#fresh);
        },
        signal,
      );
    }
    watchNearViewport(
      root,
      (near) => {
        this.#near = near;
        if (near && !this.#arranged) this.#frame.request();
      },
      signal,
    );
    addEventListener("hashchange", () => this.followLink(), { signal });
    addEventListener("beforeprint", () => this.#print(true), { signal });
    addEventListener("afterprint", () => this.#print(false), { signal });
  }

  /** Uses the supplement, which has arrived. A hidden table is filled at the next pause. */
  equip() {
    this.onDemand.equip();
    this.live.schedule(false);
  }

  /** @param {import("../types.js").Intent} intent */
  apply(intent) {
    // The page is deciding now. Intents that arrive before its decision are applied after it.
    if (this.#asked) return void this.#asked.push(intent);
    const update = this.#try(() => this.engine.apply(intent));
    if (!update) return;
    const { layout, day, other, step, selection, playing, tip } = update;
    if (layout) this.#arranged = false;
    const { firm, weighted } = Object(intent);
    // The texts that do not change with the date say what is counted.
    this.#fresh ||= layout && (firm ?? weighted) !== undefined;
    if (day || other || step || selection || playing || !this.#arranged) this.live.schedule();
    // There is another target. If the date changes, the target under the pointer is still the same.
    if (tip && !day && !other) this.tooltip.revive();
    if (playing) this.#turn(intent);
    this.#frame.request();
  }

  /**
   * Moves a handle to a date that a person or a page has written. Returns false if the text is not a date.
   * @param {string} text
   * @param {"day"|"compare"} [handle]
   */
  setDate(text, handle = "day") {
    const day = this.#try(() => this.engine.day_of(text));
    if (day !== undefined) this.apply(handle === "day" ? { day } : { compare: day });
    return day !== undefined;
  }

  /** @param {string} text */
  isDate(text) {
    return this.engine.day_of(text) !== undefined;
  }

  /** Shows the state in the address of the page, if the address has a state for this element. */
  followLink() {
    const link = readLink(this.host);
    if (!link || !this.setDate(link.date)) return;
    if (!link.compare || !this.setDate(link.compare, "compare")) this.apply({ compare: null });
    this.apply({ select: link.entity });
    restore({ view: /** @type {any} */ (link.view), weighted: link.weighted }, this);
    this.host.scrollIntoView();
  }

  /**
   * Replaces the dataset, or throws `REFUSED` and leaves everything as it was.
   * @param {string} text
   * @param {number} [limitFactor]
   */
  load(text, limitFactor) {
    this.#try(() => this.engine.load(text, limitFactor));
    this.live.schedule();
    this.#rearrange();
  }

  /** Reads theme and language again. */
  updateSettings(printing = false) {
    this.#observe();
    const { root, map } = this.parts;
    // Firefox fires no event if an element loses the focus because it is moved in the page.
    const { activeElement } = /** @type {ShadowRoot} */ (root.getRootNode());
    if (activeElement !== map.tiles) this.apply({ focus: "out" });
    const settings = this.#try(() => this.hooks.settings(printing));
    if (!settings) return;
    this.#settings = settings;
    this.#rearrange();
  }

  /** Ends all listeners, frames and the engine. */
  stop() {
    // Listeners end first, so that none of them calls the freed engine.
    this.#stop.abort();
    this.#frame.cancel();
    try {
      this.engine.free();
    } catch {
      // After a trap in a call, the engine cannot be freed.
    }
  }

  /**
   * Requests a new arrangement. It waits while the figure is far from the viewport, except for the first picture.
   * @param {boolean} [fresh]  false if only widths have changed
   */
  #rearrange(fresh = true) {
    this.#arranged = false;
    this.#fresh = fresh;
    if (this.#near || !this.#description) this.#frame.request();
  }

  /** @param {boolean} printing */
  #print(printing) {
    this.updateSettings(printing);
    this.#frame.flush();
  }

  /** Keys may arrive faster than frames. The tile with the focus is only known after all earlier intents are drawn. */
  #openFocused() {
    this.#frame.flush();
    const focus = this.#description?.focus;
    if (focus) this.details.open(focus);
  }

  /**
   * Playback has started or stopped. It stops by itself after its time or, with reduced motion, after its last jump.
   * @param {import("../types.js").Intent} intent
   */
  #turn(intent) {
    const { advance, step } = Object(intent);
    this.#over = intent === "play" ? "" : advance || step ? "ended" : "stopped";
    if (intent === "play") this.live.say(this.words.text("playing"));
  }

  #render() {
    // An element without a width, such as a hidden element, is not drawn.
    if (this.#widths.root < 1 || this.#asked) return;
    const fresh = this.#fresh;
    this.#fresh = false;
    if (!this.#arranged) this.#arrange();
    const { description, asked } = this.#decide();
    if (!this.#stop.signal.aborted) this.#paint(description, fresh);
    for (const intent of asked) this.apply(intent);
  }

  /** Lets the page decide what is shown. Intents that arrive during the decision are returned, and applied later. */
  #decide() {
    const description = this.engine.describe();
    /** @type {import("../types.js").Intent[]} */
    const asked = (this.#asked = []);
    const instead = this.hooks.decide(description);
    this.#asked = undefined;
    if (!instead || this.#stop.signal.aborted) return { description, asked };
    restore(instead, this);
    // This also ends fades. Otherwise tiles would fade from a state that was never visible.
    this.#arrange();
    return { description: this.engine.describe(), asked };
  }

  /**
   * @param {import("../types.js").Description} description
   * @param {boolean} fresh
   */
  #paint(description, fresh) {
    const swatch = (/** @type {number} */ index) => this.picture.swatch(index);
    const handOn = holdFocus(this.parts.figure);
    if (this.#description && description.filter !== this.#description.filter) this.live.schedule();
    this.#description = description;
    setAttribute(this.parts.figure, "lang", description.lang);
    if (fresh) this.#info = this.engine.info();
    const info = /** @type {import("../types.js").Info} */ (this.#info);
    renderHeadline(this.parts.headline, description, info, fresh);
    this.tour.render(description, info, fresh);
    this.legend.render(description, swatch, fresh);
    renderFirm(this.parts.firm, description, info);
    this.weights.render(description, info);
    this.picture.paint();
    this.tabs.render(description, info);
    setAttribute(this.parts.figure, "data-view", description.view);
    this.scrubber.render(description);
    this.controls.render(description, info);
    this.details.render(description, swatch, fresh);
    if (fresh) renderNotes(this.parts.notes, info, this.words);
    if (fresh) renderHeadings(this.parts.figure, this.host);
    this.parts.root.toggleAttribute("data-undrawn", !this.picture.drawn);
    this.hooks.table.render(description, info, fresh);
    this.#renderTiles(description);
    this.lanes.render(description, fresh);
    this.tooltip.render(description.tip, swatch);
    this.live.appear(description.spoken);
    if (fresh) this.live.schedule(false);
    handOn();
    this.sound?.render(description);
    this.player.follow(description);
    this.hooks.painted(description, !this.scrubber.active && !description.playing);
    if (fresh) this.hooks.fits(info);
  }

  #arrange() {
    const { root, stage, timeline, probe } = this.#widths;
    const width = stage || root;
    const widths = { width, timeline_width: timeline || width, em: probe };
    const { tiles } = this.picture.configure({ ...this.#settings, ...widths });
    this.#settings = {};
    if (this.listbox.arrange(tiles)) this.listbox.name(this.engine.tile_names());
    this.#arranged = true;
  }

  /** @param {import("../types.js").Description} description */
  #renderTiles(description) {
    this.listbox.render(description);
    const { focus } = description;
    if (focus) this.listbox.rename(focus, this.engine.tile_name(focus));
  }

  /**
   * Returns the announcement at rest: a new step of the tour, the whole story at the end of playback, or else the
   * sentence about the date, unless the range speaks it. The names of all tiles are also updated only at rest, because
   * there can be 200 of them.
   */
  #rested() {
    if (this.scrubber.active || !this.#description) return null;
    const { playing, has_next, spoken, sentence, compare, range } = this.#description;
    const names = this.#try(() => this.engine.tile_names());
    if (names) this.listbox.name(names);
    this.hooks.table.rest();
    if (playing) return null;
    const { speaks } = this.scrubber;
    const over = this.#over === "ended" && !has_next ? this.#info?.story : this.#over && !speaks ? spoken : null;
    this.#over = "";
    const filtered = this.#takeFiltered();
    // The range has spoken who changed, or already what holds, or the same held at the last pause.
    const known = plain(sentence) === this.#sentence && !compare;
    const news = this.tour.takeWords() ?? filtered ?? over ?? null;
    // News and a comparison are spoken in place of the sentence, which is then still to be spoken.
    if (news === null && !compare) this.#sentence = plain(sentence);
    const rest = known || plain(range.text) === plain(spoken) ? "" : compare ? spoken : sentence;
    return {
      holds: spoken,
      news,
      told: speaks ? rest : spoken,
    };
  }

  /** Returns how many tiles a new filter shows, and the first of them, once. The table announces its own rows. */
  #takeFiltered() {
    const { filter, view } = /** @type {import("../types.js").Description} */ (this.#description);
    const same = filter === this.#filter;
    this.#filter = filter;
    // A filter leaves out no row.
    if (same || filter === null || view === "table" || view === "lanes") return null;
    const names = this.listbox.shown.map(({ name }) => name);
    const n = names.length;
    if (n > NAMED) names.splice(NAMED, n, this.words.count("more", n - NAMED));
    // Without any tile, the pressed button has said so.
    return n ? this.words.fill("standing", { name: n, status: this.words.list(names) }) : null;
  }

  /**
   * Calls the core. If the core refuses a dataset, the caller gets the error. Every other error is a fault. The engine
   * cannot be used after a fault.
   * @template T
   * @param {() => T} call
   * @returns {T|undefined}
   */
  #try(call) {
    if (this.#stop.signal.aborted) return undefined;
    try {
      return call();
    } catch (thrown) {
      if (thrown === REFUSED) throw thrown;
      this.stop();
      this.hooks.fault(thrown);
      return undefined;
    }
  }
}
