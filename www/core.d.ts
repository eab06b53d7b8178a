/*
 * The records that cross the border between shell and core, and the methods that they are handed to.
 * Made from the Rust sources by `cargo xtask bless`; a test fails while the two differ.
 */

/** Where everything is. */
export interface Arrangement {
  /** The width that it is made for. */
  width: number;
  /** The size of the map with its groups. */
  map: Size;
  /** The number of members of groups that have no tile until the groups are unfolded. */
  folded: number;
  /** The timeline. */
  timeline: TimelineArea;
  /** Countries first, as the grid has them, then the groups in the order of the dataset. */
  tiles: Array<Tile>;
}

/** An sRGB colour with opacity. In JavaScript it is text in CSS notation, `#rrggbb`. */
export type Color = string;

/** The day that the date is compared with. */
export interface Comparison {
  /** ISO 8601. */
  iso: string;
  /** In words. */
  date: string;
  /** As a number. */
  value: number;
  /** The day and what holds on it, for its slider. */
  spoken: TaggedText;
}

/** What stands beside the picture on the date shown. */
export interface Description {
  /** Language of dates and names, BCP 47. */
  lang: string;
  /** The date, ISO 8601. */
  iso: string;
  /** The date in words. */
  date: string;
  /** Both days that are compared, in words. */
  period: string | null;
  /** What holds on that date. */
  sentence: TaggedText;
  /** Date and sentence, for the slider. */
  spoken: TaggedText;
  /** The day that the date is compared with. */
  compare: Comparison | null;
  /** Who changed between the two, the latest change first. */
  moved: Array<Moved> | null;
  /** The step of the tour that is shown, counted from 0. */
  step: number | null;
  /** Whether tiles are fading, so that time has to be told to pass. */
  moving: boolean;
  /** First, last and chosen day, as numbers. */
  range: Range;
  /** Whether the date runs. */
  playing: boolean;
  /** The id of the only status shown. */
  filter: string | null;
  /** Whether a change lies before the date. */
  has_previous: boolean;
  /** Whether a change lies after it. */
  has_next: boolean;
  /** Statuses with their counts; no data last. */
  legend: Array<LegendItem>;
  /** The latest changes up to the date, newest first. */
  changes: Array<Entry>;
  /** The selected entity's history. */
  selected: EntityHistory | null;
  /** Whether the groups show all of their members. */
  unfolded: boolean;
  /** The id of the entity that the ring of the keyboard is on. */
  focus: string | null;
}

/** An entity's history. */
export interface EntityHistory {
  /** Id of the entity. */
  id: string;
  /** Its name. */
  name: string;
  /** Country, bloc or company. */
  kind: EntityKind;
  /** Its status on the date shown, in words. */
  status: TaggedText;
  /** Of that status; -1 for no data. */
  index: number;
  /** Since when, in words. */
  since: string | null;
  /** What is to be said about its name or place. */
  footnote: TaggedText | null;
  /** Of a country: the operators and blocs that act there. Of those: the countries that they act in. */
  related: Array<Related>;
  /** Its events, newest first. */
  entries: Array<Entry>;
}

/** What an entity is. */
export type EntityKind = "country" | "bloc" | "company";

/** An event in words. */
export interface Entry {
  /** Id of the entity. */
  entity: string;
  /** Name of the entity. */
  name: string;
  /** The date as it is known, in EDTF. */
  iso: string;
  /** Its first possible day, as a number. */
  day: number;
  /** The date as it is known, in words. */
  date: string;
  /** Whether it lies after the date shown. */
  future: boolean;
  /** The status that it sets, in words. */
  status: TaggedText | null;
  /** Of that status; -1 for a note. */
  index: number;
  /** Headline. */
  title: TaggedText;
  /** More about it. */
  text: TaggedText | null;
  /** Its other dates, how well it is documented, and who decided, as far as that is not as usual. */
  terms: Array<string>;
  /** A conflict between sources, or another doubt. */
  caution: TaggedText | null;
  /** What was wrong and is right now, a sentence each. */
  corrections: Array<TaggedText>;
  /** Who says so. */
  sources: Array<SourceLine>;
}

/** What is wrong with a dataset at one place. */
export interface Finding {
  /** How bad it is. */
  severity: Severity;
  /** A name for the kind of finding, such as `invalid-date`. */
  code: string;
  /** The place in the dataset, such as `events[3].date`. */
  path: string;
  /** Counted from 1. */
  line: number | null;
  /** In characters, counted from 1. */
  column: number | null;
  /** What is wrong. */
  message: string;
  /** What would be right. */
  help: string | null;
}

/** Where the ring of the keyboard goes. */
export type Focus = "in" | "out" | "left" | "right" | "up" | "down" | "first" | "last" | { at: string };

/** One of the timeline's handles. */
export type Handle = "day" | "other";

