/** Reads archives. The page writes them; here are only those that it wrote, or that somebody packed again. */

import { streamOf } from "../core/assets/unpack.js";
import { joined } from "../core/input.js";
import { Fault } from "./faults.js";

/** The most bytes that one file unpacks to: an archive can be made to unpack into more than the memory. */
const MOST = 100_000_000;
const [END, ENTRY] = [0x06054b50, 0x02014b50];
const [STORED, DEFLATED] = [0, 8];

/** @typedef {{ path: string, method: number, packed: Uint8Array }} Entry */

/**
 * The files of an archive by path. They are unpacked only when somebody asks.
 * @param {Uint8Array} bytes
 * @returns {Map<string, () => Promise<Uint8Array>>}
 */
export function filesOf(bytes) {
  try {
    return new Map(entriesOf(bytes).map((entry) => [entry.path, () => unpacked(entry)]));
  } catch (error) {
    // Offsets outside of the file.
    if (error instanceof RangeError) throw damaged();
    throw error;
  }
}

function damaged() {
  return new Fault("input", "The archive is damaged: make it again.");
}

/** @param {Uint8Array} bytes @returns {Entry[]} */
function entriesOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  let at = view.getUint32(end + 16, true);
  const entries = [];
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== ENTRY) throw damaged();
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name));
    const size = view.getUint32(at + 20, true);
    entries.push({ path, method: view.getUint16(at + 10, true), packed: packedAt(view, bytes, at, size) });
    at += 46 + name + extra + comment;
  }
  return entries;
}

/**
 * The packed bytes behind the local header, whose names can have another length than those of the directory.
 * @param {DataView} view
 * @param {Uint8Array} bytes
 * @param {number} at
 * @param {number} size
 */
function packedAt(view, bytes, at, size) {
  const header = view.getUint32(at + 42, true);
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (start + size > bytes.length) throw damaged();
  return bytes.subarray(start, start + size);
}

/** The end of the directory: the last record, before a comment of at most 64 KB. @param {DataView} view */
function endOf(view) {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 0xffff; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw damaged();
}

/** @param {Entry} entry */
async function unpacked({ path, method, packed }) {
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw new Fault("input", `The archive packs ${path} in a way that browsers cannot unpack.`);
  return collected(streamOf(packed).pipeThrough(new DecompressionStream("deflate-raw")), path);
}

/**
 * @param {ReadableStream<Uint8Array>} stream
 * @param {string} path
 */
async function collected(stream, path) {
  const [reader, parts] = [stream.getReader(), /** @type {Uint8Array[]} */ ([])];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => Promise.reject(damaged()));
    if (done) break;
    size += value.length;
    if (size > MOST) throw new Fault("input", `${path} in the archive unpacks to more than ${MOST / 1e6} MB.`);
    parts.push(value);
  }
  return joined(parts);
}
