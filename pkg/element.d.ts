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
  /** Whether statuses are left out that rest only on statements, contracts or inferences. */
  firm: boolean;
  /** The id of the country (`"GB"`), bloc or company whose history is open. */
  selected: string | null;
  /** The step of the dataset's tour, from 0 on. */
  step: number | null;
  /** The view. */
  view: "map" | "lanes" | "groups" | "table";
  /** Whether the figure counts the weights of entities, such as people, instead of entities. */
  weighted: boolean;
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

/** What is shown or, before a change, what is going to be shown. */
export interface BanSpreadStateDetail extends BanSpreadState {
  date: Day;
}

/** What the first picture shows. */
export interface BanSpreadReadyDetail extends BanSpreadStateDetail {
  /** What an editor should look at in the dataset, although it can be shown. */
  diagnostics: BanSpreadDiagnostic[];
}

/** What has been fetched again. */
export interface BanSpreadRefreshDetail {
  /** Whether newer data is shown. If not, it is the same as before a failure. */
  changed: boolean;
  /** What an editor should look at in it, although it can be shown. */
  diagnostics: BanSpreadDiagnostic[];
}

/** What failed. */
export type BanSpreadErrorCode =
  | "engine-load"
  | "dataset-load"
  | "dataset-refresh"
  | "invalid-dataset"
  | "engine-fault"
  | "invalid-date"
  | "messages-load"
  | "invalid-words"
  | "supplement-load";

/** Why something could not be loaded. */
export type BanSpreadErrorCause =
  | "not-found"
  | "unreachable"
  | "policy"
  | "type"
  | "damaged"
  | "timeout"
  | "forbidden"
  | "invalid"
  | "shrunken";

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
  // events: from custom-elements.json
  /** The first picture is shown, or the first picture after a failure. `diagnostics`: warnings about a CSV file. */
  "ban-spread-ready": CustomEvent<BanSpreadReadyDetail>;
  /**
   * Something else is going to be shown: once before each change. Cancelable: the figure does not change, and playback
   * stops.
   */
  "ban-spread-beforechange": CustomEvent<BanSpreadStateDetail>;
  /**
   * A history is going to open or to close, after `beforechange`. Cancelable: it does not, and the page can show its
   * own; the rest of the change is shown.
   */
  "ban-spread-select": CustomEvent<BanSpreadStateDetail>;
  /** Something else is shown: once after each change, also while a reader drags or playback runs. */
  "ban-spread-input": CustomEvent<BanSpreadStateDetail>;
  /** What is shown has come to rest, and is not what it was: a drag or a playback is one change. */
  "ban-spread-change": CustomEvent<BanSpreadStateDetail>;
  /**
   * `src` has been fetched again: newer data is shown (`changed`), or it is the same after a failure. Data that is the
   * same after a success causes no event.
   */
  "ban-spread-refresh": CustomEvent<BanSpreadRefreshDetail>;
  /** Something failed. Cancelable: readers see no message. */
  "ban-spread-error": CustomEvent<BanSpreadErrorDetail>;
  // events: end
}

/**
 * A tile map and timeline of decisions that spread from place to place.
 *
 * Its children are the fallback: they are shown until the first picture, and whenever no picture can be shown.
 */
export class BanSpreadElement extends HTMLElement {
  /** Names of the attributes that the element follows. */
  static observedAttributes: string[];
  // members: from custom-elements.json
  /**
   * Address of the folder of the package's files, if they are not beside the script. A query of the address, such as
   * `?v=2`, is that of each file.
   */
  static assetsUrl: string | URL | undefined;

  /** Address of `banspread.wasm` alone, for bundlers that give each file an address of its own. */
  static wasmUrl: string | URL | undefined;

  /**
   * `true`: every file must have the hash of this build. `false`: no file is checked. Unset: files are checked if the
   * script tag has an `integrity` attribute, or if there is no script tag.
   */
  static integrity: boolean | undefined;

  /** Time for loading a file, in milliseconds; 0: no limit. */
  static timeout: number;

  /**
   * Multiplies the limits of a dataset, but not the number of findings; `Infinity`: none of these limits. The page
   * stands still while a large dataset is read.
   */
  static limitFactor: number;

