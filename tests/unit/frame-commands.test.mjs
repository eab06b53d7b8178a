/** Messages to the page in a frame: the commands of its host. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { give } from "./page.mjs";

give("origin", "https://paper.example");

const { dispatch } = await import("../../www/embed/commands.js");

/**
 * Dispatches a message to an element that records its calls. Returns the calls and the answers.
 * @param {unknown} message
 * @param {object} [of]  what the page around is
 */
function command(message, of) {
  /** @type {any[]} */
  const done = [];
  /** @type {any[]} */
  const told = [];
  const widget = {
    setAttribute: (/** @type {string} */ name, /** @type {string} */ value) => void done.push([name, value]),
    removeAttribute: (/** @type {string} */ name) => void done.push([name, null]),
    next: () => void done.push("next"),
    previous: () => void done.push("previous"),
    play: () => void done.push("play"),
    pause: () => void done.push("pause"),
    get state() {
      return { date: "2020-07-14" };
    },
    set state(state) {
      done.push(state);
    },
  };
  const tell = (/** @type {any[]} */ ...what) => void told.push(what);
  const host = { tell, relay: tell, ...of };
  dispatch(message, /** @type {any} */ (widget), /** @type {any} */ (host));
  return { done, told };
}

for (const message of [
  null,
  undefined,
  "ban-spread",
  5,
  [],
  {},
  { type: "other", set: { date: "2020" } },
  { type: "ban-spread" },
  { type: "ban-spread", get: "date" },
  { type: "ban-spread", do: "play" },
]) {
  test(`another message is ignored: ${JSON.stringify(message)}`, () => {
    assert.deepEqual(command(message), { done: [], told: [] });
  });
}

for (const [command_, done] of /** @type {[object, any[]][]} */ ([
  [
    { set: { date: "2020", filter: null, step: 0, weighted: true, playing: true } },
    [{ date: "2020", filter: null, step: 0, weighted: true, playing: true }],
  ],
  [{ set: { firm: true } }, [{ firm: true }]],
  [{ set: {} }, [{}]],
  [{ set: { theme: "dark", lang: "de", date: "2020" } }, [["lang", "de"], ["theme", "dark"], { date: "2020" }]],
  [{ set: { lang: null } }, [["lang", null], {}]],
  [
    { set: { src: "other.json" } },
    [["fallback-src", null], ["refresh", null], ["data-credentials", "omit"], ["src", "other.json"], {}],
  ],
  [{ call: "next" }, ["next"]],
  [{ call: "pause" }, ["pause"]],
  [{ set: { date: "2020" }, call: "play" }, [{ date: "2020" }, "play"]],
])) {
  test(`a host can send: ${JSON.stringify(command_)}`, () => {
    assert.deepEqual(command({ type: "ban-spread", ...command_ }), { done, told: [] });
  });
}

test("a host that may not know the dataset chooses nothing by whose height it could learn of it", () => {
  const set = {
    date: "2020",
    compare: "2019",
    filter: "banned",
    selected: "GB",
    step: 0,
    view: "groups",
    theme: "dark",
  };
  const { done, told } = command({ type: "ban-spread", set }, { secret: true });
  assert.deepEqual([done, told], [[["theme", "dark"], { date: "2020", playing: undefined }], []]);
});

test("a host that asks for the state is told it", () => {
  assert.deepEqual(command({ type: "ban-spread", get: "state" }).told, [["state", { date: "2020-07-14" }]]);
});

const KNOWN = "date, compare, filter, firm, selected, step, view, weighted, playing, theme, lang, src, start, end";
for (const [command_, message] of /** @type {[object, string][]} */ ([
  [{ set: null }, "set is not an object: null"],
  [{ set: "date" }, 'set is not an object: "date"'],
  [{ set: { date: 2020 } }, "set: invalid date: 2020"],
  [{ set: { date: null } }, "set: invalid date: null"],
  [{ set: { step: -1 } }, "set: invalid step: -1"],
  [{ set: { step: 1.5 } }, "set: invalid step: 1.5"],
  [{ set: { step: "1" } }, 'set: invalid step: "1"'],
  [{ set: { playing: "yes" } }, 'set: invalid playing: "yes"'],
  [{ set: { weighted: 1 } }, "set: invalid weighted: 1"],
  [{ set: { view: "rows" } }, 'set: invalid view: "rows"'],
  [{ set: { theme: "blue" } }, 'set: invalid theme: "blue"'],
  [{ set: { selected: { id: "GB" } } }, 'set: invalid selected: {"id":"GB"}'],
  [{ set: { innerHTML: "x" } }, `set: innerHTML is unknown (${KNOWN})`],
  [{ set: { constructor: "x" } }, `set: constructor is unknown (${KNOWN})`],
  [{ set: JSON.parse('{"__proto__": "x"}') }, `set: __proto__ is unknown (${KNOWN})`],
  [{ set: { onclick: "alert(1)" } }, `set: onclick is unknown (${KNOWN})`],
  [{ set: { src: "a.json", date: "2020" } }, "set: src must be alone in its message"],
  [{ set: { date: "2020", step: -1 } }, "set: invalid step: -1"],
  [{ call: "remove" }, 'call: "remove" is unknown (next, previous, play, pause)'],
  [{ call: "constructor" }, 'call: "constructor" is unknown (next, previous, play, pause)'],
  [{ call: ["next"] }, 'call: ["next"] is unknown (next, previous, play, pause)'],
  [{ call: null }, "call: null is unknown (next, previous, play, pause)"],
])) {
  test(`an invalid command is answered with an error and does nothing: ${JSON.stringify(command_)}`, () => {
    const { done, told } = command({ type: "ban-spread", ...command_ });
    assert.deepEqual(done, []);
    const detail = { code: "invalid-message", cause: null, message, diagnostics: [] };
    assert.deepEqual(told, [["error", detail]]);
  });
}

test("a host cannot show the dataset of another origin", () => {
  const { done, told } = command({ type: "ban-spread", set: { src: "https://stranger.example/a.json" } });
  assert.deepEqual(done, []);
  assert.equal(told[0][1].cause, "policy");
});

test("a command that cannot be written as JSON is answered too", () => {
  /** @type {any} */
  const circle = {};
  circle.self = circle;
  const { done, told } = command({ type: "ban-spread", set: { date: circle } });
  assert.deepEqual(done, []);
  assert.equal(told[0][1].code, "invalid-message");
});
