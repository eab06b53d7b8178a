/** The worker of the make page: it does one task at a time, and answers with its result or an error. */

import { Fault, sentenceOf } from "./faults.js";
import { open } from "./open.js";
import { tasks } from "./tasks.js";

/** @typedef {{ task: string, argument: any, reopened?: import("../core/types.d.ts").Input }} Request */

self.onmessage = async ({ data }) => {
  self.postMessage(await answer(data));
};

/** @param {import("../core/types.d.ts").Progress} progress */
function tell(progress) {
  self.postMessage({ progress });
}

/** @param {Request} request */
async function answer({ task, argument, reopened }) {
  try {
    // The worker before this one had this input open.
    if (reopened) await open(reopened, tell);
    return { result: await tasks[task](argument, tell) };
  } catch (error) {
    return { error: faultOf(error) };
  }
}

/** @param {unknown} error */
function faultOf(error) {
  if (error instanceof Fault) return { kind: error.kind, message: error.message };
  // The modules throw sentences.
  if (typeof error === "string") return { kind: "input", message: sentenceOf(error) };
  const { message } = /** @type {Error} */ (error);
  // A trap leaves the memory of a module in an unknown state, so the page starts another worker.
  return {
    kind: "ended",
    message: `The import has ended unexpectedly (${message}). Your file and your answers are kept.`,
  };
}
