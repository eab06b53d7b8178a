/** The list of tests that are known to be unstable. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { checkQuarantine, readQuarantine } from "../widget/quarantine.mjs";

/** @type {{name: string, tier: "one"|"each"}[]} */
const TESTS = [
  { name: "a film ends", tier: "each" },
  { name: "a tile has a name", tier: "one" },
];
const LINE = "firefox | a film ends | 2026-01-31 | frames | are dropped";
const check = (/** @type {string} */ text) => checkQuarantine(readQuarantine(text), TESTS);

test("a line names an engine, a test, a date and a reason", () => {
  const expected = { engine: "firefox", name: "a film ends", date: "2026-01-31", reason: "frames | are dropped" };
  assert.deepEqual(readQuarantine(`# comment\n\n${LINE}\n`), [expected]);
  assert.deepEqual(check(LINE), []);
});

for (const [what, line] of [
  ["a test that does not exist", "firefox | a film begins | 2026-01-31 | frames are dropped"],
  ["an engine that does not exist", "gecko | a film ends | 2026-01-31 | frames are dropped"],
  ["a test that does not run in its engine", "webkit | a tile has a name | 2026-01-31 | frames are dropped"],
  ["no date", "firefox | a film ends | frames are dropped"],
  ["no reason", "firefox | a film ends | 2026-01-31 |"],
]) {
  test(`a line with ${what} is an error`, () => {
    assert.equal(check(line).length, 1);
  });
}

test("five lines are allowed, six are not", () => {
  assert.deepEqual(check(`${LINE}\n`.repeat(5)), []);
  assert.match(check(`${LINE}\n`.repeat(6)).join(), /has 6 lines/);
});

test("the committed list can be read", () => {
  const lines = readQuarantine();
  assert.ok(lines.length <= 5);
  for (const { reason } of lines) assert.ok(reason);
});
