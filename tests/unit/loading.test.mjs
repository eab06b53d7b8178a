/**
 * How the core is started: as WebAssembly or as plain script, with or without integrity checks, and once for each page.
 */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { gzipSync } from "node:zlib";
import { forever, give, stage } from "./page.mjs";
import { EDITION, HASHES } from "./resolve.mjs";
import { Engine, started } from "./engine.mjs";

give("origin", "https://paper.example");
const assets = await import("../../www/loading/assets/external.js");
const { readRefused } = await import("../../www/loading/checker.js");
const { loadEngine } = await import("../../www/loading/engine.js");
const { hashOf, runChecked } = await import("../../www/loading/integrity.js");
const { Loader } = await import("../../www/loading/loader.js");
const { importScript, startModule, startPlain } = await import("../../www/loading/module.js");
const { once, placeOf } = await import("../../www/loading/place.js");
const { supportsWasm } = await import("../../www/loading/wasm-support.js");

/** The smallest module: only its header. */
const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
/** @param {object} [given] @returns {any} */
const loading = (given) => ({ timeout: 0, engine: "auto", integrity: false, ...given });
/** A script that runs in Node. @param {string} source */
const script = (source) => new URL(`data:text/javascript,${encodeURIComponent(source)}`);

/** @type {any[]} */
let asked = [];
/** @type {(href: string) => Response} */
let answer;

beforeEach(() => {
  asked = [];
  answer = () => new Response(EMPTY, { headers: { "content-type": "application/wasm" } });
  give("fetch", async (/** @type {string} */ href, /** @type {object} */ init) => {
    if (href.endsWith(".txt")) return new Response(`${EDITION}${href.split("/").at(-1)}`);
    asked.push({ href, ...init });
    return answer(href);
  });
  started.length = 0;
  Engine.places.length = 0;
});

test("all callers share a start, and it is tried again after an error", async () => {
  let starts = 0;
  const start = once(async () => {
    starts++;
    if (starts === 1) throw new Error("first");
    return starts;
  });
  const [one, other] = [start(loading()), start(loading())];
  await assert.rejects(one, /first/);
  await assert.rejects(other, /first/);
  assert.equal(starts, 1);
  assert.deepEqual(await Promise.all([start(loading()), start(loading())]), [2, 2]);
});

test("WebAssembly is used if the browser has it and the page does not ask for plain script", () => {
  assert.equal(supportsWasm(loading()), true);
  assert.equal(supportsWasm(loading({ engine: "script" })), false);
});

test("whether WebAssembly works is tested once for each page", (t) => {
  supportsWasm(loading());
  t.mock.method(WebAssembly, "Module", () => assert.fail("tried again"));
  assert.equal(supportsWasm(loading()), true);
});

test("if a page forbids WebAssembly, or a browser lacks it, it is not used", async (t) => {
  t.mock.method(WebAssembly, "Module", () => {
    throw new WebAssembly.CompileError("forbidden");
  });
  const fresh = /** @type {{supportsWasm: typeof supportsWasm}} */ (
    await import(`../../www/${"loading/wasm-support.js?forbidden"}`)
  );
  assert.equal(fresh.supportsWasm(loading()), false);
});

for (const [type, compiled] of [
  ["application/wasm", "while it comes"],
  ["text/plain", "once it is there"],
  ["", "once it is there"],
]) {
  test(`a module with the type "${type}" is compiled ${compiled}`, async () => {
    answer = () => new Response(EMPTY, { headers: type ? { "content-type": type } : {} });
    /** @type {any[]} */
    const inits = [];
    await startModule("a.wasm", async (input) => void inits.push(input), "banspread.wasm", loading());
    assert.equal(inits.length, 1);
    assert.ok(inits[0].module_or_path instanceof WebAssembly.Module);
  });
}

