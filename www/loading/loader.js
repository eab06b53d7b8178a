/** Gets what a chart is made of, once its element is near: the engine and a dataset, side by side. */

import { readRefused } from "./checker.js";
import { loadEngine } from "./engine.js";
import { REFUSED } from "../base/errors.js";
import { whenNearViewport } from "./visibility.js";
import { readSource } from "./source.js";

/**
 * @typedef {object} Client
 * @property {() => import("../types.js").Loading} loading
 * @property {() => Promise<void>} speak  gets the words, and does not fail
 * @property {(Engine: import("../types.js").EngineClass, text: string|undefined, limitFactor: number) => void} put  shows a
 * dataset, or throws `REFUSED`
 * @property {(warnings: import("../types.js").Diagnostic[]) => void} loaded
 * @property {(thrown: unknown) => void} failed
 */

/** At most one dataset is asked for in so many ms, however often a page changes its mind. */
const PACE = 250;

export class Loader {
  /** Until another dataset may be asked for. @type {Promise<unknown>|undefined} */
  #pace;
  /** @type {"idle"|"busy"|"failed"} */
  state = "idle";
  /** @type {AbortController|undefined} */
  #current;

  /**
   * @param {HTMLElement} host
   * @param {Client} client
   */
  constructor(host, client) {
    this.host = host;
    this.client = client;
  }

  /**
   * Loads and hands over. A later call makes this one of no account.
   * @param {string|undefined} data  the dataset's text, where a script has set it
   * @param {boolean} now  without waiting until the element is near
   */
  async load(data, now) {
    this.stop();
    const { signal } = (this.#current = new AbortController());
    this.state = "busy";
    let speaking;
    try {
      // Even now a moment later: attributes are often set one by one.
      await (now || whenNearViewport(this.host, signal));
      if (signal.aborted) return;
      if (data === undefined && this.host.hasAttribute("src")) {
        await this.#pace;
        if (signal.aborted) return;
        this.#pace = new Promise((resolve) => setTimeout(resolve, PACE));
      }
      const loading = this.client.loading();
      speaking = this.client.speak();
      const [Engine, text] = await Promise.all([
        loadEngine(loading),
        readSource(this.host, data, signal, loading.timeout),
        speaking,
      ]);
      const warnings = signal.aborted ? [] : await this.#put(Engine, text, loading, signal);
      if (signal.aborted) return;
      this.state = "idle";
      this.client.loaded(warnings);
    } catch (thrown) {
      // What is said about it is said in the reader's language as well.
      await speaking;
      if (signal.aborted) return;
      this.state = "failed";
      this.client.failed(thrown);
    }
  }

  stop() {
    this.#current?.abort();
    this.state = "idle";
  }

  /**
   * Hands a dataset over. One that the core refuses goes to the checker, which knows CSV, or what is wrong.
   * @param {import("../types.js").EngineClass} Engine
   * @param {string|undefined} text
   * @param {import("../types.js").Loading} loading
   * @param {AbortSignal} signal
   */
  async #put(Engine, text, loading, signal) {
    try {
      this.client.put(Engine, text, loading.limitFactor);
      return [];
    } catch (thrown) {
      if (thrown !== REFUSED || text === undefined) throw thrown;
      const { json, warnings } = await readRefused(text, loading);
      // As JSON it may be longer than it was.
      if (!signal.aborted) this.client.put(Engine, json, Infinity);
      return warnings;
    }
  }
}
