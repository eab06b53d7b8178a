/** Loads the supplement: the script with what a first picture and a drag do not need. */

import * as assets from "banspread-assets";
import { withCode } from "../base/errors.js";
import { setSupplement } from "./arrived.js";
import { importScript } from "./module.js";
import { once } from "./place.js";

/** @typedef {import("../types.js").Loading} Loading */
/** @typedef {import("../types.js").Supplement} Supplement */

/** Safari does not tell when it is idle. After this time, in milliseconds, it usually is. */
const SOON = 1000;

/** The loading when the browser was idle, once for each page. @type {Promise<unknown>|undefined} */
let ahead;

const load = once(async (/** @type {Loading} */ loading) => {
  const own = assets.supplement;
  // A bundle and a single file contain the supplement of their build. The folder of a page can have that of another.
  const here = typeof own === "function" ? Object.create(loading, { assetsUrl: { value: undefined } }) : loading;
  const script = /** @type {Supplement} */ (await importScript("banspread-supplement.js", own, here, verify));
  setSupplement(script);
  return script;
});

/**
 * An old script in the cache of a browser can find a new supplement, or the reverse.
 * @param {Supplement} script
 */
function verify({ edition }) {
  if (edition !== BANSPREAD_EDITION) throw new Error();
}

/**
 * The supplement, for a part that is used now. It is loaded once for each page, and again after an error.
 * @param {Loading} loading
 */
export async function loadSupplement(loading) {
  try {
    return await load(loading);
  } catch (thrown) {
    throw withCode("supplement-load", thrown);
  }
}

/**
 * Loads the supplement when the browser is idle, unless the reader saves data. Nobody has asked for it, so an error has
 * no message: the next use tries again.
 * @param {Loading} loading
 */
export async function loadAhead(loading) {
  // Only Chromium tells whether a reader saves data.
  const { connection } = /** @type {any} */ (navigator);
  if (connection?.saveData) return;
  ahead ??= whenIdle()
    .then(() => load(loading))
    .catch(() => {});
  await ahead;
}

/** @returns {Promise<unknown>} */
function whenIdle() {
  const { requestIdleCallback } = /** @type {{requestIdleCallback?: (run: () => void) => void}} */ (globalThis);
  return new Promise((run) => (requestIdleCallback ? requestIdleCallback(() => run(0)) : setTimeout(run, SOON)));
}
