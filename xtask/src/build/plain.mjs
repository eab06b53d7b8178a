// Turns what wasm2js wrote into a script that exports one function, from imports to exports, with its data as text.
// node plain.mjs WRITTEN SCRIPT CODE_ALONE: the last is the same without its data, for measuring.
import { readFileSync, writeFileSync } from "node:fs";

const [written, script, codeAlone] = process.argv.slice(2);

/** Puts bytes that were written as the letters of the same codes into the memory. */
const PUT = `function put(offset, text) {
  for (let n = 0; n < text.length; n++) bufferView[offset + n] = text.charCodeAt(n);
}
`;
const SEGMENT = /base64DecodeToExistingUint8Array\(bufferView, (\d+), "([^"]*)"\);/g;

// The glue knows a memory that has grown by its old buffer, which is detached then.
const GROWN = "buffer = newBuffer;";
const DETACH = `structuredClone(buffer, { transfer: [buffer] }); ${GROWN}`;

// What comes before reads base64, what comes after runs the function at once.
const text = readFileSync(written, "utf8");
const [start, end] = [text.indexOf("function initActiveSegments"), text.indexOf("var retasmFunc")];
if (start < 0 || end < start || text.split(GROWN).length !== 2) throw new Error("wasm2js writes other scripts now");
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
