/** How files are requested, and the errors if a file does not arrive. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { forever, give, stage } from "./page.mjs";
import { watchPolicy } from "../../www/loading/policy.js";
import { attempt, failure, fetchText, mistyped, request, typeOf } from "../../www/loading/request.js";
import { EDITION } from "./resolve.mjs";

const { readOwn } = await import("../../www/i18n/own-words.js");
const { fetchDataset } = await import("../../www/loading/dataset.js");
const { readElement, readSource } = await import("../../www/loading/source.js");

/** @type {any} */
const loading = { timeout: 0, integrity: false };
const OWN = "https://paper.example/data.json";
const OTHER = "https://files.example/data.json";
give("origin", "https://paper.example");

/** The requests to the browser. @type {any[]} */
let asked = [];
/** Its answers in order. The last one is repeated. @type {(() => Response|Promise<Response>)[]} */
let answers = [];

beforeEach(() => {
  asked = [];
  give("fetch", async (/** @type {string} */ href, /** @type {object} */ init) => {
    asked.push({ href, ...init });
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    return /** @type {() => Response} */ (answer)();
  });
});

/** @type {() => never} */
const nothing = () => {
  throw new TypeError("Failed to fetch");
};
/** @param {number} status */
const status = (status) => () => new Response("", { status });

for (const [code, words] of /** @type {[number, string][]} */ ([
  [404, "is the address correct, and does the file exist?"],
  [410, "is the address correct, and does the file exist?"],
  [401, "is the file public?"],
  [403, "is the file public?"],
  [500, "the server failed, try again later."],
  [503, "the server failed, try again later."],
])) {
  test(`the error for the status ${code} tells an editor what to check`, async () => {
    answers = [status(code)];
    const message = `The server answered ${code} for ${OWN}: ${words}`;
    await assert.rejects(request(OWN, forever), { message, cause: "not-found" });
  });
}

for (const [href, origin, words] of [
  [OWN, "https://paper.example", ""],
  [
    OTHER,
    "https://paper.example",
    ", and does the server send the header Access-Control-Allow-Origin: https://paper.example",
  ],
  [OTHER, "null", ", and does the server send the header Access-Control-Allow-Origin: *"],
]) {
  test(`a file without an answer is unreachable: ${href} for ${origin}`, async () => {
    window.origin = origin;
    answers = [nothing];
    const message = `${href} cannot be loaded: is the address correct${words}?`;
    await assert.rejects(request(href, forever), { message, cause: "unreachable" });
    window.origin = "https://paper.example";
  });
}

test("a file is requested with its hash, the cookies of the page and the signal", async () => {
  answers = [status(200)];
  await request(OWN, forever, "sha384-x");
  const how = { credentials: "same-origin", cache: "default", integrity: "sha384-x" };
  assert.deepEqual(asked, [{ href: OWN, signal: forever, ...how }]);
  await request(OWN, forever, "", "omit");
  assert.deepEqual([asked[1].credentials, asked[1].cache], ["omit", "no-cache"]);
});

test("a file with another hash is damaged, not unreachable", async () => {
  answers = [nothing, status(200), nothing];
  const message = `${OWN} is not the file of this version: its hash differs from sha384-x.`;
  await assert.rejects(request(OWN, forever, "sha384-x"), { message, cause: "damaged" });
});

test("a file with a hash that is missing or unreachable is reported as such", async () => {
  answers = [nothing, status(404)];
  await assert.rejects(request(OWN, forever, "sha384-x"), { cause: "not-found" });
  answers = [nothing];
  await assert.rejects(request(OWN, forever, "sha384-x"), { cause: "unreachable" });
});

test("a file with a hash that arrives at the second attempt is accepted", async () => {
  answers = [nothing, status(200), status(200)];
  assert.equal((await request(OWN, forever, "sha384-x")).ok, true);
});

