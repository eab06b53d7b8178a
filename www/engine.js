/** Starts the core once a page. */

import init, { Engine } from "banspread-engine";
import { ShellError } from "./errors.js";
import { once, startModule } from "./module.js";

/**
 * The core's class, once its WebAssembly runs. It takes the address of the WebAssembly file; default: beside this
 * script.
 * @type {(url?: string|URL) => Promise<import("./types.js").EngineClass>}
 */
export const loadEngine = once(async (url = new URL("banspread.wasm", import.meta.url)) => {
  try {
    await startModule(url, init);
  } catch (error) {
    throw new ShellError("engine-load", /** @type {Error} */ (error).message);
  }
  return Engine;
});
