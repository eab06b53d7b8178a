/** The files of the package, which a published folder contains. */

/** @import {FileAt, PackageFiles} from "../core/types.d.ts" */

/** The list of the files. */
const LIST = "integrity.json";

/**
 * A function that loads the files once.
 * @param {FileAt} fileAt
 * @returns {() => Promise<PackageFiles>}
 */
export function packageFiles(fileAt) {
  /** @type {Promise<PackageFiles>|undefined} */
  let loaded;
  return () => {
    loaded ??= load(fileAt).catch((error) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
}

/** @param {FileAt} fileAt @returns {Promise<PackageFiles>} */
async function load(fileAt) {
  const list = await fileAt(LIST);
  const names = publishedNames(JSON.parse(new TextDecoder().decode(list)));
  const files = await Promise.all(names.map(async (name) => ({ name, bytes: await fileAt(name) })));
  return [...files, { name: LIST, bytes: list }];
}

/**
 * The files of the package that a publication needs. Those of the npm package, which are listed too, are for bundlers.
 * @param {Record<string, unknown>} list  what `integrity.json` has
 */
export const publishedNames = (list) => Object.keys(list).filter((name) => !name.startsWith("npm/"));
