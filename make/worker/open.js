/** Reads an input: its bytes, their encoding, its sheets. */

import { bytesOf } from "./bytes.js";
import { decoded, encodingsOf } from "./encoding.js";
import { Fault, sentenceOf } from "./faults.js";
import { importer, workbooks } from "./modules.js";

/** @typedef {import("../core/types.d.ts").Input} Input */
/** @typedef {import("../core/types.d.ts").Opened} Opened */
/** @typedef {import("./modules.js").Tell} Tell */
/** @typedef {import("banspread-importer").Importer} Importer */

/** The input that is open. @type {Importer | undefined} */
let current;

/** The open input. */
export function opened() {
  if (!current) throw new Fault("input", "No file is open.");
  return current;
}

/**
 * @param {Input} input
 * @param {Tell} tell
 * @returns {Promise<Opened>}
 */
export async function open(input, tell) {
  const { read, encodings } = await readAny(input, tell);
  current?.free();
  current = read;
  const { format, encoding, sheets } = JSON.parse(read.file());
  const [json, findings] = read.dataset() ?? [];
  const dataset = findings === undefined ? null : { json: json ?? null, findings: JSON.parse(findings) };
  return { kind: dataset ? "dataset" : "sheet", format, encoding, encodings, sheets, dataset };
}

/**
 * @param {Input} input
 * @param {Tell} tell
 */
async function readAny({ bytes, text, html, encoding }, tell) {
  if (bytes) return readBytes(await bytesOf(bytes, tell), encoding, tell);
  const read = (/** @type {string} */ given) => readText(given, "UTF-8", tell);
  // Browsers put also the text of a page that has no table on the clipboard as HTML.
  const hasTable = html !== undefined && /<table[\s>]/i.test(html);
  if (hasTable) return { read: await read(html.slice(html.indexOf("<"))), encodings: [] };
  return { read: await read(text ?? ""), encodings: [] };
}

/**
 * @param {Uint8Array} bytes
 * @param {string | undefined} encoding
 * @param {Tell} tell
 */
async function readBytes(bytes, encoding, tell) {
  if (isWorkbook(bytes)) return { read: await readWorkbook(bytes, tell), encodings: [] };
  const { Importer } = await importer(tell);
  const unicode = encoding === undefined && Importer.read(bytes, watch(bytes.length, tell));
  if (unicode) return { read: unicode, encodings: [] };
  const encodings = encodingsOf(bytes);
  const used = encoding ?? encodings[0];
  return { read: await readText(decoded(bytes, used), used, tell), encodings };
}

/**
 * @param {string} text
 * @param {string} encoding
 * @param {Tell} tell
 */
async function readText(text, encoding, tell) {
  const { Importer } = await importer(tell);
  return Importer.of_text(text, encoding, watch(text.length, tell));
}

/**
 * @param {number} total
 * @param {Tell} tell
 */
function watch(total, tell) {
  return (/** @type {number} */ done) => tell({ stage: "cells", done: Math.min(done, total), total });
}

/** Whether a file begins like a ZIP archive or like an OLE document. @param {Uint8Array} bytes */
function isWorkbook(bytes) {
  const begins = (/** @type {number[]} */ ...start) => start.every((byte, place) => bytes[place] === byte);
  return begins(0x50, 0x4b, 3, 4) || begins(0xd0, 0xcf, 0x11, 0xe0);
}

/**
 * @param {Uint8Array} bytes
 * @param {Tell} tell
 */
async function readWorkbook(bytes, tell) {
  const { Book } = await workbooks(tell);
  const { Importer } = await importer(tell);
  tell({ stage: "cells", done: 0, total: null });
  const book = bookOf(Book, bytes);
  const read = Importer.of_sheets();
  for (let place = 0; place < book.sheets(); place++) read.add(...book.sheet(place));
  book.free();
  return read;
}

/**
 * Reads a workbook. An archive that is made to unpack into more than the memory ends the module.
 * @param {typeof import("banspread-workbooks").Book} Book
 * @param {Uint8Array} bytes
 */
function bookOf(Book, bytes) {
  try {
    return Book.read(bytes);
  } catch (error) {
    if (typeof error === "string") throw new Fault("input", sentenceOf(error));
    throw new Error("the spreadsheet is damaged, or needs more memory than the browser gives: save it as CSV", {
      cause: error,
    });
  }
}
