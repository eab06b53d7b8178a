/** The class of `<ban-spread>`, its events and what they carry. Defining the element is `banspread`'s work. */

/** A day as `YYYY-MM-DD`, without a time zone. */
export type Day = string;

/** What is shown, as a page can store it and restore it. */
export interface BanSpreadState {
  /** The day shown; null before the first picture. */
  date: Day | null;
  /** The day that it is compared with. */
  compare: Day | null;
  /** The id of the only status that is shown. */
  filter: string | null;
  /** The id of the country (`"GB"`), bloc or company whose history is open. */
  selected: string | null;
  /** The step of the dataset's tour, from 0 on. */
  step: number | null;
  /** Whether the date runs. */
  playing: boolean;
}

/** What a reader of a dataset should know, or what is wrong with it. */
export interface BanSpreadDiagnostic {
  severity: "error" | "warning";
  /** A name for the kind of finding, such as `no-date`. */
  code: string;
  /** The place in the dataset, such as `events[3].date`. */
  path: string;
  /** Counted from 1; null where the place is no line. */
  line?: number | null;
  /** In characters, counted from 1. */
  column?: number | null;
  message: string;
  /** What would be right. */
  help?: string | null;
}

/** What is shown or, before a change, what is going to be shown. */
export interface BanSpreadStateDetail extends BanSpreadState {
  date: Day;
}

/** What the first picture shows. */
export interface BanSpreadReadyDetail extends BanSpreadStateDetail {
  /** What an editor should look at in the dataset, although it can be shown. */
  diagnostics: BanSpreadDiagnostic[];
}

/** What failed. */
export type BanSpreadErrorCode =
  | "engine-load"
  | "dataset-load"
  | "invalid-dataset"
  | "engine-fault"
  | "bad-date"
  | "words-load"
  | "bad-words";

/** Why something could not be loaded. */
export type BanSpreadErrorCause =
  | "not-found"
  | "unreachable"
  | "policy"
  | "type"
  | "damaged"
  | "timeout"
  | "forbidden";

/** Something failed; what was shown before stays where it can. */
export interface BanSpreadErrorDetail {
  code: BanSpreadErrorCode;
  /** Why, where something could not be loaded; else null. */
  cause: BanSpreadErrorCause | null;
  /** A sentence that says what to change. */
  message: string;
  /** All findings in a dataset that is not valid, or in words that cannot be used. */
  diagnostics: BanSpreadDiagnostic[];
}

/** Words in place of the figure's own, in the form of a message file: see docs/languages.md. */
export interface BanSpreadWords {
  /** The language that the figure speaks with them; without it they replace single words of any language. */
  lang?: string;
  /** Texts by key, such as `play`. */
  words?: Record<string, string>;
  /** What the built-in dataset says, in that language. */
  dataset?: object | null;
}

/** The events of the element. They bubble and leave shadow roots. */
export interface BanSpreadEventMap {
  /** The first picture is there, or one after a failure. */
  "ban-spread-ready": CustomEvent<BanSpreadReadyDetail>;
  /** Something else is going to be shown. Cancelable: it is not, and playback stops. */
  "ban-spread-beforechange": CustomEvent<BanSpreadStateDetail>;
  /** A history is going to open or to close. Cancelable: it does not, and the page can show its own. */
  "ban-spread-select": CustomEvent<BanSpreadStateDetail>;
  /** Something else is shown, also while a reader drags or the date runs. */
  "ban-spread-input": CustomEvent<BanSpreadStateDetail>;
  /** What is shown has come to rest, and is not what it was. */
  "ban-spread-change": CustomEvent<BanSpreadStateDetail>;
  /** Something failed. Cancelable: no line is shown to readers. */
  "ban-spread-error": CustomEvent<BanSpreadErrorDetail>;
}

/**
 * A tile map and timeline of decisions that spread from place to place.
 *
 * Its children stand in until the first good picture, and whenever there can be none.
 */
