/** What stands in for the core's own script: a chart of days by number that notes what it is asked for. */

/** How the script was started. @type {unknown[]} */
export const started = [];

/** @param {unknown} input */
export default async function init(input) {
  started.push(input);
}

export class Engine {
  /** Every chart that was made, the last one last. @type {Engine[]} */
  static all = [];
  /** @type {any[]} */
  asked = [];
  freed = false;
  state = {
    day: 9,
    compare: /** @type {number|null} */ (null),
    filter: /** @type {string|null} */ (null),
    selected: /** @type {string|null} */ (null),
    step: /** @type {number|null} */ (null),
    playing: false,
  };

  /** @param {string|undefined} text */
  constructor(text) {
    this.load(text);
    Engine.all.push(this);
  }

  /** @param {string|undefined} text  "refused" is refused, "trap" stops the chart */
  load(text) {
    if (text === "refused") throw "refused";
    if (text === "trap") throw new Error("unreachable");
    this.text = text;
  }

  /** @param {any} intent */
  apply(intent) {
    if (intent.select === "trap") throw new Error("unreachable");
    this.asked.push(intent);
    const { state } = this;
    const before = JSON.stringify(state);
    if (intent === "play" || intent === "pause") state.playing = intent === "play";
    if (typeof intent === "object") {
      const { day, compare, filter, select, tour, step } = intent;
      if (tour !== undefined)
        Object.assign(state, { step: tour, day: tour ?? state.day, compare: null, selected: null });
      if (day !== undefined) state.day = day;
      if (step !== undefined) state.day += step;
      if (compare !== undefined) state.compare = compare;
      if (filter !== undefined) state.filter = filter;
      if (select !== undefined) state.selected = select;
    }
    const changed = before !== JSON.stringify(state);
    return { redo: changed ? "repaint" : "nothing", day: changed };
  }

  describe() {
    const { day, compare, filter, selected, step, playing } = this.state;
    const other = { iso: this.iso_of(compare ?? 0), date: "", value: compare, held: "day", spoken: "" };
    return {
      lang: "en",
      title: "Title",
      iso: this.iso_of(day),
      date: `day ${day}`,
      period: null,
      sentence: "",
      spoken: `day ${day}`,
      story: "",
      range: { min: 0, max: 9, value: day },
      playing,
      moving: false,
      compare: compare === null ? null : other,
      tour: { index: step, steps: [0, 1, 2].map((n) => ({ date: "", title: `Step ${n}`, text: null })) },
      filter,
      has_previous: true,
      has_next: day < 9,
      legend: [{ id: "none", label: "No data", count: 0, before: null, most: 9, index: -1 }],
      changes: [],
      moved: null,
      selected: selected && {
        id: selected,
        name: selected,
        kind: "country",
        status: "",
        index: 0,
        since: null,
        footnote: null,
        related: [],
        entries: [],
      },
      footnotes: [],
      license: null,
      unfolded: false,
      focus: null,
    };
  }

  /** @param {string} text */
  day_of(text) {
    return /^\d$/.test(text) ? Number(text) : undefined;
  }

  /** @param {number} day */
  iso_of(day) {
    return String(day);
  }

  arrange() {
    const size = { width: 100, height: 100 };
    return { width: 100, map: size, timeline: { ...size, plot: { ...size, x: 0, y: 0 } }, tiles: [], folded: 0 };
  }

  table() {
    return [{ id: "FR", name: "France", index: -1, from: -1, changed: false, way: [] }];
  }

  tile_names() {
    return [];
  }

  dress() {}
  paint() {}
  swatch() {}
  tip() {}

  free() {
    this.freed = true;
  }
}
