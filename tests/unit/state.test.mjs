/** What is shown as data, what the page hears of it, and what it may prevent. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { asShellError, ShellError, withCode } from "../../www/base/errors.js";
import { EventDispatcher } from "../../www/element/event-dispatcher.js";
import { restore, stateOf } from "../../www/chart/state.js";

/** @param {object} [given] @returns {any} */
const description = (given) => ({
  iso: "2020-07-14",
  compare: null,
  playing: false,
  filter: null,
  tour: null,
  selected: null,
  ...given,
});
const STATE = { date: "2020-07-14", compare: null, filter: null, selected: null, step: null, playing: false };

for (const [what, given, state] of /** @type {[string, object, object][]} */ ([
  ["a day", {}, {}],
  ["two days", { compare: { iso: "2019-01-01" } }, { compare: "2019-01-01" }],
  ["a history", { selected: { id: "GB" } }, { selected: "GB" }],
  ["the first step of a tour", { tour: { index: 0 } }, { step: 0 }],
  ["a tour that nobody has begun", { tour: { index: null } }, { step: null }],
  ["a film of one status", { playing: true, filter: "banned" }, { playing: true, filter: "banned" }],
])) {
  test(`${what} is kept as data`, () => assert.deepEqual(stateOf(description(given)), { ...STATE, ...state }));
}

/** What a chart is asked for to get to a state. @param {any} state */
function wishes(state) {
  /** @type {any[]} */
  const asked = [];
  restore(state, {
    apply: (intent) => void asked.push(intent),
    setDate: (...date) => void asked.push(date),
  });
  return asked;
}

for (const [state, asked] of /** @type {[object, any[]][]} */ ([
  [{}, []],
  [{ date: "2020" }, [["2020"]]],
  [{ date: 2020 }, [["2020"]]],
  [{ date: "" }, []],
  [{ date: null }, []],
  [{ compare: "2019" }, [["2019", "compare"]]],
  [{ compare: "" }, [{ compare: null }]],
  [{ compare: null }, [{ compare: null }]],
  [{ compare: undefined }, []],
  [{ filter: null }, [{ filter: null }]],
  [{ filter: 5 }, [{ filter: "5" }]],
  [{ selected: "GB" }, [{ select: "GB" }]],
  [{ step: null }, [{ tour: null }]],
  [{ step: "2" }, [{ tour: 2 }]],
  [{ playing: true }, ["play"]],
  [{ playing: false }, ["pause"]],
  [{ other: 1, constructor: 2 }, []],
  [
    { playing: true, selected: "GB", filter: "x", compare: "2019", date: "2020", step: 1 },
    [{ tour: 1 }, ["2020"], ["2019", "compare"], { filter: "x" }, { select: "GB" }, "play"],
  ],
])) {
  test(`the way to ${JSON.stringify(state)} asks for each part that it names, the step first`, () => {
    assert.deepEqual(wishes(state), asked);
  });
}

/** A dispatcher, what its page hears, and what the page prevents. */
function listen() {
  const host = new EventTarget();
  /** @type {any[]} */
  const heard = [];
  const page = { prevents: /** @type {string[]} */ ([]) };
  for (const name of ["ready", "change", "select", "error"]) {
    host.addEventListener(`ban-spread-${name}`, (event) => {
      const { detail, bubbles, composed, cancelable } = /** @type {CustomEvent} */ (event);
      heard.push({ name, detail, bubbles, composed, cancelable });
      if (page.prevents.includes(name)) event.preventDefault();
    });
  }
  const dispatcher = new EventDispatcher(/** @type {any} */ (host));
  return { host, heard, page, dispatcher, take: () => heard.splice(0).map(({ name, detail }) => [name, detail]) };
}

/** The same, once a first picture stands. @param {object} [given] */
function stand(given) {
  const listening = listen();
  listening.dispatcher.painted(description(given));
  listening.heard.length = 0;
  return listening;
}

const DETAIL = { date: "2020-07-14", compare: null, playing: false, filter: null, step: null };

test("the first picture is ready, once, with what an editor should look at", async () => {
  const { dispatcher, heard, host } = listen();
  const warning = /** @type {any} */ ({ code: "x" });
  dispatcher.warnings = [warning];
  assert.equal(dispatcher.decide(description()), undefined, "nothing is asked before");
  dispatcher.painted(description());
  dispatcher.painted(description({ iso: "2021-01-01" }));
  assert.deepEqual(heard, [
    {
      name: "ready",
      detail: { date: "2020-07-14", diagnostics: [warning] },
      bubbles: true,
      composed: true,
      cancelable: false,
    },
  ]);
  assert.equal(await dispatcher.ready, host);
  assert.equal(dispatcher.last.date, "2021-01-01");
});

