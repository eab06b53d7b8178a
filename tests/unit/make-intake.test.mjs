/** What the page takes in again, also from strangers. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { archive, bytesOf } from "../../make/data/archive.js";
import { intake } from "../../make/data/intake.js";

const core = /** @type {any} */ ({ takeIn: async () => ({ json: "{}", findings: [], settings: { date: "2020" } }) });

/** A published ZIP with a file of settings. @param {string} settings */
function taken(settings) {
  const files = [
    { path: "site/data.json", bytes: bytesOf("{}") },
    { path: "site/make.json", bytes: bytesOf(settings) },
  ];
  return intake(core, { name: "site.zip", bytes: archive(files) });
}

test("a published folder is taken in with what the person has chosen", async () => {
  const look = { title: "Who", order: ["a"], statuses: { a: { label: "A" } }, tour: [{ date: "2020", title: "T" }] };
  const { source, kept } = await taken(
    JSON.stringify({ choices: { shape: "wide" }, look, publishing: { width: "400" } }),
  );
  assert.deepEqual(source, { name: "site.zip", text: "{}" });
  assert.deepEqual(kept, { choices: { shape: "wide" }, look: { ...look, date: "2020" }, publishing: { width: "400" } });
  assert.deepEqual((await taken("{}")).kept, { choices: {}, look: { date: "2020" }, publishing: {} });
});

for (const wrong of [
  "{",
  "null",
  "[]",
  '{"choices":null}',
  '{"look":[]}',
  '{"look":{"order":"a"}}',
  '{"look":{"tour":[null]}}',
  '{"look":{"statuses":{"a":null}}}',
  '{"look":{"title":7}}',
  '{"publishing":{"framedBy":["a"]}}',
]) {
  test(`settings of another form are refused with a sentence: ${wrong}`, async () => {
    await assert.rejects(taken(wrong), { told: { key: "settings_wrong" } });
  });
}
