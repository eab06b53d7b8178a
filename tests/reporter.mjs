/**
 * A reporter for Node's test runner. It prints a line for each test, then the failures, then the sums. If the environment
 * variable BANSPREAD_RESULTS names a file, the results are written to it as JSON. BANSPREAD_QUARANTINE is a JSON list of
 * tests whose failure does not make the run fail.
 */

import { writeFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { inspect } from "node:util";

/** @typedef {"passed"|"failed"|"skipped"|"quarantined"} Result */
/** @typedef {{name: string, file: string, seconds: number, result: Result}} Outcome */
/** @typedef {{name: string, file: string, message: string}} Failure */
/** @typedef {Failure & {result: "passed"|"failed"|"skipped"}} Quarantined */

const MARKS = { passed: "✔", failed: "✖", skipped: "-", quarantined: "?" };
/** The error of a suite in which a test failed. */
const PASSED_ON = "subtestsFailed";
/** The reason that the runner gives for a test that the command line does not name. */
const NOT_MEANT = "test name does not match pattern";
const EMPTY = "this file has reported no test";
/** The last lines of the runner. They are ignored, because the reporter counts by itself. */
const COUNTS = /^(tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/;

/** @param {AsyncIterable<import("node:test/reporters").TestEvent>} events */
export default async function* report(events) {
  const begun = performance.now();
  const { BANSPREAD_RESULTS, BANSPREAD_QUARANTINE = "[]" } = process.env;
  const excused = new Set(JSON.parse(BANSPREAD_QUARANTINE));
  const isChosen = process.execArgv.some((word) => word.startsWith("--test-name-pattern"));
  /** @type {Outcome[]} */
  const tests = [];
  /** @type {Failure[]} */
  const failures = [];
  /** @type {Quarantined[]} */
  const quarantined = [];
  /** The names of the suites around the current test. @type {string[]} */
  const suites = [];
  for await (const { type, data } of /** @type {AsyncIterable<{type: string, data: any}>} */ (events)) {
    if (type === "test:start") suites.splice(data.nesting, Infinity, data.name);
    else if (type === "test:stdout" || type === "test:stderr") yield data.message;
    else if (type === "test:diagnostic" && !COUNTS.test(data.message)) yield `${indent(data.message)}\n`;
    else if (type === "test:pass" || type === "test:fail") {
      const { name, nesting, details, skip } = data;
      if (skip === NOT_MEANT) continue;
      // Node reports a file as passed if it has no tests, or if its process ended before the first result.
      const isEmpty = type === "test:pass" && nesting === 0 && data.file !== undefined && resolve(name) === data.file;
      if (isEmpty && isChosen) continue;
      const failed = type === "test:fail" || isEmpty;
      if (failed ? details.error?.failureType === PASSED_ON : details.type === "suite") continue;
      const around = suites.slice(0, nesting).findLast((suite) => suite.endsWith(".mjs"));
      const file = around ?? (data.file ? relative(process.cwd(), data.file) : "");
      const failure = { name, file, message: failed ? messageOf(isEmpty ? EMPTY : details.error) : "" };
      const known = excused.has(name);
      const ended = skip !== undefined ? "skipped" : failed ? "failed" : "passed";
      const result = failed && known ? "quarantined" : ended;
      if (result === "failed") failures.push(failure);
      if (known) quarantined.push({ ...failure, result: ended });
      const seconds = Math.round(details.duration_ms) / 1000;
      tests.push({ name, file, seconds, result });
      yield `${MARKS[result]} ${name} (${seconds.toFixed(2)} s)${typeof skip === "string" ? ` # ${skip}` : ""}\n`;
      if (failed) yield `${indent(failure.message)}\n`;
    }
  }
  const count = (/** @type {Result} */ result) => tests.filter((test) => test.result === result).length;
  const results = {
    passed: count("passed"),
    failed: count("failed"),
    skipped: count("skipped"),
    quarantined,
    failures,
    seconds: Math.round(performance.now() - begun) / 1000,
    tests,
  };
  yield summary(results);
  // A test could excuse itself with `todo`, so this is a failure.
  if (failures.length > 0) process.exitCode = 1;
  if (BANSPREAD_RESULTS) writeFileSync(BANSPREAD_RESULTS, `${JSON.stringify(results, null, 2)}\n`);
}

/**
 * @param {{passed: number, failed: number, skipped: number, quarantined: Quarantined[], failures: Failure[],
 *   seconds: number, tests: Outcome[]}} results
 */
function summary({ passed, failed, skipped, quarantined, failures, seconds, tests }) {
  const lines = [];
  const excused = quarantined.filter(({ result }) => result === "failed");
  for (const [words, list] of /** @type {const} */ ([
    ["failed", failures],
    ["failed, and are in quarantine", excused],
  ])) {
    if (list.length > 0) lines.push("", `These tests ${words}:`);
    for (const { name, file, message } of list) lines.push("", `${file}: ${name}`, indent(message));
  }
  lines.push("", ...repeated(tests));
  lines.push(
    `${passed} passed, ${failed} failed, ${skipped} skipped, ${excused.length} in quarantine failed, ${seconds} s`,
  );
  return `${lines.join("\n")}\n`;
}

/**
 * For tests that ran several times: how often each failed.
 * @param {Outcome[]} tests
 */
function repeated(tests) {
  /** @type {Map<string, Result[]>} */
  const runs = new Map();
  for (const { name, file, result } of tests) {
    const key = `${file}: ${name}`;
    runs.set(key, [...(runs.get(key) ?? []), result]);
  }
  return [...runs].flatMap(([key, results]) => {
    const failed = results.filter((result) => result === "failed" || result === "quarantined").length;
    return results.length > 1 ? [`failed ${failed} of ${results.length} times: ${key}`] : [];
  });
}

/**
 * The text of an error, with its places in test files and its cause.
 * @param {any} error
 * @returns {string}
 */
function messageOf(error) {
  // Node's runner puts the error of a test into another error.
  const thrown = error?.code === "ERR_TEST_FAILURE" ? (error.cause ?? error) : error;
  if (!(thrown instanceof Error)) return typeof thrown === "string" ? thrown : inspect(thrown);
  const lines = String(thrown.stack).split("\n");
  const told = lines.filter((line) => !/^\s+at .*(node:|node_modules|tests\/widget\/suite\.mjs)/.test(line)).join("\n");
  return thrown.cause ? `${told}\ncaused by ${messageOf(thrown.cause)}` : told;
}

/** @param {string} text */
function indent(text) {
  return text.replace(/^/gm, "    ");
}
