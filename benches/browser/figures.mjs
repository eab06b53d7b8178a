/** What the benchmark measures of one contender with one dataset. */

import { chromium } from "playwright-core";
import { mulberry } from "./data.mjs";
import { usedMemory } from "./memory.mjs";
import { frameTimes, traced } from "./trace.mjs";

/** The number of dates. */
const DATES = 300;
/** Dates before the measurement, after which the compilers of the browser have optimized the code. */
const WARM = 60;
const SCRUBS = 10_000;
const PER_FRAME = 10;
const SEED = 7;

/**
 * @typedef {object} Figures
 * @property {number} first  from the text in memory to the first picture, in ms
 * @property {number[]} ordered  CPU of the main thread for each of the dates in order, in ms
 * @property {number[]} random  the same for dates at random
 * @property {[number, number]} dropped  frames of each
 * @property {number} memory  after loading, in MB
 * @property {number} [growth]  by the scrubs, in MB
 */

const random = mulberry(SEED);
const ORDERED = Array.from({ length: DATES }, (_, n) => (n + 1) / DATES);
const RANDOM = ORDERED.map(() => random());
const MANY = Array.from({ length: SCRUBS }, () => random());

/** Starts the browser. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.BANSPREAD_BROWSER ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
}

/**
 * Opens a page and loads a contender.
 * @param {import("playwright-core").Browser} browser
 * @param {{page: string, script: string, dataset?: string, factor: number, width: number, slow: number}} what
 */
export async function open(browser, { page: address, script, dataset, factor, width, slow }) {
  const page = await browser.newPage({ viewport: { width, height: 1000 }, deviceScaleFactor: 2 });
  page.on("console", (message) => void (message.type() === "error" && console.error(message.text())));
  page.on("pageerror", (error) => void console.error(error));
  await page.goto(address);
  const session = await page.context().newCDPSession(page);
  const empty = await usedMemory(page, session);
  if (dataset) await page.evaluate((dataset) => window.bench.take(dataset), dataset);
  if (slow > 1) await session.send("Emulation.setCPUThrottlingRate", { rate: slow });
  const begin = (/** @type {readonly [string, number]} */ [script, factor]) => window.bench.begin(script, factor);
  const { ms, grip } = await page.evaluate(begin, /** @type {const} */ ([script, factor]));
  return { page, session, empty, first: ms, grip };
}

/**
 * Measures a contender.
 * @param {import("playwright-core").Browser} browser
 * @param {Parameters<typeof open>[1]} what
 * @param {{scrubs: boolean}} more  whether the growth by the scrubs is measured, too
 * @returns {Promise<Figures>}
 */
export async function measure(browser, what, { scrubs }) {
  const { page, session, first, grip } = await open(browser, what);
  await press(page, grip);
  await drag(page, "random", WARM);
  const ordered = await traced(session, () => drag(page, "ordered"));
  const unordered = await traced(session, () => drag(page, "random"));
  await page.close();
  return {
    first,
    ordered: frameTimes(ordered.events),
    random: frameTimes(unordered.events),
    dropped: [ordered.result, unordered.result],
    ...(await measureMemory(browser, what, scrubs)),
  };
}

/**
 * Moves the date once a frame. Returns the number of dropped frames.
 * @param {import("playwright-core").Page} page
 * @param {"ordered"|"random"} order
 * @param {number} [dates]
 */
export function drag(page, order, dates = DATES) {
  const shares = (order === "ordered" ? ORDERED : RANDOM).slice(0, dates);
  return page.evaluate((shares) => window.bench.drag(shares), shares);
}

/**
 * The memory in a page of its own: a trace needs memory, too.
 * @param {import("playwright-core").Browser} browser
 * @param {Parameters<typeof open>[1]} what
 * @param {boolean} scrubs
 */
async function measureMemory(browser, what, scrubs) {
  const { page, session, empty, grip } = await open(browser, what);
  const memory = (await usedMemory(page, session)) - empty;
  const growth = scrubs ? await measureGrowth(page, session, grip) : undefined;
  await page.close();
  return { memory, growth };
}

/**
 * Megabytes by which the memory grows.
 * @param {import("playwright-core").Page} page
 * @param {import("playwright-core").CDPSession} session
 * @param {{x: number, y: number}|undefined} grip
 */
async function measureGrowth(page, session, grip) {
  await press(page, grip);
  const scrub = async (/** @type {number[]} */ shares) => {
    const run = (/** @type {readonly [number[], number]} */ [shares, perFrame]) => window.bench.scrub(shares, perFrame);
    await page.evaluate(run, /** @type {const} */ ([shares, PER_FRAME]));
    return usedMemory(page, session);
  };
  // Only after some scrubs all code is compiled and all caches are filled.
  const before = await scrub(MANY.slice(0, SCRUBS / 5));
  return (await scrub(MANY)) - before;
}

/**
 * Presses the mouse where a contender is dragged.
 * @param {import("playwright-core").Page} page
 * @param {{x: number, y: number}|undefined} grip
 */
export async function press(page, grip) {
  if (!grip) return;
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
}
