/** What the make page and its core tell each other. The records of the import are those of `src/import/report.rs`. */

/** A file, a pasted text, or a table from the clipboard. */
export interface Input {
  /** The name of the file. Only sentences use it. */
  name?: string;
  /** The file. A `File` is read in the worker, so that its bytes do not pass through the page. */
  bytes?: Blob | Uint8Array | ArrayBuffer;
  /** Text that is already decoded. */
  text?: string;
  /** `text/html` of the clipboard. If it has no table, `text` is read instead. */
  html?: string;
  /** The encoding of the text, instead of the one that the letters speak for. */
  encoding?: string;
}

export interface Progress {
  /** `modules`: loading the modules; `reading`: the bytes; `cells`: dividing the text into cells; `understanding`. */
  stage: "modules" | "reading" | "cells" | "understanding" | "checking" | "package" | "publishing";
  /** How many bytes or rows are done. */
  done: number;
  /** How many there are; `null` if nobody knows. */
  total: number | null;
}

export interface Watch {
  onProgress?: (progress: Progress) => void;
  /** When it aborts, the work ends and the promise is rejected with the signal's reason. */
  signal?: AbortSignal;
}

export interface SheetInfo {
  name: string;
  rows: number;
  columns: number;
}

export interface Opened {
  /**
   * `dataset`: the file is a dataset of the format itself, and needs no import; `dataset` has it, checked. If it has
   * errors, `understand` can still read it as a sheet.
   */
  kind: "sheet" | "dataset";
  format: "csv" | "excel" | "json" | "geojson" | "html";
  /** The encoding in which the text was read; `null` for workbooks. */
  encoding: string | null;
  /** Encodings in which the bytes are text too, the likeliest first: `open` reads the input again with one of them. */
  encodings: string[];
  sheets: SheetInfo[];
  /** Only of `kind: "dataset"`. */
  dataset: Checked | null;
}

export type Severity = "error" | "warning";
export type Role =
  | "entity"
  | "code"
  | "part"
  | "kind"
  | "date"
  | "year"
  | "month"
  | "day"
  | "end"
  | "end-year"
  | "end-month"
  | "end-day"
  | "status"
  | "status-date"
  | "at-date"
  | "of-entity"
  | "source"
  | "source-url"
  | "source-date"
  | "title"
  | "text"
  | "ignore";
export type Shape = "events" | "panel" | "wide" | "wide-entities" | "intervals" | "dates" | "snapshot" | "timelinejs";
export type Order = "dmy" | "mdy" | "ymd";

/** The answers, as `docs/importing.md` lists them. */
export interface Choices {
  sheet?: string;
  header?: false | { row: number; rows?: number };
  last_row?: number;
  shape?: Shape;
  columns?: Record<string, Role>;
  dates?: { order?: Order };
  snapshot_date?: string;
  status?: string;
  before?: string;
  statuses?: { id?: string; label?: string; color?: string; values: string[] }[];
  ends?: string[];
  ignored?: string[];
  classes?: { from: number; status: string | null }[];
  places?: Record<string, string | boolean | null>;
  conflicts?: "first" | "last";
  source?: { title: string; url?: string; date?: string };
  title?: string;
  lang?: string;
  grid?: string;
}

/** The change of the choices that an answer or a repair makes: object laid over object, as `merge` of `choices.js` does. */
export type Change = Choices;

export interface ValueCount {
  value: string;
  count: number;
}

export interface Suggestion {
  id: string;
  name: string;
}

/** The value of a placeholder: a number; a text, usually of the sheet; a list of texts or of messages. */
export type MessageValue = number | string | string[] | Message[];

/** A sentence of the import by its key, which `make/messages` have with `import.` before it. */
export interface Message {
  key: string;
  values: Record<string, MessageValue>;
}

