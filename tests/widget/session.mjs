/** The browser that tests share, of the engine that the runner asks for. */

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
/** The same server under another name is another origin. */
export const otherOrigin = origin.replace("127.0.0.1", "localhost");
/** How long anything may take before it counts as not happening. */
export const PATIENCE = 20_000;
/** How often a condition is looked at while a test waits for it, in ms. */
const POLL = 20;

/** The window that every test starts with. */
export const SIZE = { x: 0, y: 0, width: 1100, height: 1000 };
const CAPABILITIES = JSON.parse(readFileSync(new URL("../../webdriver.json", import.meta.url), "utf8"));

/** @typedef {import("selenium-webdriver").WebDriver} WebDriver */
/** @typedef {{name: string, value: string}[]} Features */

/** Gives the browser of the runner. @type {() => WebDriver|undefined} */
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
 * The runner has a browser for all files.
 * @param {typeof give} giveBrowser
 */
export function share(giveBrowser) {
  give = giveBrowser;
}

/**
 * The browser that tests share. Every test ends with a look at the page: one that has thrown or written to the console
 * fails.
 */
export function useBrowser() {
  return session;
}

/**
 * A browser with a WebDriver session.
 * @param {object} [how]
 * @param {number} [how.ratio]  device pixels to a CSS pixel, where the engine lets a session choose
 * @param {string} [how.binary]  what starts it
 * @param {string} [how.server]  the address of its WebDriver
 */
export async function start({
  ratio = 1,
  binary = process.env.BANSPREAD_BROWSER,
  server = process.env.BANSPREAD_DRIVER,
} = {}) {
  const { BANSPREAD_COVERAGE } = process.env;
  const driver = await new Builder()
    .disableEnvironmentOverrides()
    .usingServer(server ?? "")
    .withCapabilities(capabilities(ratio, binary))
    .build();
  if (BANSPREAD_COVERAGE && engine === "chromium") await cover(driver, BANSPREAD_COVERAGE);
  return driver;
}

/**
 * @param {number} ratio
 * @param {string|undefined} binary
 */
function capabilities(ratio, binary) {
  if (engine === "webkit" && process.platform === "darwin") return { browserName: "safari" };
  if (engine === "webkit") {
    return { browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary, args: ["--automation"] } };
  }
  if (engine === "firefox") {
    const prefs = { "layout.css.devPixelsPerPx": String(ratio), "intl.accept_languages": "en-US" };
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
 * Polls until a condition holds, and returns its value. Meanwhile the clock of the page goes on: see `pages/clock.js`.
 * @template T
 * @param {() => T|Promise<T>} holds
 * @param {string} claim  what the error says when it never holds
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

/** Lets the clock of the shared browser's page go on for as long as a test waits before it looks again. */
async function passPoll() {
  await pass(session.driver, POLL);
}

/**
 * Lets the clock of a page go on, where it has one: see `pages/clock.js`.
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
 * What the console of Chromium has been told since the last call.
 * @param {WebDriver} driver
 */
export async function consoleEntries(driver) {
  const entries = await driver.manage().logs().get("browser");
  return entries.map(({ level, message }) => `${level.name} ${message}`);
}

/**
 * What the page would fail for, which a test expects: it no longer does.
 * @param {WebDriver} driver
 */
export function takeFaults(driver) {
  return driver.executeScript(() => window.watched.faults.splice(0));
}

/** Says where a browser is asked for the media features that a reader has chosen. */
export const emulates = { skip: engine !== "chromium" && "this driver cannot ask for it" };

/**
 * Gives a reader's choices to the pages of one test.
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
 * A page that has thrown or written to the console fails.
 * @param {WebDriver} driver
 */
export async function assertSilent(driver) {
  const faults = await driver.executeScript(() => window.watched?.faults ?? []);
  assert.deepEqual(faults, [], "the page has thrown or has written to the console");
}