/** What stands beside the picture on every day. It changes with the dataset and the language. */
export interface Info {
  /** Of the figure. */
  title: TaggedText;
  /** The whole of it, from the first day to the last, in one sentence. */
  story: TaggedText;
  /** The steps of the dataset's tour. */
  steps: Array<Step>;
  /** What is to be said about names and places, a sentence each. */
  footnotes: Array<TaggedText>;
  /** Under which terms the dataset may be used. */
  license: TaggedText | null;
}

/**
 * Something that a reader or a page asks for.
 *
 * Shells write it as its name in lower case, or as an object with that name as its only field: `"play"`, `{"step": 1}`,
 * `{"select": null}`, `{"tap": {"part": "map", "x": 40, "y": 12}}`, `{"focus": {"at": "GB"}}`.
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
  | { unfold: boolean }
  | { focus: Focus }
  | "play"
  | "pause"
  | { advance: number };

/** A line of the legend. */
export interface LegendItem {
  /** Of the status, or `no-data`. */
  id: string;
  /** In words. */
  label: TaggedText;
  /** How many counted entities have it, on the later day where two are compared. */
  count: number;
  /** How many have it on the earlier day. */
  before: number | null;
  /** No more than so many have it on any day. */
  most: number;
  /** Of the status; -1 for no data. */
  index: number;
}

/**
 * Everything that is said in words, but for the dataset's own: texts by key, as in a message file.
 *
 * The shell passes pairs of key and text; what it leaves out is English. Beside the keys of `ENGLISH` there are
 * `month_in_date.1` to `.12`, where a language inflects the month inside of a full date, and `country.GB` and so on,
 * where a country's name is not the dataset's.
 */
export type Messages = Array<[string, string]>;

/** Somebody whose status is another on the later of two days. */
export interface Moved {
  /** Id of the entity. */
  entity: string;
  /** Name of the entity. */
  name: string;
  /** The status on the earlier day, in words. */
  from: TaggedText;
  /** Of that status; -1 for no data. */
  from_index: number;
  /** The status on the later day, in words. */
  to: TaggedText;
  /** Of that status; -1 for no data. */
  to_index: number;
  /** When it began, as it is known, in words; `null` where a status has ended. */
  date: string | null;
  /** Its first possible day, as a number. */
  day: number | null;
  /** Headline of the event that began it. */
  title: TaggedText | null;
}

/**
 * Colours of the page's own, or the system's where the reader has forced them on all pages. The scheme's colour takes
 * the place of a colour that is missing.
 */
export interface Palette {
  /** The page. */
  page?: Color | null;
  /** Text. */
  ink?: Color | null;
  /** Lesser text. */
  muted?: Color | null;
  /** Hairlines and outlines. */
  rule?: Color | null;
  /** What the reader holds or has chosen. */
  accent?: Color | null;
}

/** A picture of its own: the shell has a canvas for each. */
export type Part = "map" | "timeline" | "cursor";

/** A place in a part, in CSS pixels. */
export interface Place {
  /** Which picture. */
  part: Part;
  /** From its left edge. */
  x: number;
  /** From its top edge. */
  y: number;
}

/** Days by number (see `Day::number`). */
export interface Range {
  /** First. */
  min: number;
  /** Last. */
  max: number;
  /** Chosen. */
  value: number;
}

/** An upright rectangle in CSS pixels. */
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

/** An entity that acts where another is, or the other way round. */
export interface Related {
  /** Its id. */
  id: string;
  /** Its name. */
  name: string;
  /** Its status on the date shown, in words. */
  status: TaggedText;
  /** Of that status; -1 for no data. */
  index: number;
}

/** What is found in a text that should be a dataset. */
export interface Report {
  /** The dataset as JSON for the engine; `null` where it cannot be used. */
  json: string | null;
  /** A line a finding. */
  message: string;
  /** The findings, in the order of the file. */
  diagnostics: Array<Finding>;
}

/** One entity up to the date shown, or between two days that are compared. */
export interface Row {
  /** Id of the entity. */
  id: string;
  /** Its name. */
  name: string;
  /** Of its status on the date, or on the later day; -1 for no data. */
  index: number;
  /** Of its status on the earlier day; -1 for no data, and where no two days are compared. */
  from: number;
  /** Whether it has come to another status since the earlier day, or else to any at all. */
  changed: boolean;
  /**
   * The events that began its statuses, in order of time, from that of the earlier day on. The last one began the
   * status that it has, if it has one.
   */
  way: Array<Entry>;
}

/** Light ink on dark paper or dark on light. */
export type Scheme = "light" | "dark" | "print";

/** What the shell says about the page and its reader. */
export interface Settings {
  /** How the figure looks. */
  theme: ThemeOptions;
  /** The words of the figure. */
  messages: Messages;
  /** The translation of the built-in dataset, as it stands in a message file. */
  translation: object | null;
}

/** How bad a finding is. */
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
  /** When it was published, in words. */
  date: string | null;
  /** Where it can be read. */
  url: string | null;
}

/** A step of a tour. */
export interface Step {
  /** The date as it is known, in words. */
  date: string;
  /** Headline. */
  title: TaggedText;
  /** More about it. */
  text: TaggedText | null;
}

