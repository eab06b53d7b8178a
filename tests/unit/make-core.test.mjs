/** The line to the worker of the make page, with a worker that the test answers for. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { merge } from "../../make/core/choices.js";
import { Line } from "../../make/core/line.js";

/** A worker that only keeps what it is sent. */
class Stub {
  /** @type {Stub[]} */
  static all = [];
  /** @type {any[]} */
  sent = [];
  ended = false;
  /** @type {(event: { data: any }) => void} */
  onmessage = () => {};
  /** @type {(event: any) => void} */
  onerror = () => {};

  constructor() {
    Stub.all.push(this);
  }

  /** @param {any} message */
  postMessage(message) {
    this.sent.push(message);
  }

  terminate() {
    this.ended = true;
  }

  /** @param {any} data */
  answer(data) {
    this.onmessage({ data });
  }
}

/** A line, and what it makes of its workers. */
function begin() {
  Stub.all = [];
  const line = new Line(() => /** @type {any} */ (new Stub()));
  return { line, workers: Stub.all };
}

const INPUT = { name: "a.csv", text: "a" };

test("tasks are done one after another, by one worker", async () => {
  const { line, workers } = begin();
  const [first, second] = [line.ask("check", "1"), line.ask("check", "2")];
  assert.equal(workers[0].sent.length, 1);
  workers[0].answer({ result: "one" });
  assert.equal(await first, "one");
  workers[0].answer({ result: "two" });
  assert.equal(await second, "two");
  assert.equal(workers.length, 1);
});

test("progress reaches the task that runs", () => {
  const { line, workers } = begin();
  /** @type {any[]} */
  const told = [];
  line.ask("open", INPUT, { onProgress: (progress) => told.push(progress) });
  workers[0].answer({ progress: { stage: "reading", done: 1, total: 2 } });
  assert.deepEqual(told, [{ stage: "reading", done: 1, total: 2 }]);
});

test("a worker that has ended is replaced, and reads the open input again", async () => {
  const { line, workers } = begin();
  const opening = line.ask("open", INPUT);
  workers[0].answer({ result: { kind: "sheet" } });
  await opening;
  const trapped = line.ask("understand", {}, {}, true);
  assert.equal(workers[0].sent[1].reopened, undefined);
  workers[0].answer({ error: { kind: "ended", message: "It has ended." } });
  await assert.rejects(trapped, { kind: "ended", message: "It has ended." });
  assert.ok(workers[0].ended);
  const again = line.ask("understand", {}, {}, true);
  assert.deepEqual(workers[1].sent[0].reopened, INPUT);
  workers[1].answer({ result: "understood" });
  assert.equal(await again, "understood");
});

test("tasks that wait while another input is opened are about that input", async () => {
  const { line, workers } = begin();
  const other = { name: "b.csv", text: "b" };
  const tasks = [line.ask("open", INPUT), line.ask("open", other), line.ask("rows", {}, {}, true)];
  tasks.forEach(() => workers[0].answer({ result: [] }));
  await Promise.all(tasks);
  const understood = line.ask("understand", {}, {}, true);
  workers[0].answer({ result: "understood" });
  assert.equal(await understood, "understood");
  const sent = workers[0].sent.map(({ task, argument, reopened }) => [task, argument.name, reopened]);
  assert.deepEqual(sent, [
    ["open", "a.csv", undefined],
    ["open", "b.csv", undefined],
    ["rows", undefined, undefined],
    ["understand", undefined, undefined],
  ]);
});

test("an input that cannot be opened does not replace the one before", async () => {
  const { line, workers } = begin();
  const tasks = [line.ask("open", INPUT), line.ask("open", { name: "b.csv" })];
  workers[0].answer({ result: [] });
  workers[0].answer({ error: { kind: "input", message: "The file is empty." } });
  await assert.rejects(tasks[1], { kind: "input" });
  const trapped = line.ask("understand", {}, {}, true);
  assert.equal(workers[0].sent[2].reopened, undefined);
  workers[0].answer({ error: { kind: "ended", message: "It has ended." } });
  await assert.rejects(trapped, { kind: "ended" });
  line.ask("understand", {}, {}, true).catch(() => {});
  assert.equal(workers[1].sent[0].reopened, INPUT);
});

test("a task that is cancelled ends the worker, and those that wait are done by the next", async () => {
  const { line, workers } = begin();
  const control = new AbortController();
  const [first, second] = [line.ask("open", INPUT, { signal: control.signal }), line.ask("check", "2")];
  control.abort();
  await assert.rejects(first, { name: "AbortError" });
  assert.ok(workers[0].ended);
  // An answer that was on the way means nothing any more.
  workers[0].answer({ result: "late" });
  workers[1].answer({ result: "two" });
  assert.equal(await second, "two");
});

test("a task that waits is cancelled without an end of the worker", async () => {
  const { line, workers } = begin();
  const control = new AbortController();
  const first = line.ask("check", "1");
  const second = line.ask("check", "2", { signal: control.signal });
  control.abort();
  await assert.rejects(second, { name: "AbortError" });
  workers[0].answer({ result: "one" });
  assert.equal(await first, "one");
  assert.equal(workers[0].sent.length, 1);
  await assert.rejects(line.ask("check", "3", { signal: control.signal }), { name: "AbortError" });
});

test("cancel ends all tasks, and stop also those to come", async () => {
  const { line, workers } = begin();
  const tasks = [line.ask("check", "1"), line.ask("check", "2")];
  line.cancel();
  for (const task of tasks) await assert.rejects(task, { name: "AbortError" });
  const after = line.ask("check", "3");
  workers[1].answer({ result: "three" });
  assert.equal(await after, "three");
  line.stop();
  assert.ok(workers[1].ended);
  await assert.rejects(line.ask("check", "4"), { kind: "ended" });
});

test("a newer call takes the place of older ones, and the work that has begun goes on", async () => {
  const { line, workers } = begin();
  const calls = ["a", "b", "c"].map((choices) => {
    line.replace("understand");
    return line.ask("understand", choices);
  });
  for (const call of calls.slice(0, 2)) await assert.rejects(call, { name: "AbortError" });
  workers[0].answer({ result: "of a" });
  workers[0].answer({ result: "of c" });
  assert.equal(await calls[2], "of c");
  assert.deepEqual(
    workers[0].sent.map(({ argument }) => argument),
    ["a", "c"],
  );
});

test("a script that does not load is an error of loading, and the next call tries again", async () => {
  const { line, workers } = begin();
  const first = line.ask("check", "1");
  workers[0].onerror({ message: "404", preventDefault() {} });
  await assert.rejects(first, { kind: "loading", message: "The import could not be loaded: 404" });
  const second = line.ask("check", "2");
  workers[1].answer({ result: "two" });
  assert.equal(await second, "two");
});

test("a task about an input without one is refused", async () => {
  const { line } = begin();
  await assert.rejects(line.ask("rows", {}, {}, true), { kind: "input", message: "No file is open." });
});

test("a change is laid over the choices as the import does it", () => {
  const choices = /** @type {const} */ ({ places: { Congo: "CD" }, ends: ["over"], title: "T" });
  const change = { places: { Oz: null, ["__proto__"]: true }, ends: ["lifted"] };
  const merged = merge({ ...choices, ends: ["over"] }, change);
  assert.deepEqual(Object.keys(merged.places ?? {}), ["Congo", "Oz", "__proto__"]);
  assert.deepEqual([merged.ends, merged.title, choices.places], [["lifted"], "T", { Congo: "CD" }]);
  assert.equal(/** @type {any} */ ({}).polluted, undefined);
});
