/** Asks the checker about a text that the core has refused: what is wrong with it, or, of CSV, what it is as JSON. */

import * as supply from "banspread-supply";
import { ShellError } from "./errors.js";
import { importScript, once, startModule } from "./module.js";
import { mayCompile } from "./permission.js";

/** @typedef {import("./types.js").Loading} Loading */

/** Most pages never need the checker: it comes with the first text that is refused, and stays. */
const loadModule = once(async (/** @type {Loading} */ { checkerUrl }) => {
  const place = checkerUrl ? new URL(checkerUrl, document.baseURI) : supply.checker;
  /** @type {import("./types.js").Checker} */
  const { default: init, check, unpackModule } = await importScript(place);
  await startModule(unpackModule ?? new URL("banspread-checker.wasm", place), init);
  return check;
});

const loadPlain = once(async (/** @type {Loading} */ { checkerPlainUrl }) => {
  const plain = await importScript(checkerPlainUrl ?? supply.plainChecker);
  plain.default();
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
    const check = await (mayCompile(loading) ? loadModule : loadPlain)(loading);
    return check(text);
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    throw new ShellError("invalid-dataset", `The dataset was refused. The checker, which says why, failed: ${message}`);
  }
}
