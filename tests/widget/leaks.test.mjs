/** Elements that were removed leave nothing behind. */

import assert from "node:assert/strict";
import { COMPILED, measureHeap } from "./heap.mjs";
import { engine, open, useBrowser, waitUntil } from "./session.mjs";
import { eachEngine } from "./tiers.mjs";

const session = useBrowser();

/** The number of elements that come first, so that everything exists that is made once for each page. */
const FIRST = 10;
/**
 * The number of elements in one call, because a browser waits only for some time for a script: for small elements, and
 * for others.
 */
const [CHUNK, CHUNK_OF_OTHERS] = [25, 5];
/** The time in which a browser must collect garbage, in ms. Leaks stay. */
const SWEEP = 5000;
/**
 * The number of elements. If objects can be counted, it is large enough to distinguish one object for each element from
 * objects of the browser.
 */
const [SMALL, OTHERS] = engine === "chromium" ? [200, 20] : [50, 10];
/**
 * One element lives at a time. With several at once, each memory would keep the gaps of their order.
 * @type {Record<string, [times: number, kinds: string[]]>}
 */
const LIVES = {
  "elements that came and went": [SMALL, ["small"]],
  "elements that were played, compared, filtered and asked for a history": [OTHERS, ["used"]],
  "elements with tables, that fail, or that leave before they are ready": [OTHERS, ["table", "faulty", "early"]],
  "elements with the built-in dataset": [OTHERS, ["builtIn"]],
};

for (const [name, [times, kinds]] of Object.entries(LIVES)) {
  eachEngine(`many ${name} leave behind what ${FIRST} do`, { timeout: 120_000 }, async (t) => {
    await open(session.driver, "/tests/widget/pages/hostile/lives.html");
    await session.driver.executeScript(() => window.define());
    await live(kinds, FIRST);
    let before = await measure();
    // A removed element ends a moment later.
    const ended = (/** @type {{listeners: number, observers: number}} */ { listeners, observers }) =>
      listeners + observers === 0;
    const first = async () => ended((before = await measure()));
    await waitUntil(first, "the first elements have ended", SWEEP).catch(() => {});
    await live(kinds, times);
    let [after, objects, heap] = [before, Infinity, Infinity];
    const swept = async () => {
      after = await measure();
      [objects, heap] = [after.objects - before.objects, after.heap - before.heap];
      return ended(after) && objects < times / 2 && heap <= COMPILED;
    };
    await waitUntil(swept, "all that is dead is swept", SWEEP).catch(() => {});
    t.diagnostic(`${JSON.stringify(after)}: ${objects} objects and ${heap} bytes of heap more`);
    assert.deepEqual({ ...after, objects: 0, heap: 0 }, { ...before, objects: 0, heap: 0 });
    assert.ok(objects < times / 2, `${objects} objects are left`);
    assert.ok(heap <= COMPILED, `the heap has grown by ${heap} bytes`);
    assert.deepEqual([after.listeners, after.observers], [0, 0]);
    assert.ok(after.memory > 0, "the page has seen the engine's memory");
  });
}

/**
 * Lets elements of these kinds come and go.
 * @param {string[]} kinds
 * @param {number} times
 */
async function live(kinds, times) {
  const chunk = kinds.includes("small") ? CHUNK : CHUNK_OF_OTHERS;
  for (let n = 0; n < times; n += chunk) {
    const fault = await session.driver.executeAsyncScript(
      (kinds, times, done) => {
        window.live(kinds, times).then(
          () => done(null),
          (error) => done(String(error)),
        );
      },
      kinds,
      Math.min(chunk, times - n),
    );
    assert.equal(fault, null);
  }
}

/** The counts of the page and, if the browser reports it, the size of the heap after garbage collection. */
async function measure() {
  const counted = await session.driver.executeScript(() => window.counted.report());
  if (engine !== "chromium") return { ...counted, objects: 0, heap: 0 };
  return { ...counted, ...(await measureHeap(session.driver)) };
}
