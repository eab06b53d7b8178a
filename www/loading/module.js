/** Starts scripts and WebAssembly modules, each once a page. */

import { pageOf } from "../base/page.js";
import { hashOf, runChecked } from "./integrity.js";
import { attempt, failure, mistyped, request, typeOf } from "./request.js";

/** @typedef {import("../types.js").Loading} Loading */

/**
 * Where something is: its address, or a function that brings it, as bundlers must see each `import()`.
 * @template T
 * @typedef {string|URL|(() => Promise<T>)} Place
 */

/** Firefox remembers for good that an address could not be imported: the next time it needs another one. */
let failures = 0;

/**
 * A start that all callers share; a failed one may be tried again.
 * @template T
 * @param {(loading: Loading) => Promise<T>} start
 * @returns {(loading: Loading) => Promise<T>}
 */
export function once(start) {
  /** @type {Promise<T>|undefined} */
  let started;
  return (loading) =>
    (started ??= start(loading).catch((error) => {
      started = undefined;
      throw error;
    }));
}

/**
 * Where a file of the package is: in the folder that the page names, or else where this form of the package has it. A
 * query of the folder, such as the package's version, is that of each file.
 * @template {Place<any>|undefined} Own
 * @param {string} file
 * @param {Own} own
 * @param {Pick<Loading, "assetsUrl">} loading
 */
export function placeOf(file, own, { assetsUrl }) {
  if (!assetsUrl) return own;
  const url = new URL(assetsUrl, pageOf().baseURI);
  url.pathname = url.pathname.replace(/\/?$/, "/") + file;
  return url;
}

/**
 * Imports a script.
 * @param {string} file  its name in the package
 * @param {Place<any>|undefined} own  where this form of the package has it
 * @param {Loading} loading
 */
export async function importScript(file, own, loading) {
  const { integrity, timeout } = loading;
  const place = placeOf(file, own, loading);
  if (!place) throw failure("not-found", missing(file));
  const hash = hashOf(file, integrity);
  return attempt(
    place,
    async (href, signal) => {
      if (typeof place === "function") return place();
      const url = new URL(href);
      if (failures) url.searchParams.set("again", String(failures));
      try {
        let address = url.href;
        // A conditional expression would be put into the import by esbuild, and the comments for bundlers would be lost.
        if (hash) address = await runChecked(address, hash, integrity, signal);
        // Bundlers would look for it among their files.
        return await import(/* @vite-ignore */ /* webpackIgnore: true */ address);
      } catch (error) {
        failures += 1;
        // It does not say why: asking for the same file does.
        const type = typeOf(await request(href, signal, hash));
        throw type.includes("script") ? error : mistyped(href, type, "text/javascript");
      }
    },
    timeout,
  );
}

/**
 * What to do about a file that this form of the package comes without.
 * @param {string} file
 */
function missing(file) {
  const way = file.includes("plain") ? 'import "banspread/plain", or set' : "set";
  return `This script does not contain ${file}: ${way} BanSpreadElement.assetsUrl to its folder.`;
}

/**
 * Imports what runs in the place of WebAssembly, and starts it.
 * @param {string} file  its name in the package
 * @param {Place<any>|undefined} own  where this form of the package has it
 * @param {Loading} loading
 */
export async function startPlain(file, own, loading) {
  try {
    const plain = await importScript(file, own, loading);
    plain.default();
    return plain;
  } catch (error) {
    if (loading.engine === "script") throw error;
    const { message } = /** @type {Error} */ (error);
    const words =
      "This browser has no WebAssembly, or the policy's script-src lacks 'wasm-unsafe-eval'. The plain script failed:";
    throw failure("forbidden", `${words} ${message}`);
  }
}

/**
 * Compiles a module and hands it to its glue.
 * @param {Place<ArrayBuffer>} place
 * @param {(input: {module_or_path: WebAssembly.Module}) => Promise<unknown>} init  the glue's own start
 * @param {string} file  its name in the package
 * @param {Loading} loading
 */
export function startModule(place, init, file, { integrity, timeout }) {
  return attempt(
    place,
    async (href, signal) => {
      const found = await (typeof place === "function" ? place() : request(href, signal, hashOf(file, integrity)));
      const type = found instanceof ArrayBuffer ? "" : typeOf(found);
      try {
        const module = await compile(found, type);
        // Late: another may have been started since.
        if (!signal.aborted) await init({ module_or_path: module });
      } catch (error) {
        throw type.includes("html") ? mistyped(href, type, "application/wasm") : error;
      }
    },
    timeout,
  );
}

/**
 * Compiles while loading where the server names the type; other servers still work, a little slower.
 * @param {Response|ArrayBuffer} found
 * @param {string} type
 */
async function compile(found, type) {
  if (found instanceof ArrayBuffer) return WebAssembly.compile(found);
  if (type === "application/wasm") return WebAssembly.compileStreaming(found);
  return WebAssembly.compile(await found.arrayBuffer());
}
