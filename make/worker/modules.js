/** The WebAssembly modules. Each is loaded when it is first needed. */

import * as addresses from "banspread-make-modules";
import * as importerGlue from "banspread-importer";
import * as publisherGlue from "banspread-publisher";
import * as workbooksGlue from "banspread-workbooks";
import { Fault } from "./faults.js";

/** @typedef {import("../core/types.d.ts").Progress} Progress */
/** @typedef {(progress: Progress) => void} Tell */
/** @typedef {{ default: (input: { module_or_path: WebAssembly.Module }) => Promise<unknown> }} Glue */

export const importer = loaded(importerGlue, addresses.importer);
export const publisher = loaded(publisherGlue, addresses.publisher);
export const workbooks = loaded(workbooksGlue, addresses.workbooks);

/**
 * A function that loads a module with its first call.
 * @template {Glue} G
 * @param {G} glue
 * @param {() => Promise<Response>} fetched
 * @returns {(tell: Tell) => Promise<G>}
 */
function loaded(glue, fetched) {
  /** @type {Promise<G> | undefined} */
  let begun;
  return (tell) => {
    begun ??= start(glue, fetched, tell);
    // After an error the next call tries again.
    begun.catch(() => (begun = undefined));
    return begun;
  };
}

/**
 * @template {Glue} G
 * @param {G} glue
 * @param {() => Promise<Response>} fetched
 * @param {Tell} tell
 */
async function start(glue, fetched, tell) {
  tell({ stage: "modules", done: 0, total: null });
  try {
    await glue.default({ module_or_path: await compiled(await fetched()) });
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
async function compiled(response) {
  if (!response.ok) throw new Error(`the server answered with ${response.status}`);
  // Servers that do not know the type of modules send another one.
  const isModule = response.headers.get("Content-Type") === "application/wasm";
  return isModule ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}
