/** Which scripts of the shell, and of the make page, import which. */

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

/** The folders of `www`, the lowest first: a script imports from its own folder and from those before it. */
const ROOMS = ["base", "messages", "loading", "i18n", "canvas", "input", "a11y", "panels", "table", "chart", "element"];
/** Scripts that the build begins with, and files that only they use. They can import from everywhere. */
const ENTRIES = ["", "embed", "plain"];

/** The folders of `make`, the lowest first, after the lowest one of `www`. The worker is a script of its own. */
const MAKE = ["base", "core", "messages", "i18n", "state", "data", "drafts", "effects", "view"];

/** @typedef {Map<string, string[]>} Graph  the scripts that each script imports */

const root = fileURLToPath(new URL("../../", import.meta.url));
/** All scripts of a folder. @param {string} folder */
const scripts = (folder) =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".js"))
    .map((file) => `${folder}/${file}`);

/** @param {string[]} entryPoints @returns {Promise<Graph>} */
async function graph(entryPoints = scripts("www")) {
  const { metafile } = await esbuild.build({
    absWorkingDir: root,
    bundle: true,
    entryPoints,
    // The modules that the build supplies import nothing from the shell.
    external: ["banspread-*", "preact", "preact/hooks", "fflate"],
    format: "esm",
    metafile: true,
    outdir: "out",
    write: false,
  });
  const inputs = Object.entries(metafile.inputs);
  assert.ok(inputs.length >= entryPoints.length);
  return new Map(
    inputs.map(([file, { imports }]) => [file, imports.filter(({ external }) => !external).map(({ path }) => path)]),
  );
}

/** @param {Graph} graph */
function circles(graph) {
  /** @type {Set<string>} */
  const done = new Set();
  /** @type {string[]} */
  const found = [];
  /** @type {(file: string, path: string[]) => void} */
  const follow = (file, path) => {
    if (path.includes(file)) found.push([...path.slice(path.indexOf(file)), file].join(" > "));
    if (path.includes(file) || done.has(file)) return;
    for (const next of graph.get(file) ?? []) follow(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) follow(file, []);
  return found;
}

/** The folder of `www` with a script. @param {string} file */
const roomOf = (file) => (file.split("/").length > 2 ? file.split("/")[1] : "");

/**
 * Imports from a folder that comes later in the list, or is not in it.
 * @param {Graph} graph
 * @param {string[]} [rooms]
 */
function breaches(graph, rooms = ROOMS) {
  const found = [];
  for (const [file, imports] of graph) {
    const own = roomOf(file);
    for (const other of imports) {
      const below = rooms.includes(roomOf(other)) && rooms.indexOf(roomOf(other)) <= rooms.indexOf(own);
      const entry = ENTRIES.includes(own) && [...rooms, ...ENTRIES].includes(roomOf(other));
      if (!below && !entry) found.push(`${file} > ${other}`);
    }
  }
  return found;
}

test("the scripts of the shell have no circular imports", async () => {
  assert.deepEqual(circles(await graph()), []);
});

test("scripts import only from their own folder and from folders below it", async () => {
  assert.deepEqual(breaches(await graph()), []);
});

test("the same is true of the make page", async () => {
  const made = await graph(scripts("make").filter((file) => !file.startsWith("make/worker/")));
  assert.deepEqual(circles(made), []);
  assert.deepEqual(breaches(made, MAKE), []);
});

test("a circular import and an import from above are found", () => {
  const one = ["www/base/one.js", ["www/base/two.js"]];
  const two = ["www/base/two.js", ["www/base/one.js", "www/chart/chart-controller.js"]];
  const planted = new Map(/** @type {[string, string[]][]} */ ([one, two, ["www/chart/chart-controller.js", []]]));
  assert.deepEqual(circles(planted), ["www/base/one.js > www/base/two.js > www/base/one.js"]);
  assert.deepEqual(breaches(planted), ["www/base/two.js > www/chart/chart-controller.js"]);
  const unknown = new Map([["www/attic/old.js", ["www/base/one.js"]]]);
  assert.deepEqual(breaches(unknown), ["www/attic/old.js > www/base/one.js"]);
});
