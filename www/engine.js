/** Starts the core once a page. */

import init, { Engine } from "banspread-engine";
import { ShellError } from "./errors.js";

/** @type {Promise<import("./types.js").EngineClass>|undefined} */
let started;

/**
 * The core's class, once its WebAssembly runs. All callers share one promise; a failed start may be tried again.
 * @param {string|URL} [url]  where the WebAssembly file is; default: beside this script
 */
export function loadEngine(url = new URL("banspread.wasm", import.meta.url)) {
  started ??= start(url).catch((error) => {
    started = undefined;
    throw error;
  });
  return started;
}

/**
 * @param {string|URL} url
 * @returns {Promise<import("./types.js").EngineClass>}
 */
async function start(url) {
  const response = await request(url);
  try {
    await init({ module_or_path: await compile(response) });
  } catch (error) {
    throw new ShellError("engine-load", `The browser refused ${url}: ${/** @type {Error} */ (error).message}`);
  }
  return Engine;
}

/** @param {string|URL} url */
async function request(url) {
  let response;
  try {
    response = await fetch(url, { credentials: "same-origin" });
  } catch {
    throw new ShellError("engine-load", `${url} cannot be reached.`);
  }
  if (!response.ok) throw new ShellError("engine-load", `${url} answered ${response.status}.`);
  return response;
}

/**
 * Compiles while loading where the server names the type; other servers still work, a little slower.
 * @param {Response} response
 */
async function compile(response) {
  const type = response.headers.get("content-type") ?? "";
  if (type.split(";")[0].trim() === "application/wasm") return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
