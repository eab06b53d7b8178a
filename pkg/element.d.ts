/** The class of `<ban-spread>`, its events and what they carry. Defining the element is `banspread`'s work. */

/** A day as `YYYY-MM-DD`, without a time zone. */
export type Day = string;

/** What is shown, as a page can store it and restore it. */
export interface BanSpreadState {
  /** The day shown; empty before the first picture. */
  date: Day;
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
  /** A name for the kind of finding, such as `invalid-date`. */
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

/** The first picture is there. */
export interface BanSpreadReadyDetail {
  /** The day shown. */
  date: Day;
  /** What an editor should look at in the dataset, although it can be shown. */
  diagnostics: BanSpreadDiagnostic[];
}

/** What the picture shows has changed. */
export type BanSpreadChangeDetail = Omit<BanSpreadState, "selected">;

/** A history was opened or closed. */
export interface BanSpreadSelectDetail {
  /** The id of the entity, or null. */
  entity: string | null;
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
  /** Something else is shown. Cancelable: what was shown before comes back. */
  "ban-spread-change": CustomEvent<BanSpreadChangeDetail>;
  /** A history is to open or to close. Cancelable: the page shows it itself. */
  "ban-spread-select": CustomEvent<BanSpreadSelectDetail>;
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
  /** Where the engine (`banspread.wasm`) is, if not where the script looks. Set it before the first element. */
  static wasmUrl: string | URL | undefined;
  /** Where the checker's script (`banspread-checker.js`) is; its WebAssembly file lies beside it. */
  static checkerUrl: string | URL | undefined;
  /** Where the engine as plain script (`banspread-plain.js`) is, or a function that imports it. */
  static plainUrl: string | URL | (() => Promise<unknown>) | undefined;
  /** Where the checker as plain script (`banspread-checker-plain.js`) is, or a function that imports it. */
  static checkerPlainUrl: string | URL | (() => Promise<unknown>) | undefined;
  /** The folder of the message files (`messages/`), if not where the script looks. */
  static messagesUrl: string | URL | undefined;
  /** Whether every file that is loaded must have the hash that the script knows. */
  static integrity: boolean | undefined;
  /** How long a file may take to load, in milliseconds; 30,000 unless set. */
  static timeout: number;
  /** Multiplies the limits of a dataset; 1 unless set. The page stands still while a large dataset is read. */
  static limitFactor: number;

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

  /** The day shown. Years and months, such as `2020-07`, mean their first day. */
  get date(): Day;
  set date(value: string | null | undefined);

  /** The day that the date is compared with; empty for none. */
  get compare(): string;
  set compare(value: string | null | undefined);

  /**
   * Words in place of the figure's own; null for those that the attribute `words` names. A text goes to that attribute:
   * an address, or `#id` of an element whose text they are.
   */
  get words(): BanSpreadWords | null;
  set words(value: BanSpreadWords | string | null | undefined);

  /** `light`, `dark`, or `auto` to follow the page. */
  get theme(): string;
  set theme(value: string | null | undefined);

  /** `lazy`: work starts when the element comes near the window; `eager`: at once. */
  get loading(): "lazy" | "eager";
  set loading(value: string | null | undefined);

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

  /** Whether the date runs. */
  get playing(): boolean;
  set playing(value: boolean);

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
  /** Shows a step of the dataset's tour, from 0 on, or with null leaves the tour. */
  tour(step: number | null): void;
  /** Shows the history of a country, bloc or company, or with null the latest changes. */
  select(id: string | null): void;
}

declare global {
  interface GlobalEventHandlersEventMap extends BanSpreadEventMap {}
}