for (const [type, text, taken] of /** @type {[string, string, boolean][]} */ ([
  ["application/json", "{}", true],
  ["text/html; charset=utf-8", "{}", true],
  ["text/html", "<!doctype html>", false],
  ["text/html", "\n  <html>", false],
  ["application/xhtml+xml", "<html>", false],
  ["text/plain", "<html>", true],
  ["", "<html>", true],
])) {
  test(`a text with the type "${type}" that begins with "${text.trim()}" is ${taken ? "accepted" : "a web page instead"}`, async () => {
    answers = [() => new Response(new Blob([text]), { headers: type ? { "content-type": type } : {} })];
    const asking = fetchText(OWN, "JSON", forever);
    if (taken) assert.equal(await asking, text);
    else
      await assert.rejects(asking, { cause: "type", message: /instead of JSON: check the address and the server\.$/ });
  });
}

test("a media type is read without its parameters", () => {
  assert.equal(typeOf(new Response("", { headers: { "content-type": " text/csv ; charset=utf-8" } })), "text/csv");
  assert.equal(typeOf(new Response(null)), "");
  assert.match(mistyped(OWN, "", "JSON").message, / has the type \(none\) instead of JSON/);
});

/** Ends the time in which browsers report what a policy has blocked. @param {import("node:test").TestContext} t */
async function passMoment(t) {
  for (let n = 0; n < 20; n++) await Promise.resolve();
  t.mock.timers.tick(100);
}

test("work that fails without a cause is damaged", async () => {
  const work = async () => JSON.parse("{");
  await assert.rejects(attempt(OWN, work, 0), {
    cause: "damaged",
    message:
      /^https:\/\/paper\.example\/data\.json is damaged, incomplete, or of another version: upload it again\. \(.*JSON.*\)$/,
  });
  await assert.rejects(
    attempt(OWN, async () => Promise.reject(new Error("")), 0),
    { message: /upload it again\.$/ },
  );
});

test("work that fails with a cause keeps it", async () => {
  const gone = failure("not-found", "gone");
  await assert.rejects(
    attempt(OWN, () => Promise.reject(gone), 0),
    gone,
  );
});

test("a function that imports a part is named as a script of the page", async () => {
  const brings = () => Promise.reject(new Error("chunk 3"));
  await assert.rejects(
    attempt(brings, () => brings(), 0),
    { message: /^A script of this page is damaged/ },
  );
});

test("an address is relative to the page, in any form", async () => {
  /** @type {string[]} */
  const seen = [];
  for (const place of ["data.json", "/data.json", new URL(OTHER), "//files.example/a b"]) {
    await attempt(place, async (href) => void seen.push(href), 0);
  }
  assert.deepEqual(seen, [OWN, OWN, OTHER, "https://files.example/a%20b"]);
});

for (const [timeout, words] of /** @type {[number|undefined, string][]} */ ([
  [500, "0.5 s"],
  [undefined, "30 s"],
])) {
  test(`after ${words} a file is given up`, async (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] });
    /** @type {AbortSignal|undefined} */
    let signal;
    const work = attempt(OWN, (_, ended) => ((signal = ended), new Promise(() => {})), timeout);
    const refused = assert.rejects(work, {
      cause: "timeout",
      message: `${OWN} did not load within ${words}. Is the server slow or unreachable?`,
    });
    t.mock.timers.tick((timeout ?? 30_000) - 1);
    assert.equal(signal?.aborted, false);
    t.mock.timers.tick(1);
    await passMoment(t);
    await refused;
    assert.equal(signal?.aborted, true, "nobody loads on");
  });
}

for (const timeout of [0, -1, 2 ** 31, Infinity, NaN]) {
  test(`a timeout of ${timeout} means no limit`, async (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] });
    /** @type {(value: string) => void} */
    let come = () => {};
    const work = attempt(
      OWN,
      () => new Promise((/** @type {(value: string) => void} */ resolve) => (come = resolve)),
      timeout,
    );
    t.mock.timers.tick(2 ** 31);
    come("late");
    assert.equal(await work, "late");
  });
}

