/** Each way that loading fails: readers keep the fallback and get one line, the page hears why and what to change. */

import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { engine, open, origin, otherOrigin, takeFaults, useBrowser } from "./session.mjs";
import { after, before, eachEngine, oneEngine } from "./tiers.mjs";
import { mountMore, SAMPLE, Widget } from "./widget.mjs";

const session = useBrowser();

const STAGE = "/tests/widget/pages/stage.html";
const EVENTS = "/tests/widget/pages/events.csv";
const ENGINE = "/pkg/banspread.wasm";
const FOLDER = "/pkg/";
const CHECKER = "banspread-checker.js";
const FAILED = "The interactive chart could not be loaded.";
const NOT_LOADED = "The new data could not be loaded. Nothing was changed.";

/**
 * What an element on a page is given: the page's policy, what is said about loading, and attributes.
 * @typedef {object} Given
 * @property {string} [policy]
 * @property {object} [statics]
 * @property {string|null} [src]
 * @property {Record<string, string>} [attributes]
 */

/** Where nobody answers; known once the tests begin. */
let nowhere = "";

/** Copies of the package's files that a test may spoil. */
const MADE = fileURLToPath(new URL(`../../target/made/failures/${engine}/`, import.meta.url));
const PACKAGE = fileURLToPath(new URL("../../pkg/", import.meta.url));
const made = (/** @type {string} */ file) => `/made/failures/${engine}/${file}`;
/** What tells an element where the package's files are, but for the engine, which nothing is wrong with. */
const others = (/** @type {string} */ assetsUrl) => ({ assetsUrl, wasmUrl: ENGINE });

before(async () => {
  nowhere = await findClosedPort();
  rmSync(MADE, { recursive: true, force: true });
  mkdirSync(MADE, { recursive: true });
});
after(() => rmSync(MADE, { recursive: true, force: true }));

/**
 * What is wrong with a file, whichever it is, or with all of a folder: its address, the cause, and what its sentence must say.
 * @type {Record<string, [spoil: (file: string) => string, cause: string, words: string[]]>}
 */
const WRONGS = {
  "is not there": [(file) => `${file}?status=404`, "not-found", ["answered 404", "does the file exist?"]],
  "is kept back": [(file) => `${file}?status=503`, "not-found", ["answered 503", "the server failed"]],
  "is not for everyone": [(file) => `${file}?status=403`, "not-found", ["answered 403", "is the file public?"]],
  "has no server": [(file) => nowhere + file, "unreachable", ["cannot be loaded", "Access-Control-Allow-Origin"]],
  "is closed to other origins": [
    (file) => `${otherOrigin}${file}?cors=none`,
    "unreachable",
    [`Access-Control-Allow-Origin: ${origin}`],
  ],
  "comes as a web page": [
    (file) => (file === FOLDER ? `${FOLDER}?mime=text/html` : "/index.html"),
    "type",
    ["has the type text/html instead of "],
  ],
  "breaks off": [(file) => `${file}?drop=900`, "damaged", ["upload it again"]],
};

/** Where the browser reports no status, each engine fails in a way of its own; the rest our code reads from a response. */
const NO_STATUS = ["has no server", "is closed to other origins", "breaks off"];

for (const [wrong, [spoil, cause, words]] of Object.entries(WRONGS)) {
  const claims = NO_STATUS.includes(wrong) ? eachEngine : oneEngine;
  const skip = engine === "webkit" && wrong === "breaks off" && "this browser takes what has come of it for the whole";
  claims(`a dataset that ${wrong}: ${cause}`, { skip }, async () => {
    const src = spoil(SAMPLE);
    await assertFails({ src }, { code: "dataset-load", cause, words: [address(src), ...words] });
  });
  claims(`an engine that ${wrong}: ${cause}`, async () => {
    const wasmUrl = spoil(ENGINE);
    const told = { code: "engine-load", cause, words: [address(wasmUrl), ...words] };
    await assertFails({ statics: { wasmUrl } }, told);
  });
  // A script that fails to load has no status either: why it failed is asked in the same way, whatever the answer is.
  const checkerClaims = ["is kept back", "is not for everyone"].includes(wrong) ? oneEngine : eachEngine;
  checkerClaims(`a checker that ${wrong}: ${cause}`, async () => {
    const folder = spoil(FOLDER);
    const said = ["The checker, which reads CSV and explains errors, failed", address(CHECKER, folder), ...words];
    await assertFails({ src: EVENTS, statics: others(folder) }, { code: "invalid-dataset", cause, words: said });
  });
}

