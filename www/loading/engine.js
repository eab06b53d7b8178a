/**
 * Starts the core once for each page: as WebAssembly, or as plain script if WebAssembly is not available. The places of
 * the grids are loaded at the same time.
 */

import init, { Engine } from "banspread-engine";
import * as assets from "banspread-assets";
import { withCode } from "../base/errors.js";
import { loadPlaces } from "./data.js";
import { startModule, startPlain } from "./module.js";
import { once, placeOf } from "./place.js";
import { supportsWasm } from "./wasm-support.js";

/** @typedef {import("../types.js").Loading} Loading */

const loadModule = once(async (/** @type {Loading} */ loading) => {
  const place = loading.wasmUrl ?? placeOf("banspread.wasm", assets.engine, loading);
  await startModule(place, init, "banspread.wasm", loading);
  return Engine;
});

const loadPlain = once(async (/** @type {Loading} */ loading) => {
  const plain = await startPlain("banspread-plain.js", assets.plain.engine, loading);
  return plain.Engine;
});

/**
 * The class of the core, after it has started.
 * @param {Loading} loading
 * @returns {Promise<import("../types.js").EngineClass>}
 */
export async function loadEngine(loading) {
  try {
    const places = loadPlaces(loading);
    // If both files fail, the error is always that of the engine.
    places.catch(() => {});
    const Core = await (supportsWasm(loading) ? loadModule : loadPlain)(loading);
    Core.provide(await places);
    return Core;
  } catch (thrown) {
    throw withCode("engine-load", thrown);
  }
}
