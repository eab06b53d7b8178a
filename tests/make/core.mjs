/** The worker of the make page in Node.js: the script and the modules of the package, without a browser. */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FOLDER = join(ROOT, "pkg/make");

/** The letters of windows-1252 from 0x80 on; some versions of Node.js decode these bytes as controls. */
const LETTERS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

class Decoder extends TextDecoder {
  /**
   * @override
   * @param {Uint8Array} [bytes]
   */
  decode(bytes) {
    const text = super.decode(bytes);
    if (this.encoding !== "windows-1252") return text;
    return text.replace(/[\u0080-\u009f]/g, (letter) => LETTERS[letter.charCodeAt(0) - 0x80]);
  }
}

/** The bytes of a file of the make page in the package. @param {string} name */
export const fileOf = (name) => new Uint8Array(readFileSync(join(FOLDER, name)));

/** @param {Uint8Array} bytes */
const hashOf = (bytes) => `sha256-${createHash("sha256").update(bytes).digest("base64")}`;

/**
 * Starts the script of the worker with stand-ins for what a worker has.
 * @param {string} [script]
 * @param {(name: string) => Uint8Array<ArrayBuffer>} [read]  the bytes of a file beside the script
 */
export function startWorker(script = readFileSync(join(FOLDER, "worker.js"), "utf8"), read = fileOf) {
  /** @type {((answer: any) => void) | undefined} */
  let heard;
  /** @type {any[]} */
  const progress = [];
  const self = {
    location: { href: "https://paper.example/make/worker.js" },
    /** @type {(event: { data: any }) => void} */
    onmessage: () => {},
    postMessage: (/** @type {any} */ answer) => (answer.progress ? progress.push(answer.progress) : heard?.(answer)),
  };
  const fetched = async (/** @type {URL} */ url, /** @type {RequestInit} */ { integrity } = {}) => {
    const bytes = read(url.pathname.replace("/make/", ""));
    // As browsers do.
    if (integrity !== undefined && integrity !== hashOf(bytes)) throw new TypeError("Failed to fetch");
    return new Response(bytes, { headers: { "Content-Type": "application/wasm" } });
  };
  new Function("self", "fetch", "TextDecoder", script)(self, fetched, Decoder);
  /** @type {(task: string, argument: any) => Promise<any>} */
  const ask = (task, argument) =>
    new Promise((resolve, reject) => {
      heard = ({ result, error }) => (error ? reject(Object.assign(new Error(error.message), error)) : resolve(result));
      self.onmessage({ data: { task, argument } });
    });
  return { ask, progress };
}
