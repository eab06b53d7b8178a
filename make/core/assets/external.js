/** The other files are beside this script. */

/** The address of the script of the worker. */
const WORKER = new URL("worker.js", import.meta.url).href;

export const startWorker = () => new Worker(WORKER);

/** Whether an address is that of the worker's script. @param {string} url */
export const isWorker = (url) => new URL(url, location.href).href === WORKER;

/**
 * A file of the package.
 * @param {string} path
 */
export async function fileAt(path) {
  const answer = await fetch(new URL(`../${path}`, import.meta.url));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}
