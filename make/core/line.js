/** The line to the worker: one task after another, and a new worker after one that has ended. */

import { faultOf } from "./fault.js";

/** @typedef {import("./types.d.ts").Watch} Watch */
/** @typedef {import("./types.d.ts").Input} Input */
/**
 * @typedef {object} Task
 * @property {string} name
 * @property {unknown} argument
 * @property {Watch} watch
 * @property {boolean} needsInput  whether an input must be open
 * @property {(result: any) => void} resolve
 * @property {(reason: unknown) => void} reject
 */

export class Line {
  /** @type {() => Worker} */
  #start;
  /** @type {Worker | null} */
  #worker = null;
  /** The input that was opened last. @type {Input | null} */
  #input = null;
  /** The input that this worker has open. @type {Input | null} */
  #open = null;
  /** @type {Task[]} */
  #waiting = [];
  /** The task that the worker does. @type {Task | null} */
  #running = null;
  #stopped = false;

  /** @param {() => Worker} start */
  constructor(start) {
    this.#start = start;
  }

  /**
   * Does a task when those before it are done.
   * @param {string} name
   * @param {unknown} argument
   * @param {Watch} [watch]
   * @param {boolean} [needsInput]
   * @returns {Promise<any>}
   */
  ask(name, argument, watch = {}, needsInput = false) {
    return new Promise((resolve, reject) => {
      if (watch.signal?.aborted) return reject(watch.signal.reason);
      if (this.#stopped) return reject(faultOf("ended", "The page has stopped the import."));
      /** @type {Task} */
      const task = { name, argument, watch, needsInput, resolve, reject };
      watch.signal?.addEventListener("abort", () => this.#abort(task), { once: true });
      this.#waiting.push(task);
      this.#next();
    });
  }

  /**
   * Rejects the tasks with a name, because a newer one takes their place. One that has begun goes on, and nobody gets its
   * result: to end the worker would cost more than the rest of the task.
   * @param {string} name
   */
  replace(name) {
    const older = (/** @type {Task} */ task) => task.name === name;
    const reason = new DOMException("A newer call has taken its place.", "AbortError");
    for (const task of this.#waiting.filter(older)) task.reject(reason);
    this.#waiting = this.#waiting.filter((task) => !older(task));
    if (this.#running && older(this.#running)) this.#running.reject(reason);
  }

  /** Ends all tasks. */
  cancel() {
    const reason = new DOMException("The work was cancelled.", "AbortError");
    for (const task of this.#waiting.splice(0)) task.reject(reason);
    this.#drop(reason);
  }

  /** Ends all tasks, also those to come. */
  stop() {
    this.#stopped = true;
    this.cancel();
    this.#end();
  }

  /** @param {Task} task */
  #abort(task) {
    const { signal } = task.watch;
    const place = this.#waiting.indexOf(task);
    if (place >= 0) this.#waiting.splice(place, 1);
    if (this.#running === task) this.#drop(signal?.reason);
    task.reject(signal?.reason);
  }

  /** Ends the running task with its worker: a module cannot be interrupted. @param {unknown} reason */
  #drop(reason) {
    const task = this.#running;
    if (!task) return;
    this.#end();
    task.reject(reason);
    this.#next();
  }

  #end() {
    this.#worker?.terminate();
    this.#worker = this.#running = this.#open = null;
  }

  #next() {
    if (this.#running || this.#waiting.length === 0) return;
    const task = (this.#running = /** @type {Task} */ (this.#waiting.shift()));
    const input = task.needsInput ? this.#input : null;
    if (task.needsInput && !input) return this.#finish(task, null, faultOf("input", "No file is open."));
    // A new worker has not read the input yet.
    const reopened = input && input !== this.#open ? input : undefined;
    this.#send({ task: task.name, argument: task.argument, reopened });
  }

  /** @param {object} message */
  #send(message) {
    try {
      this.#worker ??= this.#begin();
      this.#worker.postMessage(message);
    } catch (error) {
      this.#fail(faultOf("loading", `The import could not start: ${/** @type {Error} */ (error).message}`));
    }
  }

  #begin() {
    const worker = this.#start();
    worker.onmessage = ({ data }) => {
      // A worker that was ended has messages on the way.
      if (worker === this.#worker) this.#hear(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      if (worker === this.#worker) this.#fail(faultOf("loading", sentence(event.message)));
    };
    return worker;
  }

  /** @param {{ progress?: any, result?: any, error?: { kind: any, message: string } }} answer */
  #hear({ progress, result, error }) {
    const task = this.#running;
    if (!task) return;
    if (progress) return task.watch.onProgress?.(progress);
    if (error?.kind === "ended") return this.#fail(faultOf("ended", error.message));
    this.#finish(task, result, error && faultOf(error.kind, error.message));
  }

  /**
   * @param {Task} task
   * @param {any} result
   * @param {Error} [error]
   */
  #finish(task, result, error) {
    this.#running = null;
    if (!error) this.#remember(task);
    if (error) task.reject(error);
    else task.resolve(result);
    this.#next();
  }

  /** Keeps what the worker has open after a task. @param {Task} task */
  #remember(task) {
    if (task.name === "open") this.#input = this.#open = /** @type {Input} */ (task.argument);
    else if (task.needsInput) this.#open = this.#input;
  }

  /** The worker has ended. @param {Error} error */
  #fail(error) {
    this.#drop(error);
  }
}

/** @param {string | undefined} message */
function sentence(message) {
  return `The import could not be loaded${message ? `: ${message}` : "."}`;
}
