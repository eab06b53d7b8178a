/** The bytes that a page transfers for a contender, compressed with brotli 11. */

import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

/**
 * @param {string} contender
 * @param {string} pkg  the folder of the package
 * @param {string} made  the folder of the other contenders
 */
export function bytesOf(contender, pkg, made) {
  const own = ["banspread.js", "banspread.wasm", "banspread-places.txt"].map((file) => pkg + file);
  const files = contender === "widget" ? own : [`${made}contenders/${contender}.js`];
  return files.reduce((sum, file) => sum + brotliCompressSync(readFileSync(file), QUALITY).length, 0);
}
