/** Uses ten figures for a long time in Chromium, and measures what grows. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { COMPILED, measureHeap } from "../heap.mjs";
import { open } from "../session.mjs";

/** The dataset of a figure; the empty one is built in. @param {unknown} _ @param {number} n */
const source = (_, n) => (n % 5 ? `${["tour", "sample"][n % 2]}.json` : "");
/** The positions of one drag. */
const STEPS = 10;
/** The most drags and other actions in a call, because a browser waits only for some time for a script. */
const [DRAGS, ACTIONS] = [5, 50];
/** The time that a browser waits for a script of the page, in ms. */
const PATIENCE = 120_000;
/**
 * What may grow by this share. The number of objects is not among them: it goes up and down by a tenth, for a reason that is
 * not known. What they need is part of the heap.
 */
const FLAT = /** @type {const} */ (["present", "all", "listeners", "observers", "children", "operations", "memory"]);
const GROWTH = 0.01;
/** The same for all nodes. Some that have left the page are kept until another action: their number goes up and down. */
const LEFT = 0.1;

/** @typedef {Record<"heap"|"objects"|"nodes"|"present"|"all"|"listeners"|"observers"|"memory"|"children"|"operations", number>} Measured */

/**
 * How long what is used: the number of figures, of positions of drags, of other actions, and the tenths after which it is
 * measured, in order.
 * @typedef {{figures: number, scrubs: number, actions: number, tenths: number[]}} Use
 */

/**
 * Returns the measurements.
 * @param {WebDriver} driver  of Chromium
 * @param {Use} how
 * @param {(tenth: number, measured: Measured) => void} [tell]  gets each measurement
 */
export async function soak(driver, how, tell = () => {}) {
  const { script } = await driver.manage().getTimeouts();
  await driver.manage().setTimeouts({ script: PATIENCE });
  try {
    await begin(driver, how.figures);
    return await use(driver, how, tell);
  } finally {
    await driver.manage().setTimeouts({ script });
  }
}

/**
 * @param {WebDriver} driver
 * @param {Use} how
 * @param {(tenth: number, measured: Measured) => void} tell
 */
async function use(driver, { scrubs, actions, tenths }, tell) {
  /** @type {Measured[]} */
  const measured = [];
  // It is measured at most once after a call.
  const calls = Math.ceil(Math.max(10, scrubs / STEPS / DRAGS, actions / ACTIONS));
  for (let call = 0; call < calls; call++) {
    const range = (/** @type {number} */ all) => [call, call + 1].map((n) => Math.round((all * n) / calls));
    await wait(driver, (...ranges) => window.soak.use(...ranges), range(scrubs / STEPS), range(actions));
    const tenth = tenths[measured.length];
    if ((call + 1) * 10 < tenth * calls) continue;
    measured.push(await measure(driver));
    tell(tenth, /** @type {Measured} */ (measured.at(-1)));
  }
  return measured;
}

/**
 * Fails if something has grown.
 * @param {Measured} first  when actions only repeat: some things are made once
 * @param {Measured} last
 */
export function assertFlat(first, last) {
  assert.ok(last.heap <= first.heap + COMPILED, `the heap has grown from ${first.heap} to ${last.heap} bytes`);
  const shares = [
    ...FLAT.map((name) => ({ name, most: GROWTH })),
    { name: /** @type {const} */ ("nodes"), most: LEFT },
  ];
  for (const { name, most } of shares) {
    const growth = last[name] / first[name] - 1;
    assert.ok(growth <= most, `${name} has grown by ${(growth * 100).toFixed(2)} %`);
  }
  assert.ok(last.operations > 0 && last.memory > 0 && last.heap > 0);
}

/** @param {WebDriver} driver @param {number} figures */
async function begin(driver, figures) {
  await open(driver, "/tests/widget/pages/soak.html");
  const data = readFileSync(new URL("../pages/groups.json", import.meta.url), "utf8");
  await wait(driver, (...how) => window.soak.begin(...how), Array.from({ length: figures }, source), data);
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
  const counted = await driver.executeScript(() => ({ ...window.counted.report(), present: window.soak.present() }));
  return { ...counted, operations, ...(await measureHeap(driver)) };
}
