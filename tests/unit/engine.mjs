/** A replacement for the script of the core: a chart with numbers as days that records its calls. */

/** The arguments with which the script was started. @type {unknown[]} */
export const started = [];

/** @param {unknown} input */
export default async function init(input) {
  started.push(input);
}

export class Engine {
  /** All charts, in the order in which they were made. @type {Engine[]} */
  static all = [];
  /** The places that were handed over. @type {string[]} */
  static places = [];

  /** @param {string} places */
  static provide(places) {
    Engine.places.push(places);
  }

  /** @type {any[]} */
  asked = [];
  /** The settings that the chart has received. @type {any[]} */
  settings = [];
  freed = false;
  state = {
    day: 9,
    compare: /** @type {number|null} */ (null),
    filter: /** @type {string|null} */ (null),
    firm: false,
    selected: /** @type {string|null} */ (null),
    step: /** @type {number|null} */ (null),
    view: "map",
    weighted: false,
    playing: false,
    focus: /** @type {string|null} */ (null),
  };

  /**
   * @param {string} text
   * @param {unknown} _settings
   * @param {unknown} _measurer
   * @param {number} [limitFactor]
   */
  constructor(text, _settings, _measurer, limitFactor) {
    this.load(text, limitFactor);
    Engine.all.push(this);
  }

  /**
   * @param {string} text  the chart refuses "refused", and traps on "trap"
   * @param {number} [limitFactor]
   */
  load(text, limitFactor) {
    if (text === "refused") throw "refused";
    if (text === "trap") throw new Error("unreachable");
    this.text = text;
    this.limitFactor = limitFactor;
  }

  /** @param {any} intent */
  apply(intent) {
    if (intent.select === "trap") throw new Error("unreachable");
    this.asked.push(intent);
    const { state } = this;
    const before = JSON.stringify(state);
    const wasPlaying = state.playing;
    if (intent === "play" || intent === "pause") state.playing = intent === "play";
    if (typeof intent === "object") {
      const { day, compare, filter, firm, select, tour, step, view, weighted, advance, focus } = intent;
      if (tour !== undefined)
        Object.assign(state, { step: tour, day: tour ?? state.day, compare: null, selected: null });
      if (day !== undefined) state.day = day;
      if (step !== undefined || advance !== undefined) state.day += step ?? 1;
      if (advance !== undefined && state.day >= 9) state.playing = false;
      if (focus?.at) state.focus = focus.at;
      if (compare !== undefined) state.compare = compare;
      if (filter !== undefined) state.filter = filter;
      if (firm !== undefined) state.firm = firm;
      if (select !== undefined) state.selected = select;
      if (view !== undefined) state.view = view;
      if (weighted !== undefined) state.weighted = weighted;
    }
    if (before === JSON.stringify(state)) return undefined;
    return { layout: false, map: true, timeline: true, cursor: true, day: true, playing: state.playing !== wasPlaying };
  }

  describe() {
    const { day, compare, filter, firm, selected, step, view, weighted, playing, focus } = this.state;
    const other = { iso: String(compare ?? 0), date: "", value: compare, text: "" };
    return {
      lang: "en",
      iso: String(day),
      date: `day ${day}`,
      period: null,
      sentence: "",
      spoken: `day ${day}`,
      range: { min: 0, max: 9, value: day, text: `day ${day}` },
      playing,
      moving: false,
      compare: compare === null ? null : other,
      step,
      filter,
      firm,
      has_previous: true,
      has_next: day < 9,
      legend: [{ id: "none", label: "No data", pattern: "{n} no data", count: 0, before: null, most: 9, index: -1 }],
      changes: [],
      moved: null,
      selected: selected && {
        id: selected,
        name: selected,
        kind: "country",
        status: "",
        index: 0,
        since: null,
        grounds: null,
        footnote: null,
        related: [],
      },
      view,
      weighted,
      focus,
      tip: null,
    };
  }

  newest_events() {
    return { entries: [], left: 0 };
  }

  info() {
    const steps = [0, 1, 2].map((n) => ({ date: "", title: `Step ${n}`, text: null }));
    return {
      title: "Title",
      story: "the whole story",
      steps,
      fits: !(this.settings.at(-1)?.window.end < this.settings.at(-1)?.window.start),
      map: true,
      lanes: true,
      groups: null,
      bases: true,
      paler: "Paler",
      first: "0",
      last: "9",
      periods: [],
      footnotes: [],
      license: null,
      units: ["governments", "people"],
    };
  }

  holds_other() {
    return false;
  }

  has_next() {
    return this.state.day < 9;
  }

  /** @param {string} text */
  day_of(text) {
    return /^\d$/.test(text) ? Number(text) : undefined;
  }

  /** @param {any} settings */
  configure(settings) {
    if (settings.theme) this.settings.push(settings);
    const size = { width: 100, height: 100 };
    return {
      width: 100,
      map: size,
      timeline: { ...size, plot: { ...size, x: 0, y: 0 } },
      tiles: [{ id: "FR", name: "France", x: 0, y: 0, ...size }],
    };
  }

  table() {
    return [{ id: "FR", name: "France", index: -1, grounds: null, from: -1, changed: false, way: [] }];
  }

  tile_names() {
    return ["France"];
  }

  tile_name() {
    return "France, in focus";
  }

  paint() {}
  swatch() {}

  free() {
    this.freed = true;
  }
}
