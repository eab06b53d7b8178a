/** ZIP files and texts as bytes. */

import { unzipSync, zipSync } from "fflate";

/** @typedef {{path: string, bytes: Uint8Array}} NamedFile */

/**
 * The files of a ZIP with these paths. Others are not unpacked. The functions of fflate that do not wait need no worker
 * made of text, which the policy of the page forbids.
 * @param {Uint8Array} bytes
 * @param {(path: string) => boolean} isWanted
 * @returns {NamedFile[]}
 */
export function filesOf(bytes, isWanted) {
  const found = unzipSync(bytes, { filter: ({ name }) => isWanted(name) });
  return Object.entries(found).map(([path, bytes]) => ({ path, bytes }));
}

/** The same for every clock: equal files give an equal ZIP. */
const DATE = "1980-01-01T00:00:00";

/**
 * A ZIP of files.
 * @param {NamedFile[]} files
 */
export function archive(files) {
  return zipSync(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])), { mtime: DATE });
}

/** @param {Uint8Array} bytes */
export const textOf = (bytes) => new TextDecoder().decode(bytes);

/** @param {string} text */
export const bytesOf = (text) => new TextEncoder().encode(text);
