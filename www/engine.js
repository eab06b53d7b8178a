/** Starts the core once a page: as WebAssembly or, where that may not run, as plain script. */

import init, { Engine } from "banspread-engine";
import * as supply from "banspread-supply";
import { ShellError } from "./errors.js";
import { importScript, once, startModule } from "./module.js";
import { mayCompile } from "./permission.js";

/** @typedef {import("./types.js").Loading} Loading */

const loadModule = once(async (/** @type {Loading} */ { wasmUrl }) => {
  await startModule(wasmUrl ?? supply.engine, init);
  return Engine;
});

const loadPlain = once(async (/** @type {Loading} */ { plainUrl }) => {
  const plain = await importScript(plainUrl ?? supply.plainEngine);
  plain.default();
  return plain.Engine;
});

/**
 * The core's class, once it runs.
 * @param {Loading} loading
 * @returns {Promise<import("./types.js").EngineClass>}
 */
export async function loadEngine(loading) {
  try {
    return await (mayCompile(loading) ? loadModule : loadPlain)(loading);
  } catch (error) {
    throw new ShellError("engine-load", /** @type {Error} */ (error).message);
  }
}
