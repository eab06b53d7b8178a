// Turns what wasm2js wrote into a script that exports one function, from imports to exports, with its data as text.
// node plain.mjs WRITTEN SCRIPT CODE_ALONE DATA…: `CODE_ALONE` is the same without the data of these files, for weighing.
import { readFileSync, writeFileSync } from "node:fs";

const [written, script, codeAlone, ...files] = process.argv.slice(2);
const pieces = files.map((file) => readFileSync(file, "latin1"));

/** Puts bytes that were written as the letters of the same codes into the memory. */
const PUT = `function put(offset, text) {
  for (let n = 0; n < text.length; n++) bufferView[offset + n] = text.charCodeAt(n);
}
`;
const segment = /base64DecodeToExistingUint8Array\(bufferView, (\d+), "([^"]*)"\);/g;

// The glue knows a memory that has grown by its old buffer, which is detached then.
const GROWN = "buffer = newBuffer;";
const DETACH = `structuredClone(buffer, { transfer: [buffer] }); ${GROWN}`;

// What comes before reads base64, what comes after runs the function at once.
const text = readFileSync(written, "utf8");
const [start, end] = [text.indexOf("function initActiveSegments"), text.indexOf("var retasmFunc")];
if (start < 0 || end < start || text.split(GROWN).length !== 2) throw new Error("wasm2js writes other scripts now");
const run = text.slice(start, end).replace(GROWN, DETACH);

/** @param {(bytes: string) => string} change */
function build(change) {
  const whole = run.replace(segment, (_, offset, base64) => {
    const bytes = Buffer.from(base64, "base64").toString("latin1");
    return `put(${offset}, ${JSON.stringify(change(bytes))});`;
  });
  return `var bufferView;\n${PUT}${whole}export default asmFunc;\n`;
}

writeFileSync(script, build((bytes) => bytes));
writeFileSync(codeAlone, build((bytes) => pieces.reduce((rest, piece) => rest.replace(piece, () => ""), bytes)));
