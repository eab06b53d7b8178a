/** The other files are in the page itself, each in an element `script` that names it. */

import { unpack } from "./unpack.js";

/** The address of the script of the worker. Browsers start no worker from a file on a disk, but they do from a blob. */
let worker = "";

export function startWorker() {
  worker ||= URL.createObjectURL(new Blob([textOf("make/worker.js")], { type: "text/javascript" }));
  return new Worker(worker);
}

/** Whether an address is that of the worker's script. @param {string} url */
export const isWorker = (url) => url === worker;

/** Whether the element loads the words of other languages itself. */
export const hasWords = false;

/**
 * What the worker gets of a file. WebKit gives the worker of a page on a disk another origin, which reads no blobs of the page.
 * @template T
 * @param {T} bytes
 */
export const forWorker = (bytes) => bytes;

/**
 * A file of the package.
 * @param {string} path
 */
export async function fileAt(path) {
  const text = textOf(path);
  const isPacked = partOf(path).hasAttribute("data-packed");
  return isPacked ? new Uint8Array(await unpack(text)) : new TextEncoder().encode(text);
}

/** @param {string} path */
const textOf = (path) => partOf(path).textContent ?? "";

/** @param {string} path */
function partOf(path) {
  const part = document.querySelector(`script[data-file="${CSS.escape(path)}"]`);
  if (!part) throw new Error(`${path}: this file does not contain it`);
  return part;
}
