/** The WebAssembly modules. Each is loaded when it is first needed, that of the import with the names of places. */

import * as addresses from "banspread-make-modules";
import * as importerGlue from "banspread-importer";
import * as publisherGlue from "banspread-publisher";
import * as workbooksGlue from "banspread-workbooks";
import { Fault } from "./faults.js";

/** @typedef {import("../core/types.d.ts").Progress} Progress */
/** @typedef {(progress: Progress) => void} Tell */
/** @typedef {(input: { module_or_path: WebAssembly.Module }) => Promise<unknown>} Init */
/** @typedef {{ default: Init, provide?: (text: string) => void }} Glue */
/** @typedef {() => Promise<Response>} Fetched */

export const importer = loaded(importerGlue, addresses.importer, addresses.names);
export const publisher = loaded(publisherGlue, addresses.publisher);
export const workbooks = loaded(workbooksGlue, addresses.workbooks);

/**
 * A function that loads a module with its first call.
 * @template {Glue} G
 * @param {G} glue
 * @param {Fetched} fetched
 * @param {Fetched} [data]  what the module is given before its first use
 * @returns {(tell: Tell) => Promise<G>}
 */
function loaded(glue, fetched, data) {
  /** @type {Promise<G> | undefined} */
  let begun;
  return (tell) => {
    begun ??= start(glue, fetched, data, tell);
    // After an error the next call tries again.
    begun.catch(() => (begun = undefined));
    return begun;
  };
}

/**
 * @template {Glue} G
 * @param {G} glue
 * @param {Fetched} fetched
 * @param {Fetched | undefined} data
 * @param {Tell} tell
 */
async function start(glue, fetched, data, tell) {
  tell({ stage: "modules", done: 0, total: null });
  try {
    const [module, text] = await Promise.all([fetched().then(compiled), data?.().then(textOf)]);
    await glue.default({ module_or_path: module });
    if (text !== undefined) glue.provide?.(text);
    return glue;
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    throw new Fault(
      "loading",
      `A part of the page could not be loaded (${message}). Check the connection, and try again.`,
    );
  }
}

/** @param {Response} response */
function good(response) {
  if (!response.ok) throw new Error(`the server answered with ${response.status}`);
  return response;
}

/** @param {Response} response */
const textOf = (response) => good(response).text();

/** @param {Response} response */
async function compiled(response) {
  // Servers that do not know the type of modules send another one.
  const isModule = good(response).headers.get("Content-Type") === "application/wasm";
  return isModule ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}
