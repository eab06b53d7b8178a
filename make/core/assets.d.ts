/** What the build supplies to the page and to its worker. */

/** The other files of the page: beside its script, or in a single file in the page itself. */
declare module "banspread-make-assets" {
  export function startWorker(): Worker;
  /** Whether an address is that of the worker's script. */
  export function isWorker(url: string): boolean;
  /** Whether the element loads the words of other languages itself. */
  export const hasWords: boolean;
  /** What the worker gets of a file. */
  export function forWorker(bytes: Blob | Uint8Array | ArrayBuffer): Blob | Uint8Array | ArrayBuffer;
  /** A file of the package by its path. */
  export const fileAt: import("./types.d.ts").FileAt;
}

declare module "banspread-packed-*" {
  const packed: string;
  export default packed;
}

type Init = (input: { module_or_path: WebAssembly.Module }) => Promise<unknown>;

/** The hash of the list of names, in the form of an `integrity` attribute. */
declare const BANSPREAD_NAMES_HASH: string;

/** The bytes of each module, and of the list of all names of places. */
declare module "banspread-make-modules" {
  export const names: () => Promise<Response>;
  export const importer: () => Promise<Response>;
  export const publisher: () => Promise<Response>;
  export const workbooks: () => Promise<Response>;
}

declare module "banspread-importer" {
  export class Importer {
    /** `undefined` if the text is not in Unicode. */
    static read(bytes: Uint8Array, watch: (done: number) => void): Importer | undefined;
    static of_text(text: string, encoding: string, watch: (done: number) => void): Importer;
    static of_sheets(): Importer;
    add(name: string, text: string, ends: Uint32Array, rows: Uint32Array): void;
    file(): string;
    dataset(): [string | null, string] | undefined;
    understand(choices: string): [string, string | null, string];
    rows(sheet: string | undefined, from: number, to: number): string;
    marks(choices: string, from: number, to: number): string;
    free(): void;
  }
  export function check(text: string): [string | null, string];
  export function rewritten(json: string): string;
  export function csv(json: string): string;
  export function colors(list: string[]): string;
  export function places(query: string, grid: string): string;
  /** Hands over the list of all names of places. */
  export function provide(names: string): void;
  const init: Init;
  export default init;
}

declare module "banspread-workbooks" {
  export class Book {
    static read(bytes: Uint8Array): Book;
    sheets(): number;
    sheet(place: number): [string, string, Uint32Array, Uint32Array];
    free(): void;
  }
  const init: Init;
  export default init;
}

declare module "banspread-publisher" {
  export class Shelf {
    constructor(list: Uint8Array);
    add(name: string, bytes: Uint8Array): void;
    free(): void;
  }
  export function publish(json: string, options: object, shelf: Shelf): [string, Uint8Array | string][];
  export function standalone(json: string, options: object, shelf: Shelf): string;
  export function snippets(json: string, options: object, shelf: Shelf): [string, string, string, string | undefined];
  export function still(json: string, options: object): string;
  const init: Init;
  export default init;
}
