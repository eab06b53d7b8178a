/*
 * The records that cross the border between shell and core, and the methods that take and return them.
 * Generated from the Rust sources by `cargo xtask bless`; a test fails while the two differ.
 */

/** The positions of everything in the figure. */
export interface Arrangement {
  /** The width of the figure in CSS pixels. */
  width: number;
  /** The size of the map, or of the groups or the rows of "Who, when" in its place. */
  map: Size;
  /** The size of the timeline and the position of its days. */
  timeline: TimelineArea;
  /**
   * The countries in the order of the grid, the members of the groups in the order of the dataset, or the rows of
   * "Who, when" in their order.
   */
  tiles: Array<Tile>;
}

/** An sRGB colour with opacity. In JavaScript it is text in CSS notation, `#rrggbb`. */
export type Color = string;

/** The day with which the date is compared. */
export interface Comparison {
  /** The day in ISO 8601. */
  iso: string;
  /** The day in words. */
  date: string;
  /** The day as a number. */
  value: number;
  /** The day as the value of its slider, as in `Range::text`. */
  text: TaggedText;
}

/** The texts beside the picture on the current date. */
export interface Description {
  /** The language of dates and names, as a BCP 47 tag. */
  lang: string;
  /** The date in ISO 8601, such as `2020-07-14`. */
  iso: string;
  /** The date in words. */
  date: string;
  /** Both compared days in words. */
  period: string | null;
  /** The sentence about the date. */
  sentence: TaggedText;
  /** The date, or both compared days, and the sentence. */
  spoken: TaggedText;
  /** The day with which the date is compared. */
  compare: Comparison | null;
  /** The entities that changed between the two days, the latest change first. */
  moved: Array<Moved> | null;
  /** The current step of the tour, counted from 0. */
  step: number | null;
  /** Whether tiles fade. The shell must then call `advance`. */
  moving: boolean;
  /** The first day, the last day and the date, as numbers. */
  range: Range;
  /** Whether playback is on. */
  playing: boolean;
  /** The id of the only status that the figure shows. */
  filter: string | null;
  /** Whether the figure leaves out weak statuses. */
  firm: boolean;
  /** Whether the figure counts the weights of entities. */
  weighted: boolean;
  /** Whether a day of change is before the day of the held handle. */
  has_previous: boolean;
  /** Whether a day of change is after the day of the held handle. */
  has_next: boolean;
  /** The statuses with their counts; no data is last. */
  legend: Array<LegendItem>;
  /** The latest changes up to the date, newest first. */
  changes: Array<Entry>;
  /** The history of the selected entity. */
  selected: EntityHistory | null;
  /** The view. */
  view: Tab;
  /** The id of the entity whose tile has the keyboard focus. */
  focus: string | null;
  /** The tooltip of the target of the pointer or of the keyboard. */
  tip: Tooltip | null;
}

/** The history of an entity. */
export interface EntityHistory {
  /** Id of the entity. */
  id: string;
  /** Its name. */
  name: string;
  /** Country, bloc or company. */
  kind: EntityKind;
  /** Its status on the current date in words, or that it does not exist. */
  status: TaggedText;
  /** The index of that status; -1 for no data, -2 if it does not exist. */
  index: number;
  /** The date since which the status holds, in words. */
  since: string | null;
  /** What the status rests on, and the date of its last evidence if that is old. */
  grounds: TaggedText | null;
  /** A note about its name or position. */
  footnote: TaggedText | null;
  /** For a country: the companies and blocs that act there. For a company or bloc: the countries in which it acts. */
  related: Array<Related>;
}

/** The kind of an entity. */
export type EntityKind = "country" | "bloc" | "company";

