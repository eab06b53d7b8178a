/** The bytes of a file, with progress. */

import { Fault } from "./faults.js";

/** The most bytes of a file. The command has the same limit. */
const MOST = 500_000_000;
/** The page is told of so many bytes at once. */
const STEP = 1 << 22;

/**
 * @param {Blob} blob
 * @param {import("./modules.js").Tell} tell
 * @returns {Promise<Uint8Array>}
 */
export async function bytesOf(blob, tell) {
  if (blob.size > MOST) throw new Fault("input", `The file has more than ${MOST / 1e6} MB: divide it.`);
  const bytes = new Uint8Array(blob.size);
  for (let done = 0; done < bytes.length; done += STEP) {
    bytes.set(new Uint8Array(await read(blob.slice(done, done + STEP))), done);
    tell({ stage: "reading", done: Math.min(done + STEP, bytes.length), total: bytes.length });
  }
  return bytes;
}

/** @param {Blob} blob */
async function read(blob) {
  try {
    return await blob.arrayBuffer();
  } catch {
    throw new Fault("input", "The file cannot be read: it was changed, moved or deleted. Choose it again.");
  }
}
