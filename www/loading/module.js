/** Starts scripts and WebAssembly modules, each once for each page. */

import { hashOf, runChecked } from "./integrity.js";
import { placeOf } from "./place.js";
import { attempt, failure, mistyped, request, typeOf } from "./request.js";

/** @typedef {import("../types.js").Loading} Loading */
/**
 * @template T
 * @typedef {import("./place.js").Place<T>} Place
 */

/** Firefox never imports an address again after it has failed, so the next attempt needs another address. */
let failures = 0;

/**
 * Imports a script.
 * @param {string} file  name in the package
 * @param {Place<any>|undefined} own  location in this form of the package
 * @param {Loading} loading
 * @param {(script: any) => void} [verify]  of the supplement: throws if the file has the script of another build
 */
export async function importScript(file, own, loading, verify) {
  const { integrity, timeout } = loading;
  const place = placeOf(file, own, loading);
  if (!place) throw failure("not-found", missing(file));
  return attempt(
    place,
    async (href, signal) => {
      if (typeof place === "function") return place();
      const hash = await hashOf(file, loading);
      const url = new URL(href);
      if (failures) url.searchParams.set("again", String(failures));
      try {
        let address = url.href;
        // esbuild would move a conditional expression into the import, and the comments for bundlers would be lost.
        if (hash) address = await runChecked(address, hash, integrity, signal, verify !== undefined);
        // Without these comments, bundlers would search for the file among their own.
        const script = await import(/* @vite-ignore */ /* webpackIgnore: true */ address);
        verify?.(script);
        return script;
      } catch (error) {
        failures += 1;
        // The error does not say why. A request for the same file does.
        const type = typeOf(await request(href, signal, hash));
        throw type.includes("script") ? error : mistyped(href, type, "text/javascript");
      }
    },
    timeout,
  );
}

/**
 * The message about a file that this form of the package does not contain.
 * @param {string} file
 */
function missing(file) {
  const way = file.includes("plain") ? 'import "banspread/plain", or set' : "set";
  return `This script does not contain ${file}: ${way} BanSpreadElement.assetsUrl to its folder.`;
}

/**
 * Imports the script that replaces WebAssembly, and starts it.
 * @param {string} file  name in the package
 * @param {Place<any>|undefined} own  location in this form of the package
 * @param {Loading} loading
 */
export async function startPlain(file, own, loading) {
  try {
    const plain = await importScript(file, own, loading);
    plain.default();
    return plain;
  } catch (error) {
    // A page that asked for the plain script knows that WebAssembly is not available.
    if (loading.engine === "script") throw error;
    const { message } = /** @type {Error} */ (error);
    const words =
      "This browser has no WebAssembly, or the policy's script-src lacks 'wasm-unsafe-eval'. The plain script failed:";
    throw failure("forbidden", `${words} ${message}`);
  }
}

/**
 * Compiles a module and starts its glue.
 * @param {Place<ArrayBuffer>} place
 * @param {(input: {module_or_path: WebAssembly.Module}) => Promise<unknown>} init  the start function of the glue
 * @param {string} file  name in the package
 * @param {Loading} loading
 */
export function startModule(place, init, file, loading) {
  return attempt(
    place,
    async (href, signal) => {
      const found = await (typeof place === "function" ? place() : request(href, signal, await hashOf(file, loading)));
      const type = found instanceof ArrayBuffer ? "" : typeOf(found);
      try {
        const module = await compile(found, type);
        // After the time limit, another attempt may have started the module.
        if (!signal.aborted) await init({ module_or_path: module });
      } catch (error) {
        // The file is right, so it need not be uploaded again.
        if (error instanceof RangeError) throw failure("forbidden", `No memory for ${href}: ${error.message}`);
        throw type.includes("html") ? mistyped(href, type, "application/wasm") : error;
      }
    },
    loading.timeout,
  );
}

/**
 * Compiles while loading if the server sends the right type. With other servers it compiles later, which is a little
 * slower.
 * @param {Response|ArrayBuffer} found
 * @param {string} type
 */
async function compile(found, type) {
  if (found instanceof ArrayBuffer) return WebAssembly.compile(found);
  if (type === "application/wasm") return WebAssembly.compileStreaming(found);
  return WebAssembly.compile(await found.arrayBuffer());
}
