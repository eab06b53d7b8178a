/** Starts WebAssembly modules, each once a page. */

/**
 * A start that all callers share; a failed one may be tried again.
 * @template T
 * @param {(url?: string|URL) => Promise<T>} start
 * @returns {(url?: string|URL) => Promise<T>}
 */
export function once(start) {
  /** @type {Promise<T>|undefined} */
  let started;
  return (url) => (started ??= start(url).catch((error) => {
    started = undefined;
    throw error;
  }));
}

/**
 * Fetches a module, compiles it and hands it to its glue. What goes wrong is thrown as a sentence with the address.
 * @param {string|URL} url
 * @param {(input: {module_or_path: WebAssembly.Module}) => Promise<unknown>} init  the glue's own start
 */
export async function startModule(url, init) {
  const response = await request(url);
  try {
    await init({ module_or_path: await compile(response) });
  } catch (error) {
    throw new Error(`The browser refused ${url}: ${/** @type {Error} */ (error).message}`);
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
 * @param {Response} response
 */
async function compile(response) {
  const type = response.headers.get("content-type") ?? "";
  if (type.split(";")[0].trim() === "application/wasm") return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
