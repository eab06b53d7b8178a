/** Newer data without drawing: what follows each answer of the server. */

import assert from "node:assert/strict";
import { before, beforeEach, mock, test } from "node:test";
import { module, mount, server, settle } from "./mounted.mjs";
import { give } from "./page.mjs";

/** A dataset with an event for each letter, which is its entity. @param {string} entities */
const dataset = (entities) => JSON.stringify({ events: [...entities].map((entity) => ({ entity })) });
const SHOWN = dataset("ABCDABCD");
const LIVE = 'src="/live.json" fallback-src="/copy.json"';
/** What the server has at each path. @type {Record<string, string>} */
let files = {};
/** The paths of the requests. @type {string[]} */
let asked = [];

/** Answers as a server with these files, and lists the requests for them. */
function answerFiles() {
  const { answer } = server;
  server.answer = (href) => {
    const { pathname } = new URL(href);
    if (pathname.endsWith(".wasm")) return answer(href);
    asked.push(pathname);
    return new Response(files[pathname], { status: pathname in files ? 200 : 404 });
  };
}

/**
 * With the clock of the machine, one element loads all scripts: Node reads them in another thread, which takes longer on a
 * busy machine. The tests, whose clock stands still meanwhile, then find them loaded.
 */
before(async () => {
  server.answer = module;
  files = { "/copy.json": SHOWN };
  answerFiles();
  const { host } = mount(LIVE);
  const isTold = () => host.shadowRoot.querySelector(".updated")?.textContent?.includes("newer data");
  for (const end = Date.now() + 60_000; !isTold() && Date.now() < end;) await settle();
  host.remove();
});

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  // The stand-in for timers needs a time.
  const { setTimeout } = globalThis;
  give("setTimeout", (/** @type {() => void} */ run, ms = 0) => setTimeout(run, ms));
  files = { "/copy.json": SHOWN };
  asked = [];
  answerFiles();
});

/** An element at rest. @param {string} attributes */
async function figure(attributes) {
  const mounted = mount(attributes);
  await pass(0);
  const line = () => mounted.host.shadowRoot.querySelector(".updated").textContent;
  return { ...mounted, line };
}

/** Lets time pass, and then what is due, also after a failed request. @param {number} seconds */
async function pass(seconds) {
  mock.timers.tick(1000 * seconds);
  for (let n = 0; n < 15; n++) {
    await settle();
    mock.timers.tick(100);
  }
}

test("what is said of old data is not said of the data of another address", async () => {
  const { host, line, names } = await figure(LIVE);
  assert.match(line(), /newer data could not be loaded/);
  files["/other.json"] = SHOWN;
  host.fallbackSrc = null;
  host.src = "/other.json";
  await pass(1);
  assert.match(line(), /^Data to/);
  assert.doesNotMatch(line(), /newer data/);
  assert.deepEqual(names(), ["ready", "error"]);
});

test("an element that returns says of fresh data only its date", async () => {
  const { host, line } = await figure(LIVE);
  assert.match(line(), /newer data could not be loaded/);
  files["/live.json"] = SHOWN;
  host.remove();
  await pass(1);
  document.body.append(host);
  await pass(1);
  assert.doesNotMatch(line(), /newer data/);
});

test("newer data is compared with the first data also if a script asks for newer data later", async () => {
  files["/live.json"] = SHOWN;
  const { host, take } = await figure('src="/live.json"');
  take();
  host.refresh = 15;
  await pass(0);
  await pass(15);
  assert.deepEqual([asked.length, take()], [2, []], "the same data is not newer");
  files["/live.json"] = dataset("A");
  await pass(15);
  assert.deepEqual(
    take().map(([name, { cause }]) => [name, cause]),
    [["error", "shrunken"]],
  );
});

test("a figure that asks for no newer data watches nothing but its attribute", async () => {
  files["/live.json"] = SHOWN;
  const { host } = await figure('src="/live.json"');
  const listen = mock.method(globalThis, "addEventListener");
  const shown = () => listen.mock.calls.filter(({ arguments: [name] }) => name === "pageshow").length;
  host.remove();
  await pass(0);
  document.body.append(host);
  await pass(1);
  assert.equal(shown(), 0);
  host.refresh = 15;
  await pass(0);
  host.refresh = 20;
  await pass(0);
  assert.equal(shown(), 1);
  listen.mock.restore();
});

test("newer data on which the engine traps is one fault, and no news", async () => {
  files["/live.json"] = "trap";
  const { take } = await figure(LIVE);
  const heard = take().map(([name, { code }]) => `${name} ${code ?? ""}`);
  assert.deepEqual(heard, ["ready ", "error engine-fault"]);
});

for (const [what, thrown, cause, message] of /** @type {[string, unknown, string|null, string][]} */ ([
  ["findings", Object.assign(new Error("Wrong."), { diagnostics: [{ code: "x" }] }), "invalid", "Wrong."],
  ["a cause", new Error("Gone.", { cause: "not-found" }), "not-found", "Gone."],
  ["neither", new TypeError("a bug"), null, "a bug"],
  ["not even a message", undefined, null, "undefined"],
])) {
  test(`a failure with ${what} has the cause ${cause}`, async () => {
    files["/live.json"] = SHOWN;
    const { host, take } = await figure('src="/live.json" refresh="15"');
    take();
    files["/live.json"] = dataset("ABCDABCE");
    const fail = () => {
      throw thrown;
    };
    Object.defineProperty(host, "playing", { get: fail });
    await pass(15);
    const { diagnostics = [] } = Object(thrown);
    assert.deepEqual(take(), [["error", { code: "dataset-refresh", cause, message, diagnostics }]]);
  });
}

test("the page gets its own copy of what it hears of newer data", async () => {
  files["/live.json"] = dataset("ABCDABCE");
  const { take } = await figure(LIVE);
  assert.deepEqual(take().at(-1), ["refresh", { changed: true, diagnostics: [] }]);
});

for (const [what, copy, cause] of /** @type {[string, string|undefined, string][]} */ ([
  ["is missing", undefined, "not-found"],
  // There is no checker here.
  ["has an error", "refused", "not-found"],
])) {
  test(`if the copy ${what}, the figure begins with live data, and the page hears why`, async () => {
    if (copy === undefined) delete files["/copy.json"];
    else files["/copy.json"] = copy;
    files["/live.json"] = SHOWN;
    const { take, line } = await figure(LIVE);
    await pass(1);
    const heard = take();
    // The script with newer data can be there before the first picture.
    assert.deepEqual(heard.map(([name]) => name).sort(), ["error", "ready"]);
    const [, error] = heard.find(([name]) => name === "error");
    assert.deepEqual([error.code, error.cause], ["dataset-refresh", cause]);
    assert.match(error.message, /^fallback-src cannot be used: /);
    assert.doesNotMatch(line(), /newer data/);
  });
}

test("if neither copy nor live data can be loaded, the error is that of the live data", async () => {
  files = {};
  const { names, host } = await figure(LIVE);
  await pass(1);
  assert.deepEqual([names(), asked, host.state.date], [["error"], ["/copy.json", "/live.json"], null]);
});

test("an element that leaves while its copy is requested asks for nothing else", async () => {
  delete files["/copy.json"];
  const { host, names } = mount(LIVE);
  while (asked.length === 0) await new Promise(setImmediate);
  host.remove();
  await pass(1);
  assert.deepEqual([asked, names()], [["/copy.json"], []]);
});