const SLOW = "delay=5000";
const LATE = ["did not load within 0.3 s"];

oneEngine("a dataset that does not come in time: timeout", async () => {
  const src = `${SAMPLE}?${SLOW}`;
  const told = { code: "dataset-load", cause: "timeout", words: [address(src), ...LATE] };
  await assertFails({ src, statics: { timeout: 300 }, started: true }, told);
});

oneEngine("an engine that does not come in time: timeout", async () => {
  const wasmUrl = `${ENGINE}?${SLOW}`;
  const told = { code: "engine-load", cause: "timeout", words: [address(wasmUrl), ...LATE] };
  await assertFails({ src: null, statics: { wasmUrl, timeout: 300 } }, told);
});

oneEngine("a checker that does not come in time: timeout", async () => {
  const folder = `${FOLDER}?${SLOW}`;
  const told = { code: "invalid-dataset", cause: "timeout", words: [address(CHECKER, folder), ...LATE] };
  const src = "data:text/csv,entity,date,status%0ADE,2020-07-14,banned";
  await assertFails({ src, statics: { ...others(folder), timeout: 300 }, started: true }, told);
});

oneEngine("a page may give as much time as it likes", async () => {
  await stage();
  await session.driver.executeScript(() =>
    Object.assign(customElements.get("ban-spread") ?? {}, { timeout: Infinity }),
  );
  await (await mountFailing()).ready();
});

// Its own address is not the one that was spoiled.
const BESIDE = { "is not there": "not-found", "is cut short": "damaged" };
for (const [wrong, cause] of Object.entries(BESIDE)) {
  eachEngine(`a checker whose module ${wrong}: ${cause}`, async () => {
    copyFileSync(PACKAGE + CHECKER, MADE + CHECKER);
    rmSync(`${MADE}banspread-checker.wasm`, { force: true });
    if (cause === "damaged") {
      const whole = readFileSync(`${PACKAGE}banspread-checker.wasm`);
      writeFileSync(`${MADE}banspread-checker.wasm`, whole.subarray(0, 5000));
    }
    const words = [address(made("banspread-checker.wasm"))];
    const told = { code: "invalid-dataset", cause, words };
    await assertFails({ src: EVENTS, statics: others(made("")) }, told);
  });
}

eachEngine("a checker that is served as plain text: type", async () => {
  const folder = `${FOLDER}?mime=text/plain`;
  const words = [address(CHECKER, folder), "has the type text/plain instead of text/javascript"];
  await assertFails({ src: EVENTS, statics: others(folder) }, { code: "invalid-dataset", cause: "type", words });
});

eachEngine("a checker that is cut short: damaged", async () => {
  const folder = `${FOLDER}?cut=1000`;
  const told = { code: "invalid-dataset", cause: "damaged", words: [address(CHECKER, folder), "upload it again"] };
  await assertFails({ src: EVENTS, statics: others(folder) }, told);
});

for (const [what, wasmUrl] of [
  ["is cut short", `${ENGINE}?cut=5000`],
  ["is cut short and comes as bytes of no type", `${ENGINE}?cut=5000&mime=application/octet-stream`],
  ["is no module", "/article.css"],
  ["is a module of something else", "/pkg/banspread-checker.wasm"],
]) {
  eachEngine(`an engine that ${what}: damaged`, async () => {
    const words = [address(wasmUrl), "is damaged, incomplete, or of another version"];
    await assertFails({ statics: { wasmUrl } }, { code: "engine-load", cause: "damaged", words });
  });
}

