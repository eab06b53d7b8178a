/** Asks the checker about a text that the core has refused: what is wrong with it, or its JSON if it is CSV. */

import * as assets from "banspread-assets";
import { ShellError, withCode } from "../base/errors.js";
import { loadPlaces } from "./data.js";
import { importScript, startModule, startPlain } from "./module.js";
import { once, placeOf } from "./place.js";
import { supportsWasm } from "./wasm-support.js";

/** @typedef {import("../types.js").Loading} Loading */

/** Most pages never need the checker. It is loaded for the first refused text, and stays loaded. */
const loadModule = once(async (/** @type {Loading} */ loading) => {
  /** @type {import("../types.js").Checker} */
  const { default: init, check, unpackModule } = await importScript("banspread-checker.js", assets.checker, loading);
  const file = "banspread-checker.wasm";
  // If the script does not contain the module, the module is a file like the script.
  const module = unpackModule ?? /** @type {URL} */ (placeOf(file, assets.checkerModule, loading));
  await startModule(module, init, file, loading);
  return check;
});

const loadPlain = once(async (/** @type {Loading} */ loading) => {
  const plain = await startPlain("banspread-checker-plain.js", assets.plain.checker, loading);
  return plain.check;
});

/**
 * The text as JSON that the core accepts, with warnings for an editor. Throws the findings about a text that is
 * invalid.
 * @param {string} text
 * @param {Loading} loading
 */
export async function readRefused(text, loading) {
  const { json, message, diagnostics } = await ask(text, loading);
  if (json === null) throw new ShellError("invalid-dataset", message, diagnostics);
  return { json, warnings: diagnostics };
}

/**
 * @param {string} text
 * @param {Loading} loading
 */
async function ask(text, loading) {
  try {
    const check = await (supportsWasm(loading) ? loadModule : loadPlain)(loading);
    return check(text, loading.limitFactor, await loadPlaces(loading));
  } catch (thrown) {
    const message = "The checker, which reads CSV and explains errors, failed: ";
    throw withCode("invalid-dataset", thrown, message);
  }
}
