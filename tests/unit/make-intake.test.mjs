/** What the page takes in again, also from strangers. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { archive, bytesOf } from "../../make/data/archive.js";
import { fetchSource, intake } from "../../make/data/intake.js";

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

/** Answers of a server by the end of the address. @param {import("node:test").TestContext} t @param {Record<string, Response>} answers */
function serve(t, answers) {
  t.mock.method(globalThis, "fetch", async (/** @type {string} */ address) => {
    const answer = answers[new URL(address).pathname];
    Object.defineProperty(answer, "url", { value: address });
    return answer;
  });
}

test("a file that is too large is refused by the length that its server tells, before it is loaded", async (t) => {
  let isCancelled = false;
  const body = new ReadableStream({ cancel: () => void (isCancelled = true) });
  serve(t, { "/a.csv": new Response(body, { headers: { "Content-Length": "500000001" } }) });
  const refused = fetchSource(/** @type {any} */ ({}), "https://a.example/a.csv");
  await assert.rejects(refused, { told: { key: "address_large", values: { size: 500 } } });
  assert.ok(isCancelled);
});

test("a file without a length is refused when it has become too large", async (t) => {
  const part = new Uint8Array(100_000_000);
  let isCancelled = false;
  const body = new ReadableStream({
    pull: (control) => control.enqueue(part),
    cancel: () => void (isCancelled = true),
  });
  serve(t, { "/a.csv": new Response(body) });
  const refused = fetchSource(/** @type {any} */ ({}), "https://a.example/a.csv");
  await assert.rejects(refused, { told: { key: "address_large", values: { size: 500 } } });
  assert.ok(isCancelled);
});
