/** What npm would publish: every file that is promised, types and manifest as the element is, no fault on a server. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import ts from "typescript";
import { APPS } from "./made.mjs";

const INSTALLED = join(APPS, "node_modules/banspread");

/**
 * What the tests read of `custom-elements.json`.
 * @typedef {{name: string, type: {text: string}}} Named
 * @typedef {{tagName?: string, members: Named[], attributes: Named[], events: Named[]}} Declaration
 * @typedef {{modules: {path: string, declarations?: Declaration[]}[]}} Elements
 */

const manifest = readJson("package.json");
/** @type {Elements} */
const elements = readJson("custom-elements.json");
const element = elements.modules.flatMap(({ declarations = [] }) => declarations).find(({ tagName }) => tagName);
assert.ok(element, "the manifest names an element");

test("every file that the package promises is in it", () => {
  const { main, module, types, unpkg, jsdelivr, customElements, exports, sideEffects, files } = manifest;
  /** @param {string|Record<string, string>} entry */
  const filesOf = (entry) => (typeof entry === "string" ? [entry] : Object.values(entry));
  const exported = Object.values(exports).flatMap(filesOf);
  const modules = elements.modules.map(({ path }) => path);
  const hashed = Object.keys(readJson("integrity.json"));
  const fields = [main, module, types, unpkg, jsdelivr, customElements];
  const promised = [fields, exported, sideEffects, files, modules, hashed];
  // Of a pattern the one file that is always there.
  const missing = promised.flat().filter((file) => !existsSync(join(INSTALLED, file.replace("*", "en"))));
  assert.deepEqual(missing, []);
});

test("every script is known as one that does something when it is loaded, or as one that does not", () => {
  const quiet = ["banspread-checker.js", "banspread-plain.js", "banspread-checker-plain.js", "npm/element.js"];
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

test("types and manifest name the same members", () => {
  const typed = membersOf("element.d.ts", "BanSpreadElement")
    .map(nameOf)
    .filter((name) => name !== "observedAttributes");
  assert.deepEqual(sorted(typed), sorted(element.members.map(({ name }) => name)));
});

test("types and manifest name the same attributes", () => {
  const typed = membersOf("banspread.d.ts", "Attributes").map(nameOf);
  assert.deepEqual(sorted(typed), sorted(element.attributes.map(({ name }) => name)));
});

test("types and manifest name the same events with the same details", () => {
  const members = membersOf("element.d.ts", "BanSpreadEventMap").filter(ts.isPropertySignature);
  const typed = members.map((member) => `${nameOf(member)}: ${member.type?.getText()}`);
  assert.deepEqual(sorted(typed), sorted(element.events.map(({ name, type }) => `${name}: ${type.text}`)));
});

/** @param {string} name */
function readJson(name) {
  return JSON.parse(readFileSync(join(INSTALLED, name), "utf8"));
}

/**
 * The members of a class or an interface.
 * @param {string} file
 * @param {string} name
 * @returns {(ts.ClassElement|ts.TypeElement)[]}
 */
function membersOf(file, name) {
  const text = readFileSync(join(INSTALLED, file), "utf8");
  const { statements } = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = statements.find(
    (statement) =>
      (ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement)) && statement.name?.text === name,
  );
  assert.ok(found && (ts.isClassDeclaration(found) || ts.isInterfaceDeclaration(found)), `${file} declares ${name}`);
  return [...found.members];
}

/** @param {ts.ClassElement|ts.TypeElement} member */
function nameOf({ name }) {
  assert.ok(name && (ts.isIdentifier(name) || ts.isStringLiteral(name)), "a member has a plain name");
  return name.text;
}

/**
 * Without repetition: an accessor is two declarations.
 * @param {string[]} names
 */
function sorted(names) {
  return [...new Set(names)].sort();
}