oneEngine("an engine of another build: damaged", async () => {
  const module = readFileSync(`${PACKAGE}banspread.wasm`, "latin1");
  // One import is named by a hash of the glue.
  const other = module.replace(/_[\da-f]{8}/, "_0therone");
  assert.notEqual(other, module);
  writeFileSync(`${MADE}other.wasm`, other, "latin1");
  const wasmUrl = made("other.wasm");
  await assertFails({ statics: { wasmUrl } }, { code: "engine-load", cause: "damaged", words: [address(wasmUrl)] });
});

eachEngine("an engine that is served as plain text works all the same", async () => {
  const widget = await provoke({ statics: { wasmUrl: `${ENGINE}?mime=text/plain` } });
  await widget.ready();
});

oneEngine("a dataset that is cut short is refused, with the place where it ends", async () => {
  const widget = await provoke({ src: `${SAMPLE}?cut=500` });
  const { notice } = await widget.until("the loading has failed", ({ state }) => state === "failed");
  const [{ code, cause, diagnostics }] = await widget.events("error");
  assert.deepEqual([code, cause, diagnostics.length], ["invalid-dataset", null, 1]);
  assert.match(notice, /The data of this chart has an error\.\n.*line \d+, column \d+/s);
  await assertFallback(widget);
});

const LISTS = "default-src 'none'; style-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src data:";

eachEngine("a dataset that the page's policy blocks: policy", async () => {
  const policy = `${LISTS}; connect-src ${origin}/pkg/ ${origin}${EVENTS}`;
  const told = { code: "dataset-load", cause: "policy", words: [address(SAMPLE), "add 'self' to connect-src"] };
  await assertFails({ policy, src: SAMPLE, healthy: EVENTS }, { ...told, blocked: address(SAMPLE) });
});

eachEngine("a dataset of an origin that the page's policy does not list: policy", async () => {
  const src = `${otherOrigin}${SAMPLE}`;
  const told = { cause: "policy", words: [src, `add ${otherOrigin} to connect-src`], blocked: src };
  await assertFails({ policy: `${LISTS}; connect-src 'self'`, src }, { code: "dataset-load", ...told });
});

eachEngine("an engine of an origin that the page's policy does not list: policy", async () => {
  const wasmUrl = `${otherOrigin}${ENGINE}`;
  const told = { cause: "policy", words: [wasmUrl, `add ${otherOrigin} to connect-src`], blocked: wasmUrl };
  const policy = `${LISTS}; connect-src 'self'`;
  await assertFails({ policy, statics: { wasmUrl } }, { code: "engine-load", ...told });
});

eachEngine("a checker of an origin that the page's policy does not list: policy", async () => {
  const folder = `${otherOrigin}${FOLDER}`;
  const blocked = folder + CHECKER;
  const told = { cause: "policy", words: [blocked, `add ${otherOrigin} to script-src`], blocked };
  const policy = `${LISTS}; connect-src 'self' ${otherOrigin}`;
  await assertFails({ policy, src: EVENTS, statics: others(folder) }, { code: "invalid-dataset", ...told });
});

eachEngine("a picture of the same address that the page's policy blocks is not to blame", async () => {
  const gone = `${otherOrigin}${SAMPLE}?status=404`;
  await stage(`${LISTS}; connect-src 'self' ${otherOrigin}`);
  const widget = await mountFailing({}, `${gone}&delay=300`);
  await widget.run(
    (host, src) => void Object.assign(host, { picture: Object.assign(new Image(), { src }) }),
    `${gone}&delay=300`,
  );
  await widget.until("the loading has failed", ({ state }) => state === "failed");
  assert.equal((await widget.events("error"))[0].cause, "not-found");
  await assertBlocked(`${gone}&delay=300`);
});

eachEngine("what a policy only reports is not blamed on it", async () => {
  await open(session.driver, `${STAGE}?report=${encodeURIComponent("connect-src 'none'")}`);
  await session.driver.executeScript(() => window.define());
  const widget = await mountFailing({}, `${SAMPLE}?status=404`);
  await widget.until("the loading has failed", ({ state }) => state === "failed");
  assert.equal((await widget.events("error"))[0].cause, "not-found");
  const faults = await takeFaults(session.driver);
  // Some browsers report the same twice.
  const reported = [`policy: ${address(ENGINE)}`, `policy: ${address(SAMPLE)}?status=404`];
  assert.deepEqual([...new Set(faults)].sort(), reported);
});

