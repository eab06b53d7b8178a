/** What npm would publish: all promised files are there, and the scripts can be imported on a server. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { APPS } from "./made.mjs";

const INSTALLED = join(APPS, "node_modules/banspread");

const manifest = readJson("package.json");

test("every file that the package promises is in it", () => {
  const { main, module, types, unpkg, jsdelivr, customElements, exports, sideEffects, files } = manifest;
  /** @param {string|Record<string, string>} entry */
  const filesOf = (entry) => (typeof entry === "string" ? [entry] : Object.values(entry));
  const exported = Object.values(exports).flatMap(filesOf);
  const modules = readJson("custom-elements.json").modules.map((/** @type {{path: string}} */ { path }) => path);
  const hashed = Object.keys(readJson("integrity.json"));
  const fields = [main, module, types, unpkg, jsdelivr, customElements];
  const promised = [fields, exported, sideEffects, files, modules, hashed];
  // A pattern stands for the one file that is always there.
  const missing = promised.flat().filter((file) => !existsSync(join(INSTALLED, file.replace("*", "en"))));
  assert.deepEqual(missing, []);
});

test("every script is marked as having side effects or as having none", () => {
  const names = ["banspread-checker.js", "banspread-supplement.js", "banspread-plain.js", "banspread-checker-plain.js"];
  const quiet = [...names, "npm/element.js"];
  const parts = readdirSync(join(INSTALLED, "npm")).map((name) => `npm/${name}`);
  const scripts = [...readdirSync(INSTALLED), ...parts].filter((name) => name.endsWith(".js"));
  const entries = JSON.stringify(manifest.exports);
  const exported = scripts.filter((name) => entries.includes(`"./${name}"`));
  const silent = exported.filter((name) => !manifest.sideEffects.includes(`./${name}`));
  assert.deepEqual(silent.sort(), quiet.sort());
});

for (const entry of ["banspread", "banspread/element", "banspread/plain", "banspread/banspread.js"]) {
  test(`a server can import ${entry}`, () => {
    const script = `const { BanSpreadElement } = await import("${entry}"); console.log(typeof BanSpreadElement)`;
    const printed = execFileSync("node", ["--input-type=module", "--eval", script], { cwd: APPS, encoding: "utf8" });
    assert.equal(printed.trim(), entry.endsWith("plain") ? "undefined" : "function");
  });
}

test("a server can render the tag with React", () => {
  const script = `
    import "banspread";
    import { createElement } from "react";
    import { renderToString } from "react-dom/server";
    console.log(renderToString(createElement("ban-spread", { date: "2020-07-14", data: {} }, "fallback")));`;
  const printed = execFileSync("node", ["--input-type=module", "--eval", script], { cwd: APPS, encoding: "utf8" });
  assert.equal(printed.trim(), '<ban-spread date="2020-07-14">fallback</ban-spread>');
});

/** @param {string} name */
function readJson(name) {
  return JSON.parse(readFileSync(join(INSTALLED, name), "utf8"));
}
