/** The bytes of a file, with progress. */

import { MOST } from "../core/input.js";
import { Fault } from "./faults.js";

/** The page is told of so many bytes at once. */
const STEP = 1 << 22;

/**
 * @param {Blob | Uint8Array | ArrayBuffer} file
 * @param {import("./modules.js").Tell} tell
 * @returns {Promise<Uint8Array>}
 */
export async function bytesOf(file, tell) {
  const size = file instanceof Blob ? file.size : file.byteLength;
  if (size > MOST) throw new Fault("input", `The file has more than ${MOST / 1e6} MB: divide it.`);
  if (file instanceof Blob) return read(file, tell);
  return file instanceof ArrayBuffer ? new Uint8Array(file) : file;
}

/**
 * @param {Blob} blob
 * @param {import("./modules.js").Tell} tell
 */
async function read(blob, tell) {
  const bytes = new Uint8Array(blob.size);
  for (let done = 0; done < bytes.length; done += STEP) {
    bytes.set(new Uint8Array(await readPart(blob.slice(done, done + STEP))), done);
    tell({ stage: "reading", done: Math.min(done + STEP, bytes.length), total: bytes.length });
  }
  return bytes;
}

/** @param {Blob} blob */
async function readPart(blob) {
  try {
    return await blob.arrayBuffer();
  } catch {
    throw new Fault("input", "The file cannot be read: it was changed, moved or deleted. Choose it again.");
  }
}