for (const [what, given, events] of /** @type {[string, object, any[]][]} */ ([
  ["nothing new", {}, []],
  ["another date", { iso: "2021-01-01" }, [["change", { ...DETAIL, date: "2021-01-01" }]]],
  ["a film", { playing: true }, [["change", { ...DETAIL, playing: true }]]],
  ["a history", { selected: { id: "GB" } }, [["select", { entity: "GB" }]]],
  [
    "a step with a history",
    { tour: { index: 0 }, selected: { id: "GB" } },
    [
      ["change", { ...DETAIL, step: 0 }],
      ["select", { entity: "GB" }],
    ],
  ],
])) {
  test(`of ${what} the page hears ${events.length ? events.map(([name]) => name).join(" and ") : "nothing"}`, () => {
    const { dispatcher, take } = stand();
    assert.equal(dispatcher.decide(description(given)), undefined);
    assert.deepEqual(take(), events);
    assert.equal(dispatcher.decide(description(given)), undefined);
    assert.deepEqual(take(), [], "the same again is nothing new");
  });
}

test("changes and selections bubble out of shadow roots and can be prevented", () => {
  const { dispatcher, heard } = stand();
  dispatcher.decide(description({ iso: "2021-01-01", selected: { id: "GB" } }));
  for (const event of heard) {
    assert.deepEqual([event.bubbles, event.composed, event.cancelable], [true, true, true]);
  }
});

for (const [prevents, instead] of /** @type {[string[], object][]} */ ([
  [["change"], { ...STATE, selected: "GB" }],
  [["select"], { ...STATE, date: "2021-01-01", selected: null, playing: true }],
  [["change", "select"], STATE],
])) {
  test(`a page that prevents ${prevents.join(" and ")} is shown what was there instead of it`, () => {
    const { dispatcher, page } = stand();
    page.prevents = prevents;
    const wished = description({ iso: "2021-01-01", selected: { id: "GB" }, playing: true });
    assert.deepEqual(dispatcher.decide(wished), instead);
  });
}

test("a film stops where its change is prevented", () => {
  const { dispatcher, page } = stand({ playing: true });
  page.prevents = ["change"];
  assert.equal(dispatcher.decide(description({ playing: true, iso: "2021-01-01" }))?.playing, false);
});

test("a failure that leaves a picture is followed by no other ready, one that leaves none is", () => {
  const { dispatcher, take } = stand();
  const error = new ShellError("dataset-load", "Nothing there.", [], "not-found");
  assert.equal(dispatcher.failed(error, true), true);
  assert.deepEqual(take(), [
    ["error", { code: "dataset-load", cause: "not-found", message: "Nothing there.", diagnostics: [] }],
  ]);
  dispatcher.painted(description());
  assert.deepEqual(take(), []);
  dispatcher.failed(error, false);
  take();
  assert.equal(dispatcher.decide(description({ iso: "2021-01-01" })), undefined, "nothing stands that could change");
  dispatcher.painted(description());
  assert.deepEqual(
    take().map(([name]) => name),
    ["ready"],
  );
});

test("a failure before the first picture makes nothing ready", () => {
  const { dispatcher, take } = listen();
  dispatcher.failed(new ShellError("engine-load", "x"), true);
  dispatcher.painted(description());
  assert.deepEqual(
    take().map(([name]) => name),
    ["error", "ready"],
  );
});

test("a page that prevents an error wants it said to nobody", () => {
  const { dispatcher, page } = stand();
  page.prevents = ["error"];
  assert.equal(dispatcher.failed(new ShellError("engine-load", "x"), true), false);
});

for (const [thrown, message] of /** @type {[unknown, string][]} */ ([
  [new Error("unreachable"), "The chart stopped because of a bug: unreachable"],
  ["a text", "The chart stopped because of a bug: a text"],
  [undefined, "The chart stopped because of a bug: undefined"],
  [null, "The chart stopped because of a bug: null"],
  [{ message: "like an error" }, "The chart stopped because of a bug: like an error"],
  [42, "The chart stopped because of a bug: 42"],
])) {
  test(`whatever is thrown is a fault of the core: ${String(thrown)}`, () => {
    const error = asShellError(thrown);
    assert.deepEqual([error.code, error.message, error.cause, error.diagnostics], ["engine-fault", message, null, []]);
  });
}

test("an error of the shell stays what it is", () => {
  const error = new ShellError("bad-date", "x");
  assert.equal(asShellError(error), error);
  assert.equal(error.name, "ShellError");
});

test("a failure keeps its cause under another code, in longer words", () => {
  const { code, message, cause } = withCode("words-load", new Error("gone.", { cause: "not-found" }), "It is ");
  assert.deepEqual([code, message, cause], ["words-load", "It is gone.", "not-found"]);
});
