/**
 * Resolves the names that the build inserts: the addresses of the package's files, their hashes and the script of the
 * core. Import this file before the modules that need them, and import those with `import()`.
 */

import { readdirSync } from "node:fs";
import { register } from "node:module";

const PLACES = {
  "banspread-assets": new URL("../../www/loading/assets/external.js", import.meta.url).href,
  "banspread-engine": new URL("engine.mjs", import.meta.url).href,
};
const SUPPLEMENT = new URL("../../www/supplement.js", import.meta.url).href;
const hook = `
  const places = ${JSON.stringify(PLACES)};
  // The supplement is beside the script with the addresses.
  const supplement = ${JSON.stringify(SUPPLEMENT)};
  export const resolve = (name, context, next) => {
    const url = /\\/banspread-supplement\\.js/.test(name) ? supplement : places[name];
    return url ? { url, shortCircuit: true } : next(name, context);
  };
`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);

/** The edition of script, supplement and data. */
export const EDITION = "edition";

/**
 * Hashes in the form of the build. Here the script also contains those of the messages, which a page has in a file.
 * @type {Record<string, string>}
 */
export const HASHES = {
  "banspread.wasm": "sha384-engine",
  "banspread-places.txt": "sha384-places",
  "banspread-data.txt": "sha384-data",
  // Node cannot check a script that it imports.
  "banspread-supplement.js": "",
  "banspread-hashes.json": "sha384-hashes",
  "banspread-checker.js": "sha384-checker",
};
for (const name of readdirSync(new URL("../../www/messages/", import.meta.url)))
  HASHES[`messages/${name}`] = `sha384-${name}`;
Object.assign(globalThis, { BANSPREAD_HASHES: JSON.stringify(HASHES), BANSPREAD_EDITION: EDITION });
