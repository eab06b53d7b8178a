/** Files that the person saves. All of them are made in the browser. */

/** @import {Core, PackageFiles, Still, Story} from "../core/types.d.ts" */
/** @import {State} from "../state/types.js" */
/** @import {Store} from "../state/store.js" */

import { archive, bytesOf } from "../data/archive.js";
import { plain } from "../data/compose.js";
import { pngOf } from "../data/picture.js";
import { failure } from "./errors.js";

/** @typedef {ReturnType<typeof saver>} Saver */

/** The file of a published folder with what the person has chosen, which the worker takes in again. */
const SETTINGS = "make.json";

/**
 * @param {Store} store
 * @param {Core} core
 * @param {() => Promise<PackageFiles>} files  loads the files of the package
 * @param {() => string} lang  the language of the page
 */
export function saver({ state, dispatch }, core, files, lang) {
  /**
   * @param {string} ending
   * @param {string} type
   * @param {(story: Story) => Promise<string|Uint8Array>} make
   */
  const save = async (ending, type, make) => {
    dispatch({ type: "busy", busy: "publishing" });
    try {
      const content = await make(storyOf(state()));
      const name = `${fileName(state().dataset)}${ending}`;
      download(name, new Blob([/** @type {BlobPart} */ (content)], { type }));
      dispatch({ type: "busy", busy: "" });
      dispatch({ type: "said", key: "saved", values: { name } });
    } catch (error) {
      dispatch(failure(error));
    }
  };
  return {
    zip: () =>
      save(".zip", "application/zip", async (story) => archive(await folderOf(state(), core, story, await files()))),
    page: () => save(".html", "text/html", async (story) => core.standalone({ ...story, package: await files() })),
    csv: () => save(".csv", "text/csv", ({ json }) => core.csv(json)),
    json: () => save(".json", "application/json", async () => JSON.stringify(state().dataset, null, 2)),
    svg: () => save(".svg", "image/svg+xml", () => core.still(stillOf(state(), lang()))),
    png: () => save(".png", "image/png", async () => pngOf(await core.still(stillOf(state(), lang())))),
  };
}

/** The most letters of the name of a file. */
const LONGEST = 60;

/**
 * The name of a file, without its ending: the title in small letters, as in addresses.
 * @param {State["dataset"]} dataset
 */
export function fileName(dataset) {
  const title = plain(dataset?.title, dataset?.lang).normalize("NFKD").toLowerCase();
  const words = title.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const plainWords = words.map((word) => word.replace(/[\u0300-\u036f]/g, "").normalize("NFC"));
  let name = plainWords.shift() ?? "";
  for (const word of plainWords) {
    if (name.length + word.length >= LONGEST) break;
    name += `-${word}`;
  }
  return name.slice(0, LONGEST) || "figure";
}

/**
 * The published folder, and what the page needs to take it in again.
 * @param {State} state
 * @param {Core} core
 * @param {Story} story
 * @param {PackageFiles} packed
 */
async function folderOf({ project }, core, story, packed) {
  const publication = { ...story, ...settingsOf(project.publishing), package: packed };
  const files = await core.publish({ ...publication, stillPng: pngOf });
  const { choices, look, publishing } = project;
  return [...files, { path: SETTINGS, bytes: bytesOf(JSON.stringify({ choices, look, publishing }, null, 2)) }];
}

/**
 * @param {State} state
 * @returns {Story}
 */
export function storyOf({ dataset, project: { look, publishing } }) {
  const width = Number(publishing.width) || 680;
  const { date, lang, view } = look;
  return { json: JSON.stringify(dataset), width, ...(date && { date }), ...(lang && { lang }), ...(view && { view }) };
}

/**
 * The figure as a picture. A figure without a language of its own has that of the page around it, as the live figure.
 * @param {State} state
 * @param {string} pageLang
 * @returns {Still}
 */
export function stillOf(state, pageLang) {
  const { view, ...story } = storyOf(state);
  // There is no picture of a table.
  return { lang: pageLang, ...story, ...(view && view !== "table" && { view }) };
}

/** @param {State["project"]["publishing"]} publishing */
export function settingsOf({ address = "", provider, framedBy, live, refresh }) {
  const origins = framedBy?.split(/[\s,]+/).filter(Boolean);
  const publisher = provider?.trim();
  return {
    address: address.trim(),
    ...(publisher && { provider: publisher }),
    ...(origins?.length && { framedBy: origins }),
    ...(live?.trim() && { live: live.trim(), ...(refresh && { refresh: Number(refresh) }) }),
  };
}

/**
 * @param {string} name
 * @param {Blob} blob
 */
function download(name, blob) {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  Object.assign(link, { href: url, download: name });
  link.click();
  // Browsers read the address after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
