/** What the status line says while the slider has the focus. */

import assert from "node:assert/strict";
import { before, mock, test } from "node:test";
import { ready, settle } from "./mounted.mjs";

// They are never real again: a chart of an earlier test would speak.
before(() => mock.timers.enable({ apis: ["setTimeout"] }));

for (const [what, begin, end] of /** @type {[string, any, any][]} */ ([
  ["a comparison", { compare: "3" }, { compare: null }],
  ["a filter", { filter: "none" }, { filter: null, date: "4" }],
])) {
  test(`the slider speaks with its sentence after ${what} was spoken in place of it`, async (t) => {
    const { host, engine } = await ready('date="9"');
    const { describe } = engine;
    t.mock.method(engine, "describe", () => {
      const given = describe.call(engine);
      const { day, compare, step } = engine.state;
      const spoken = `${day} ${compare} ${step}`;
      return { ...given, sentence: `since ${day < 8 ? 1 : 8}`, spoken, range: { ...given.range, text: `at ${day}` } };
    });
    const line = host.shadowRoot.querySelector("[role=status]");
    const rest = async (/** @type {object} */ state) => {
      line.textContent = "";
      host.state = state;
      await settle();
      host.shadowRoot.querySelector(".range").focus();
      mock.timers.tick(600);
      return line.textContent;
    };
    assert.equal(await rest({ date: "8" }), "since 8");
    assert.notEqual(await rest({ date: "5", ...begin }), "since 1");
    assert.equal(await rest(end), "since 1");
    assert.equal(await rest({ date: "3" }), "", "it has been spoken");
  });
}