// WebKit tells no page what it has refused.
eachEngine("where WebAssembly is forbidden and the plain script is not there: forbidden", async () => {
  const assetsUrl = `${FOLDER}?status=404`;
  const words = ["'wasm-unsafe-eval'", address("banspread-plain.js", assetsUrl), "answered 404"];
  const told = { code: "engine-load", cause: "forbidden", words, blocked: engine !== "webkit" && "wasm-eval" };
  const policy = `${LISTS.replace(" 'wasm-unsafe-eval'", "")}; connect-src 'self'`;
  await assertFails({ policy, statics: { assetsUrl } }, told);
});

oneEngine("a plain script that a page has asked for and that is not there: not-found", async () => {
  const assetsUrl = `${FOLDER}?status=404`;
  const words = [address("banspread-plain.js", assetsUrl), "answered 404"];
  const told = { code: "engine-load", cause: "not-found", words };
  await assertFails({ statics: { assetsUrl }, attributes: { engine: "script" } }, told);
});

/** What can be said of a file, and still leaves it as good as it was. */
const HARMLESS = { js: "\n// one line more\n", wasm: Buffer.from([0, 2, 1, 120]) };
const OTHERWISE = ["is not the file of this version: its hash differs from sha256-"];

/**
 * Copies files of the package, the first of them changed.
 * @param {string} changed
 * @param {...string} beside
 */
function change(changed, ...beside) {
  for (const file of [changed, ...beside]) {
    const more = file === changed ? HARMLESS[file.endsWith(".wasm") ? "wasm" : "js"] : "";
    writeFileSync(MADE + file, Buffer.concat([readFileSync(PACKAGE + file), Buffer.from(more)]));
  }
}

for (const { changed, beside = [], statics, src, attributes, code = "engine-load" } of [
  { changed: "banspread.wasm", statics: { wasmUrl: made("banspread.wasm") } },
  {
    changed: "banspread-plain.js",
    statics: { assetsUrl: made("") },
    attributes: { engine: "script" },
  },
  {
    changed: "banspread-checker.js",
    beside: ["banspread-checker.wasm"],
    statics: others(made("")),
    src: EVENTS,
    code: "invalid-dataset",
  },
  {
    changed: "banspread-checker.wasm",
    beside: ["banspread-checker.js"],
    statics: others(made("")),
    src: EVENTS,
    code: "invalid-dataset",
  },
]) {
  eachEngine(`with integrity asked for, a ${changed} that is another: damaged`, async () => {
    change(changed, ...beside);
    const words = [address(made(changed)), ...OTHERWISE];
    await assertFails({ src, attributes, statics: { ...statics, integrity: true } }, { code, cause: "damaged", words });
  });

  oneEngine(`without, a ${changed} that is another works`, async () => {
    change(changed, ...beside);
    await (await provoke({ src, attributes, statics })).ready();
  });
}

oneEngine("with integrity asked for, the package's own files pass", async () => {
  await (await provoke({ src: EVENTS, statics: { integrity: true } })).ready();
});

eachEngine("a page whose script has to have a hash asks for those of the other files", async () => {
  change("banspread.wasm");
  const integrity = hashOfScript();
  await open(session.driver, STAGE);
  await session.driver.executeAsyncScript((integrity, done) => {
    const attributes = { type: "module", src: "/pkg/banspread.js", integrity };
    const script = Object.assign(document.createElement("script"), attributes);
    // Loaders do so.
    script.onload = () => done(script.remove());
    document.head.append(script);
  }, integrity);
  const widget = await mountFailing({ wasmUrl: made("banspread.wasm") });
  await assertDamaged(widget, "engine-load");
});

eachEngine("with integrity asked for, a script that the page has imported before is checked all the same", async () => {
  change("banspread-checker.js", "banspread-checker.wasm");
  await stage();
  await session.driver.executeAsyncScript((src, done) => {
    const script = Object.assign(document.createElement("script"), { type: "module", src });
    script.onload = script.onerror = () => done();
    document.head.append(script);
  }, made(CHECKER));
  const widget = await mountFailing({ ...others(made("")), integrity: true }, EVENTS);
  await assertDamaged(widget, "invalid-dataset");
});

