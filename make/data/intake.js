/** What a person gives, as a source: files, pasted cells, addresses, and what this page has made earlier. */

/** @import {Core, Settings, TakenIn} from "../core/types.d.ts" */
/** @import {Project, Source} from "../state/types.js" */

import { SourceError, load } from "./address.js";
import { textOf } from "./archive.js";

/** @typedef {{source: Source, kept?: Partial<Project>}} Taken */

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
  const taken = isPage(bytes) ? await core.takeIn(bytes, { signal }) : null;
  return taken ? fromTaken(source, taken) : { source };
}

/**
 * What is at an address. Of a published page the dataset is taken, which is beside it. A link can name the address of a
 * stranger: from another server come no settings that send the readers of this page's figure anywhere.
 * @param {Core} core
 * @param {string} address
 * @param {AbortSignal} [signal]
 * @returns {Promise<Taken>}
 */
export async function fetchSource(core, address, signal) {
  const loaded = await load(address, signal);
  const taken = await ofAddress(core, address, loaded, signal);
  const isOwn = new URL(loaded.url).origin === globalThis.location?.origin;
  if (isOwn || !taken.kept?.publishing) return taken;
  const { address: published, width } = taken.kept.publishing;
  const publishing = chosen({ address: published, width });
  return { ...taken, kept: { ...taken.kept, publishing } };
}

/**
 * @param {Core} core
 * @param {string} address
 * @param {{url: string, bytes: Uint8Array}} loaded
 * @param {AbortSignal} [signal]
 * @returns {Promise<Taken>}
 */
async function ofAddress(core, address, { url, bytes }, signal) {
  const name = new URL(url).pathname.split("/").at(-1) || new URL(url).host;
  if (!isPage(bytes)) return intake(core, { name, bytes, address }, signal);
  const single = await intake(core, { name, bytes, address }, signal).catch(() => null);
  signal?.throwIfAborted();
  if (single) return single;
  const data = new URL(DATA, url).href;
  const { look, publishing } = chosenIn(await core.settings(textOf(bytes)));
  return {
    source: { name: DATA, bytes: (await load(data, signal)).bytes, address: data },
    kept: { look, publishing: { ...publishing, address: url } },
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
  const taken = await core.takeIn(bytes, { signal });
  return taken ? fromTaken(source, taken) : { source };
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
 * @param {Source} source
 * @param {TakenIn} taken
 * @returns {Taken}
 */
function fromTaken(source, { json, findings, settings, project }) {
  if (json === null) throw new Error(findings[0]?.message ?? source.name);
  const kept = project === null ? {} : settingsIn(project);
  const { look, publishing } = chosenIn(settings);
  return {
    source: { name: source.name, text: json },
    kept: {
      choices: kept.choices ?? {},
      look: { ...kept.look, ...look },
      publishing: { ...publishing, ...kept.publishing },
    },
  };
}

/**
 * What a person has chosen for a published page.
 * @param {Settings} settings
 * @returns {Pick<Project, "look"|"publishing">}
 */
function chosenIn({ date, lang, view, address, provider, live, refresh, width }) {
  const text = (/** @type {number|undefined} */ number) => (number === undefined ? undefined : String(number));
  const publishing = { address, provider, live, refresh: text(refresh), width: text(width) };
  return { look: chosen({ date, lang, view }), publishing: chosen(publishing) };
}

/**
 * Without what is not chosen.
 * @template {object} T
 * @param {T} values
 * @returns {Partial<T>}
 */
function chosen(values) {
  return /** @type {Partial<T>} */ (Object.fromEntries(Object.entries(values).filter(([, value]) => value)));
}

/** @param {Uint8Array} bytes */
const isArchive = ([p, k]) => p === 0x50 && k === 0x4b;

/** Whether a file is a page with a figure. @param {Uint8Array} bytes */
function isPage(bytes) {
  const start = textOf(bytes.subarray(0, 1000)).trimStart().toLowerCase();
  return (start.startsWith("<!doctype") || start.startsWith("<html")) && textOf(bytes).includes("<ban-spread");
}
