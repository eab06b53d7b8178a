/** Newer data: fetches `src` again and shows what is good in place of what is shown, or says that it could not. */

import { setText } from "../base/dom.js";
import { pageOf } from "../base/page.js";
import { refuseShrunken } from "../loading/shrunken.js";
import { watchNearViewport } from "../loading/visibility.js";

/** Servers are asked at most once in this many seconds by one element. */
const LEAST = 15;
/** A longer pause than a day is a day: timers cannot wait much longer. */
const MOST = 86_400;
/** The time between two looks whether everything is at rest, in milliseconds. */
const PAUSE = 1000;

/** @typedef {import("../loading/loader.js").Shown} Shown */

/**
 * Looks for newer data from now on, until another dataset is loaded or the chart stops.
 * @param {import("./element-controller.js").ElementController} controller
 * @param {import("../chart/chart-controller.js").ChartController|undefined} chart
 * @param {import("../loading/loader.js").Loader} loader
 */
export function follow(controller, chart, loader) {
  const { shown } = loader;
  if (!chart || !shown || shown.signal.aborted || followed.has(shown)) return;
  // The data that a script has set, and the built-in dataset, have no address.
  const { data, src } = /** @type {import("./ban-spread-element.js").BanSpreadElement} */ (controller.host);
  if (data !== null || !src) return;
  followed.add(shown);
  new Refresh(controller, chart, loader, shown);
}

/** @type {WeakSet<Shown>} */
const followed = new WeakSet();

class Refresh {
  /** @type {Timer} */
  #timer = 0;
  /** Whether it is time for a request. */
  #due = false;
  #begun = false;
  #busy = false;
  #near = false;
  /** Whether readers have been told that there is no newer data. */
  #stale = false;

