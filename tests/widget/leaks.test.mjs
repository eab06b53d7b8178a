/** What elements leave behind that have come and gone: nothing. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { engine, open, useBrowser } from "./session.mjs";

const session = useBrowser();

/** Bytes by which the heap may differ: the browser keeps what it has compiled, and its own counts. */
const SLACK = 300_000;
/** Elements that come first, until everything is made that is made once a page. */
const FIRST = 10;

const LIVES = [
  ["a thousand elements that came and went", 1000, ["small"]],
  ["elements that were played, compared, filtered and asked for a history", 60, ["used"]],
  ["elements with tables, that fail, or that leave before they are ready", 60, ["table", "faulty", "early"]],
  ["elements with the built-in dataset", 30, ["builtIn"]],
];

for (const [name, times, kinds] of LIVES) {
  test(`${name} leave behind what ${FIRST} do`, async (t) => {
    await open(session.driver, "/tests/widget/pages/hostile/lives.html");
    await session.driver.executeScript(() => window.define());
    await live(kinds, FIRST);
    const before = await measure();
    await live(kinds, times);
    const { heap, ...after } = await measure();
    t.diagnostic(`heap: ${heap - before.heap} bytes more; WebAssembly: ${after.memory} bytes`);
    assert.deepEqual({ ...after, heap: before.heap }, before);
    assert.ok(heap - before.heap <= SLACK, `the heap has grown by ${heap - before.heap} bytes`);
    assert.deepEqual([after.listeners, after.observers], [0, 0]);
    assert.ok(after.memory > 0, "the page has seen the engine's memory");
  });
}

/** Lets elements of these kinds come and go. No call takes long, as a browser waits only so long for a script. */
async function live(kinds, times) {
  for (let n = 0; n < times; n += FIRST) {
    const fault = await session.driver.executeAsyncScript((kinds, times, done) => {
      window.live(kinds, times).then(() => done(null), (error) => done(String(error)));
    }, kinds, Math.min(FIRST, times - n));
    assert.equal(fault, null);
  }
  await session.driver.executeAsyncScript((done) => setTimeout(done, 1000));
}

/** What the page counts and, where the browser tells, its heap, nodes and listeners once all that is dead is swept. */
async function measure() {
  const counted = await session.driver.executeScript(() => window.counted.report());
  if (engine !== "chromium") return { ...counted, heap: 0 };
  const { driver } = session;
  await driver.sendDevToolsCommand("Performance.enable");
  for (let n = 0; n < 3; n++) await driver.sendDevToolsCommand("HeapProfiler.collectGarbage");
  const { metrics } = await driver.sendAndGetDevToolsCommand("Performance.getMetrics");
  const read = (wanted) => metrics.find(({ name }) => name === wanted).value;
  return { ...counted, heap: read("JSHeapUsedSize"), nodes: read("Nodes"), all: read("JSEventListeners") };
}
