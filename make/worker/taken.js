/** Takes in what was published: an archive, a page, a dataset. */

import { bytesOf } from "./bytes.js";
import { Fault } from "./faults.js";
import { filesOf } from "./zip.js";

/** @typedef {import("../core/types.d.ts").TakenIn} TakenIn */
/** @typedef {TakenIn["settings"]} Settings */
/** @typedef {{ kind: TakenIn["kind"], text: string, settings: Settings }} Found */

/**
 * The dataset as text, and the settings.
 * @param {Blob | Uint8Array | ArrayBuffer | string} input
 * @param {import("./modules.js").Tell} tell
 * @returns {Promise<Found>}
 */
export async function takenIn(input, tell) {
  if (typeof input === "string") return ofText(input);
  const bytes = await bytesOf(input, tell);
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isArchive ? ofArchive(bytes) : ofText(new TextDecoder().decode(bytes));
}

/** @param {Uint8Array} bytes @returns {Promise<Found>} */
async function ofArchive(bytes) {
  const files = filesOf(bytes);
  // An archive can have the files in a folder.
  const data = [...files.keys()]
    .filter((path) => /(^|\/)data\.json$/.test(path))
    .sort((a, b) => a.length - b.length)[0];
  if (data === undefined) {
    throw new Fault("input", "The archive has no data.json: choose one that this page or the command has made.");
  }
  const read = async (/** @type {string} */ path) => new TextDecoder().decode(await files.get(path)?.());
  const page = data.replace(/data\.json$/, "index.html");
  return { kind: "zip", text: await read(data), settings: files.has(page) ? settingsOf(await read(page)) : {} };
}

/** @param {string} text @returns {Found} */
function ofText(text) {
  if (!/^\s*</.test(text)) return { kind: "dataset", text, settings: {} };
  const data = /<script type="application\/json" id="events">\n([^]*?)\n<\/script>/.exec(text)?.[1];
  if (data === undefined) {
    throw new Fault(
      "input",
      "The page contains no dataset: choose a single file, a ZIP, or the data.json beside the page.",
    );
  }
  return { kind: "page", text: data, settings: settingsOf(text) };
}

/** The settings in a page of the publication, whose form is that of `src/publish/templates/`. @param {string} html */
function settingsOf(html) {
  const found = (/** @type {RegExp} */ pattern) => {
    const text = pattern.exec(html)?.[1];
    return text === undefined ? undefined : unescaped(text);
  };
  const lang = found(/<html lang="([^"]*)"/);
  const width = found(/<img src="figure\.svg" width="(\d+)"/) ?? found(/<svg width="(\d+)"/);
  /** @type {Settings} */
  const settings = {
    title: found(/<title>([^<]*)<\/title>/),
    date: found(/<ban-spread[^>]* date="([^"]*)"/),
    // English is what a page has without a choice.
    lang: lang === "en" ? undefined : lang,
    address: found(/<link rel="canonical" href="([^"]*)"/),
    provider: found(/<meta property="og:site_name" content="([^"]*)"/),
    live: found(/<ban-spread src="([^"]*)" fallback-src=/),
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