eachEngine("a page that takes its tag of the script away before it runs has the files checked", async () => {
  change("banspread.wasm");
  const integrity = hashOfScript();
  await open(session.driver, STAGE);
  await session.driver.executeAsyncScript((integrity, done) => {
    const attributes = { type: "module", src: "/pkg/banspread.js", integrity };
    const script = Object.assign(document.createElement("script"), attributes);
    document.head.append(script);
    script.remove();
    customElements.whenDefined("ban-spread").then(() => done());
  }, integrity);
  const widget = await mountFailing({ wasmUrl: made("banspread.wasm") });
  await assertDamaged(widget, "engine-load");
});

for (const [types, holds] of [
  ["ban-spread", "is kept"],
  ["'none'", "cannot be kept: policy"],
]) {
  eachEngine(`with trusted types ${types}, the integrity of a script ${holds}`, async () => {
    const policy = `${LISTS}; connect-src 'self'; require-trusted-types-for 'script'; trusted-types ${types}`;
    await stage(policy);
    const widget = await mountChecked();
    const { state } = await widget.until("it has tried", ({ state }) => state === "ready" || state === "failed");
    if (types === "ban-spread") {
      assert.equal(state, "ready");
      return assertRefusesChanged(policy);
    }
    const [{ code, cause, message }] = await widget.events("error");
    assert.deepEqual([code, cause], ["invalid-dataset", "policy"], message);
    assert.ok(message.includes("add ban-spread to trusted-types"), message);
    await assertBlocked("trusted-types-policy");
  });
}

for (const [wrong, src] of [
  ["is not there", `${SAMPLE}?status=404`],
  ["has no checker", EVENTS],
]) {
  oneEngine(`new data that ${wrong} leaves the chart, and one line says so`, async () => {
    const widget = await provoke({ statics: others(`${FOLDER}?status=404`) });
    const { notice: none, ...before } = await widget.ready();
    assert.equal(none, "");
    await widget.run((host, src) => (host.src = src), src);
    const { notice, ...after } = await widget.until("the notice is there", ({ notice }) => notice !== "");
    assert.equal(notice, NOT_LOADED);
    assert.deepEqual(after, before);
  });
}

eachEngine("a checker that comes late is asked for again, at the same address", async () => {
  const files = ["banspread-checker.js", "banspread-checker.wasm"];
  for (const file of files) rmSync(MADE + file, { force: true });
  const widget = await provoke({ src: EVENTS, statics: others(made("")) });
  await widget.until("the loading has failed", ({ state }) => state === "failed");
  for (const file of files) copyFileSync(PACKAGE + file, MADE + file);
  await widget.run((host, src) => (host.src = src), `${EVENTS}?again`);
  const { notice } = await widget.ready();
  assert.equal(notice, "");
});

/**
 * Asserts that a checker of another hash is refused on a page with a policy.
 * @param {string} policy
 */
async function assertRefusesChanged(policy) {
  change("banspread-checker.js", "banspread-checker.wasm");
  await stage(policy);
  const widget = await mountChecked(others(made("")));
  await widget.until("the loading has failed", ({ state }) => state === "failed");
  const [{ cause, message }] = await widget.events("error");
  assert.equal(cause, "damaged", message);
  assert.ok(message.includes(OTHERWISE[0]), message);
}

/** The hash by which a page may name the package's script. @returns {string} */
function hashOfScript() {
  return JSON.parse(readFileSync(`${PACKAGE}integrity.json`, "utf8"))["banspread.js"];
}

/**
 * Asserts that a file of another hash keeps the chart away.
 * @param {Widget} widget
 * @param {string} wanted  the error's code
 */
async function assertDamaged(widget, wanted) {
  await widget.until("the loading has failed", ({ state }) => state === "failed");
  const [{ code, cause, message }] = await widget.events("error");
  assert.deepEqual([code, cause], [wanted, "damaged"], message);
}

