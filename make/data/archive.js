/** ZIP files and texts as bytes. */

import { zipSync } from "fflate";

/** @typedef {{path: string, bytes: Uint8Array}} NamedFile */

/** The same for every clock: equal files give an equal ZIP. */
const DATE = "1980-01-01T00:00:00";

/**
 * A ZIP of files. The functions of fflate that wait need a worker made of text, which the policy of the page forbids.
 * @param {NamedFile[]} files
 */
export function archive(files) {
  return zipSync(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])), { mtime: DATE });
}

/** @param {Uint8Array} bytes */
export const textOf = (bytes) => new TextDecoder().decode(bytes);

/** @param {string} text */
export const bytesOf = (text) => new TextEncoder().encode(text);
