/**
 * Five bundlers build an app of `import "banspread"`. They are configured only with where to begin and where to write.
 */

import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import * as esbuild from "esbuild";
import { rollup } from "rollup";
import * as vite from "vite";
import webpack from "webpack";
import { APPS, emptyMade, watch, writePage } from "./made.mjs";

const page = join(APPS, "page");
const main = join(page, "main.js");

for (const [name, root] of [
  ["vite", page],
  ["wasm-url", join(APPS, "wasm-url")],
]) {
  test(`Vite builds the page ${name}`, async () => {
    const outDir = emptyMade(name);
    // The tests show the page in a folder of the server, not at its root.
    await vite.build({ root, base: "./", logLevel: "warn", build: { outDir, emptyOutDir: true } });
    watch(name);
  });
}

test("webpack builds the script", async () => {
  const path = emptyMade("webpack");
  const stats = await pack({ mode: "production", entry: main, output: { path } });
  const { errors = [], warnings = [] } = stats.toJson({ all: false, errors: true, warnings: true });
  const said = [...errors, ...warnings].map(({ message }) => message);
  assertQuiet(said.filter((message) => !message.includes("size limit") && !message.includes("performance")));
  writePage("webpack", "main.js");
  watch("webpack");
});

/** @type {Record<string, esbuild.BuildOptions>} */
const ESBUILD = { esbuild: {}, "esbuild-split": { format: "esm", splitting: true } };

for (const [name, options] of Object.entries(ESBUILD)) {
  test(`${name} bundles the script`, async () => {
    const outdir = emptyMade(name);
    const place = { entryPoints: [main], bundle: true, outdir };
    const { warnings } = await esbuild.build({ ...place, logLevel: "error", ...options });
    assertQuiet(warnings.map(({ text }) => text));
    writePage(name, "main.js");
    watch(name);
  });
}

test("Rollup bundles the script with its plugin for packages", async () => {
  /** @type {string[]} */
  const warnings = [];
  const plugins = [nodeResolve()];
  const bundle = await rollup({ input: main, plugins, onwarn: ({ message }) => warnings.push(message) });
  await bundle.write({ dir: emptyMade("rollup") });
  await bundle.close();
  assertQuiet(warnings);
  writePage("rollup", "main.js");
  watch("rollup");
});

test("Parcel builds the page", () => {
  const folder = emptyMade("parcel");
  const place = ["--dist-dir", folder, "--public-url", "./", "--no-cache"];
  execFileSync(join(APPS, "node_modules/.bin/parcel"), ["build", "index.html", ...place], { cwd: page, stdio: "pipe" });
  watch("parcel");
});

/** @param {string[]} said */
function assertQuiet(said) {
  if (said.length) throw new Error(said.join("\n"));
}

/**
 * Runs webpack.
 * @param {import("webpack").Configuration} options
 * @returns {Promise<import("webpack").Stats>}
 */
function pack(options) {
  return new Promise((resolve, reject) => {
    webpack(options, (error, stats) => (stats ? resolve(stats) : reject(error)));
  });
}