test("a module inside a script needs no request", async () => {
  let inits = 0;
  await startModule(
    async () => EMPTY.buffer,
    async () => void inits++,
    "banspread.wasm",
    loading(),
  );
  assert.deepEqual([inits, asked.length], [1, 0]);
});

test("a module that a script contains as text is unpacked", async () => {
  const { unpack } = await import("../../www/loading/assets/unpack.js");
  const packed = gzipSync(EMPTY).toString("base64");
  assert.deepEqual(new Uint8Array(await unpack(packed)), EMPTY);
});

test("a module that arrives after the time limit starts nothing", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const compiled = t.mock.method(WebAssembly, "compile", async () => ({}));
  const init = t.mock.fn(async () => {});
  /** @type {(buffer: ArrayBuffer) => void} */
  let come = () => {};
  const place = () => new Promise((/** @type {(buffer: ArrayBuffer) => void} */ resolve) => (come = resolve));
  const work = startModule(place, init, "banspread.wasm", loading({ timeout: 10 }));
  const refused = assert.rejects(work, { cause: "timeout" });
  t.mock.timers.tick(10);
  for (let n = 0; n < 20; n++) await Promise.resolve();
  t.mock.timers.tick(100);
  await refused;
  come(EMPTY.buffer);
  await new Promise(setImmediate);
  assert.deepEqual([compiled.mock.callCount(), init.mock.callCount()], [1, 0]);
});

for (const [what, body, type, cause] of /** @type {[string, BodyInit, string, string][]} */ ([
  ["cut short", EMPTY.slice(0, 6), "application/wasm", "damaged"],
  ["empty", "", "application/wasm", "damaged"],
  ["a web page", "<!doctype html>", "text/html", "type"],
])) {
  test(`the cause for a module that is ${what} is ${cause}`, async () => {
    answer = () => new Response(body, { headers: { "content-type": type } });
    await assert.rejects(
      startModule("a.wasm", async () => {}, "banspread.wasm", loading()),
      { cause },
    );
  });
}

test("a module is requested with its hash only if a page asks for it", async () => {
  await startModule("a.wasm", async () => {}, "banspread.wasm", loading());
  await startModule("a.wasm", async () => {}, "banspread.wasm", loading({ integrity: true }));
  assert.deepEqual(
    asked.map(({ integrity }) => integrity),
    ["", HASHES["banspread.wasm"]],
  );
});

test("without a tag of the script, files are checked unless the page says otherwise", async () => {
  assert.equal(await hashOf("banspread.wasm", loading({ integrity: undefined })), HASHES["banspread.wasm"]);
});

for (const [type, runs] of /** @type {[string, boolean][]} */ ([
  ["", true],
  ["module", true],
  ["text/javascript", true],
  ["Application/JavaScript", true],
  ["text/plain", false],
  ["importmap", false],
  ["application/json", false],
])) {
  test(`a tag of type "${type}" ${runs ? "is one of the script" : "does not run, so that files are checked"}`, async () => {
    const tag = document.createElement("script");
    Object.assign(tag, { type, src: assets.address });
    const scripts = Object.getOwnPropertyDescriptor(Document.prototype, "scripts");
    Object.defineProperty(Document.prototype, "scripts", { get: () => [tag], configurable: true });
    const copy = await import(`../../www/loading/integrity.js?type=${type}`);
    if (scripts) Object.defineProperty(Document.prototype, "scripts", scripts);
    else Reflect.deleteProperty(Document.prototype, "scripts");
    const hash = await copy.hashOf("banspread.wasm", loading({ integrity: undefined }));
    assert.equal(hash, runs ? undefined : HASHES["banspread.wasm"]);
  });
}

test("a file has a hash where a page wishes one", async () => {
  assert.equal(await hashOf("banspread.wasm", loading({ integrity: true })), HASHES["banspread.wasm"]);
  assert.equal(await hashOf("banspread.wasm", loading({ integrity: false })), undefined);
  assert.deepEqual(asked, []);
});