test("an aborted wait ends at once", async () => {
  const waiting = new AbortController();
  const work = attempt(OWN, () => new Promise(() => {}), 0, waiting.signal);
  waiting.abort(failure("timeout", "stop"));
  await assert.rejects(work);
});

/**
 * What the policy of a page has blocked.
 * @param {object} given
 */
function block(given) {
  const event = new Event("securitypolicyviolation");
  const all = { disposition: "enforce", effectiveDirective: "connect-src", blockedURI: OWN, sample: "", ...given };
  document.dispatchEvent(Object.assign(event, all));
}

for (const [what, href, given, lacks] of /** @type {[string, string, object, string|undefined][]} */ ([
  ["a file of the page", OWN, {}, "'self' to connect-src"],
  ["a file of another origin", OTHER, { blockedURI: OTHER }, "https://files.example to connect-src"],
  ["an origin alone", OTHER, { blockedURI: "https://files.example" }, "https://files.example to connect-src"],
  ["a script", OWN, { effectiveDirective: "script-src-elem" }, "'self' to script-src"],
  ["anything", OWN, { effectiveDirective: "default-src" }, "'self' to default-src"],
  ["a file without an origin", "blob:null/1", { blockedURI: "blob" }, "blob: to connect-src"],
  [
    "a trusted type",
    OWN,
    { effectiveDirective: "trusted-types", blockedURI: "trusted-types-policy", sample: "ban-spread" },
    "ban-spread to trusted-types",
  ],
  [
    "another trusted type",
    OWN,
    { effectiveDirective: "trusted-types", blockedURI: "trusted-types-policy", sample: "x" },
    undefined,
  ],
  ["a picture of the same address", OWN, { effectiveDirective: "img-src" }, undefined],
  ["another file", OWN, { blockedURI: OTHER }, undefined],
  ["nothing, but reports", OWN, { disposition: "report" }, undefined],
])) {
  test(`the error for a policy that blocks ${what} names ${lacks ?? "nothing"}`, async (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] });
    const blocked = watchPolicy(href, forever);
    block(given);
    const found = blocked();
    t.mock.timers.tick(100);
    assert.equal(await found, lacks);
  });
}

test("a policy whose report comes a moment later is found too", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const refused = assert.rejects(
    attempt(OWN, () => Promise.reject(failure("unreachable", "x")), 0),
    {
      cause: "policy",
      message: `${OWN} is blocked by the page's Content-Security-Policy: add 'self' to connect-src.`,
    },
  );
  for (let n = 0; n < 20; n++) await Promise.resolve();
  block({});
  t.mock.timers.tick(100);
  await refused;
});

test("policy reports are heard only while a file is awaited", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const ended = new AbortController();
  const blocked = watchPolicy(OWN, ended.signal);
  ended.abort();
  block({});
  const found = blocked();
  t.mock.timers.tick(100);
  assert.equal(await found, undefined);
});

test("without an address the text is that of the built-in dataset, which is requested once", async () => {
  answers = [() => new Response(`${EDITION}[]`)];
  for (const src of [null, ""]) assert.equal(await fetchDataset(src, forever, loading), "[]");
  assert.equal(asked.length, 1);
  assert.ok(asked[0].href.endsWith("/banspread-data.txt"), asked[0].href);
});

test("a dataset that does not arrive has its own error code", async () => {
  answers = [status(404)];
  await assert.rejects(fetchDataset("data.json", forever, loading), { code: "dataset-load", cause: "not-found" });
});

test("data that a script has set take precedence over an address", async () => {
  assert.equal(await readSource(stage('<ban-spread src="data.json"></ban-spread>'), "{}", forever, loading), "{}");
  assert.deepEqual(asked, []);
});

