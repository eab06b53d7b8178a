/** The state as data, the events that the page receives, and what the page can prevent. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { asShellError, ShellError, withCode } from "../../www/base/errors.js";
import { EventDispatcher } from "../../www/element/event-dispatcher.js";
import { plainState, restore, stateOf } from "../../www/chart/state.js";

/** @param {object} [given] @returns {any} */
const description = (given) => ({
  iso: "2020-07-14",
  compare: null,
  playing: false,
  filter: null,
  firm: false,
  step: null,
  selected: null,
  view: "map",
  weighted: false,
  ...given,
});
const STATE = {
  date: "2020-07-14",
  compare: null,
  filter: null,
  firm: false,
  selected: null,
  step: null,
  view: "map",
  weighted: false,
  playing: false,
};

for (const [what, given, state] of /** @type {[string, object, object][]} */ ([
  ["a day", {}, {}],
  ["two days", { compare: { iso: "2019-01-01" } }, { compare: "2019-01-01" }],
  ["a history", { selected: { id: "GB" } }, { selected: "GB" }],
  ["the first step of a tour", { step: 0 }, { step: 0 }],
  ["firm statuses alone", { firm: true }, { firm: true }],
  ["the view", { view: "groups" }, { view: "groups" }],
  ["weights", { weighted: true }, { weighted: true }],
  ["playback of one status", { playing: true, filter: "banned" }, { playing: true, filter: "banned" }],
])) {
  test(`${what} is kept as data`, () => assert.deepEqual(stateOf(description(given)), { ...STATE, ...state }));
}

/** The requests to a chart for a state. @param {any} state */
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
  [{ firm: true }, [{ firm: true }]],
  [{ firm: false }, [{ firm: false }]],
  [{ selected: "GB" }, [{ select: "GB" }]],
  [{ step: null }, [{ tour: null }]],
  [{ step: "2" }, [{ tour: 2 }]],
  [{ view: "table" }, [{ view: "table" }]],
  [{ weighted: true }, [{ weighted: true }]],
  [{ weighted: false }, [{ weighted: false }]],
  [{ view: null }, []],
  [{ view: "lanes" }, [{ view: "lanes" }]],
  [{ view: "rows" }, []],
  [{ view: 5 }, []],
  [{ playing: true }, ["play"]],
  [{ playing: false }, ["pause"]],
  [{ other: 1, constructor: 2 }, []],
  [
    { playing: true, selected: "GB", filter: "x", compare: "2019", date: "2020", step: 1 },
    [{ tour: 1 }, ["2020"], ["2019", "compare"], { filter: "x" }, { select: "GB" }, "play"],
  ],
])) {
  test(`restoring ${JSON.stringify(state)} requests each part of it, the step first`, () => {
    assert.deepEqual(wishes(state), asked);
  });
}

test("a state of the page has plain values, and a value that cannot be one throws at once", () => {
  const date = { toString: () => "2020" };
  assert.deepEqual(plainState({ date, step: 2, firm: true, filter: null, view: undefined }), {
    date: "2020",
    step: 2,
    firm: true,
    filter: null,
    view: undefined,
  });
  assert.throws(() => plainState({ date: Object.create(null) }), TypeError);
});

/** A dispatcher, the events of its page, and the events that the page prevents. */
function listen() {
  const host = new EventTarget();
  /** @type {any[]} */
  const heard = [];
  const page = { prevents: /** @type {string[]} */ ([]) };
  for (const name of ["ready", "beforechange", "select", "input", "change", "error"]) {
    host.addEventListener(`ban-spread-${name}`, (event) => {
      const { detail, bubbles, composed, cancelable } = /** @type {CustomEvent} */ (event);
      heard.push({ name, detail, bubbles, composed, cancelable, shown: dispatcher.last });
      if (page.prevents.includes(name)) event.preventDefault();
    });
  }
  const dispatcher = new EventDispatcher(/** @type {any} */ (host));
  const names = () => heard.splice(0).map(({ name }) => name);
  return {
    host,
    heard,
    page,
    dispatcher,
    names,
    take: () => heard.splice(0).map(({ name, detail }) => [name, detail]),
  };
}

/** The same after the first picture. @param {object} [given] */
function stand(given) {
  const listening = listen();
  listening.dispatcher.painted(description(given), true);
  listening.heard.length = 0;
  return listening;
}

test("before the first picture the page reads the state in which nobody has chosen anything", () => {
  assert.deepEqual(listen().dispatcher.last, { ...STATE, date: null });
});

test("the first picture fires ready once, with the warnings of the dataset", async () => {
  const { dispatcher, heard, host } = listen();
  const warning = /** @type {any} */ ({ code: "x" });
  dispatcher.warnings = [warning];
  assert.equal(dispatcher.decide(description()), undefined, "nothing is asked before");
  dispatcher.painted(description(), true);
  dispatcher.painted(description(), true);
  const how = { bubbles: true, composed: true, cancelable: false };
  assert.deepEqual(heard, [{ name: "ready", detail: { ...STATE, diagnostics: [warning] }, ...how, shown: STATE }]);
  assert.equal(await dispatcher.ready, host);
});

