/** Takes in what was published: an archive, a page, a dataset. */

import { bytesOf } from "./bytes.js";
import { Fault } from "./faults.js";
import { filesOf } from "./zip.js";

/** @typedef {import("../core/types.d.ts").TakenIn} TakenIn */
/** @typedef {TakenIn["settings"]} Settings */
/** @typedef {{ kind: TakenIn["kind"], text: string, settings: Settings, project: string | null }} Found */

/**
 * The dataset as text, and the settings. `null` for an archive without a dataset, such as a workbook.
 * @param {Blob | Uint8Array | ArrayBuffer | string} input
 * @param {import("./modules.js").Tell} tell
 * @returns {Promise<Found | null>}
 */
export async function takenIn(input, tell) {
  if (typeof input === "string") return ofText(input);
  const bytes = await bytesOf(input, tell);
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isArchive ? ofArchive(bytes) : ofText(new TextDecoder().decode(bytes));
}

/** @param {Uint8Array} bytes @returns {Promise<Found | null>} */
async function ofArchive(bytes) {
  const files = listed(bytes);
  if (!files) return null;
  // An archive can have the files in a folder.
  const data = [...files.keys()]
    .filter((path) => /(^|\/)data\.json$/.test(path))
    .sort((a, b) => a.length - b.length)[0];
  if (data === undefined) return null;
  const beside = async (/** @type {string} */ name) => {
    const file = files.get(data.replace(/data\.json$/, name));
    return file ? new TextDecoder().decode(await file()) : null;
  };
  const [text, page, project] = [await beside("data.json"), await beside("index.html"), await beside("make.json")];
  return { kind: "zip", text: text ?? "", settings: page === null ? {} : settingsOf(page), project };
}

/** The files of an archive; nothing if it has another form: the reader of workbooks knows more of them. @param {Uint8Array} bytes */
function listed(bytes) {
  try {
    return filesOf(bytes);
  } catch {
    return null;
  }
}

/** @param {string} text @returns {Found} */
function ofText(text) {
  if (!/^\s*</.test(text)) return { kind: "dataset", text, settings: {}, project: null };
  const data = between(text, '<script type="application/json" id="events">\n', "\n</script>");
  if (data === null) {
    throw new Fault(
      "input",
      "The page contains no dataset: choose a single file, a ZIP, or the data.json beside the page.",
    );
  }
  return { kind: "page", text: data, settings: settingsOf(text), project: null };
}

/**
 * What is between two texts, in time that grows with the text; null without one of them.
 * @param {string} text
 * @param {string} before
 * @param {string} after
 */
function between(text, before, after) {
  const start = text.indexOf(before) + before.length;
  const end = text.indexOf(after, start);
  return start < before.length || end < 0 ? null : text.slice(start, end);
}

/** The settings in a page of the publication, whose form is that of `src/publish/templates/`. @param {string} html */
export function settingsOf(html) {
  const found = (/** @type {RegExp} */ pattern) => {
    const text = pattern.exec(html)?.[1];
    return text === undefined ? undefined : unescaped(text);
  };
  const lang = found(/<html lang="([^"]*)"/);
  const refresh = found(/<ban-spread src="[^"]*" fallback-src="[^"]*" refresh="(\d+)"/);
  const width = found(/<img src="figure\.svg" width="(\d+)"/) ?? found(/<svg width="(\d+)"/);
  /** @type {Settings} */
  const settings = {
    title: found(/<title>([^<]*)<\/title>/),
    date: found(/<ban-spread[^<>]* date="([^"]*)"/),
    view: /** @type {Settings["view"]} */ (found(/<ban-spread[^<>]* view="(map|lanes|groups|table)"/)),
    // English is what a page has without a choice.
    lang: lang === "en" ? undefined : lang,
    address: found(/<link rel="canonical" href="([^"]*)"/),
    provider: found(/<meta property="og:site_name" content="([^"]*)"/),
    live: found(/<ban-spread src="([^"]*)" fallback-src=/),
    refresh: refresh === undefined ? undefined : Number(refresh),
    width: width === undefined ? undefined : Number(width),
  };
  return /** @type {Settings} */ (
    Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined))
  );
}

/** @type {Record<string, string>} */
const LETTERS = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** @param {string} text */
function unescaped(text) {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => LETTERS[name]);
}
