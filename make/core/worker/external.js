/** The script of the worker is a file beside this one. */

export function startWorker() {
  return new Worker(new URL("worker.js", import.meta.url));
}
