/** Starts WebAssembly modules, each once a page. */

/**
 * Where something is: its address, or a function that brings it, as bundlers must see each `import()`.
 * @template T
 * @typedef {string|URL|(() => Promise<T>)} Place
 */

/**
 * A start that all callers share; a failed one may be tried again.
 * @template T
 * @param {(loading: import("./types.js").Loading) => Promise<T>} start
 * @returns {(loading: import("./types.js").Loading) => Promise<T>}
 */
export function once(start) {
  /** @type {Promise<T>|undefined} */
  let started;
  return (loading) => (started ??= start(loading).catch((error) => {
    started = undefined;
    throw error;
  }));
}

/**
 * Imports a script. One that cannot be had is thrown as a sentence with the address.
 * @param {Place<any>|undefined} place
 */
export async function importScript(place) {
  if (typeof place === "function") return place();
  if (!place) throw new Error("it does not come with this script.");
  const { href } = new URL(place, document.baseURI);
  return import(href).catch(() => {
    throw new Error(`${href} cannot be loaded.`);
  });
}

/**
 * Compiles a module and hands it to its glue. What goes wrong is thrown as a sentence with the address.
 * @param {Place<ArrayBuffer>} place
 * @param {(input: {module_or_path: WebAssembly.Module}) => Promise<unknown>} init  the glue's own start
 */
export async function startModule(place, init) {
  const found = await (typeof place === "function" ? place() : request(place));
  try {
    await init({ module_or_path: await compile(found) });
  } catch (error) {
    throw new Error(`The browser refused ${place}: ${/** @type {Error} */ (error).message}`);
  }
}

/** @param {string|URL} url */
async function request(url) {
  let response;
  try {
    response = await fetch(url, { credentials: "same-origin" });
  } catch {
    throw new Error(`${url} cannot be reached.`);
  }
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return response;
}

/**
 * Compiles while loading where the server names the type; other servers still work, a little slower.
 * @param {Response|ArrayBuffer} response
 */
async function compile(response) {
  if (response instanceof ArrayBuffer) return WebAssembly.compile(response);
  const type = response.headers.get("content-type") ?? "";
  if (type.split(";")[0].trim() === "application/wasm") return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