export class BanSpreadElement extends HTMLElement {
  /** Names of the attributes that the element follows. */
  static observedAttributes: string[];
  /** The folder of the package's files, if they are not beside the script. Set it before the first element. */
  static assetsUrl: string | URL | undefined;
  /** Where the engine (`banspread.wasm`) is, for bundlers that give each file an address of its own. */
  static wasmUrl: string | URL | undefined;
  /** Whether every file that is loaded must have the hash that the script knows. */
  static integrity: boolean | undefined;
  /** How long a file may take to load, in milliseconds; 30,000 unless set. */
  static timeout: number;
  /** Multiplies the limits of a dataset; 1 unless set. The page stands still while a large dataset is read. */
  static limitFactor: number;

  /**
   * Registers the class under a name, once. A class has one name only: another name is for a class that extends this one.
   * Throws what the browser throws where the name or the class is taken. Does nothing on a server.
   */
  static define<Class extends typeof BanSpreadElement>(this: Class, tag?: string): Class;

  /** Resolves with the element after its first good picture. Never rejects: failures are `ban-spread-error`. */
  readonly ready: Promise<this>;

  /** Address of a dataset (CSV or JSON), or `#id` of an element whose text is one; empty for the built-in one. */
  get src(): string;
  set src(value: string | null | undefined);

  /**
   * A dataset itself: text of JSON or CSV, or an object of the JSON format; null for the one that `src` names. An
   * object is read when it is set: set it again after a change.
   */
  get data(): string | object | null;
  set data(value: string | object | null | undefined);

  /**
   * The day shown; before the first picture what the attribute says, or null. Years and months, such as `2020-07`, mean
   * their first day. To set null changes nothing.
   */
  get date(): Day | null;
  set date(value: string | null | undefined);

  /** The day that the date is compared with; null for none. */
  get compare(): Day | null;
  set compare(value: string | null | undefined);

  /** Address of words in place of the figure's own, or `#id` of an element whose text they are; empty for none. */
  get wordsSrc(): string;
  set wordsSrc(value: string | null | undefined);

  /** The words themselves; null for those that `wordsSrc` names. */
  get words(): BanSpreadWords | null;
  set words(value: BanSpreadWords | null | undefined);

  /** `light`, `dark`, or `auto` to follow the page. */
  get theme(): "auto" | "light" | "dark";
  set theme(value: string | null | undefined);

  /** `lazy`: work starts when the element comes near the window; `eager`: at once. */
  get loading(): "lazy" | "eager";
  set loading(value: string | null | undefined);

  /**
   * Who gets cookies with the requests for dataset and words. null and `anonymous`: the page's own origin, as with module
   * scripts. `use-credentials`: every origin.
   */
  get crossOrigin(): "anonymous" | "use-credentials" | null;
  set crossOrigin(value: string | null | undefined);

  /** `script`: plain script without trying WebAssembly; `auto`: plain script only where WebAssembly is forbidden. */
  get engine(): "auto" | "script";
  set engine(value: string | null | undefined);

  /** The id of the only status that is shown, or null. */
  get filter(): string | null;
  set filter(value: string | null | undefined);

  /** The id of the country, bloc or company whose history is open, or null. */
  get selected(): string | null;
  set selected(value: string | null | undefined);

  /** The step of the dataset's tour that is shown, from 0 on, or null. */
  get step(): number | null;
  set step(value: number | null | undefined);

  /** Whether the date runs. `play()` and `pause()` change it. */
  readonly playing: boolean;

  /** Everything that is shown; setting any part of it changes that part. */
  get state(): BanSpreadState;
  set state(value: Partial<BanSpreadState>);

  /** Lets the date run. */
  play(): void;
  /** Lets the date stand. */
  pause(): void;
  /** Goes to the next change. */
  next(): void;
  /** Goes to the previous change. */
  previous(): void;
}

declare global {
  interface GlobalEventHandlersEventMap extends BanSpreadEventMap {}
}
