/** Messages of any kind to a page in a frame: none throws, and only a valid one changes the figure. */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { give, stage } from "./page.mjs";
import { runs } from "./runs.mjs";

give("origin", "https://paper.example");
give("innerWidth", 500);

const { dispatch } = await import("../../www/embed/commands.js");
const { Protocols } = await import("../../www/embed/protocols.js");

const RUNS = runs(20260102, 3000);

/** Everything that a message can be: what the browser copies from one window to another. */
const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withTypedArray: true,
  withSparseArray: true,
});
const textOrNull = fc.option(fc.string());
/** The settings of a host, each with valid values. */
const valid = fc.record(
  {
    date: fc.string(),
    compare: textOrNull,
    filter: textOrNull,
    firm: fc.boolean(),
    selected: textOrNull,
    step: fc.option(fc.nat()),
    view: fc.constantFrom("map", "lanes", "groups", "table"),
    weighted: fc.boolean(),
    playing: fc.boolean(),
    theme: fc.constantFrom("light", "dark", "auto"),
    lang: textOrNull,
    start: textOrNull,
    end: textOrNull,
  },
  { requiredKeys: [] },
);
const ATTRIBUTES = ["theme", "lang", "start", "end"];
const CALLS = ["next", "previous", "play", "pause"];

/**
 * Dispatches a message to an element that records its calls. Returns the calls and the answers.
 * @param {unknown} message
 */
function command(message) {
  /** @type {any[]} */
  const [done, told] = [[], []];
  const record = (/** @type {any[]} */ ...what) => void done.push(what);
  const widget = { setAttribute: record, removeAttribute: record };
  Object.defineProperty(widget, "state", {
    get: () => ({ date: "2020-07-14" }),
    set: (/** @type {any} */ state) => {
      record("state", state);
    },
  });
  for (const call of CALLS) Object.assign(widget, { [call]: () => record(call) });
  const tell = (/** @type {any[]} */ ...what) => void told.push(what);
  dispatch(message, /** @type {any} */ (widget), /** @type {any} */ ({ tell, relay: tell }));
  return { done, told };
}

test("no message throws, and a message without the name of the element does nothing", () => {
  const claim = fc.property(anything, (message) => {
    const { done, told } = command(message);
    if (Object(message)?.type !== "ban-spread") assert.deepEqual([done, told], [[], []]);
  });
  fc.assert(claim, RUNS);
});

test("a command with any content is carried out or answered with an error", () => {
  const content = fc.record({ set: anything, call: anything, get: anything }, { requiredKeys: [] });
  const claim = fc.property(content, (content) => {
    const { done, told } = command({ type: "ban-spread", ...content });
    for (const [, detail] of told)
      assert.equal(detail.code ?? detail.date, detail.code ? "invalid-message" : "2020-07-14");
    const asks = content.set !== undefined || content.call !== undefined || content.get === "state";
    assert.equal(done.length + told.length > 0, asks);
    if (told.some((/** @type {any[]} */ [event]) => event === "error") && content.call === undefined)
      assert.deepEqual(done, []);
  });
  fc.assert(claim, RUNS);
});

test("valid settings are all set", () => {
  const claim = fc.property(valid, (set) => {
    const { done, told } = command({ type: "ban-spread", set });
    assert.deepEqual(told, []);
    const state = Object.fromEntries(Object.entries(set).filter(([name]) => !ATTRIBUTES.includes(name)));
    assert.deepEqual(done.at(-1), ["state", state]);
    assert.equal(done.length, 1 + ATTRIBUTES.filter((name) => name in set).length);
  });
  fc.assert(claim, RUNS);
});

test("if one setting is wrong, none is set", () => {
  const wrong = fc.oneof(
    fc.tuple(fc.constantFrom("date", "firm", "view", "weighted", "playing", "theme"), fc.constantFrom(null, 1, [], {})),
    fc.tuple(
      fc.constantFrom("compare", "filter", "selected", "lang", "start", "end"),
      fc.constantFrom(1, true, [], {}),
    ),
    fc.tuple(fc.constant("step"), fc.constantFrom(-1, 0.5, "1", NaN, {})),
    fc.tuple(fc.string({ minLength: 15 }), anything),
  );
  const claim = fc.property(valid, wrong, (set, [name, value]) => {
    const { done, told } = command({ type: "ban-spread", set: { ...set, [name]: value } });
    assert.deepEqual(done, []);
    assert.deepEqual([told.length, told[0][1].code], [1, "invalid-message"]);
  });
  fc.assert(claim, RUNS);
});

test("no message to the protocols of heights throws", () => {
  const start = fc.constantFrom("[iFrameSizer]", "[iFrameSizer]a:", "pymxPYMx1xPYMx", "pymxPYMx1xPYMxwidth", "");
  const message = fc.oneof(
    anything,
    fc.tuple(start, fc.string()).map((parts) => parts.join("")),
  );
  const claim = fc.property(message, (message) => {
    const protocols = new Protocols(new URLSearchParams("id=1"));
    assert.equal(typeof protocols.hear(message), "boolean");
    for (const said of protocols.say(300)) assert.ok(["string", "object"].includes(typeof said));
  });
  fc.assert(claim, RUNS);
});

test("no message of a frame changes its height, except a finite height", async () => {
  const frame = stage("<iframe data-ban-spread></iframe>");
  const source = { postMessage: () => {} };
  Object.defineProperty(frame, "contentWindow", { value: source });
  /** @type {((event: object) => void)[]} */
  const listeners = [];
  give("addEventListener", (/** @type {string} */ name, /** @type {any} */ heard) => {
    if (name === "message") listeners.push(heard);
  });
  await import("../../www/frames.js");
  const height = fc.oneof(anything, fc.double(), fc.constantFrom(-1, 0, 50.4, 1e9));
  const data = fc.oneof(
    anything,
    height.map((height) => ({ type: "ban-spread", event: "height", detail: { height } })),
  );
  const claim = fc.property(data, (data) => {
    frame.style.height = "123px";
    for (const listener of listeners) listener({ data, source, origin: "https://a.example" });
    const told = Object(Object(data).detail).height;
    const set = Number.parseFloat(frame.style.height);
    if (Number.isFinite(told) && Object(data).type === "ban-spread") assert.ok(set >= 50 && set <= 8000, String(set));
    else assert.equal(set, 123);
  });
  assert.ok(listeners.length > 0);
  fc.assert(claim, RUNS);
});
