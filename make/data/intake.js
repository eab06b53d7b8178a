/** What a person gives, as a source: files, pasted cells, addresses, and what this page has made earlier. */

/** @import {Core, TakenIn} from "../core/types.d.ts" */
/** @import {Project, Source} from "../state/types.js" */

import { SourceError, load } from "./address.js";
import { filesOf, textOf } from "./archive.js";

/** @typedef {{source: Source, kept?: Partial<Project>}} Taken */

/** The name of the file in a published folder with what the person has chosen. */
export const SETTINGS = "make.json";
/** The file of a published folder that has the dataset. */
const DATA = "data.json";

/**
 * A file, as a new source. Pages and folders that were published are taken in with their settings.
 * @param {Core} core
 * @param {Source} source
 * @param {AbortSignal} [signal]
 * @returns {Promise<Taken>}
 */
export async function intake(core, source, signal) {
  const { bytes } = source;
  if (!bytes) return { source };
  if (isArchive(bytes)) return fromArchive(core, source, bytes, signal);
  if (isPage(bytes)) return fromPage(core, source, bytes, signal);
  return { source };
}

/**
 * What is at an address. Of a published page the dataset is taken, which is beside it.
 * @param {Core} core
 * @param {string} address
 * @param {AbortSignal} [signal]
 * @returns {Promise<Taken>}
 */
export async function fetchSource(core, address, signal) {
  const { url, bytes } = await load(address, signal);
  const name = new URL(url).pathname.split("/").at(-1) || new URL(url).host;
  if (!isPage(bytes)) return intake(core, { name, bytes, address }, signal);
  const single = await intake(core, { name, bytes, address }, signal).catch(() => null);
  signal?.throwIfAborted();
  if (single) return single;
  const data = new URL(DATA, url).href;
  return {
    source: { name: DATA, bytes: (await load(data, signal)).bytes, address: data },
    kept: { publishing: { address: url } },
  };
}

/**
 * A ZIP: a published folder, or a workbook, which is a ZIP as well.
 * @param {Core} core
 * @param {Source} source
 * @param {Uint8Array} bytes
 * @param {AbortSignal} [signal]
 * @returns {Promise<Taken>}
 */
async function fromArchive(core, source, bytes, signal) {
  const files = filesOf(bytes, (path) => [DATA, SETTINGS].includes(nameOf(path)));
  if (!files.some(({ path }) => nameOf(path) === DATA)) return { source };
  const taken = await core.takeIn(bytes, { signal });
  const settings = files.find(({ path }) => nameOf(path) === SETTINGS);
  return fromTaken(source, taken, settings && settingsIn(textOf(settings.bytes)));
}

/**
 * What the file of settings has. Strangers can have written it.
 * @param {string} text
 * @returns {Partial<Project>}
 */
function settingsIn(text) {
  const kept = parsed(text);
  if (!isProject(kept)) throw new SourceError({ key: "settings_wrong" });
  return kept;
}

/** Whether the parts of a project have the forms on which the page relies. The import checks choices. @param {any} kept */
function isProject(kept) {
  if (!isObject(kept)) return false;
  const { choices = {}, look = {}, publishing = {} } = kept;
  if (![choices, look, publishing].every(isObject)) return false;
  const { order = [], tour = [], statuses = {}, ...texts } = look;
  const areObjects = isObject(statuses) && isList(tour) && [...Object.values(statuses), ...tour].every(isObject);
  return areObjects && isList(order) && [order, texts, publishing].every(areTexts);
}

/** @param {string} text @returns {any} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const isList = Array.isArray;

/** @param {object} values */
const areTexts = (values) => Object.values(values).every((value) => typeof value === "string");

/** @param {unknown} value */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * @param {Core} core
 * @param {Source} source
 * @param {Uint8Array} bytes
 * @param {AbortSignal} [signal]
 * @returns {Promise<Taken>}
 */
async function fromPage(core, source, bytes, signal) {
  return fromTaken(source, await core.takeIn(bytes, { signal }), {});
}

/**
 * @param {Source} source
 * @param {TakenIn} taken
 * @param {Partial<Project>} [kept]  what the file of settings has
 * @returns {Taken}
 */
function fromTaken(source, { json, findings, settings }, kept = {}) {
  if (json === null) throw new Error(findings[0]?.message ?? source.name);
  const { date, lang, address, provider, live, width } = settings;
  const look = { ...kept.look, ...(date && { date }), ...(lang && { lang }) };
  const typed = { address, provider, live, width: width && String(width) };
  const told = Object.fromEntries(Object.entries(typed).filter(([, value]) => value));
  return {
    source: { name: source.name, text: json },
    kept: { choices: kept.choices ?? {}, look, publishing: { ...told, ...kept.publishing } },
  };
}

/** @param {string} path */
const nameOf = (path) => path.split("/").at(-1) ?? "";

/** @param {Uint8Array} bytes */
const isArchive = ([p, k]) => p === 0x50 && k === 0x4b;

/** Whether a file is a page with a figure. @param {Uint8Array} bytes */
function isPage(bytes) {
  const start = textOf(bytes.subarray(0, 1000)).trimStart().toLowerCase();
  return (start.startsWith("<!doctype") || start.startsWith("<html")) && textOf(bytes).includes("<ban-spread");
}
