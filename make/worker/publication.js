/** Publishes: what the command `publish` writes, in memory. */

import { messagesFor } from "../../www/i18n/locale.js";
import { Fault } from "./faults.js";
import { importer, publisher } from "./modules.js";

/** @typedef {import("./modules.js").Tell} Tell */
/** @typedef {import("../core/types.d.ts").PackageFiles} PackageFiles */
/** @typedef {import("../core/types.d.ts").Story & { package: PackageFiles }} Subject */
/** @typedef {typeof import("banspread-publisher")} Publisher */
/** @typedef {import("banspread-publisher").Shelf} Shelf */

const LIST = "integrity.json";

/**
 * All files. Of a PNG comes the SVG that the page draws.
 * @param {Subject} subject
 * @param {Tell} tell
 */
export function publish(subject, tell) {
  return withShelf(subject, tell, ({ publish }, json, options, shelf) =>
    publish(json, options, shelf).map(([path, content]) =>
      typeof content === "string" ? { path, svg: content } : { path, bytes: content },
    ),
  );
}

/**
 * @param {Subject} subject
 * @param {Tell} tell
 */
export function standalone(subject, tell) {
  return withShelf(subject, tell, ({ standalone }, json, options, shelf) => standalone(json, options, shelf));
}

/**
 * @param {Subject} subject
 * @param {Tell} tell
 */
export function snippets(subject, tell) {
  return withShelf(subject, tell, ({ snippets }, json, options, shelf) => {
    const [iframe, script, wordpress, amp] = snippets(json, options, shelf);
    return { iframe, script, wordpress, amp: amp ?? null };
  });
}

/**
 * @param {import("../core/types.d.ts").Still} still
 * @param {Tell} tell
 */
export async function still({ json, ...options }, tell) {
  return (await publisher(tell)).still(json, spoken(options));
}

/**
 * Options with the texts of the pictures, if the caller has the words of the language. The rest of the texts are what
 * browsers know about it, as in the live figure.
 * @param {{ lang?: string, words?: Record<string, string> }} options
 */
function spoken({ words, ...options }) {
  if (!words || !options.lang) return options;
  return { ...options, messages: [...Object.entries(words), ...messagesFor(options.lang)] };
}

/**
 * @template T
 * @param {Subject} subject
 * @param {Tell} tell
 * @param {(publisher: Publisher, json: string, options: object, shelf: Shelf) => T} make
 */
async function withShelf({ json, package: files, ...options }, tell, make) {
  const [module, { rewritten }] = [await publisher(tell), await importer(tell)];
  tell({ stage: "publishing", done: 0, total: null });
  const shelf = shelfOf(module, files);
  try {
    return make(module, rewritten(json), spoken(options), shelf);
  } finally {
    shelf.free();
  }
}

/**
 * @param {Publisher} publisher
 * @param {PackageFiles} files
 */
function shelfOf({ Shelf }, files) {
  const list = files.find(({ name }) => name === LIST);
  if (!list) throw new Fault("loading", `The package has no ${LIST}.`);
  const shelf = new Shelf(list.bytes);
  for (const { name, bytes } of files) if (name !== LIST) shelf.add(name, bytes);
  return shelf;
}
