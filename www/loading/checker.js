/** Asks the checker about a text that the core has refused: what is wrong with it, or, of CSV, what it is as JSON. */

import * as assets from "banspread-assets";
import { ShellError, withCode } from "../base/errors.js";
import { importScript, once, placeOf, startModule, startPlain } from "./module.js";
import { supportsWasm } from "./wasm-support.js";

/** @typedef {import("../types.js").Loading} Loading */

/** Most pages never need the checker: it comes with the first text that is refused, and stays. */
const loadModule = once(async (/** @type {Loading} */ loading) => {
  /** @type {import("../types.js").Checker} */
  const { default: init, check, unpackModule } = await importScript("banspread-checker.js", assets.checker, loading);
  const file = "banspread-checker.wasm";
  // A script that does not hold the module is a file, and so is the module.
  const module = unpackModule ?? /** @type {URL} */ (placeOf(file, assets.checkerModule, loading));
  await startModule(module, init, file, loading);
  return check;
});

const loadPlain = once(async (/** @type {Loading} */ loading) => {
  const plain = await startPlain("banspread-checker-plain.js", assets.plain.checker, loading);
  return plain.check;
});

/**
 * The text as JSON that the core accepts, and what an editor should look at all the same. Throws what is wrong with a
 * text that cannot be used.
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
    return check(text, loading.limitFactor);
  } catch (thrown) {
    const message = "The checker, which reads CSV and explains errors, failed: ";
    throw withCode("invalid-dataset", thrown, message);
  }
}