test("the hash of a file that few pages load comes from a list, which is requested once and with its own hash", async () => {
  answer = () => new Response('{"rare.js":"sha384-rare"}');
  const wanted = loading({ integrity: true });
  const found = await Promise.all(["rare.js", "rare.js", "other.js"].map((file) => hashOf(file, wanted)));
  assert.deepEqual(found, ["sha384-rare", "sha384-rare", undefined]);
  assert.deepEqual(
    asked.map(({ href, integrity }) => [href.split("/").at(-1), integrity]),
    [["banspread-hashes.json", HASHES["banspread-hashes.json"]]],
  );
});

test("without the list a file cannot be checked, and the list is requested again", async () => {
  const copy = await import(`../../www/loading/${"integrity.js?list"}`);
  const wanted = loading({ integrity: true });
  answer = () => new Response("", { status: 404 });
  await assert.rejects(copy.hashOf("rare.js", wanted), { cause: "not-found", message: /banspread-hashes\.json/ });
  answer = () => new Response('{"rare.js":"sha384-rare"}');
  assert.equal(await copy.hashOf("rare.js", wanted), "sha384-rare");
});

for (const [folder, address] of [
  ["https://static.example/banspread/", "https://static.example/banspread/messages/de.json"],
  ["https://static.example/banspread", "https://static.example/banspread/messages/de.json"],
  ["https://static.example", "https://static.example/messages/de.json"],
  ["files", "https://paper.example/files/messages/de.json"],
  ["/files/?v=2", "https://paper.example/files/messages/de.json?v=2"],
]) {
  test(`with files in ${folder}, each has its address there`, () => {
    for (const assetsUrl of [folder, new URL(folder, "https://paper.example/")])
      assert.equal(String(placeOf("messages/de.json", undefined, { assetsUrl })), address);
  });
}

test("without a folder, a file is where this form of the package has it", () => {
  assert.equal(placeOf("banspread.wasm", assets.engine, { assetsUrl: undefined }), assets.engine);
});

for (const [file, way] of [
  ["banspread-checker.js", "set"],
  ["banspread-plain.js", 'import "banspread/plain", or set'],
  ["banspread-checker-plain.js", 'import "banspread/plain", or set'],
]) {
  test(`a form of the package without ${file} explains how to name its folder`, async () => {
    await assert.rejects(importScript(file, undefined, loading()), {
      cause: "not-found",
      message: `This script does not contain ${file}: ${way} BanSpreadElement.assetsUrl to its folder.`,
    });
  });
}

test("a script is imported from an address or by a function of the bundler", async () => {
  assert.equal((await importScript("banspread-checker.js", script("export default 1"), loading())).default, 1);
  assert.equal(await importScript("banspread-checker.js", async () => 2, loading()), 2);
});

for (const [what, status, type, cause] of /** @type {[string, number, string, string][]} */ ([
  ["is not there", 404, "text/html", "not-found"],
  ["comes as plain text", 200, "text/plain", "type"],
  ["comes as what it is but does not run", 200, "text/javascript", "damaged"],
])) {
  test(`the cause for a script that ${what} is ${cause}`, async () => {
    answer = () => new Response("", { status, headers: { "content-type": type } });
    await assert.rejects(importScript("banspread-checker.js", script("throw new Error('no')"), loading()), { cause });
  });
}

test("a script with a hash runs as a module with this hash, and leaves no tag", async () => {
  stage("<p></p>");
  /** @type {any} */
  let tag;
  const append = document.head.append;
  document.head.append = (/** @type {any} */ node) => void (tag = node);
  const running = runChecked("https://paper.example/a.js", "sha384-x", true, forever);
  assert.deepEqual(
    [tag.type, tag.getAttribute("integrity"), tag.src.split("#")[0]],
    ["module", "sha384-x", "https://paper.example/a.js"],
  );
  append.call(document.head, document.createElement("b"));
  tag.onload();
  assert.equal(await running, tag.src);
  const first = tag.src;
  const failing = runChecked("https://paper.example/a.js", "sha384-y", true, forever);
  assert.notEqual(tag.src, first, "an address that somebody may have loaded before");
  tag.onerror(new Error("other hash"));
  await assert.rejects(failing);
  document.head.append = append;
  assert.equal(document.head.querySelector("script"), null);
});

