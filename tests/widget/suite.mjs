/** Runs all browser tests in one process with one browser. `run.mjs` starts this process. */

import { AsyncLocalStorage } from "node:async_hooks";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import * as node from "node:test";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { error as errors } from "selenium-webdriver";
import { checkQuarantine, readQuarantine } from "./quarantine.mjs";
import { randomFrom } from "./random.mjs";
import { assertSilent, engine, share, SIZE, start } from "./session.mjs";
import { collect } from "./tiers.mjs";

const { WebDriverError } = errors;

/** The maximal time of a test without a limit of its own, and of its hooks, in ms. */
const LIMIT = 60_000;
const HOOKS = 60_000;
/** The maximal time for the start and for the end of a session, in ms. */
const SESSION = 60_000;
/** The number of tests in a session. After hundreds of tests a browser uses more than 1 GB of memory. */
const SHARED = 100;
const QUIT = 10_000;

/** @typedef {import("./tiers.mjs").Test} Test */
/** @typedef {import("./tiers.mjs").Collection} Collection */

/** All tests in the order of the files, each with its tier, why this engine leaves it out, and the fault that it provokes. */
export async function list() {
  const collections = await load();
  return collections.flatMap(({ tests }) =>
    tests.map(({ name, file, tier, fault, options: { skip } }) => ({
      name,
      file,
      tier,
      skip: skip || undefined,
      fault,
    })),
  );
}

/** @returns {Promise<Collection[]>} */
async function load() {
  const folder = new URL("./", import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".test.mjs"));
  const collections = [];
  for (const name of files.toSorted()) collections.push(await collect(`tests/widget/${name}`));
  return collections;
}

/** The running test. A test that was given up must not use the browser of the next test. */
const running = /** @type {AsyncLocalStorage<{ended: boolean}>} */ (new AsyncLocalStorage());
/** @type {import("selenium-webdriver").WebDriver|undefined} */
let browser;
/** The number of tests that the browser has run. */
let count = 0;
/** The lines that driver and browser wrote to standard error during the test. @type {string[]} */
const heard = [];
/** The number of these lines that a failure quotes, and how long after the failure they can come, in ms. */
const QUOTED = 20;
const DELAY = 200;
process.on("message", (/** @type {{line?: string}} */ { line }) => void (line !== undefined && heard.push(line)));
// The open channel must not keep the process from ending.
process.channel?.unref();

share(() => {
  if (running.getStore()?.ended) throw new Error("this test has ended");
  return browser;
});

/** Registers the tests that the command line names. */
async function main() {
  const { BANSPREAD_NAMES = "[]", BANSPREAD_REPEAT = "1", BANSPREAD_SHUFFLE, BANSPREAD_OR_NONE } = process.env;
  const collections = await load();
  const all = collections.flatMap(({ tests }) => tests);
  const quarantine = readQuarantine();
  const complaints = checkQuarantine(quarantine, all);
  // The quarantine identifies tests only by their names, so each name must be unique.
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
  // The tests of another file can have changed the size of the window.
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
  // `run` has its own limit. The longer limit of Node's runner also includes the steps after the test.
  node.test(name, { ...rest, todo, timeout: timeout + SESSION + HOOKS }, (t) => attempt(() => run(t), timeout));
}

/**
 * Runs a test, and checks that the page has no faults in the end. After a failed test the next one gets a new browser.
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
    // From now on each command of this test to the browser fails.
    state.ended = true;
    if (error instanceof WebDriverError) await quote(error);
    await endSession();
    throw error;
  }
}

/**
 * Adds the output of the browser to an error of WebDriver. After a crash, the error itself does not mention the crash.
 * @param {Error} error
 */
async function quote(error) {
  await setTimeout(DELAY);
  const lines = heard.slice(-QUOTED);
  error.cause ??= new Error(lines.length > 0 ? `the browser wrote:\n${lines.join("\n")}` : "the browser wrote nothing");
}

/** Makes sure that the next test has a browser. */
async function startSession() {
  if (count >= SHARED) await endSession();
  count += 1;
  if (browser) return;
  browser = await within(SESSION, () => start());
  await browser.manage().window().setRect(SIZE);
}

/** Ends the session. If the driver does not answer, also ends the driver. */
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

/** The environment with the address of the driver that the runner has started. @returns {Promise<NodeJS.ProcessEnv>} */
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

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
