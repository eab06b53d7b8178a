/** Starts the core once for each page: as WebAssembly, or as plain script if WebAssembly is not available. */

import init, { Engine } from "banspread-engine";
import * as assets from "banspread-assets";
import { withCode } from "../base/errors.js";
import { once, placeOf, startModule, startPlain } from "./module.js";
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
    return await (supportsWasm(loading) ? loadModule : loadPlain)(loading);
  } catch (thrown) {
    throw withCode("engine-load", thrown);
  }
}
