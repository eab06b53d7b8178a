/** Asks the checker about a text that the core has refused: what is wrong with it, or, of CSV, what it is as JSON. */

import { ShellError } from "./errors.js";
import { once, startModule } from "./module.js";

/** Most pages never need the checker: it comes with the first text that is refused, and stays. */
const loadChecker = once(async (url = new URL("banspread-checker.js", import.meta.url)) => {
  const script = new URL(url, document.baseURI);
  /** @type {import("./types.js").Checker} */
  const { default: init, check } = await import(script.href).catch(() => {
    throw new Error(`${script} cannot be loaded.`);
  });
  await startModule(new URL("banspread-checker.wasm", script), init);
  return check;
});

/**
 * The text as JSON that the core accepts, and what an editor should look at all the same. Throws what is wrong with a
 * text that cannot be used.
 * @param {string} text
 * @param {string|URL} [url]  where the checker's script is; default: beside this script
 */
export async function readRefused(text, url) {
  const { json, message, diagnostics } = await ask(text, url);
  if (json === null) throw new ShellError("invalid-dataset", message, diagnostics);
  return { json, warnings: diagnostics };
}

/**
 * @param {string} text
 * @param {string|URL} [url]
 */
async function ask(text, url) {
  try {
    const check = await loadChecker(url);
    return check(text);
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    throw new ShellError("invalid-dataset", `The dataset was refused. The checker, which says why, failed: ${message}`);
  }
}
