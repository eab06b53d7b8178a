/** How the scripts of the shell import each other. */

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const root = fileURLToPath(new URL("../../", import.meta.url));
const files = readdirSync(`${root}www`, { recursive: true, encoding: "utf8" });
const entryPoints = files.filter((file) => file.endsWith(".js")).map((file) => `www/${file}`);

test("no script of the shell imports itself by way of others", async () => {
  // The modules that the build supplies import nothing of the shell.
  const external = ["banspread-*"];
  const { metafile } = await esbuild.build({
    absWorkingDir: root,
    bundle: true,
    entryPoints,
    external,
    format: "esm",
    metafile: true,
    outdir: "out",
    write: false,
  });
  assert.ok(Object.keys(metafile.inputs).length >= entryPoints.length);
  /** @type {Set<string>} */
  const done = new Set();
  /** @type {string[]} */
  const cycles = [];
  /** @type {(file: string, path: string[]) => void} */
  const follow = (file, path) => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(" > "));
    if (path.includes(file) || done.has(file)) return;
    const imports = metafile.inputs[file]?.imports.filter(({ external }) => !external) ?? [];
    for (const { path: next } of imports) follow(next, [...path, file]);
    done.add(file);
  };
  for (const file of entryPoints) follow(file, []);
  assert.deepEqual(cycles, []);
});
