/** What the build supplies. */

declare module "banspread-make-worker" {
  /** Starts the worker: from the script beside this one, or in a single file from its own text. */
  export function startWorker(): Worker;
}
