/** The files of the package, which a published folder contains. They are beside this page. */

/** @import {PackageFiles} from "../core/types.d.ts" */

/** The list of the files. */
const LIST = "integrity.json";

/** @type {Promise<PackageFiles>|undefined} */
let loaded;

/**
 * Loads the files once.
 * @param {string} folder  the address of the package
 * @returns {Promise<PackageFiles>}
 */
export function packageFiles(folder) {
  loaded ??= load(folder).catch((error) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

/** @param {string} folder @returns {Promise<PackageFiles>} */
async function load(folder) {
  const list = await bytesAt(folder, LIST);
  const names = publishedNames(JSON.parse(new TextDecoder().decode(list)));
  const files = await Promise.all(names.map(async (name) => ({ name, bytes: await bytesAt(folder, name) })));
  return [...files, { name: LIST, bytes: list }];
}

/**
 * The files of the package that a publication needs. Those of the npm package, which are listed too, are for bundlers.
 * @param {Record<string, unknown>} list  what `integrity.json` has
 */
export const publishedNames = (list) => Object.keys(list).filter((name) => !name.startsWith("npm/"));

/**
 * @param {string} folder
 * @param {string} name
 */
async function bytesAt(folder, name) {
  const answer = await fetch(new URL(name, folder));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
