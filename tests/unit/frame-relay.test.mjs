/** The page around a frame: who receives messages, whose messages are accepted, and what another origin learns. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { give } from "./page.mjs";

give("origin", "https://paper.example");

const { Host } = await import("../../www/embed/host.js");

/**
 * A page around the frame, at an origin.
 * @param {string|null} origin  the origin in the address of the frame
 * @param {string|undefined} around  the origin of the page around; undefined if the frame cannot read it
 * @param {string} [allowed]  the origins that the publisher allows
 */
function hostAt(origin, around, allowed = "") {
  /** @type {any[]} */
  const posted = [];
  const parent = {
    postMessage: (/** @type {any} */ message, /** @type {string} */ target) => void posted.push([message, target]),
    get origin() {
      if (around === undefined) throw new DOMException("blocked", "SecurityError");
      return around;
    },
  };
  give("parent", parent);
  /** @type {((event: object) => void)[]} */
  const listeners = [];
  give("addEventListener", (/** @type {string} */ _name, /** @type {any} */ heard) => void listeners.push(heard));
  const host = new Host(origin, allowed);
  /** @type {any[]} */
  const heard = [];
  host.listen((data) => void heard.push(data));
  const say = (/** @type {object} */ event) =>
    listeners.forEach((listener) => listener({ data: 1, source: parent, origin: "https://a.example", ...event }));
  return { host, posted, heard, say };
}

const FAULT = { code: "invalid-dataset", cause: null, message: "Secret words.", diagnostics: [{ message: "Secret." }] };

const QUIET = {
  code: "dataset-load",
  cause: null,
  message: "The interactive chart could not be loaded.",
  diagnostics: [],
};

for (const [what, around, detail, told] of /** @type {[string, string|undefined, object, object][]} */ ([
  ["of the same origin hears what is wrong", "https://paper.example", FAULT, FAULT],
  ["of another origin hears no word of a dataset", undefined, FAULT, QUIET],
  ["of another origin hears no word of a fault", undefined, { ...FAULT, code: "engine-fault" }, QUIET],
  [
    "of another origin does not hear why a dataset did not come",
    undefined,
    { ...FAULT, code: "dataset-load", cause: "not-found" },
    QUIET,
  ],
  [
    "of another origin hears why the engine did not come",
    undefined,
    { ...FAULT, code: "engine-load" },
    { ...FAULT, code: "engine-load", diagnostics: [] },
  ],
  [
    "of another origin hears of a date that is none",
    undefined,
    { ...FAULT, code: "invalid-date" },
    { ...FAULT, code: "invalid-date", diagnostics: [] },
  ],
])) {
  test(`a host ${what}`, () => {
    const { host, posted } = hostAt(null, around);
    host.relay("error", detail);
    assert.deepEqual(posted, [[{ type: "ban-spread", event: "error", detail: told }, "*"]]);
  });
}

test("only a host that may know the dataset hears that newer data is not shown", () => {
  const detail = { ...FAULT, code: "dataset-refresh", cause: "invalid" };
  const stranger = hostAt(null, undefined);
  stranger.host.relay("error", detail);
  assert.deepEqual(stranger.posted, []);
  const own = hostAt(null, "https://paper.example");
  own.host.relay("error", detail);
  assert.deepEqual(own.posted, [[{ type: "ban-spread", event: "error", detail }, "*"]]);
});

for (const [what, origin, allowed, chosen, hears] of /** @type {[string, string|null, string, boolean, boolean][]} */ ([
  ["that has chosen the dataset hears no date", null, "", true, false],
  ["that has not chosen the dataset hears its date", null, "", false, true],
  ["that the publisher allows hears all", "https://a.example", "https://b.example https://a.example", true, true],
  ["that names another than the allowed origin hears no date", "https://a.example", "https://b.example", true, false],
  ["that names no origin hears no date where one is allowed", null, "https://a.example", true, false],
  ["hears all where the publisher allows any", null, "*", true, true],
])) {
  test(`a host of another origin ${what}`, () => {
    const { host, posted } = hostAt(origin, undefined, allowed);
    host.chosen = chosen;
    const date = { date: "2020" };
    for (const event of ["ready", "input", "change", "state"]) host.relay(event, date);
    const told = posted.map(([{ event, detail }]) => [event, detail]);
    // An event about a change would reveal something about the dataset too.
    const changes = hears ? ["input", "change"].map((event) => [event, date]) : [];
    const known = hears ? date : null;
    assert.deepEqual(told, [["ready", known], ...changes, ["state", known]]);
    assert.ok(posted.every(([, target]) => target === (origin ?? "*")));
  });
}

test("a frame with an origin in its address communicates only with this origin", () => {
  const { host, posted, heard, say } = hostAt("https://a.example/path", undefined);
  host.post("x");
  assert.deepEqual(posted, [["x", "https://a.example"]]);
  say({ data: "own" });
  say({ data: "stranger", origin: "https://b.example" });
  say({ data: "another frame", source: {} });
  assert.deepEqual(heard, ["own"]);
});

test("a page outside of a frame sends and receives nothing", () => {
  const { posted, host, heard, say } = (() => {
    const all = hostAt(null, undefined);
    all.host.there = false;
    return all;
  })();
  host.tell("ready", {});
  say({});
  assert.deepEqual([posted, heard], [[], []]);
});

for (const origin of ["", "nonsense", "null", "data:text/html,x", "file:///a", "javascript:alert(1)", "*"]) {
  test(`a text that is not an origin is refused: "${origin}"`, () => {
    assert.throws(() => hostAt(origin, undefined), {
      message: 'The parameter "origin" is not an origin such as https://example.org.',
    });
  });
}