for (const [what, given, change, asks] of /** @type {[string, object, object, string[]][]} */ ([
  ["nothing new", {}, {}, []],
  ["another date", { iso: "2021-01-01" }, { date: "2021-01-01" }, ["beforechange"]],
  ["a filter", { filter: "banned" }, { filter: "banned" }, ["beforechange"]],
  ["a history", { selected: { id: "GB" } }, { selected: "GB" }, ["beforechange", "select"]],
  [
    "a step with a history",
    { step: 0, selected: { id: "GB" } },
    { step: 0, selected: "GB" },
    ["beforechange", "select"],
  ],
])) {
  test(`for ${what} the page receives ${asks.join(" and ") || "nothing"} before, and one of each after it`, () => {
    const { dispatcher, take, heard } = stand();
    const detail = { ...STATE, ...change };
    assert.equal(dispatcher.decide(description(given)), undefined);
    assert.ok(
      heard.every(({ shown }) => isDeepStrictEqual(shown, STATE)),
      "nothing of it is shown yet",
    );
    assert.deepEqual(
      take(),
      asks.map((name) => [name, detail]),
    );
    const told = asks.length ? ["input", "change"] : [];
    dispatcher.painted(description(given), true);
    assert.ok(
      heard.every(({ shown }) => isDeepStrictEqual(shown, detail)),
      "it is shown",
    );
    assert.deepEqual(
      take(),
      told.map((name) => [name, detail]),
    );
    assert.equal(dispatcher.decide(description(given)), undefined);
    dispatcher.painted(description(given), true);
    assert.deepEqual(take(), [], "the same again is nothing new");
  });
}

test("while the date moves the page receives each shown date, and one change at the end", () => {
  const { dispatcher, take } = stand();
  for (const [iso, rests, told] of /** @type {[string, boolean, string[]][]} */ ([
    ["2020-08-01", false, ["input"]],
    ["2020-09-01", false, ["input"]],
    ["2020-09-01", false, []],
    ["2020-09-01", true, ["change"]],
    ["2020-10-01", false, ["input"]],
    ["2020-09-01", true, ["input"]],
  ])) {
    dispatcher.painted(description({ iso }), rests);
    assert.deepEqual(
      take(),
      told.map((name) => [name, { ...STATE, date: iso }]),
    );
  }
});

test("events before a change can be prevented, events after it cannot, and all leave shadow roots", () => {
  const { dispatcher, heard } = stand();
  const next = description({ iso: "2021-01-01", selected: { id: "GB" } });
  dispatcher.decide(next);
  dispatcher.painted(next, true);
  assert.deepEqual(
    heard.map(({ name, bubbles, composed, cancelable }) => [name, bubbles, composed, cancelable]),
    [
      ["beforechange", true, true, true],
      ["select", true, true, true],
      ["input", true, true, false],
      ["change", true, true, false],
    ],
  );
});

for (const [prevents, instead, asks] of /** @type {[string[], object, string[]][]} */ ([
  [["beforechange"], STATE, ["beforechange"]],
  [["select"], { ...STATE, date: "2021-01-01", playing: true }, ["beforechange", "select"]],
])) {
  test(`a page that prevents ${prevents.join(" and ")} sees the previous state`, () => {
    const { dispatcher, page, names } = stand();
    page.prevents = prevents;
    const asked = description({ iso: "2021-01-01", selected: { id: "GB" }, playing: true });
    assert.deepEqual(dispatcher.decide(asked), instead);
    assert.deepEqual(names(), asks);
  });
}

test("playback stops if its change is prevented", () => {
  const { dispatcher, page } = stand({ playing: true });
  page.prevents = ["beforechange"];
  assert.equal(dispatcher.decide(description({ playing: true, iso: "2021-01-01" }))?.playing, false);
});

test("changes of a detail by the page have no effect", () => {
  const { dispatcher, host } = stand();
  host.addEventListener("ban-spread-input", (event) => delete (/** @type {CustomEvent} */ (event).detail.date));
  dispatcher.painted(description({ iso: "2021-01-01" }), true);
  assert.equal(dispatcher.last.date, "2021-01-01");
});

test("after an error with a picture there is no second ready, after one without a picture there is", () => {
  const { dispatcher, take } = stand();
  const error = new ShellError("dataset-load", "Nothing there.", [], "not-found");
  assert.equal(dispatcher.failed(error, true), true);
  assert.deepEqual(take(), [
    ["error", { code: "dataset-load", cause: "not-found", message: "Nothing there.", diagnostics: [] }],
  ]);
  dispatcher.painted(description(), true);
  assert.deepEqual(take(), []);
  dispatcher.failed(error, false);
  take();
  assert.equal(dispatcher.decide(description({ iso: "2021-01-01" })), undefined, "nothing stands that could change");
  dispatcher.painted(description(), true);
  assert.deepEqual(
    take().map(([name]) => name),
    ["ready"],
  );
});

test("an error before the first picture fires no ready", () => {
  const { dispatcher, take } = listen();
  dispatcher.failed(new ShellError("engine-load", "x"), true);
  dispatcher.painted(description(), true);
  assert.deepEqual(
    take().map(([name]) => name),
    ["error", "ready"],
  );
});

test("an error that the page prevents is not shown", () => {
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
  test(`a thrown value is a bug of the core: ${String(thrown)}`, () => {
    const error = asShellError(thrown);
    assert.deepEqual([error.code, error.message, error.cause, error.diagnostics], ["engine-fault", message, null, []]);
  });
}

test("an error of the shell stays the same", () => {
  const error = new ShellError("invalid-date", "x");
  assert.equal(asShellError(error), error);
  assert.equal(error.name, "ShellError");
});

test("an error keeps its cause with another code and a longer message", () => {
  const gone = new Error("gone.", { cause: "not-found" });
  for (const [before, sentence] of [
    ["It is ", "It is gone."],
    [undefined, "gone."],
  ]) {
    const { code, message, cause, diagnostics } = withCode("messages-load", gone, before);
    assert.deepEqual([code, message, cause, diagnostics], ["messages-load", sentence, "not-found", []]);
  }
});
