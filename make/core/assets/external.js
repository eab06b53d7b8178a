/** The other files are beside this script. */

import { blobOf } from "../input.js";

/** The address of the script of the worker. */
const WORKER = new URL("worker.js", import.meta.url).href;

export const startWorker = () => new Worker(WORKER);

/** Whether an address is that of the worker's script. @param {string} url */
export const isWorker = (url) => new URL(url, location.href).href === WORKER;

/** Whether the element loads the words of other languages itself. */
export const hasWords = true;

/** What the worker gets of a file: a blob, which crosses without a copy. */
export const forWorker = blobOf;

/**
 * A file of the package.
 * @param {string} path
 */
export async function fileAt(path) {
  const answer = await fetch(new URL(`../${path}`, import.meta.url));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
