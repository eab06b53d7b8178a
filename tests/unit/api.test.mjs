/** The public API: the manifest agrees with the class, and types and reference agree with the manifest. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { test } from "node:test";
import { filesOf, readElement } from "../../tools/api/files.mjs";
import { tablesOf } from "../../tools/api/texts.mjs";
import "./page.mjs";
import "./resolve.mjs";

const element = readElement();
const { BanSpreadElement } = await import("../../www/element/ban-spread-element.js");

/** Members that browsers call, not pages. */
const CALLED = [
  "constructor",
  "connectedCallback",
  "disconnectedCallback",
  "adoptedCallback",
  "attributeChangedCallback",
];

for (const { file, now, wanted } of filesOf(element)) {
  test(`${basename(file.pathname)} agrees with custom-elements.json`, () => {
    assert.equal(now, wanted, "stale: `node tools/api/write.mjs` writes it");
  });
}

/**
 * The members of the class or of its prototype, in the form of the manifest.
 * @param {object} owner
 * @param {string[]} none  members that are not for pages
 */
function membersOf(owner, none) {
  const own = Object.entries(Object.getOwnPropertyDescriptors(owner)).filter(([name]) => !none.includes(name));
  return own.map(([name, { get, set, value }]) => {
    const kind = typeof value === "function" ? "method" : "field";
    return `${kind} ${name}${get && !set ? ", read-only" : ""}`;
  });
}

/** @param {boolean} ofClass */
function described(ofClass) {
  const members = element.members.filter((member) => Boolean(member.static) === ofClass);
  return members.map(({ kind, name, readonly }) => `${kind} ${name}${readonly ? ", read-only" : ""}`);
}

test("the manifest names the members of the class", () => {
  assert.deepEqual(described(false).sort(), membersOf(BanSpreadElement.prototype, CALLED).sort());
  const none = ["length", "name", "prototype", "observedAttributes"];
  assert.deepEqual(described(true).sort(), membersOf(BanSpreadElement, none).sort());
});

test("the manifest has the default of each setting", () => {
  for (const { name, default: value } of element.members.filter((member) => member.static && member.kind === "field"))
    assert.equal(String(Reflect.get(BanSpreadElement, name)), value ?? "undefined", name);
});

test("the manifest names each attribute, and the property that mirrors it", () => {
  const names = element.attributes.map(({ name }) => name);
  // Three are read when something is loaded: later changes have no effect. The supplement follows the fourth.
  const others = ["crossorigin", "engine", "fallback-src", "refresh"];
  assert.deepEqual(names.sort(), [...BanSpreadElement.observedAttributes, ...others].sort());
  const mirrors = element.members.filter(({ reflects }) => reflects).map(({ name }) => name);
  assert.deepEqual(element.attributes.flatMap(({ fieldName = [] }) => fieldName).sort(), mirrors.sort());
});

test("the examples of the README have attributes that the element knows", () => {
  const text = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const tags = text.match(/<ban-spread\s[^>]*>/g) ?? [];
  const used = tags.flatMap((tag) => [...tag.matchAll(/\s([\w-]+)(?==|[\s>])/g)].map(([, name]) => name));
  assert.ok(used.includes("src"));
  const known = element.attributes.map(({ name }) => name);
  assert.deepEqual(
    used.filter((name) => !known.includes(name)),
    [],
  );
});

test("a vertical bar in a type does not end the cell of a table", () => {
  const [row] = tablesOf(element)
    .properties.split("\n")
    .filter((line) => line.includes("`data`"));
  assert.ok(row.includes("`string \\| object \\| null`"), row);
});