/** An event in words. */
export interface Entry {
  /** Id of the entity. */
  entity: string;
  /** Name of the entity. */
  name: string;
  /** The date in EDTF. */
  iso: string;
  /** The first possible day of the date, as a number. */
  day: number;
  /** The last possible day of the date, as a number. In lists of who was first, an imprecise date counts as this day. */
  last: number;
  /** The date in words, with the precision that is known. */
  date: string;
  /** The status that the event sets, in words. */
  status: TaggedText | null;
  /** The index of that status; -1 for a note. */
  index: number;
  /** What it rests on and to what it applies: `statement · core network`. */
  grounds: TaggedText | null;
  /** The title. */
  title: TaggedText;
  /** The text. */
  text: TaggedText | null;
  /**
   * The other dates of the event. Also the confidence if it is not high, and who decided if the kind of the entity
   * does not show it.
   */
  terms: Array<string>;
  /** A conflict between sources, or another doubt. */
  caution: TaggedText | null;
  /** The corrections, each as a sentence. */
  corrections: Array<TaggedText>;
  /** The sources. */
  sources: Array<SourceLine>;
}

/** A finding about a dataset. */
export interface Finding {
  /** Error or warning. */
  severity: Severity;
  /** A name for the kind of finding, such as `invalid-date`. */
  code: string;
  /** The path in the dataset, such as `events[3].date`. */
  path: string;
  /** The line, counted from 1. */
  line: number | null;
  /** The column in characters, counted from 1. */
  column: number | null;
  /** What is wrong. */
  message: string;
  /** A suggestion. */
  help: string | null;
}

/** The target of the keyboard focus. */
export type Focus = "in" | "out" | "left" | "right" | "up" | "down" | "first" | "last" | { at: string };

/** The tab of the groups. */
export interface GroupsTab {
  /** The name of the groups, such as `Companies and blocs`. */
  name: string;
  /** The number of entities. */
  count: number;
}

/** A handle of the timeline. */
export type Handle = "day" | "other";

/** The texts beside the picture that do not change with the date. They change with the dataset and the language. */
export interface Info {
  /** The title of the figure. */
  title: TaggedText;
  /** What exactly the figure shows. */
  subtitle: TaggedText | null;
  /** The whole story from the first day to the last, in one sentence. */
  story: TaggedText;
  /** The steps of the tour. */
  steps: Array<Step>;
  /** The first day of the timeline in ISO 8601. */
  first: string;
  /** The last day of the timeline in ISO 8601. */
  last: string;
  /** Whether the timeline has the window that the page asks for. If not, it has no day of the data, or is none. */
  fits: boolean;
  /** Whether there is a map. */
  map: boolean;
  /** Whether there are rows for "Who, when": whether any entity has a status on any day. */
  lanes: boolean;
  /** The groups of entities that are not on the map; `null` without such entities. */
  groups: GroupsTab | null;
  /** Whether some statuses rest on a rule or decision and others do not, so that a reader can leave out the others. */
  bases: boolean;
  /** The explanation of paler tiles; `null` if there are none. */
  paler: string | null;
  /**
   * The words for what the figure can count: entities, and weights, such as `governments` and `people`. Empty if the
   * dataset has no weights.
   */
  units: Array<TaggedText>;
  /** What the dataset is about, in one or two sentences. */
  description: TaggedText | null;
  /** Notes about names and positions of entities, the descriptions of scopes, and notes about weights. */
  footnotes: Array<TaggedText>;
  /** The annotated periods with their dates. */
  periods: Array<TaggedText>;
  /** The licence of the dataset. */
  license: TaggedText | null;
  /** The date up to which the dataset was maintained, in words. */
  updated: string;
}

/**
 * A change of the view that a reader or a page asks for.
 *
 * A shell writes an intent as its name in lower case, or as an object whose only field has this name: `"play"`,
 * `{"step": 1}`, `{"select": null}`, `{"tap": {"part": "map", "x": 40, "y": 12}}`, `{"focus": {"at": "GB"}}`.
 */
export type Intent =
  | { day: number }
  | { compare: number | null }
  | { compare: true }
  | { tour: number | null }
  | { hold: Handle }
  | { grab: number }
  | { scrub: number }
  | { step: number }
  | { nudge: number }
  | { quarter: number }
  | "first"
  | "last"
  | { hover: Place }
  | "leave"
  | { tap: Place }
  | { select: string | null }
  | { filter: string | null }
  | { firm: boolean }
  | { weighted: boolean }
  | { view: Tab }
  | { sort: Array<string> | null }
  | { scroll: number }
  | { focus: Focus }
  | "play"
  | "pause"
  | { advance: number };

