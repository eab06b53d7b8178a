/** What the scripts of `www` use that no file of `www` defines: modules and constants that the build supplies. */

type Place<T> = import("./loading/place.js").Place<T>;
type Checker = import("./types.js").Checker;
type Supplement = import("./types.js").Supplement;
/** What `setTimeout` returns: an object in Node, where unit tests run. 0 stands for none. */
type Timer = number | ReturnType<typeof setTimeout>;

/** A module of the core as plain script. */
interface PlainEngine {
  default: () => void;
  Engine: import("./types.js").EngineClass;
}

interface PlainChecker {
  default: () => void;
  check: Checker["check"];
}

/** A file of `www/loading/assets/`, which differs by form of the package. */
declare module "banspread-assets" {
  /** Of the script; undefined where a bundler or the page decides it. */
  export const address: string | undefined;
  export const engine: Place<ArrayBuffer>;
  export const places: Place<string>;
  export const data: Place<string>;
  export const checker: Place<Checker> | undefined;
  /** Of the checker, where its script does not hold it. */
  export const checkerModule: URL | undefined;
  /** Of the list of the hashes that the script does not contain. */
  export const hashes: URL | undefined;
  export const supplement: Place<Supplement>;
  export const plain: { engine?: Place<PlainEngine>; checker?: Place<PlainChecker> };
  export const messages: (lang: string) => Place<{ default: import("./i18n/language.js").Message }> | undefined;
}

/** Fails to compile where a file of `www/loading/assets/` does not export what the declaration promises. */
type Fits<T extends typeof import("banspread-assets")> = T;
type Assets = [
  Fits<typeof import("./loading/assets/external.js")>,
  Fits<typeof import("./loading/assets/bundled.js")>,
  Fits<typeof import("./loading/assets/inline.js")>,
];

/**
 * Fails to compile where the class is not as it is declared for pages. In scripts an accessor has one type for both
 * ways: that of `state`, also of the element that is ready, is what it takes.
 */
type AsDeclared<T extends Omit<import("../pkg/element.js").BanSpreadElement, "state" | "ready">> = T;
type PublicElement = AsDeclared<import("./element/ban-spread-element.js").BanSpreadElement>;
type StaticsAsDeclared<T extends Omit<typeof import("../pkg/element.js").BanSpreadElement, "prototype">> = T;
type PublicClass = StaticsAsDeclared<typeof import("./element/ban-spread-element.js").BanSpreadElement>;

/** The glue of wasm-bindgen. */
declare module "banspread-engine" {
  export const Engine: import("./types.js").EngineClass;
  const init: (input: { module_or_path: WebAssembly.Module }) => Promise<unknown>;
  export default init;
}

declare module "banspread-checker" {
  export const check: Checker["check"];
  const init: Checker["default"];
  export default init;
}

/** Files of data as scripts. */
declare module "banspread-places" {
  const text: string;
  export default text;
}

declare module "banspread-data" {
  const text: string;
  export default text;
}

/** Modules as text: gzip, then base64. */
declare module "banspread-packed-engine" {
  const packed: string;
  export default packed;
}

declare module "banspread-packed-checker" {
  const packed: string;
  export default packed;
}

declare module "banspread-plain" {
  export const Engine: PlainEngine["Engine"];
  const init: PlainEngine["default"];
  export default init;
}

declare module "banspread-checker-plain" {
  export const check: Checker["check"];
  const init: () => void;
  export default init;
}

declare module "banspread-supplement" {
  export const History: Supplement["History"];
  export const Share: Supplement["Share"];
  export const Sound: Supplement["Sound"];
  export const Table: Supplement["Table"];
  export const STYLES: Supplement["STYLES"];
  export const LATER: Supplement["LATER"];
  export const likeOf: Supplement["likeOf"];
  export const review: Supplement["review"];
  export const follow: Supplement["follow"];
  export const edition: Supplement["edition"];
}

/** A module that wasm2js has written. */
declare module "banspread-run" {
  const run: (imports: WebAssembly.Imports) => WebAssembly.Exports;
  export default run;
}

/** The glue of that module. */
declare module "banspread-glue" {
  export const initSync: () => unknown;
}

/** Hashes of files of the package by name, as JSON: of those that nearly every page loads, and of the list of the others. */
declare const BANSPREAD_HASHES: string;

/** Names the state of the sources of the shell. */
declare const BANSPREAD_EDITION: string;

/** Missing in Firefox and WebKitGTK. */
declare var trustedTypes:
  | {
      createPolicy(
        name: string,
        rules: { createScriptURL: (url: string) => string },
      ): { createScriptURL: (url: string) => string };
    }
  | undefined;

/** Set by the classic script. */
declare var BanSpreadElement: CustomElementConstructor;