  /**
   * @param {import("./element-controller.js").ElementController} controller
   * @param {import("../chart/chart-controller.js").ChartController} chart
   * @param {import("../loading/loader.js").Loader} loader
   * @param {Shown} shown
   */
  constructor(controller, chart, loader, shown) {
    this.controller = controller;
    this.host = /** @type {import("./ban-spread-element.js").BanSpreadElement} */ (controller.host);
    this.chart = chart;
    this.loader = loader;
    this.shown = shown;
    const { signal } = shown;
    this.#due = this.host.fallbackSrc !== "";
    const changes = new MutationObserver(() => this.#begin());
    changes.observe(this.host, { attributeFilter: ["refresh"] });
    signal.addEventListener("abort", () => {
      // The parts stay for the next dataset, of which nothing has been said.
      delete chart.parts.notes.updated.dataset.told;
      clearTimeout(this.#timer);
      changes.disconnect();
    });
    // The figure has what `src` has, so readers miss nothing.
    if (shown.lost) this.#report(shown.lost, "fallback-src cannot be used: ");
    this.#begin();
  }

  /** Watches what a request waits for, as soon as there is something to ask for. Most figures never ask. */
  #begin() {
    this.#schedule();
    if (this.#begun || !(this.#due || this.host.refresh > 0)) return;
    this.#begun = true;
    const { signal } = this.shown;
    const settle = () => this.#settle();
    watchNearViewport(
      this.host,
      (near) => {
        this.#near = near;
        settle();
      },
      signal,
    );
    pageOf().addEventListener("visibilitychange", settle, { signal });
    // A page that comes back from the cache of the browser is not told in every browser that it is visible.
    addEventListener("pageshow", settle, { signal });
  }

  #schedule() {
    const { refresh } = this.host;
    if (this.#busy) return;
    clearTimeout(this.#timer);
    if (!(refresh > 0)) return;
    this.#timer = setTimeout(() => this.#settle(true), 1000 * Math.min(Math.max(refresh, LEAST), MOST));
  }

  /** Fetches if it is time, and if a reader can see the result. */
  #settle(due = false) {
    this.#due ||= due;
    if (this.#due && !this.#busy && this.#near && !pageOf().hidden && !this.#hasFailed) this.#look();
  }

  /** Whether the chart has stopped because of a fault. */
  get #hasFailed() {
    return this.chart.parts.root.dataset.state === "failed";
  }

  async #look() {
    const { signal } = this.shown;
    this.#due = false;
    this.#busy = true;
    try {
      await this.#renew();
    } catch (thrown) {
      // A browser can end the requests of a hidden page. They are made again when it is visible.
      if (pageOf().hidden) this.#due = true;
      // The fault of a chart has been told.
      else if (!signal.aborted && !this.#hasFailed) this.#fail(thrown);
    }
    this.#busy = false;
    if (signal.aborted) return;
    this.#schedule();
    this.#settle();
  }

  async #renew() {
    const { loader, shown } = this;
    const { signal } = shown;
    const text = await loader.read(signal);
    if (text === shown.text) return this.#stale ? this.#succeed() : undefined;
    let keep = () => {};
    const accept = async (/** @type {string} */ json) => {
      refuseShrunken(shown.json, json, this.host.fallbackSrc);
      await this.#rest();
      if (!signal.aborted) keep = this.#keep();
    };
    // There is a chart, so nothing is made of the class.
    const Engine = /** @type {any} */ (undefined);
    const { json, warnings } = await loader.put(Engine, text, false, signal, accept);
    // A fault of the engine with newer data ends the chart, and has been told.
    if (signal.aborted || this.#hasFailed) return;
    Object.assign(shown, { text, json });
    keep();
    this.#succeed(warnings);
  }

  /** Resolves when nothing moves: no drag, no playback, and a picture is there. A chart that has stopped rests. */
  async #rest() {
    const { chart, host, shown } = this;
    const moves = () => chart.scrubber.active || host.playing || chart.parts.root.dataset.state !== "ready";
    while (!shown.signal.aborted && !this.#hasFailed && moves()) {
      await new Promise((resolve) => (this.#timer = setTimeout(resolve, PAUSE)));
    }
  }

  /** Returns a function that shows the same of other data: what a chart does not keep by itself. */
  #keep() {
    const { controller, chart, host } = this;
    const { iso, compare, filter, selected, step, focus } = chart.engine.describe();
    // A figure that shows the last day shows it of newer data too, unless the page has chosen the day.
    const isNewest = iso === chart.engine.info().last && step === null && !compare && !host.hasAttribute("date");
    return () => {
      const date = isNewest ? chart.engine.info().last : iso;
      controller.ask({ step, date, compare: compare?.iso ?? null, filter, selected: selected?.id ?? null });
      if (focus) chart.apply({ focus: { at: focus } });
    };
  }

  /** @param {import("../types.js").Diagnostic[]} [diagnostics]  undefined if the data is the same */
  #succeed(diagnostics) {
    if (this.#stale) this.#tell("data_to");
    this.#stale = false;
    const detail = { changed: diagnostics !== undefined, diagnostics: diagnostics ?? [] };
    // Whoever hears of it finds the new state of the element.
    requestAnimationFrame(() => this.shown.signal.aborted || this.controller.dispatcher.refreshed(detail));
  }

  /**
   * Tells the page at each failure, and readers once.
   * @param {unknown} thrown
   */
  #fail(thrown) {
    if (!this.#report(thrown) || this.#stale) return;
    this.#stale = true;
    this.#tell("stale");
    this.chart.live.say(this.chart.parts.notes.updated.textContent ?? "");
  }

  /**
   * Tells the page. Returns false if the page prevents the message for readers.
   * @param {unknown} thrown
   * @param {string} [before]  words before the message
   * @returns {boolean}
   */
  #report(thrown, before = "") {
    const { message = String(thrown), cause = null, diagnostics = [] } = Object(thrown);
    const error = { name: "", code: /** @type {const} */ ("dataset-refresh"), message: before + message, diagnostics };
    // The findings of the checker have no cause. An error without findings is a bug, and says nothing about the data.
    return this.controller.dispatcher.failed({ ...error, cause: diagnostics.length > 0 ? "invalid" : cause }, true);
  }

  /**
   * Writes the line with the date of the data. The line is written again with the others, so it keeps its key.
   * @param {"stale"|"data_to"} key
   */
  #tell(key) {
    const { chart } = this;
    const { updated } = chart.parts.notes;
    updated.dataset.told = key;
    setText(updated, chart.words.fill(key, { date: chart.engine.info().updated }));
  }
}