/** An item of the legend. */
export interface LegendItem {
  /** The id of the status, or `no-data`. */
  id: string;
  /** The label. */
  label: TaggedText;
  /** The words of the count: `{n} ban it`. `{n}` stands for the number. */
  pattern: TaggedText;
  /**
   * The number of counted entities with the status, or the sum of their weights; during a comparison, on the later
   * day.
   */
  count: number;
  /** The number on the earlier day of a comparison. */
  before: number | null;
  /** An upper limit of the number on any day, with which the shell can reserve space. */
  most: number;
  /** The index of the status; -1 for no data. */
  index: number;
}

/**
 * All texts of the figure except those of the dataset. Each text has a key, as in a message file.
 *
 * The shell passes pairs of key and text. A text that it does not pass is English. There are further keys without an
 * English text: `month_in_date.1` to `month_in_date.12` for languages that inflect the month in a full date, and
 * `country.GB` and so on for names of countries.
 */
export type Messages = Array<[string, string]>;

/** An entity whose status differs between two compared days. */
export interface Moved {
  /** Id of the entity. */
  entity: string;
  /** Name of the entity. */
  name: string;
  /** The status on the earlier day, in words. */
  from: TaggedText;
  /** The index of that status; -1 for no data, -2 if the entity did not exist. */
  from_index: number;
  /** The status on the later day, in words. */
  to: TaggedText;
  /** The index of that status; -1 for no data, -2 if the entity did not exist. */
  to_index: number;
  /** The date since which the later status holds, in words; `null` if the status has ended. */
  date: string | null;
  /** The first possible day of that date, as a number. */
  day: number | null;
  /** The title of the event that set the later status. */
  title: TaggedText | null;
}

/** The newest events of the entity whose history is open. They do not change with the date. */
export interface NewestEvents {
  /** The events, newest first. */
  entries: Array<Entry>;
  /** The number of its other events. */
  left: number;
}

/**
 * Colours of the page, or colours of the system if the reader forces them on all pages. The colour of the scheme
 * replaces a missing colour.
 */
export interface Palette {
  /** The background of the page. */
  page?: Color | null;
  /** The colour of text. */
  ink?: Color | null;
  /** The colour of less important text. */
  muted?: Color | null;
  /** The colour of hairlines and outlines. */
  rule?: Color | null;
  /** The colour of handles and of the focus. */
  accent?: Color | null;
}

/** A part of the figure. The shell has a canvas for each part. */
export type Part = "map" | "timeline" | "cursor";

/** A position in a part, in CSS pixels. */
export interface Place {
  /** The part. */
  part: Part;
  /** Distance from the left edge of the part. */
  x: number;
  /** Distance from the top edge of the part. */
  y: number;
}

/** The slider of the date: three days as numbers (see `Day::number`), and its value in words. */
export interface Range {
  /** The first day. */
  min: number;
  /** The last day. */
  max: number;
  /** The date. */
  value: number;
  /** The date with the entities that changed on it and their statuses; otherwise with the sentence about it. */
  text: TaggedText;
}

/** A rectangle in CSS pixels, with sides parallel to the axes. */
export interface Rect {
  /** Left edge. */
  x: number;
  /** Top edge. */
  y: number;
  /** Extent to the right. */
  width: number;
  /** Extent downward. */
  height: number;
}

/** A company or bloc that acts in a country, or a country in which one acts. */
export interface Related {
  /** Its id. */
  id: string;
  /** Its name. */
  name: string;
  /** Its status on the current date in words, or that it does not exist. */
  status: TaggedText;
  /** The index of that status; -1 for no data, -2 if it does not exist. */
  index: number;
}

/** The result of checking a text. */
export interface Report {
  /** The dataset as JSON for the engine; `null` if the dataset cannot be used. */
  json: string | null;
  /** All findings as text, one on each line. */
  message: string;
  /** The findings, in the order of the file. */
  diagnostics: Array<Finding>;
}