const PLAIN = script(
  "export default () => { globalThis.plainStarts = (globalThis.plainStarts ?? 0) + 1; }; export class Engine { static provide() {} }",
);

test("a plain script is started after it has arrived", async () => {
  assert.equal(typeof (await startPlain("banspread-plain.js", PLAIN, loading())).Engine, "function");
  assert.equal(/** @type {any} */ (globalThis).plainStarts, 1);
});

test("a missing plain script is reported as forbidden WebAssembly, unless the page has asked for the script", async () => {
  await assert.rejects(startPlain("banspread-plain.js", undefined, loading()), {
    cause: "forbidden",
    message:
      /^This browser has no WebAssembly, or the policy's script-src lacks 'wasm-unsafe-eval'\. The plain script failed: This script does not contain banspread-plain\.js/,
  });
  await assert.rejects(startPlain("banspread-plain.js", undefined, loading({ engine: "script" })), {
    cause: "not-found",
  });
});

test("an engine that is not available has its own error code, and is requested again", async () => {
  answer = () => new Response("", { status: 404 });
  await assert.rejects(loadEngine(loading({ wasmUrl: "a.wasm" })), { code: "engine-load", cause: "not-found" });
  answer = () => new Response(EMPTY, { headers: { "content-type": "application/wasm" } });
  assert.equal(await loadEngine(loading({ wasmUrl: "a.wasm" })), Engine);
  await loadEngine(loading({ wasmUrl: "b.wasm" }));
  assert.deepEqual([started.length, asked.length], [1, 2]);
  assert.equal(Engine.places[0], "banspread-places.txt", "the places come with it");
});

test("a page that asks for plain script gets its engine from there", async () => {
  assets.plain.engine.href = PLAIN.href;
  const found = await loadEngine(loading({ engine: "script" }));
  assert.notEqual(found, Engine);
  assert.deepEqual(asked, []);
});

/** A checker whose findings are named by its text. */
const CHECKER = script(`
  export default async () => {};
  export const unpackModule = async () => Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0).buffer;
  export const check = (text) => text === "trap" ? JSON.parse(text) : {
    json: text === "a,b" ? "{}" : null, message: "wrong", diagnostics: [{ severity: "warning", code: text }],
  };
`);

test("the error of a checker that is not available says what it was needed for", async () => {
  await assert.rejects(readRefused("x", loading({ assetsUrl: "/nowhere" })), {
    code: "invalid-dataset",
    message: /^The checker, which reads CSV and explains errors, failed: /,
  });
});

test("the checker explains a text that the core refuses, or makes JSON of it", async () => {
  assets.checker.href = CHECKER.href;
  const how = loading();
  const diagnostics = [{ severity: "warning", code: "a,b" }];
  assert.deepEqual(await readRefused("a,b", how), { json: "{}", warnings: diagnostics });
  await assert.rejects(readRefused("{", how), {
    code: "invalid-dataset",
    message: "wrong",
    diagnostics: [{ severity: "warning", code: "{" }],
  });
  await assert.rejects(readRefused("trap", how), { code: "invalid-dataset", message: /failed: / });
});

test("a page that asks for plain script gets its checker from there", async () => {
  const { href } = script(`
    export default () => {};
    export const check = (text) => ({ json: text + "!", message: "", diagnostics: [] });
  `);
  assets.plain.checker.href = href;
  assert.equal((await readRefused("{}", loading({ engine: "script" }))).json, "{}!");
  assert.deepEqual(asked, []);
});