/**
 * The address as the page's sentences name it.
 * @param {string} path
 * @param {string} [folder]  which it is in, with a query
 */
function address(path, folder = "") {
  const url = new URL(folder, origin);
  return new URL(path + url.search, url).href;
}

/** A port of this machine that was free a moment ago. @returns {Promise<string>} */
function findClosedPort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(`http://127.0.0.1:${port}`));
    });
  });
}

/** Opens a page with a policy. */
async function stage(policy = "") {
  await open(session.driver, `${STAGE}?csp=${encodeURIComponent(policy)}`);
  await session.driver.executeScript(() => window.define());
}

/**
 * Puts an element on the page that is likely to fail.
 * @param {object} [statics]
 * @param {string|null} [src]
 * @param {Record<string, string>} [more]
 */
async function mountFailing(statics = {}, src = SAMPLE, more = {}) {
  const attributes = { ...(src && { src }), id: "failing", ...more };
  const index = await session.driver.executeScript(
    (statics, attributes) => {
      Object.assign(customElements.get("ban-spread") ?? {}, statics);
      window.mount({ attributes, children: "<p>Two countries ban it.</p>" });
      return document.querySelectorAll("ban-spread").length - 1;
    },
    statics,
    attributes,
  );
  return new Widget(session.driver, index);
}

/** Puts an element without children, whose files are checked, on a page that enforces trusted types. */
async function mountChecked(statics = {}) {
  await session.driver.executeScript(
    (src, statics) => {
      Object.assign(customElements.get("ban-spread") ?? {}, { integrity: true, ...statics });
      const element = document.createElement("ban-spread");
      element.src = src;
      document.getElementById("stage").append(element);
    },
    EVENTS,
    statics,
  );
  return new Widget(session.driver);
}

/** @param {Given} given */
async function provoke({ policy, statics, src, attributes }) {
  await stage(policy);
  return mountFailing({ integrity: false, ...statics }, src, attributes);
}

/**
 * Puts an element on the page that has everything it needs.
 * @param {string} src
 */
async function mountHealthy(src) {
  await session.driver.executeScript(
    (statics) => {
      Object.assign(customElements.get("ban-spread") ?? {}, statics);
    },
    { assetsUrl: null, wasmUrl: null, timeout: 30_000, integrity: false },
  );
  const widget = await mountMore(session.driver, { attributes: { src, id: "healthy" } });
  await widget.ready();
  return widget;
}

/**
 * Asserts what readers see and the page hears, and that another element on the page does not mind: one that has started
 * before, or comes after.
 * @param {Given & {healthy?: string, started?: boolean}} given
 * @param {{code: string, cause: string, words: string[], blocked?: string|false}} told
 */
async function assertFails({ policy, statics, src, attributes, healthy = SAMPLE, started = false }, told) {
  await stage(policy);
  const earlier = started && (await mountHealthy(healthy));
  // The stage imports the script: without a tag files are checked, and a wrong one would be of another hash above all.
  const widget = await mountFailing({ integrity: false, ...statics }, src, attributes);
  const { notice } = await widget.until("the loading has failed", ({ state }) => state === "failed");
  assert.equal(notice, FAILED);
  const [{ code, cause, message, diagnostics }, ...more] = await widget.events("error");
  assert.deepEqual([code, cause, diagnostics, more], [told.code, told.cause, [], []], message);
  for (const word of told.words) assert.ok(message.includes(word), `${message}\nshould say: ${word}`);
  if (told.blocked) await assertBlocked(told.blocked);
  const other = earlier || (await mountHealthy(healthy));
  assert.equal((await other.state()).state, "ready");
  assert.deepEqual(await other.events("error"), []);
  await assertFallback(widget);
}

/** @param {Widget} widget */
async function assertFallback(widget) {
  assert.ok(await widget.run((host) => host.querySelector("p").getClientRects().length > 0));
}

/**
 * Asserts that the page's policy has blocked one file, and takes that off the page's faults.
 * @param {string} uri
 */
async function assertBlocked(uri) {
  const faults = await takeFaults(session.driver);
  assert.deepEqual(faults, [`policy: ${uri}`]);
}