/** A row of the table: one entity up to the current date, or between two compared days. */
export interface Row {
  /** The id of the entity. */
  id: string;
  /** The name of the entity. */
  name: string;
  /** The index of its status on the date, or on the later day of a comparison; -1 for no data. */
  index: number;
  /** What that status rests on, and the date of its last evidence if that is old. */
  grounds: TaggedText | null;
  /** The index of its status on the earlier day; -1 for no data and without a comparison. */
  from: number;
  /** That it does not exist on that day, in words; empty if it does. */
  absent: string;
  /**
   * That it does not exist on the earlier day, in words; empty if it does, and without a
   * comparison the same as `absent`.
   */
  absent_before: string;
  /** Whether its status changed after the earlier day. Without a comparison: whether it ever had a status. */
  changed: boolean;
  /**
   * The events that set its statuses, in chronological order. During a comparison the list begins with the status of
   * the earlier day. The last event set the current status, if there is one.
   */
  way: Array<Entry>;
}

/** The colour scheme. */
export type Scheme = "light" | "dark" | "print";

/** The settings of a chart. A missing setting keeps its value. */
export interface Settings {
  /** The width of the tiles in CSS pixels. Initially 680. */
  width?: number;
  /** The width of the timeline in CSS pixels. Initially 680. */
  timeline_width?: number;
  /** The font size of the page in CSS pixels. Initially 16. */
  em?: number;
  /** The window of the timeline: EDTF dates. Without a date, the end is that of the dataset. */
  window?: { start: string; end: string };
  /** Colours and font. */
  theme?: ThemeOptions;
  /** The messages of the language. */
  messages?: Messages;
  /** The translation of the built-in dataset, in the form of a message file; `null` for none. */
  translation?: object | null;
}

/** The severity of a finding. */
export type Severity = "error" | "warning";

/** Width and height in CSS pixels. */
export interface Size {
  /** Extent in x. */
  width: number;
  /** Extent in y. */
  height: number;
}

/** A source in words. */
export interface SourceLine {
  /** Newspaper, agency, authority or site. */
  outlet: string;
  /** The date of publication, in words. */
  date: string | null;
  /** The address of the report. */
  url: string | null;
}

/** A step of a tour. */
export interface Step {
  /** The date in words, with the precision that is known. */
  date: string;
  /** The title. */
  title: TaggedText;
  /** The text. */
  text: TaggedText | null;
}

/** The view: map, rows, groups or table. A reader chooses it by a tab. */
export type Tab = "map" | "lanes" | "groups" | "table";

/** A text with its language, if that is not the language of the figure. */
export type TaggedText = string | { text: string; lang: string };

/** The style of the page and the settings of the reader, as the shell knows them. */
export interface ThemeOptions {
  /** Light, dark or print. */
  scheme: Scheme;
  /** The font families of the page, in CSS notation. */
  font: string;
  /** Colours that replace those of the scheme. */
  colors: Palette;
  /**
   * Whether the reader forces colours or prefers more contrast. Lines and texts that are usually faint are then as
   * strong as other text.
   */
  forced: boolean;
  /** Whether the reader or the publisher wants patterns on all tiles and areas. */
  patterns: boolean;
  /** Whether the reader prefers reduced motion. */
  still: boolean;
}

/** The tile of an entity. */
export interface Tile {
  /** Id of the entity. */
  id: string;
  /** Name of the entity. */
  name: string;
  /** Left edge. */
  x: number;
  /** Top edge. */
  y: number;
  /** Extent to the right. */
  width: number;
  /** Extent downward. */
  height: number;
}

/** The size of the timeline and the position of its days. */
export interface TimelineArea {
  /** Extent in x. */
  width: number;
  /** Extent in y. */
  height: number;
  /** The rectangle from the first to the last day. */
  plot: Rect;
}

/** The tooltip for the target of the pointer. */
export interface Tooltip {
  /** The part that contains the target. */
  part: Part;
  /** The left edge of the target, in CSS pixels of the part. */
  x: number;
  /** The top edge. */
  y: number;
  /** The width. */
  width: number;
  /** The height. */
  height: number;
  /** A name or a date. */
  title: string;
  /** The status, and the date since which it holds. */
  status: TaggedText | null;
  /** The index of that status; -1 for no status, -2 if the entity does not exist. */
  index: number;
  /** Further lines. */
  lines: Array<TaggedText>;
}

