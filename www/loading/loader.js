/** Loads the parts of a chart when its element is near: engine, places and dataset, at the same time. */

import { readRefused } from "./checker.js";
import { loadEngine } from "./engine.js";
import { REFUSED } from "../base/errors.js";
import { whenNearViewport } from "./visibility.js";
import { readSource } from "./source.js";

/**
 * @typedef {object} Client
 * @property {() => import("../types.js").Loading} loading
 * @property {() => Promise<void>} prepare  loads the words, and what the first picture needs of the shell; never rejects
 * @property {(Engine: import("../types.js").EngineClass, text: string, limitFactor: number|undefined) => void} put  shows
 * a dataset, or throws `REFUSED`; without a factor, the text is the built-in dataset
 * @property {(warnings: import("../types.js").Diagnostic[]) => void} loaded
 * @property {(thrown: unknown) => void} failed
 */

/**
 * @typedef {object} Shown
 * @property {string} text  as it came
 * @property {string} json  as the core has it
 * @property {unknown} lost  why the copy could not be shown
 * @property {AbortSignal} signal  aborts when another dataset is loaded, and when the chart stops
 */

/** At most one dataset is requested in this many ms, however often a page changes its address. */
const PACE = 250;

export class Loader {
  /** Resolves when another dataset can be requested. @type {Promise<unknown>|undefined} */
  #pace;
  /** @type {"idle"|"busy"|"failed"} */
  state = "idle";
  /** @type {AbortController|undefined} */
  #current;
  /** The dataset that newer data can replace. @type {Shown|undefined} */
  shown;

  /**
   * @param {HTMLElement} host
   * @param {Client} client
   */
  constructor(host, client) {
    this.host = host;
    this.client = client;
  }

  /**
   * Loads engine and dataset and shows the chart. A later call replaces this one.
   * @param {string|undefined} data  the text of the dataset, if a script has set it
   * @param {boolean} now  without waiting until the element is near
   * @param {unknown} [lost]  why the copy could not be shown, so that only what `src` has now will do
   * @returns {Promise<void>}
   */
  async load(data, now, lost) {
    this.stop();
    const { signal } = (this.#current = new AbortController());
    this.state = "busy";
    let preparing;
    try {
      // `await` also delays a load that starts now, because scripts often set attributes one by one.
      await (now || whenNearViewport(this.host, signal));
      if (signal.aborted) return;
      if (data === undefined && this.host.hasAttribute("src")) {
        await this.#pace;
        if (signal.aborted) return;
        this.#pace = new Promise((resolve) => setTimeout(resolve, PACE));
      }
      const loading = this.client.loading();
      const built = data === undefined && !this.host.getAttribute("src");
      preparing = this.client.prepare();
      const [Engine, text] = await Promise.all([
        loadEngine(loading),
        readSource(this.host, data, signal, loading, lost),
        preparing,
      ]);
      const { json, warnings } = await this.put(Engine, text, built, signal);
      if (signal.aborted) return;
      this.state = "idle";
      this.shown = { text, json, lost, signal };
      this.client.loaded(warnings);
    } catch (thrown) {
      // The message about the error should also be in the reader's language.
      await preparing;
      if (signal.aborted) return;
      const { code } = /** @type {import("../base/errors.js").ShellError} */ (thrown);
      // If the copy is missing or has an error, `src` can still be good.
      if (!lost && /dataset/.test(code) && this.host.hasAttribute("fallback-src")) return this.load(data, true, thrown);
      this.state = "failed";
      this.client.failed(thrown);
    }
  }

  /**
   * What `src` has now.
   * @param {AbortSignal} signal
   */
  read(signal) {
    return readSource(this.host, undefined, signal, this.client.loading(), true);
  }

  stop() {
    this.#current?.abort();
    this.state = "idle";
  }

  /**
   * Shows a dataset. If the core refuses it, the checker converts it from CSV, or explains what is wrong. Returns the
   * dataset as the core has it, and warnings.
   * @param {import("../types.js").EngineClass} Engine
   * @param {string} text
   * @param {boolean} built  whether it is the built-in dataset
   * @param {AbortSignal} signal
   * @param {(json: string) => Promise<void>} [accept]  throws for data that must not be shown
   * @returns {ReturnType<typeof readRefused>}
   */
  async put(Engine, text, built, signal, accept) {
    const loading = this.client.loading();
    const show = async (/** @type {string} */ json, /** @type {number|undefined} */ factor) => {
      await accept?.(json);
      if (!signal.aborted) this.client.put(Engine, json, factor);
    };
    try {
      await show(text, built ? undefined : loading.limitFactor);
      return { json: text, warnings: [] };
    } catch (thrown) {
      if (thrown !== REFUSED || built) throw thrown;
      const read = await readRefused(text, loading);
      // JSON can be longer than CSV. The checker has already applied the limits.
      await show(read.json, Infinity);
      return read;
    }
  }
}