export interface Report {
  file: { format: Opened["format"]; encoding: string | null; sheets: SheetInfo[] };
  sheet: string;
  header: false | { row: number; rows: number };
  /** The numbers of the first and the last row of the table, without the names of the columns; counted from 1. */
  rows: [number, number];
  shape: { id: Shape; sentence: string; words: Message; others: Shape[] };
  columns: { letter: string; name: string; role: Role; samples: string[] }[];
  dates: { order: Order | null; sentence: string; words: Message | null };
  statuses: { id: string; label: string; color: string; values: ValueCount[] }[];
  ignored: ValueCount[];
  ends: ValueCount[];
  places: {
    grid: string;
    matched: number;
    unmatched: { text: string; count: number; rows: number[]; suggestions: Suggestion[] }[];
  };
  questions: {
    id: string;
    sentence: string;
    words: Message;
    options: { label: string; words: Message; choices: Change }[];
  }[];
  findings: {
    severity: Severity;
    code: string;
    message: string;
    help: string | null;
    /** The message; the help has the same values, and `.help` behind the key. */
    words: Message;
    count: number;
    /** The first cells, such as `B7` or `row 3`. */
    cells: string[];
    repair: Change | null;
  }[];
  events: number;
  entities: number;
  /** How many entities of the sheet no date has a status for. */
  undated: number;
  first: string | null;
  last: string | null;
}

/** A cell that a finding of a report is about; row and column are counted from 0. */
export interface Mark {
  row: number;
  column: number;
  /** The place of the finding in the report. */
  finding: number;
}

/** A finding of the check of a dataset. */
export interface DatasetFinding {
  severity: Severity;
  code: string;
  /** The path in the dataset, such as `events[3].date`. */
  path: string;
  line: number | null;
  column: number | null;
  message: string;
  help: string | null;
  /** How many findings are like this one; they are not listed. */
  alike: number;
}

export interface Checked {
  /** The dataset as JSON; `null` if it has errors. */
  json: string | null;
  findings: DatasetFinding[];
}

export interface Understood extends Checked {
  report: Report;
}

/** A pair of colours, `#rrggbb`, of one status on light and dark pages. */
export interface Pair {
  light: string;
  dark: string;
}

export interface ColorReport {
  /** For each pair of neighbours in the list, and each theme: the smallest difference, and whether it suffices. */
  neighbours: {
    first: number;
    second: number;
    theme: "light" | "dark";
    /** CIEDE2000 by kind of vision. */
    differences: { vision: string; difference: number }[];
    smallest: number;
    suffices: boolean;
  }[];
  /** For each colour, in the order of the list. */
  colors: {
    light: ColorUse;
    dark: ColorUse;
  }[];
  /** The least difference that suffices. */
  least: number;
}

export interface ColorUse {
  /** Contrast with the page, 1 to 21. */
  page: number;
  /** The colour of text on it, as the figure writes it, and the contrast of the two. */
  text: string;
  contrast: number;
}

/** A file by its path. */
export interface NamedFile {
  path: string;
  bytes: Uint8Array;
}

/** The views of a figure. */
export type View = "map" | "lanes" | "groups" | "table";

/** What is published. */
export interface Story {
  /** A dataset that is valid. */
  json: string;
  /** The first date that the chart shows; default: the last day. */
  date?: string;
  title?: string;
  /** A language tag; default: English. */
  lang?: string;
  /** The view at the start; default: the map, or what the dataset has in its place. */
  view?: View;
  /** The width of the column in CSS pixels, 280 to 2000; default: 680. */
  width?: number;
}

/** Loads a file of the package by its path. */
export type FileAt = (path: string) => Promise<Uint8Array>;

/** Loads the words of figures in a language; `undefined` if there are none but English. */
export type FigureWords = (lang: string) => Promise<Record<string, string> | undefined>;

/** The files of the package by name: those that `integrity.json` lists, and `integrity.json` itself. */
export type PackageFiles = { name: string; bytes: Uint8Array }[];