/** What an intent has changed. The first four fields are about the picture, the other fields about the view. */
export interface Update {
  /** The layout has changed: everything must be arranged and drawn again. */
  layout: boolean;
  /** Marks of the map have changed. */
  map: boolean;
  /** Marks of the timeline have changed. */
  timeline: boolean;
  /** Marks of the cursor have changed. */
  cursor: boolean;
  /** The date has changed. */
  day: boolean;
  /** The compared day has changed, or a comparison has begun or ended. */
  other: boolean;
  /** The step of the tour has changed. */
  step: boolean;
  /** The selected entity has changed. */
  selection: boolean;
  /** Playback has started or stopped. */
  playing: boolean;
  /** The content or the position of the tooltip may have changed. */
  tip: boolean;
  /** The tile with the keyboard focus has changed. */
  focus: boolean;
}

/** The chart of one element. */
export interface Engine {
  /**
   * Replaces the dataset. `factor` multiplies its limits; without it, the text is the file of the built-in dataset.
   * The shell then calls `configure`.
   * @throws `"refused"`, if the text is not JSON or not a valid dataset. The chart keeps its dataset.
   */
  load(text: string, factor: number | undefined): void;
  /**
   * Changes the settings that are given, arranges everything, and returns the arrangement. The next `paint` paints
   * every canvas as a whole.
   * @throws If the settings are not an object.
   */
  configure(settings: Settings): Arrangement;
  /**
   * Does what an intent asks for and returns what has changed; `undefined` if nothing has changed.
   * @throws If the value is not an intent.
   */
  apply(intent: Intent): Update | undefined;
  /** The texts and dates beside the picture that do not change with the date. */
  info(): Info;
  /** Whether the reader holds the handle of the compared day, or held it last. */
  holds_other(): boolean;
  /** Whether a day of change is after the day of the held handle. */
  has_next(): boolean;
  /** The texts beside the picture on the current date, and the tooltip. */
  describe(): Description;
  /** The newest events of the entity whose history is open. */
  newest_events(): NewestEvents;
  /** The picture as a table. */
  table(): Row[];
  /** The name of an entity with its status, in words; empty for an id that the dataset does not have. */
  tile_name(id: string): TaggedText;
  /**
   * The names of all tiles with their statuses, in words, in the order of the arrangement. Empty for a tile that
   * the filter does not show.
   */
  tile_names(): TaggedText[];
  /** Paints what has changed since the last call. The shell has set the sizes of the canvases. */
  paint(map: HTMLCanvasElement, timeline: HTMLCanvasElement, cursor: HTMLCanvasElement, ratio: number): void;
  /**
   * Paints the sample of a status, by index: -1 is no data, and -2 an entity that does not exist, whose sample is
   * empty.
   */
  swatch(index: number, canvas: HTMLCanvasElement, ratio: number): void;
  /** Sizes a canvas for the whole figure, with headline and legend, and paints it there. */
  figure(canvas: HTMLCanvasElement, ratio: number): void;
  /** The number of the first day of an EDTF date, or `undefined` if the text is not a date. */
  day_of(text: string): number | undefined;
  /** Ends the chart and frees its memory. */
  free(): void;
}

/** The class that makes charts. */
export interface EngineClass {
  /** Takes the file with the places of the built-in grids, before the first dataset. Later calls change nothing. */
  provide(places: string): void;
  /**
   * A chart of a dataset's JSON. The chart uses `context` to measure text. `factor` multiplies the limits of the
   * dataset; without it, the text is the file of the built-in dataset.
   * @throws `"refused"`, if the text is not JSON or not a valid dataset.
   */
  new (
    text: string,
    settings: Settings,
    context: { font: string; measureText(text: string): { width: number } },
    factor: number | undefined,
  ): Engine;
}

/** Reads JSON or CSV. `factor` multiplies the limits. `places` is the file with the places of the built-in grids. */
export function check(text: string, factor: number, places: string): Report;
