/** What the page takes in again, also from strangers. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { bytesOf } from "../../make/data/archive.js";
import { fetchSource, intake } from "../../make/data/intake.js";

/** What the worker finds in a published ZIP with a file of settings. @param {string|null} project */
function taken(project) {
  const found = { json: "{}", findings: [], settings: { date: "2020", view: "lanes" }, project };
  const core = /** @type {any} */ ({ takeIn: async () => found });
  return intake(core, { name: "site.zip", bytes: bytesOf("PK") });
}

test("a published folder is taken in with what the person has chosen", async () => {
  const look = { title: "Who", order: ["a"], statuses: { a: { label: "A" } }, tour: [{ date: "2020", title: "T" }] };
  const { source, kept } = await taken(
    JSON.stringify({ choices: { shape: "wide" }, look, publishing: { width: "400" } }),
  );
  assert.deepEqual(source, { name: "site.zip", text: "{}" });
  assert.deepEqual(kept, {
    choices: { shape: "wide" },
    look: { ...look, date: "2020", view: "lanes" },
    publishing: { width: "400" },
  });
  const bare = { choices: {}, look: { date: "2020", view: "lanes" }, publishing: {} };
  assert.deepEqual((await taken("{}")).kept, bare);
  assert.deepEqual((await taken(null)).kept, bare);
});

test("an archive without a dataset is a workbook, which is read as it is", async () => {
  const core = /** @type {any} */ ({ takeIn: async () => null });
  const source = { name: "sheet.xlsx", bytes: bytesOf("PK") };
  assert.deepEqual(await intake(core, source), { source });
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

test("the address of a published page gives the data beside it, and what was chosen for the page", async (t) => {
  const page = '<!doctype html><html lang="de"><ban-spread src="data.json" date="2020"></ban-spread>';
  serve(t, { "/story/": new Response(page), "/story/data.json": new Response("{}") });
  const core = /** @type {any} */ ({
    takeIn: async () => Promise.reject(new Error("no dataset")),
    settings: async () => ({
      ...{ date: "2020", lang: "de", view: "lanes", provider: "A", width: 700, address: "old" },
      ...{ live: "https://live.example/", refresh: 300 },
    }),
  });
  const { source, kept } = await fetchSource(core, "https://a.example/story/");
  assert.equal(source.address, "https://a.example/story/data.json");
  assert.deepEqual(kept?.look, { date: "2020", lang: "de", view: "lanes" });
  // Another server decides neither where readers load newer data from nor in whose name the figure is published.
  const published = { width: "700", address: "https://a.example/story/" };
  assert.deepEqual(kept?.publishing, published);
  const location = Object.getOwnPropertyDescriptor(globalThis, "location");
  t.after(() =>
    location ? Object.defineProperty(globalThis, "location", location) : Reflect.deleteProperty(globalThis, "location"),
  );
  Object.defineProperty(globalThis, "location", { value: new URL("https://a.example/make.html"), configurable: true });
  serve(t, { "/story/": new Response(page), "/story/data.json": new Response("{}") });
  const own = await fetchSource(core, "https://a.example/story/");
  const chosen = { provider: "A", live: "https://live.example/", refresh: "300" };
  assert.deepEqual(own.kept?.publishing, { ...published, ...chosen });
});

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