for (const [attributes, sent] of [
  ["", "same-origin"],
  ["crossorigin", "same-origin"],
  ['crossorigin="anonymous"', "same-origin"],
  ['crossorigin="include"', "same-origin"],
  ['crossorigin="use-credentials"', "include"],
  ['crossorigin="Use-Credentials"', "include"],
  ['crossorigin="use-credentials" data-credentials="omit"', "omit"],
]) {
  test(`datasets and words are requested with ${sent} cookies if an element has "${attributes}"`, async () => {
    answers = [() => new Response("{}"), () => new Response("{}")];
    const host = stage(`<ban-spread src="data.json" words-src="words.json" ${attributes}></ban-spread>`);
    await readSource(host, undefined, forever, loading);
    await readOwn(host, null, 0);
    assert.deepEqual(
      asked.map(({ credentials }) => credentials),
      [sent, sent],
    );
  });
}

test("a server must allow requests with cookies, and the error says so", async () => {
  const message = /Access-Control-Allow-Origin: https:\/\/paper\.example and Access-Control-Allow-Credentials: true\?$/;
  answers = [nothing];
  await assert.rejects(request("https://a.example/x", forever, "", "include"), { message, cause: "unreachable" });
  window.origin = "null";
  answers = [nothing];
  const named = /Access-Control-Allow-Origin: null and Access-Control-Allow-Credentials: true\?$/;
  await assert.rejects(request("https://a.example/x", forever, "", "include"), { message: named });
  window.origin = "https://paper.example";
});

test("the text of an element of the page is a dataset, also if the element comes later in the page", async () => {
  const host = stage('<ban-spread src="#data"></ban-spread>');
  let readyState = "loading";
  Object.defineProperty(Document.prototype, "readyState", { get: () => readyState, configurable: true });
  const reading = readSource(host, undefined, forever, loading);
  const data = document.createElement("script");
  data.id = "data";
  data.textContent = "{}";
  document.body.append(data);
  readyState = "interactive";
  document.dispatchEvent(new Event("DOMContentLoaded"));
  assert.equal(await reading, "{}");
});

test("the text of a form is its text, whatever the names of its controls", async () => {
  const host = stage('<ban-spread src="#data"></ban-spread>');
  const form = document.createElement("form");
  form.id = "data";
  form.textContent = "{}";
  Object.defineProperty(form, "textContent", { value: document.createElement("input") });
  document.body.append(form);
  Object.defineProperty(Document.prototype, "readyState", { get: () => "complete", configurable: true });
  assert.equal(await readSource(host, undefined, forever, loading), "{}");
});

test("among elements with the same id the script is used, not a comment of a reader", async () => {
  const host = stage('<ban-spread src="#data"></ban-spread><p id="data">a comment</p>');
  const script = Object.assign(document.createElement("script"), { id: "data", textContent: "{}" });
  document.body.append(script);
  Object.defineProperty(Document.prototype, "readyState", { get: () => "complete", configurable: true });
  assert.equal(await readSource(host, undefined, forever, loading), "{}");
});

test("an element in a shadow root searches its data there first, then in the page", async () => {
  const page = stage('<p></p><i id="a">outside</i><i id="b">page</i>');
  const root = page.attachShadow({ mode: "open" });
  root.innerHTML = '<ban-spread></ban-spread><i id="a">inside</i>';
  assert.equal(await readElement(root.firstElementChild, "src", "#a"), "inside");
  assert.equal(await readElement(root.firstElementChild, "src", "#b"), "page");
});

for (const id of ["nowhere", "", '"] *, [x="', "__proto__"]) {
  test(`data without an element on the page is not found: #${id}`, async () => {
    await assert.rejects(readElement(stage("<ban-spread></ban-spread>"), "src", `#${id}`), {
      code: "dataset-load",
      cause: "not-found",
      message: `src="#${id}": no element of this page has the id "${id}".`,
    });
  });
}