/** A text, and the language that it is in where that is not the figure's. */
export type TaggedText = string | { text: string; lang: string };

/** What the shell knows about the page's look and the reader's settings. */
export interface ThemeOptions {
  /** Light, dark or on paper. */
  scheme: Scheme;
  /** The page's font families as CSS writes them. */
  font: string;
  /** In place of the scheme's. */
  colors: Palette;
  /** The reader has forced colours: lines that are usually faint are as strong as text. */
  forced: boolean;
  /** The reader has asked for less motion. */
  still: boolean;
}

/** An entity's place on the map. */
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

/** The size of the timeline, and where its days are. */
export interface TimelineArea {
  /** Extent in x. */
  width: number;
  /** Extent in y. */
  height: number;
  /** The rectangle from the first day to the last. */
  plot: Rect;
}

/** What is told of the thing pointed at. */
export interface Tooltip {
  /** The picture that it is in. */
  part: Part;
  /** Its left edge there, in CSS pixels. */
  x: number;
  /** Its top edge. */
  y: number;
  /** Its extent to the right. */
  width: number;
  /** Its extent downward. */
  height: number;
  /** A name or a date. */
  title: string;
  /** The status, since when. */
  status: TaggedText | null;
  /** Of that status; -1 for none. */
  index: number;
  /** More lines. */
  lines: Array<TaggedText>;
}

/** What an intent has changed. The first four fields are about the picture, the others about what the reader has chosen. */
export interface Update {
  /** The layout: everything has to be arranged and drawn again. */
  layout: boolean;
  /** The marks of the map. */
  map: boolean;
  /** The marks of the timeline. */
  timeline: boolean;
  /** The marks of the cursor. */
  cursor: boolean;
  /** The date. */
  day: boolean;
  /** The day compared with, or whether there is one. */
  other: boolean;
  /** The step of the tour. */
  step: boolean;
  /** The selected entity. */
  selection: boolean;
  /** Whether the date runs. */
  playing: boolean;
  /** What is pointed at. */
  tip: boolean;
  /** The ring of the keyboard. */
  focus: boolean;
}

/** A chart that a page holds. */
export interface Engine {
  /**
   * Shows another dataset. `factor` multiplies its limits.
   * @throws `"refused"`, where the text is not JSON or no valid dataset; what was shown stays.
   */
  load(text: string, factor: number): Update;
  /**
   * Shows the same in other words or another theme.
   * @throws Where the settings are not of their shape.
   */
  update_settings(settings: Settings): Update;
  /** Arranges everything at a width in CSS pixels and says where it is. */
  arrange(width: number): Arrangement;
  /**
   * Does what the reader asks and says what that has changed; `undefined` where nothing has.
   * @throws Where the intent is not one.
   */
  apply(intent: Intent): Update | undefined;
  /** What stands beside the picture on every day. */
  info(): Info;
  /** Whether the reader holds the handle of the day compared with, or held it last. */
  holds_other(): boolean;
  /** Whether a change lies after the day that is held. */
  has_next(): boolean;
  /** What stands beside the picture on the date shown. */
  describe(): Description;
  /** The same as the picture, as a table. */
  table(): Row[];
  /** What is told of the thing pointed at, or `undefined`. */
  tip(): Tooltip | undefined;
  /** The name of an entity with its status, in words; empty for an id that the dataset does not have. */
  tile_name(id: string): TaggedText;
  /** The names of all tiles with their statuses, in words, in the order of the arrangement. */
  tile_names(): TaggedText[];
  /**
   * Paints a part on a canvas whose backing store the shell has sized: all of it, or what changed since.
   * @throws Where the part is not one.
   */
  paint(part: Part, canvas: HTMLCanvasElement, ratio: number, whole: boolean): void;
  /** Paints the sample of a status, by index; a negative index is no data. */
  swatch(index: number, canvas: HTMLCanvasElement, ratio: number): void;
  /** Sizes a canvas for the whole figure, with headline and legend, and paints it there. */
  figure(canvas: HTMLCanvasElement, ratio: number): void;
  /** The number of the first day of an EDTF date, or `undefined` where the text is none. */
  day_of(text: string): number | undefined;
  /** The day of a number as `YYYY-MM-DD`. */
  iso_of(day: number): string;
  /** Ends the chart and gives back its memory. */
  free(): void;
}

/** What makes charts. */
export interface EngineClass {
  /**
   * A chart of a dataset's JSON, or of the built-in dataset. `context` is only asked how wide text is. `factor`
   * multiplies the limits of the dataset.
   * @throws `"refused"`, where the text is not JSON or no valid dataset.
   */
  new (
    text: string | undefined,
    settings: Settings,
    context: { font: string; measureText(text: string): { width: number } },
    factor: number,
  ): Engine;
}

/** Reads JSON or CSV. `factor` multiplies the limits. */
export function check(text: string, factor: number): Report;
