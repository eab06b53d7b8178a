/** The locations of engine, data, checker, supplement and messages: files beside the script. */

/** The address of this script. */
export const address = import.meta.url;
export const engine = new URL("banspread.wasm", import.meta.url);
export const places = new URL("banspread-places.txt", import.meta.url);
export const data = new URL("banspread-data.txt", import.meta.url);
export const checker = new URL("banspread-checker.js", import.meta.url);
export const checkerModule = new URL("banspread-checker.wasm", import.meta.url);
export const hashes = new URL("banspread-hashes.json", import.meta.url);
export const supplement = new URL("banspread-supplement.js", import.meta.url);
export const plain = {
  engine: new URL("banspread-plain.js", import.meta.url),
  checker: new URL("banspread-checker-plain.js", import.meta.url),
};
/** @param {string} lang */
export const messages = (lang) => new URL(`messages/${lang}.json`, import.meta.url);
