/** All browser tests in one process with one browser: what `run.mjs` starts. */

import { AsyncLocalStorage } from "node:async_hooks";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import * as node from "node:test";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { error as errors } from "selenium-webdriver";
import { checkQuarantine, readQuarantine } from "./quarantine.mjs";
import { assertSilent, engine, share, SIZE, start } from "./session.mjs";
import { collect } from "./tiers.mjs";

const { WebDriverError } = errors;

/** How long a test may take where it says nothing else, and its hooks, in ms. */
const LIMIT = 60_000;
const HOOKS = 60_000;
/** How long a session may take to start and to end, in ms. */
const SESSION = 60_000;
/** How many tests share a session: a browser that has run hundreds holds more than 1 GB. */
const SHARED = 100;
const QUIT = 10_000;

/** @typedef {import("./tiers.mjs").Test} Test */
/** @typedef {import("./tiers.mjs").Collection} Collection */

/** Every test, in the order of its file, with the engines that it is tested in. */
export async function list() {
  const collections = await load();
  return collections.flatMap(({ tests }) => tests.map(({ name, file, tier }) => ({ name, file, tier })));
}

/** @returns {Promise<Collection[]>} */
async function load() {
  const folder = new URL("./", import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".test.mjs"));
  const collections = [];
  for (const name of files.toSorted()) collections.push(await collect(`tests/widget/${name}`));
  return collections;
}

/** The test that runs. One that has been given up may not touch the browser of the next. */
const running = /** @type {AsyncLocalStorage<{ended: boolean}>} */ (new AsyncLocalStorage());
/** @type {import("selenium-webdriver").WebDriver|undefined} */
let browser;
/** How many tests the browser has run. */
let count = 0;
/** What driver and browser have written to standard error during the test. @type {string[]} */
const heard = [];
/** How many of these lines a failure quotes, and how long after it they may come, in ms. */
const QUOTED = 20;
const DELAY = 200;
process.on("message", (/** @type {{line?: string}} */ { line }) => void (line !== undefined && heard.push(line)));
// The channel alone does not keep the process from ending.
process.channel?.unref();

share(() => {
  if (running.getStore()?.ended) throw new Error("this test has ended");
  return browser;
});

/** Registers the tests that are asked for. */
async function main() {
  const { BANSPREAD_NAMES = "[]", BANSPREAD_REPEAT = "1", BANSPREAD_SHUFFLE, BANSPREAD_OR_NONE } = process.env;
  const collections = await load();
  const all = collections.flatMap(({ tests }) => tests);
  const quarantine = readQuarantine();
  const complaints = checkQuarantine(quarantine, all);
  // The quarantine knows tests by their names alone.
  const doubled = all.filter(({ name }, n) => all.findIndex((other) => other.name === name) !== n);
  complaints.push(...doubled.map(({ name, file }) => `${file}: two tests are called "${name}"`));

  const names = /** @type {string[]} */ (JSON.parse(BANSPREAD_NAMES));
  const isNamed = (/** @type {Test} */ test) =>
    names.length === 0 || names.some((name) => test.name.includes(name) || test.file.includes(name));
  const isAsked = (/** @type {Test} */ test) => isNamed(test) && (test.tier === "each" || engine === "chromium");
  if (!all.some(isAsked) && !BANSPREAD_OR_NONE) {
    const words = names.join(" or ");
    complaints.push(all.some(isNamed) ? `${words} runs in Chromium only` : `no test is called ${words}`);
  }
  if (complaints.length > 0) node.test("the lists of tests are in order", () => Promise.reject(complaints.join("\n")));
  const random = BANSPREAD_SHUFFLE === undefined ? undefined : randomFrom(BANSPREAD_SHUFFLE);
  for (let n = 0; n < Number(BANSPREAD_REPEAT); n++) {
    for (const { file, tests, hooks } of shuffled(collections, random)) {
      const chosen = shuffled(tests.filter(isAsked), random);
      if (chosen.length > 0) node.describe(file, () => register(file, chosen, hooks, quarantine));
    }
  }
  node.after(() => endSession(), { timeout: HOOKS });
}

