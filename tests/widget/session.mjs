/** The browser that all tests share. The runner chooses the engine. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { Builder } from "selenium-webdriver";
import { cover } from "./count-coverage.mjs";

const { BANSPREAD_ORIGIN = "http://127.0.0.1", BANSPREAD_ENGINE = "chromium" } = process.env;

/** `chromium`, `firefox` or `webkit`. */
export const engine = BANSPREAD_ENGINE;
/** Scheme, host and port of the server. */
export const origin = BANSPREAD_ORIGIN;
/** The same server under another name: for browsers this is another origin. */
export const otherOrigin = origin.replace("127.0.0.1", "localhost");
/** The maximal time that a test waits for something, in ms. */
export const PATIENCE = 20_000;
/** The time between two checks of a condition, in ms. */
const POLL = 20;

/** The position and size of the window at the start of each test. */
export const SIZE = { x: 0, y: 0, width: 1100, height: 1000 };
const CAPABILITIES = JSON.parse(readFileSync(new URL("../../webdriver.json", import.meta.url), "utf8"));

/** @typedef {import("selenium-webdriver").WebDriver} WebDriver */
/** @typedef {{name: string, value: string}[]} Features */

/** Returns the browser of the runner. @type {() => WebDriver|undefined} */
let give = () => undefined;
/** @type {{readonly driver: WebDriver}} */
const session = {
  get driver() {
    const driver = give();
    if (!driver) throw new Error("the browser has not started");
    return driver;
  },
};

/**
 * Sets the function that returns the browser. The runner has one browser for all files.
 * @param {typeof give} giveBrowser
 */
export function share(giveBrowser) {
  give = giveBrowser;
}

/**
 * The browser that all tests share. At the end of each test the runner checks the page: if a script has thrown or written
 * to the console, the test fails.
 */
export function useBrowser() {
  return session;
}

/**
 * A browser with a WebDriver session.
 * @param {object} [how]
 * @param {number} [how.ratio]  device pixels for a CSS pixel, if the engine lets a session choose
 * @param {string} [how.binary]  the program of the browser
 * @param {string} [how.server]  the address of its WebDriver
 * @param {Record<string, unknown>} [how.prefs]  settings of Firefox
 */
export async function start({
  ratio = 1,
  binary = process.env.BANSPREAD_BROWSER,
  server = process.env.BANSPREAD_DRIVER,
  prefs = {},
} = {}) {
  const { BANSPREAD_COVERAGE } = process.env;
  const driver = await new Builder()
    .disableEnvironmentOverrides()
    .usingServer(server ?? "")
    .withCapabilities(capabilities(ratio, binary, prefs))
    .build();
  if (BANSPREAD_COVERAGE && engine === "chromium") await cover(driver, BANSPREAD_COVERAGE);
  return driver;
}

/**
 * @param {number} ratio
 * @param {string|undefined} binary
 * @param {Record<string, unknown>} more  settings of Firefox
 */
function capabilities(ratio, binary, more) {
  if (engine === "webkit" && process.platform === "darwin") return { browserName: "safari" };
  if (engine === "webkit") {
    return { browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary, args: ["--automation"] } };
  }
  if (engine === "firefox") {
    const prefs = {
      "layout.css.devPixelsPerPx": String(ratio),
      "intl.accept_languages": "en-US",
      // The driver switches this off. Readers have it on: a page from a disk gets no other files.
      "security.fileuri.strict_origin_policy": true,
      ...more,
    };
    return { browserName: "firefox", "moz:firefoxOptions": { ...CAPABILITIES["moz:firefoxOptions"], binary, prefs } };
  }
  const args = [...CAPABILITIES["goog:chromeOptions"].args, `--force-device-scale-factor=${ratio}`, "--lang=en-US"];
  return {
    browserName: "chrome",
    "goog:chromeOptions": { ...CAPABILITIES["goog:chromeOptions"], binary, args },
    "goog:loggingPrefs": { browser: "ALL" },
  };
}

/**
 * Checks a condition until it holds, and returns its value. Meanwhile the clock of the page advances: see
 * `pages/clock.js`.
 * @template T
 * @param {() => T|Promise<T>} holds
 * @param {string} claim  the text of the error if the condition never holds
 * @param {number} [patience]  in ms
 * @param {() => Promise<unknown>} [meanwhile]
 */
export async function waitUntil(holds, claim, patience = PATIENCE, meanwhile = passPoll) {
  for (const end = Date.now() + patience; ; await setTimeout(POLL)) {
    const value = await holds();
    if (value) return value;
    await meanwhile().catch(() => {});
    if (Date.now() > end) throw new Error(`never came true in ${patience} ms: ${claim}`);
  }
}

/** Advances the clock of the page by the time between two checks. */
async function passPoll() {
  await pass(session.driver, POLL);
}

/**
 * Advances the clock of a page, if the page has one: see `pages/clock.js`.
 * @param {WebDriver} driver
 * @param {number} ms
 */
export async function pass(driver, ms) {
  await driver.executeScript((ms) => window.clock?.pass(ms), ms);
}

/**
 * Opens a page of the server.
 * @param {WebDriver} driver
 * @param {string} path
 */
export function open(driver, path) {
  return driver.get(new URL(path, origin).href);
}

/**
 * The messages in the console of Chromium since the last call.
 * @param {WebDriver} driver
 */
export async function consoleEntries(driver) {
  const entries = await driver.manage().logs().get("browser");
  return entries.map(({ level, message }) => `${level.name} ${message}`);
}

/**
 * Returns and removes the faults of the page, for tests that expect them.
 * @param {WebDriver} driver
 */
export function takeFaults(driver) {
  return driver.executeScript(() => window.watched.faults.splice(0));
}

/** The options of tests that set media features. Only the driver of Chromium can set them. */
export const emulates = { skip: engine !== "chromium" && "this driver cannot ask for it" };

/**
 * Sets media features, such as a colour scheme, for the pages of one test.
 * @param {import("node:test").TestContext} t
 * @param {Features} features
 */
export async function emulate(t, features) {
  const browser = useBrowser();
  const ask = (/** @type {Features} */ features) =>
    browser.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { features });
  t.after(() => ask([]));
  await ask(features);
}

/**
 * Fails if a script of the page has thrown or written to the console.
 * @param {WebDriver} driver
 */
export async function assertSilent(driver) {
  const faults = await driver.executeScript(() => window.watched?.faults ?? []);
  assert.deepEqual(faults, [], "the page has thrown or has written to the console");
}
