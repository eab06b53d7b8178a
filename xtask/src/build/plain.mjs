// node plain.mjs WRITTEN SCRIPT CODE_ALONE: turns WRITTEN, the output of wasm2js, into a script that exports one
// function. The function takes the imports of the module and returns its exports. The script contains the data as text.
// CODE_ALONE is the same script without the data. Only the table of sizes uses it.
import { readFileSync, writeFileSync } from "node:fs";

const [written, script, codeAlone] = process.argv.slice(2);

/** Copies a text into the memory: the code of each character is one byte. */
const PUT = `function put(offset, text) {
  for (let n = 0; n < text.length; n++) bufferView[offset + n] = text.charCodeAt(n);
}
`;
const SEGMENT = /base64DecodeToExistingUint8Array\(bufferView, (\d+), "([^"]*)"\);/g;

// When a WebAssembly memory grows, its old buffer is detached. The glue looks for a detached buffer to see that the
// memory has grown, so the script detaches the old buffer, too.
const GROWN = "buffer = newBuffer;";
const DETACH = `structuredClone(buffer, { transfer: [buffer] }); ${GROWN}`;

// The code before this part decodes base64, and the code after it calls the function. The script needs neither.
const text = readFileSync(written, "utf8");
const [start, end] = [text.indexOf("function initActiveSegments"), text.indexOf("var retasmFunc")];
if (start < 0 || end < start || text.split(GROWN).length !== 2)
  throw new Error("the output of wasm2js is not as expected");
const run = text.slice(start, end).replace(GROWN, DETACH);

/** @param {(whole: string, offset: string, base64: string) => string} write */
const build = (write) => `var bufferView;\n${PUT}${run.replace(SEGMENT, write)}export default asmFunc;\n`;

/** @param {string} base64 */
const letters = (base64) => JSON.stringify(Buffer.from(base64, "base64").toString("latin1"));
writeFileSync(
  script,
  build((_, offset, base64) => `put(${offset}, ${letters(base64)});`),
);
writeFileSync(
  codeAlone,
  build(() => ""),
);
