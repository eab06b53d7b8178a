/** Asks the checker about a text that the core has refused: what is wrong with it, or, of CSV, what it is as JSON. */

import { pageOf } from "../base/page.js";
import * as assets from "banspread-assets";
import { ShellError, withCode } from "../base/errors.js";
import { importScript, once, startModule, startPlain } from "./module.js";
import { supportsWasm } from "./wasm-support.js";

/** @typedef {import("../types.js").Loading} Loading */

/** Most pages never need the checker: it comes with the first text that is refused, and stays. */
const loadModule = once(async (/** @type {Loading} */ loading) => {
  const { checkerUrl } = loading;
  const place = checkerUrl ? new URL(checkerUrl, pageOf().baseURI) : assets.checker;
  /** @type {import("../types.js").Checker} */
  const { default: init, check, unpackModule } = await importScript(place, "banspread-checker.js", loading);
  // A script that does not hold the module has an address.
  const module = unpackModule ?? new URL("banspread-checker.wasm", /** @type {string|URL} */ (place));
  await startModule(module, init, "banspread-checker.wasm", loading);
  return check;
});

const loadPlain = once(async (/** @type {Loading} */ loading) => {
  const place = loading.checkerPlainUrl ?? assets.plainChecker;
  const plain = await startPlain(place, "banspread-checker-plain.js", loading);
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
    throw withCode(
      "invalid-dataset",
      thrown,
      "The dataset is invalid. The checker, which explains the errors, failed: ",
    );
  }
}