  /**
   * Registers the class under a name, once. A class has one name only: another name is for a class that extends this
   * one. Throws what the browser throws where the name or the class is taken. Does nothing on a server.
   */
  static define<Class extends typeof BanSpreadElement>(this: Class, tag?: string): Class;

  /** Resolves with the element after the first picture, and never rejects. */
  readonly ready: Promise<this>;

  /** The attribute as it is written; empty for none. */
  get src(): string;
  set src(value: string | null | undefined);

  /** The attribute as it is written; empty for none. */
  get fallbackSrc(): string;
  set fallbackSrc(value: string | null | undefined);

  /** The attribute as a number; 0 for none and for a value that is no number. */
  get refresh(): number;
  set refresh(value: number | null);

  /**
   * A dataset: text (JSON or CSV) or an object; null for the dataset that `src` names. An object is read when it is
   * set: set it again after a change.
   */
  get data(): string | object | null;
  set data(value: string | object | null | undefined);

  /** The day shown; before the first picture what the attribute says. Setting null changes nothing. */
  get date(): Day | null;
  set date(value: Day | null | undefined);

  /** The day with which the date is compared, or null. */
  get compare(): Day | null;
  set compare(value: Day | null | undefined);

  /** The attribute as it is written; empty for none. */
  get start(): string;
  set start(value: string | null | undefined);

  /** The attribute as it is written; empty for none. */
  get end(): string;
  set end(value: string | null | undefined);

  /** Id of the only status that is shown, or null. */
  get filter(): string | null;
  set filter(value: string | null | undefined);

  /** Id of the entity whose history is open, such as `"GB"`, or null. */
  get selected(): string | null;
  set selected(value: string | null | undefined);

  /** The step of the tour, counted from 0, or null. */
  get step(): number | null;
  set step(value: number | null | undefined);

  /**
   * The view. `lanes` has a row for each entity, with its statuses over time. `groups` are the entities that are not on
   * the map, such as companies and blocs. Before the first picture what the attribute says.
   */
  get view(): "map" | "lanes" | "groups" | "table";
  set view(value: "map" | "lanes" | "groups" | "table" | null | undefined);

  /**
   * Whether the figure counts the weights of entities, such as people, instead of entities. Before the first picture
   * what the attribute says.
   */
  get weighted(): boolean;
  set weighted(value: boolean | null | undefined);

  /** Whether playback is running. `play()` and `pause()` change it. */
  readonly playing: boolean;

  /** What is shown, as JSON. Any part of it can be set; the rest stays. */
  get state(): BanSpreadState;
  set state(value: Partial<BanSpreadState>);

  /** The attribute as it is written; empty for none. */
  get wordsSrc(): string;
  set wordsSrc(value: string | null | undefined);

  /** Words that replace the figure's own; null for those that `wordsSrc` names. */
  get words(): BanSpreadWords | null;
  set words(value: BanSpreadWords | null | undefined);

  /** The attribute; `auto` for any other value. */
  get theme(): "auto" | "light" | "dark";
  set theme(value: string | null | undefined);

  /** Whether the element has the attribute. */
  get patterns(): boolean;
  set patterns(value: boolean);

  /** The attribute; `2` for any other value. */
  get headingLevel(): "1" | "2" | "3" | "4" | "5" | "6";
  set headingLevel(value: string | null | undefined);

  /** The attribute; `lazy` for any other value. */
  get loading(): "lazy" | "eager";
  set loading(value: string | null | undefined);

  /** The attribute; `anonymous` for any other value, null without it. */
  get crossOrigin(): "anonymous" | "use-credentials" | null;
  set crossOrigin(value: string | null | undefined);

  /** The attribute; `auto` for any other value. */
  get engine(): "auto" | "script";
  set engine(value: string | null | undefined);

  /** Starts playback. */
  play(): void;

  /** Stops playback. */
  pause(): void;

  /** Goes to the next change. */
  next(): void;

  /** Goes to the previous change. */
  previous(): void;
  // members: end
}

declare global {
  interface GlobalEventHandlersEventMap extends BanSpreadEventMap {}
}
