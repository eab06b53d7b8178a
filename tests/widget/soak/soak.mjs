/** Uses ten figures for a long time in Chromium, and measures what grows. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { COMPILED, measureHeap } from "../heap.mjs";
import { open } from "../session.mjs";

/** The datasets of the figures; the empty one is built in. */
const SOURCES = Array.from({ length: 10 }, (_, n) => (n % 5 ? `${["tour", "sample"][n % 2]}.json` : ""));
/** The positions of one drag. */
const STEPS = 10;
/** The number of drags in a call, because a browser waits only for some time for a script. */
const CHUNK = 5;
/** The time that a browser waits for a script of the page, in ms. */
const PATIENCE = 120_000;
/**
 * What may grow by this share. The number of objects is not among them: it goes up and down by a tenth, for a reason that is
 * not known. What they need is part of the heap.
 */
const FLAT = /** @type {const} */ (["nodes", "all", "listeners", "observers", "children", "operations"]);
const GROWTH = 0.01;
/**
 * By how many bytes the memory of the engine may grow. What the figures need lies between gaps, so that a large dataset does
 * not always find a place, and the memory then grows by 590 kB at once.
 */
const GAPS = 1_200_000;

/** @typedef {Record<"heap"|"objects"|"nodes"|"all"|"listeners"|"observers"|"memory"|"children"|"operations", number>} Measured */

/**
 * @param {WebDriver} driver  of Chromium
 * @param {number} scrubs
 * @param {number} deeds
 * @param {number[]} tenths  after which it is measured, in order. Before the first one each figure must have had each action
 * once, because some things are made once.
 * @param {(tenth: number, measured: Measured) => void} [tell]  gets each measurement
 */
export async function soak(driver, scrubs, deeds, tenths, tell = () => {}) {
  const { script } = await driver.manage().getTimeouts();
  await driver.manage().setTimeouts({ script: PATIENCE });
  try {
    await begin(driver);
    return await use(driver, scrubs, deeds, tenths, tell);
  } finally {
    await driver.manage().setTimeouts({ script });
  }
}

/**
 * @param {WebDriver} driver
 * @param {number} scrubs
 * @param {number} deeds
 * @param {number[]} tenths
 * @param {(tenth: number, measured: Measured) => void} tell
 */
async function use(driver, scrubs, deeds, tenths, tell) {
  /** @type {Measured[]} */
  const measured = [];
  const calls = Math.ceil(scrubs / STEPS / CHUNK);
  for (let call = 0; call < calls; call++) {
    const range = (/** @type {number} */ all) => [call, call + 1].map((n) => Math.round((all * n) / calls));
    await wait(driver, (...ranges) => window.soak.use(...ranges), range(scrubs / STEPS), range(deeds));
    const tenth = tenths[measured.length];
    if ((call + 1) * 10 < tenth * calls) continue;
    measured.push(await measure(driver));
    tell(tenth, /** @type {Measured} */ (measured.at(-1)));
  }
  return { first: measured[0], last: /** @type {Measured} */ (measured.at(-1)) };
}

/**
 * Fails if something has grown.
 * @param {{first: Measured, last: Measured}} found
 */
export function assertFlat({ first, last }) {
  assert.ok(last.heap <= first.heap + COMPILED, `the heap has grown from ${first.heap} to ${last.heap} bytes`);
  assert.ok(last.memory <= first.memory + GAPS, `the memory has grown from ${first.memory} to ${last.memory} bytes`);
  for (const name of FLAT) {
    const growth = last[name] / first[name] - 1;
    assert.ok(growth <= GROWTH, `${name} has grown by ${(growth * 100).toFixed(2)} %`);
  }
  assert.ok(last.operations > 0 && last.memory > 0 && last.heap > 0);
}

/** @param {WebDriver} driver */
async function begin(driver) {
  await open(driver, "/tests/widget/pages/soak.html");
  const data = readFileSync(new URL("../pages/groups.json", import.meta.url), "utf8");
  await wait(driver, (...how) => window.soak.begin(...how), SOURCES, data);
}

/**
 * Runs an asynchronous function in the page.
 * @template {unknown[]} Args
 * @param {WebDriver} driver
 * @param {(...args: Args) => Promise<unknown>} run
 * @param {Args} args
 */
async function wait(driver, run, ...args) {
  const call = `const done = arguments[arguments.length - 1];
    (${run})(...arguments[0]).then(() => done(null), (error) => done(String(error.stack ?? error)));`;
  const words = await /** @type {any} */ (driver).executeAsyncScript(call, args);
  assert.equal(words, null);
}

/** @param {WebDriver} driver @returns {Promise<Measured>} */
async function measure(driver) {
  await wait(driver, () => window.soak.reset());
  const operations = await driver.executeScript(() => window.soak.cost());
  await wait(driver, () => window.soak.reset());
  const counted = await driver.executeScript(() => window.counted.report());
  return { ...counted, operations, ...(await measureHeap(driver)) };
}