/** A loader of an element, and its reports. @param {object} [client] */
function loaderOf(client) {
  const host = stage('<ban-spread loading="eager"></ban-spread>');
  /** @type {any[]} */
  const told = [];
  const loader = new Loader(host, {
    loading: () => loading(),
    prepare: async () => {},
    put: (_engine, text) => void told.push(["put", text]),
    loaded: (warnings) => void told.push(["loaded", warnings.length]),
    failed: (thrown) => void told.push(["failed", /** @type {any} */ (thrown).code ?? thrown]),
    ...client,
  });
  return { host, loader, told };
}

test("a dataset is shown after engine and words have arrived", async () => {
  /** @type {() => void} */
  let spoken = () => {};
  const { loader, told } = loaderOf({
    prepare: () => new Promise((/** @type {(nothing: void) => void} */ resolve) => (spoken = () => resolve())),
  });
  const loads = loader.load("{}", true);
  assert.equal(loader.state, "busy");
  await new Promise(setImmediate);
  assert.deepEqual(told, []);
  spoken();
  await loads;
  assert.deepEqual(told, [
    ["put", "{}"],
    ["loaded", 0],
  ]);
  assert.equal(loader.state, "idle");
});

test("of two datasets requested at once the later one counts", async () => {
  const { loader, told } = loaderOf();
  await Promise.all([loader.load("one", true), loader.load("two", true)]);
  assert.deepEqual(told, [
    ["put", "two"],
    ["loaded", 0],
  ]);
});

test("of two thousand successive addresses only the first and the last are requested", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { loader, host } = loaderOf();
  await loader.load("{}", true);
  answer = () => new Response("{}");
  const turn = () => new Promise(setImmediate);
  for (let n = 0; n < 2000; n++) {
    host.setAttribute("src", `https://paper.example/${n}.json`);
    loader.load(undefined, true);
    await turn();
  }
  assert.deepEqual(
    asked.map(({ href }) => href).filter((href) => href.endsWith(".json")),
    ["https://paper.example/0.json"],
  );
  t.mock.timers.tick(250);
  for (let n = 0; n < 20; n++) await turn();
  const files = asked.map(({ href }) => href).filter((href) => href.endsWith(".json"));
  assert.deepEqual(files, ["https://paper.example/0.json", "https://paper.example/1999.json"]);
});

test("a dataset that the core refuses goes to the checker, and returns as JSON", async () => {
  const { loader, told } = loaderOf({
    loading: () => loading({ limitFactor: 4 }),
    put: (/** @type {unknown} */ _engine, /** @type {string} */ text, /** @type {number} */ limitFactor) => {
      told.push(["put", text, limitFactor]);
      if (text === "a,b") throw "refused";
    },
  });
  await loader.load("a,b", true);
  assert.deepEqual(told, [
    ["put", "a,b", 4],
    ["put", "{}", Infinity],
    ["loaded", 1],
  ]);
});

for (const [what, thrown, text, code] of /** @type {[string, unknown, string|undefined, unknown][]} */ ([
  ["refuses what the checker refuses, too", "refused", "{", "invalid-dataset"],
  ["traps", "trap", "{}", "trap"],
  ["refuses its own dataset", "refused", undefined, "refused"],
])) {
  test(`if the core ${what} the load has failed`, async () => {
    const { loader, told } = loaderOf({
      put: () => {
        throw thrown;
      },
    });
    await loader.load(text, true);
    assert.deepEqual(told, [["failed", code]]);
    assert.equal(loader.state, "failed");
  });
}

test("a load that is stopped before it fails reports nothing", async () => {
  const { host, loader, told } = loaderOf({ prepare: async () => loader.stop() });
  host.setAttribute("src", "#nowhere");
  await loader.load(undefined, true);
  assert.deepEqual(told, []);
  assert.equal(loader.state, "idle");
});
