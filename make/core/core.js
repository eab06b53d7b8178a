/**
 * The client of the worker in which the import, the check and the publication run.
 *
 * The worker can end at any time: if a module traps, or if work is cancelled. The next call starts a new one, which reads
 * the open input again, so that a page loses nothing.
 */

import { Line } from "./line.js";
import { blobOf } from "./input.js";

/** @typedef {import("./types.d.ts").Core} Core */
/** @typedef {import("./types.d.ts").Watch} Watch */
/** @typedef {import("./types.d.ts").NamedFile} NamedFile */
/** @typedef {import("./types.d.ts").FigureWords} FigureWords */

/**
 * Starts the core. Modules are loaded when they are first needed.
 * @param {object} options
 * @param {() => Worker} options.start  starts the worker
 * @param {(bytes: Blob | Uint8Array | ArrayBuffer) => Blob | Uint8Array | ArrayBuffer} [options.forWorker]  makes of the bytes of a file what the worker gets
 * @param {FigureWords} [options.words]  loads the words of figures. Without it, pictures are in English
 * @returns {Core}
 */
export function startCore({ start, forWorker = blobOf, words }) {
  const line = new Line(start);
  /** What is to be drawn, with the words of its language. @type {<T extends { lang?: string }>(drawn: T) => Promise<T>} */
  const spoken = async (drawn) => ({ ...drawn, ...(drawn.lang && words && { words: await words(drawn.lang) }) });

  /** @type {(task: string, argument: unknown, watch?: Watch) => Promise<any>} */
  const ask = (task, argument, watch) => line.ask(task, argument, watch);
  /** A task about the open input. @type {(task: string, argument: object, watch?: Watch) => Promise<any>} */
  const askOpen = (task, argument, watch) => line.ask(task, argument, watch, true);

  return {
    async open(input, watch) {
      return ask("open", { ...input, ...(input.bytes && { bytes: forWorker(input.bytes) }) }, watch);
    },
    async understand(choices, watch) {
      line.replace("understand");
      const { report, json, findings } = await askOpen("understand", { choices }, watch);
      return { report: JSON.parse(report), json, findings };
    },
    rows: (sheet, from, to) => askOpen("rows", { sheet, from, to }),
    marks: (choices, from, to) => askOpen("marks", { choices, from, to }),
    check: (text, watch) => ask("check", text, watch),
    csv: (json) => ask("csv", json),
    colors: (pairs) => ask("colors", pairs),
    places: (query, grid) => ask("places", { query, grid }),
    async publish({ stillPng, ...publication }, watch) {
      /** @type {(NamedFile & { svg?: string })[]} */
      const files = await ask("publish", await spoken(publication), watch);
      for (const file of files) {
        if (file.svg !== undefined) file.bytes = await stillPng(file.svg);
        delete file.svg;
        watch?.signal?.throwIfAborted();
      }
      return files;
    },
    standalone: async (story, watch) => ask("standalone", await spoken(story), watch),
    snippets: async (publication) => ask("snippets", await spoken(publication)),
    still: async (still) => ask("still", await spoken(still)),
    takeIn: (input, watch) => ask("takeIn", forWorker(input), watch),
    settings: (html) => ask("settings", html),
    cancel: () => line.cancel(),
    stop: () => line.stop(),
  };
}
