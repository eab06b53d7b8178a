/** Lets a monkey play with ten figures on a page, and checks after each batch of actions what must always hold. */

import { isDeepStrictEqual } from "node:util";
import { randomFrom } from "../random.mjs";
import { engine, open, pass, SIZE, waitUntil } from "../session.mjs";
import { ACTIONS, SOURCES, WRONG } from "./actions.mjs";

/** The number of actions with one figure, after which everything is checked. */
const BATCH = 10;
/** The number of the last actions that a report has. */
const TOLD = 25;
/** A time after which the figure counts as being at rest, in ms. */
const REST = 700;
/** The time in which a page must have scrolled while a wheel turns, in ms. */
const TURNING = 5000;

const FIGURES = [...SOURCES, "", "/tests/widget/pages/events.csv", WRONG[0], SOURCES[0], SOURCES[1]];

/**
 * Plays until `goes` says no. Throws a report if something does not hold.
 * @param {WebDriver} driver
 * @param {string} seed
 * @param {(actions: number) => boolean} goes  gets the number of actions so far
 * @returns {Promise<number>} the number of actions
 */
export async function play(driver, seed, goes) {
  const random = randomFrom(seed);
  /** @type {<T>(values: readonly T[]) => T} */
  const choose = (values) => values[Math.floor(random() * values.length)];
  /** @type {string[]} */
  const log = [];
  let actions = 0;
  try {
    await begin(driver);
    for (; goes(actions); actions += BATCH) {
      const id = `n${Math.floor(random() * FIGURES.length)}`;
      await playWith(driver, id, { random, choose, log });
    }
    await driver.executeScript(() => window.monkey.restore());
    await check(driver);
  } catch (error) {
    const words = `${/** @type {Error} */ (error).message}\nengine ${engine}, seed ${seed}, the last actions:`;
    throw new Error(`${words}\n${log.slice(-TOLD).join("\n")}`, { cause: error });
  } finally {
    await driver.manage().window().setRect(SIZE);
  }
  return actions;
}

/** @param {WebDriver} driver */
async function begin(driver) {
  await open(driver, "/tests/widget/pages/monkey.html");
  await driver.executeScript((sources) => {
    window.monkey.begin(sources);
    return window.define();
  }, FIGURES);
  await check(driver);
}

/**
 * A batch of actions with one figure. No other figure may change, unless an input can have reached it or it plays.
 * @param {WebDriver} driver
 * @param {string} id
 * @param {{random: () => number, choose: import("./actions.mjs").Game["choose"], log: string[]}} monkey
 */
async function playWith(driver, id, { random, choose, log }) {
  const before = await states(driver);
  const touched = new Set([id]);
  const touch = async (/** @type {{x: number, y: number}|null} */ point = null) => {
    for (const one of await driver.executeScript((point) => window.monkey.touched(point), point)) touched.add(one);
  };
  for (let n = 0; n < BATCH; n++) {
    log.push(`${id}: …`);
    log[log.length - 1] = `${id}: ${await choose(ACTIONS)({ driver, id, random, choose, touch })}`;
  }
  await check(driver);
  const after = await states(driver);
  for (const [other, state] of Object.entries(before)) {
    if (touched.has(other) || state.playing) continue;
    if (isDeepStrictEqual(after[other], state)) continue;
    throw new Error(`${other} has changed from ${JSON.stringify(state)} to ${JSON.stringify(after[other])}`);
  }
  await checkScrolling(driver, id);
}

/** @param {WebDriver} driver @returns {Promise<Record<string, any>>} */
function states(driver) {
  return driver.executeScript(() => window.monkey.states());
}

/**
 * Waits until nothing loads and the figures are at rest. Fails if something does not hold.
 * @param {WebDriver} driver
 */
async function check(driver) {
  await waitUntil(() => driver.executeScript(() => window.monkey.settled()), "every figure has loaded or failed");
  await pass(driver, REST);
  /** @type {string[]} */
  let complaints = [];
  const holds = async () => {
    complaints = await driver.executeScript(() => window.monkey.complaints());
    return complaints.length === 0;
  };
  // A state that a page has set is there after a frame.
  await driver.executeAsyncScript((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
  // A picture follows a change of its place after some frames.
  await waitUntil(holds, "all holds", 5000).catch(() => {
    throw new Error(complaints.join("\n"));
  });
}

/**
 * A wheel over a figure scrolls the page.
 * @param {WebDriver} driver
 * @param {string} id
 */
async function checkScrolling(driver, id) {
  if (engine === "webkit") return;
  const point = await driver.executeScript((id) => window.monkey.still(id), id);
  const top = () => driver.executeScript(() => [scrollY, document.documentElement.scrollHeight - innerHeight]);
  const [before, end] = await top();
  if (!point || end < 1) return;
  const way = before > end / 2 ? -400 : 400;
  const turn = () => /** @type {any} */ (driver.actions()).scroll(point.x, point.y, 0, way).perform();
  const moved = async () => {
    await turn();
    return (await top())[0] !== before;
  };
  await waitUntil(moved, `a wheel over ${id} scrolls the page from ${before} by ${way}`, TURNING);
}
