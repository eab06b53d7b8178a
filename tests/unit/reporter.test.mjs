/** What the reporter of the tests prints and writes. */

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test } from "node:test";
import report from "../reporter.mjs";

const start = (/** @type {string} */ name, nesting = 0) => ({ type: "test:start", data: { name, nesting } });
/** @param {"pass"|"fail"} result @param {string} name @param {object} [more] */
const end = (result, name, nesting = 0, more = {}) => {
  return { type: `test:${result}`, data: { name, nesting, details: { duration_ms: 1234 }, ...more } };
};
/** A failed test, wrapped by Node's runner around the thrown error. @param {unknown} cause */
const thrown = (cause) => ({ details: { duration_ms: 5, error: { code: "ERR_TEST_FAILURE", cause } } });
const passedOn = { details: { type: "suite", error: { failureType: "subtestsFailed" } } };

/**
 * The printed and written output for some events.
 * @param {object[]} events
 * @param {{quarantine?: string[], words?: string[]}} [how]  names in quarantine, and the words that Node is called with
 */
async function run(events, { quarantine = [], words = [] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "reporter-"));
  const { env, execArgv, exitCode } = process;
  const more = { BANSPREAD_RESULTS: join(folder, "results.json"), BANSPREAD_QUARANTINE: JSON.stringify(quarantine) };
  Object.assign(process, { env: { ...env, ...more }, execArgv: words });
  try {
    let printed = "";
    // @ts-expect-error: these events have only the fields that are read.
    for await (const text of report(events)) printed += text;
    return { printed, results: JSON.parse(readFileSync(more.BANSPREAD_RESULTS, "utf8")) };
  } finally {
    Object.assign(process, { env, execArgv, exitCode });
    rmSync(folder, { recursive: true });
  }
}

test("tests are counted, and belong to the innermost file around them", async () => {
  const { printed, results } = await run([
    start("tests/a.test.mjs"),
    start("one", 1),
    end("pass", "one", 1),
    start("tests/parts/b.mjs", 1),
    start("two", 2),
    end("fail", "two", 2, thrown(new Error("oh"))),
    end("fail", "tests/parts/b.mjs", 1, passedOn),
    end("fail", "tests/a.test.mjs", 0, passedOn),
    start("tests/c.test.mjs"),
    start("three", 1),
    end("pass", "three", 1, { skip: "another engine" }),
    end("pass", "tests/c.test.mjs", 0, { details: { type: "suite" } }),
  ]);
  const { passed, failed, skipped, tests, failures } = results;
  assert.deepEqual({ passed, failed, skipped }, { passed: 1, failed: 1, skipped: 1 });
  assert.deepEqual(tests, [
    { name: "one", file: "tests/a.test.mjs", seconds: 1.234, result: "passed" },
    { name: "two", file: "tests/parts/b.mjs", seconds: 0.005, result: "failed" },
    { name: "three", file: "tests/c.test.mjs", seconds: 1.234, result: "skipped" },
  ]);
  assert.equal(failures.length, 1);
  assert.match(failures[0].message, /^Error: oh\n/);
  assert.match(printed, /\n1 passed, 1 failed, 1 skipped/);
});

test("a failed test in quarantine is not a failure, and all of them are listed", async () => {
  const events = [start("one"), end("fail", "one", 0, thrown("words")), start("two"), end("pass", "two")];
  const { results } = await run(events, { quarantine: ["one", "two"] });
  assert.deepEqual([results.passed, results.failed], [1, 0]);
  assert.deepEqual(results.quarantined, [
    { name: "one", file: "", message: "words", result: "failed" },
    { name: "two", file: "", message: "", result: "passed" },
  ]);
});

test("no test can excuse itself", async () => {
  const todo = "quarantined: a reason";
  const { results } = await run([start("one"), end("fail", "one", 0, { ...thrown("words"), todo })]);
  assert.deepEqual([results.failed, results.quarantined], [1, []]);
});

test("a file that reports no test is a failure, unless only tests with some names are requested", async () => {
  const file = resolve("tests/unit/a.test.mjs");
  const events = [start(file), end("pass", file, 0, { file })];
  const { results } = await run(events);
  assert.deepEqual([results.passed, results.failed], [0, 1]);
  assert.equal(results.failures[0].message, "this file has reported no test");
  const other = end("pass", "one", 0, { file, skip: "test name does not match pattern" });
  const { results: chosen } = await run([...events, other], { words: ["--test-name-pattern=b"] });
  assert.deepEqual([chosen.passed, chosen.failed, chosen.skipped], [0, 0, 0]);
});

test("notes of tests and of the runner are printed, except the counts of the runner", async () => {
  const remark = (/** @type {string} */ message) => ({ type: "test:diagnostic", data: { nesting: 0, message } });
  const { printed } = await run([remark("Error: late"), remark("tests 12"), remark("duration_ms 1.5")]);
  assert.match(printed, /Error: late/);
  assert.doesNotMatch(printed, /tests 12|duration_ms/);
});

test("a file that cannot be loaded is a failure", async () => {
  const { results } = await run([start("a"), end("fail", "a", 0, thrown(new SyntaxError("what")))]);
  assert.equal(results.failed, 1);
});

test("the cause of an error is printed", async () => {
  const { printed } = await run([start("a"), end("fail", "a", 0, thrown(new Error("b", { cause: new Error("c") })))]);
  assert.match(printed, /Error: b[^]*caused by Error: c/);
});

test("for tests that run several times the failures are counted", async () => {
  const once = [start("one"), end("pass", "one")];
  const { printed } = await run([...once, start("one"), end("fail", "one", 0, thrown("words")), ...once]);
  assert.match(printed, /failed 1 of 3 times: : one/);
});
