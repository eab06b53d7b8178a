/**
 * The snippets of docs/embedding.md. Scripts are files of the tests, and each markup becomes a page that tests open.
 */

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { APPS, emptyMade, watch } from "./made.mjs";

/** The locations of the document's addresses on the server of the tests. */
const PLACES = {
  "https://static.example/banspread/": "/pkg/",
  "https://static.example/events.csv": "/tests/widget/pages/events.csv",
  "https://live.example/sheet.csv": "/tests/widget/pages/events.csv",
};
const text = readFileSync(join(APPS, "../../docs/embedding.md"), "utf8");
const fences = [...text.matchAll(/^```(\w+) (\S+)\n([^]*?)^```$/gm)];
const snippets = fences.map(([, language, name, body]) => ({ language, name, body }));

test("the document shows the files of apps and pages unchanged", () => {
  const shown = snippets.filter(({ name }) => name.startsWith("tests/"));
  assert.ok(shown.length >= 7);
  for (const { name, body } of shown) assert.equal(body, readFileSync(join(APPS, "../..", name), "utf8"), name);
});

test("the snippet for AMP keeps AMP's rules for frames", () => {
  const body = snippets.find(({ name }) => name === "amp")?.body ?? "";
  const [, attributes = "", inside = ""] = body.match(/<amp-iframe ([^>]*)>([^]*)<\/amp-iframe>/) ?? [];
  /** @param {string} name */
  const attribute = (name) => attributes.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1] ?? "";
  assert.ok(attribute("src").startsWith("https://"));
  assert.ok(!attribute("sandbox").split(" ").includes("allow-same-origin"));
  assert.ok(attribute("sandbox").split(" ").includes("allow-scripts"));
  assert.equal(attribute("layout"), "responsive");
  assert.ok(Number(attribute("width")) > 0 && Number(attribute("height")) >= 100);
  assert.match(attributes, /\bresizable\b/);
  assert.match(inside, /<amp-img placeholder layout="fill" [^>]*\balt=/, "near the top a frame needs a placeholder");
  assert.match(inside, /<div overflow tabindex="0" role="button" aria-label=/, "what grows needs an overflow");
  assert.doesNotMatch(body.replace(/custom-element="amp-iframe"/, ""), /<script(?! async)|<iframe|<img|\bstyle=/);
});

const markup = snippets.filter(({ language, name }) => language === "html" && name !== "amp");
for (const { name, body } of markup) {
  test(`the snippet "${name}" makes a page`, () => {
    const folder = emptyMade(`snippets/${name}`);
    const placed = Object.entries(PLACES).reduce((body, [from, to]) => body.replaceAll(from, to), body);
    assert.doesNotMatch(placed, /static\.example/);
    writeFileSync(join(folder, "index.html"), page(name, placed));
    watch(`snippets/${name}`);
  });
}

/**
 * A page that contains nothing else. `watch` is inserted before its first script.
 * @param {string} name
 * @param {string} body
 */
function page(name, body) {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,"></head>
<body>
${body}</body>
</html>
`;
}
