// node hash.mjs ALGORITHM FILE...: prints the hashes of the files as JSON, in the form of an `integrity` attribute:
// `sha384-…`.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const [algorithm, ...files] = process.argv.slice(2);
/** @param {string} file */
const hash = (file) => createHash(algorithm).update(readFileSync(file)).digest("base64");
console.log(JSON.stringify(files.map((file) => `${algorithm}-${hash(file)}`)));
