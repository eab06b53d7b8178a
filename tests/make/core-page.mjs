/** A page that has the core of the make page and nothing else, for tests and benchmarks. */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SCRIPT = 'import { startCore } from "./core.js"; window.startCore = startCore;';
const HEAD = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Core</title><link rel="icon" href="data:,">';

/**
 * Writes the page, with `startCore` as a global, and its script.
 * @param {string} folder
 */
export async function writeCorePage(folder) {
  mkdirSync(folder, { recursive: true });
  await esbuild.build({
    absWorkingDir: ROOT,
    bundle: true,
    entryPoints: ["make/core/core.js"],
    format: "esm",
    outfile: join(folder, "core.js"),
  });
  writeFileSync(join(folder, "index.html"), `${HEAD}<script type="module">${SCRIPT}</script></html>`);
}