/**
 * @param {string} file
 * @param {Test[]} tests
 * @param {Collection["hooks"]} hooks
 * @param {import("./quarantine.mjs").Line[]} quarantine
 */
function register(file, tests, hooks, quarantine) {
  // The file before may have left the window in another size.
  node.before(() => browser?.manage().window().setRect(SIZE), { timeout: HOOKS });
  node.beforeEach(startSession, { timeout: 2 * SESSION });
  for (const name of /** @type {const} */ (["before", "after", "beforeEach", "afterEach"])) {
    for (const run of hooks[name]) node[name](async () => void (await run()), { timeout: HOOKS });
  }
  for (const part of new Set(tests.map((test) => test.file))) {
    const own = tests.filter((test) => test.file === part);
    if (part === file) own.forEach((test) => add(test, quarantine));
    else node.describe(part, () => own.forEach((test) => add(test, quarantine)));
  }
}

/**
 * @param {Test} test
 * @param {import("./quarantine.mjs").Line[]} quarantine
 */
function add({ name, options, run }, quarantine) {
  const { timeout = LIMIT, ...rest } = options;
  const line = quarantine.find((line) => line.engine === engine && line.name === name);
  const todo = line && `quarantined: ${line.reason}`;
  // The limit of Node's runner is for what comes after the test.
  node.test(name, { ...rest, todo, timeout: timeout + SESSION + HOOKS }, (t) => attempt(() => run(t), timeout));
}

/**
 * Runs a test in the browser, which has to be silent in the end. After one that fails the next gets a new browser.
 * @param {() => unknown} run
 * @param {number} limit  in ms
 */
async function attempt(run, limit) {
  const state = { ended: false };
  heard.length = 0;
  try {
    await within(limit, async () => {
      await running.run(state, run);
      if (!browser) throw new Error("the browser has ended before the test");
      await assertSilent(browser);
    });
  } catch (error) {
    // What the test still asks for fails at once.
    state.ended = true;
    if (error instanceof WebDriverError) await quote(error);
    await endSession();
    throw error;
  }
}

/**
 * Adds to an error of WebDriver what the browser has written: where it has crashed, the error does not say so.
 * @param {Error} error
 */
async function quote(error) {
  await setTimeout(DELAY);
  const lines = heard.slice(-QUOTED);
  error.cause ??= new Error(lines.length > 0 ? `the browser wrote:\n${lines.join("\n")}` : "the browser wrote nothing");
}

/** There is a browser for the next test. */
async function startSession() {
  if (count >= SHARED) await endSession();
  count += 1;
  if (browser) return;
  browser = await within(SESSION, () => start());
  await browser.manage().window().setRect(SIZE);
}

/** Ends the session, with its driver where that does not answer. */
async function endSession() {
  const old = browser;
  browser = undefined;
  count = 0;
  if (!old) return;
  try {
    await within(QUIT, () => old.quit());
  } catch {
    process.channel?.ref();
    process.send?.("restart");
    Object.assign(process.env, await restarted());
    process.channel?.unref();
  }
}

/** Where the driver is that the runner has started. @returns {Promise<NodeJS.ProcessEnv>} */
async function restarted() {
  for (;;) {
    const [{ where }] = await once(process, "message");
    if (where) return where;
  }
}

/**
 * @template T
 * @param {number} limit  in ms
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function within(limit, work) {
  const ended = new AbortController();
  const late = async () => {
    await setTimeout(limit, undefined, { signal: ended.signal });
    throw new Error(`no end after ${limit / 1000} s`);
  };
  try {
    return await /** @type {Promise<T>} */ (Promise.race([work(), late()]));
  } finally {
    ended.abort();
  }
}

/**
 * @template T
 * @param {T[]} things
 * @param {(() => number)|undefined} random
 */
function shuffled(things, random) {
  if (!random) return things;
  return things
    .map((thing) => ({ thing, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ thing }) => thing);
}

/** Numbers from 0 to 1 that follow from a seed. @param {string} seed */
function randomFrom(seed) {
  let state = [...seed].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
  return () => {
    // The mulberry32 generator.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
