/** Where engine and checker are: in files beside the script. */

/** The script's own. */
export const address = import.meta.url;
export const engine = new URL("banspread.wasm", import.meta.url);
export const checker = new URL("banspread-checker.js", import.meta.url);
export const plainEngine = new URL("banspread-plain.js", import.meta.url);
export const plainChecker = new URL("banspread-checker-plain.js", import.meta.url);
