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

/** What stands between the two, without them. */
function between(text, start, end) {
  const from = text.indexOf(start);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`wasm2js writes other scripts than expected: no ${from < 0 ? start : end}`);
  return text.slice(from, to);
}

const text = readFileSync(written, "utf8");
const head = between(text, "function initActiveSegments", "var scratchBuffer");
const body = between(text, "var scratchBuffer", "var retasmFunc");

// The glue knows a memory that has grown by its old buffer, which is detached then.
const grown = "buffer = newBuffer;";
const parts = body.split(grown);
if (parts.length !== 2) throw new Error("wasm2js writes other scripts than expected: memory does not grow once");
const growing = parts.join(`structuredClone(buffer, { transfer: [buffer] }); ${grown}`);

/** @param {(bytes: string) => string} change */
function build(change) {
  const data = head.replace(segment, (_, offset, base64) => {
    const bytes = Buffer.from(base64, "base64").toString("latin1");
    return `put(${offset}, ${JSON.stringify(change(bytes))});`;
  });
  return `var bufferView;\n${PUT}${data}${growing}export default asmFunc;\n`;
}

writeFileSync(script, build((bytes) => bytes));
writeFileSync(codeAlone, build((bytes) => pieces.reduce((rest, piece) => rest.replace(piece, () => ""), bytes)));