export interface Publication extends Story {
  /** The address of the folder on the web. */
  address: string;
  provider?: string;
  /** Who may show the page in a frame: `'self'`, `'none'`, origins. Default: everybody. */
  framedBy?: string[];
  /** The address of live data, of which the dataset is the copy. */
  live?: string;
  /** The seconds after which pages that stay open ask for the live data again, 15 to 86400; default: once a visit. */
  refresh?: number;
  package: PackageFiles;
  /** Draws an SVG as PNG with 2 pixels for a CSS pixel. It runs on the page. */
  stillPng: (svg: string) => Promise<Uint8Array> | Uint8Array;
}

export interface Snippets {
  iframe: string;
  script: string;
  wordpress: string;
  /** Only for addresses with https. */
  amp: string | null;
}

export interface Still {
  json: string;
  date?: string;
  /** In CSS pixels, 120 to 4000; default: 680. */
  width?: number;
  theme?: "light" | "dark" | "print";
  view?: "map" | "lanes" | "groups" | "history" | "years";
  compare?: string;
  start?: string;
  end?: string;
  weighted?: boolean;
  /** A language tag; default: English. */
  lang?: string;
}

/** What was taken in again. */
export interface TakenIn extends Checked {
  /** What the input was. */
  kind: "zip" | "page" | "dataset";
  /** The settings that the files tell. */
  settings: Settings;
  /** The file `make.json` of a ZIP, with what the person has chosen. */
  project: string | null;
}

/** The settings that a published page tells. */
export interface Settings {
  title?: string;
  date?: string;
  lang?: string;
  view?: View;
  address?: string;
  provider?: string;
  live?: string;
  refresh?: number;
  width?: number;
}

/** An error whose message is a sentence for readers. */
export interface CoreError extends Error {
  /**
   * `input`: the file or text is the reason. `ended`: the module ended, and a new one takes its place; the input stays
   * open. `loading`: a module did not come. `choices`: choices of a wrong form.
   */
  kind: "input" | "ended" | "loading" | "choices";
}

export interface Core {
  /** Reads an input, which then replaces the one before. Until it has been read, the one before stays. */
  open(input: Input, watch?: Watch): Promise<Opened>;
  /** Understands the open sheet with these choices. A newer call rejects the older one with an `AbortError`. */
  understand(choices: Choices, watch?: Watch): Promise<Understood>;
  /** The cells of a sheet, rows counted from 0; `to` is not included. Each row has its own number of cells. */
  rows(sheet: string, from: number, to: number): Promise<string[][]>;
  /** The cells in some rows that the findings of a report are about: of the report that these choices have. */
  marks(choices: Choices, from: number, to: number): Promise<Mark[]>;
  /** Checks a dataset, JSON or CSV. */
  check(text: string, watch?: Watch): Promise<Checked>;
  /** A dataset as CSV. Cells that spreadsheets would run as formulas are neutralised. */
  csv(json: string): Promise<string>;
  colors(pairs: Pair[]): Promise<ColorReport>;
  /** What a name may mean. An exact name comes alone; otherwise the most similar names come first. */
  places(query: string, grid: string): Promise<{ exact: boolean; suggestions: Suggestion[] }>;
  /** All files of the published folder, the page last. */
  publish(publication: Publication, watch?: Watch): Promise<NamedFile[]>;
  /** One HTML file. */
  standalone(story: Story & { package: PackageFiles }, watch?: Watch): Promise<string>;
  snippets(publication: Story & { address: string; package: PackageFiles }): Promise<Snippets>;
  still(still: Still): Promise<string>;
  /**
   * The dataset and the settings of a published ZIP, a single HTML file, or a dataset. `null`: a ZIP without a dataset, such
   * as a workbook.
   */
  takeIn(input: Blob | Uint8Array, watch?: Watch): Promise<TakenIn | null>;
  /** The settings of a published page, whose dataset is beside it. */
  settings(html: string): Promise<Settings>;
  /** Ends the work that is running. Its promises are rejected with an `AbortError`; the input stays open. */
  cancel(): void;
  /** Ends the worker for good. */
  stop(): void;
}
