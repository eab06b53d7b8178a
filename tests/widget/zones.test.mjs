/** Days are the same in every time zone: from twelve hours behind Greenwich to fourteen ahead of it. */

import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { hover } from "./gestures.mjs";
import { startSecond } from "./second-browser.mjs";
import { assertSilent, engine, useBrowser } from "./session.mjs";
import { after, eachEngine } from "./tiers.mjs";
import { mountSample } from "./widget.mjs";

/** @typedef {import("node:test").TestContext} TestContext */

const session = useBrowser();

/** Names of this form have the opposite sign. */
const ZONES = { "Etc/GMT+12": 720, "Pacific/Kiritimati": -840 };
const LANGS = ["en", "ar", "ja"];
/** The first day of a month and of a year, and a day with a change of clocks in many places. */
const DATES = ["2020-03-01", "2020-01-01", "2020-10-25"];
const MADE = fileURLToPath(new URL(`../../target/made/zones/${engine}/`, import.meta.url));

/** Browsers that were started with a time zone. @type {Map<string, Awaited<ReturnType<typeof startSecond>>>} */
const started = new Map();

after(async () => {
  for (const { end } of started.values()) await end();
  rmSync(MADE, { recursive: true, force: true });
});

for (const [zone, minutes] of Object.entries(ZONES)) {
  for (const lang of LANGS) {
    eachEngine(
      `at ${zone}, in ${lang}, everything shows the same day`,
      async (/** @type {import("node:test").TestContext} */ t) => {
        const driver = await driverAt(t, zone);
        const widget = await mountSample(driver, { lang, date: DATES[0] }, { fresh: true });
        assert.equal(await driver.executeScript(() => new Date(2020, 2, 1).getTimezoneOffset()), minutes);
        for (const date of DATES) await assertDay(widget, lang, date);
        await assertSince(widget, lang);
        await assertSilent(driver);
      },
    );
  }
}

/**
 * A browser with a time zone: that of all tests if it can have the zone, otherwise one for all tests of the zone.
 * @param {TestContext} t
 * @param {string} zone
 */
async function driverAt(t, zone) {
  if (engine !== "chromium") {
    const browser = started.get(zone) ?? (await startSecond({ binary: browserAt(zone) }));
    started.set(zone, browser);
    return browser.driver;
  }
  const set = (/** @type {string} */ timezoneId) =>
    session.driver.sendDevToolsCommand("Emulation.setTimezoneOverride", { timezoneId });
  t.after(() => set(""));
  await set(zone);
  return session.driver;
}

/**
 * Starts the browser with a time zone: no driver does this, and not every driver passes the environment on.
 * @param {string} zone
 */
function browserAt(zone) {
  mkdirSync(MADE, { recursive: true });
  const binary = `${MADE}${zone.replace("/", "-")}`;
  writeFileSync(binary, `#!/bin/sh\nTZ=${zone} exec "${process.env.BANSPREAD_BROWSER}" "$@"\n`, { mode: 0o755 });
  return binary;
}

/**
 * Headline, field, range, link and tooltip have the same day.
 * @param {Widget} widget
 * @param {string} lang
 * @param {string} date
 */
async function assertDay(widget, lang, date) {
  await widget.run((host, /** @type {string} */ date) => (host.date = date), date);
  const state = await widget.until(`the date is ${date}`, (state) => state.field === date);
  assert.equal(state.date, date);
  assert.equal(state.range.value, Date.parse(date) / 86_400_000);
  const { words, heard } = await widget.run(readParts, lang, date);
  assert.ok(
    words.every((/** @type {string} */ part) => state.headline.includes(part)),
    `${words} in ${state.headline}`,
  );
  assert.ok(
    heard.every((/** @type {string} */ part) => state.spoken?.includes(part)),
    `${heard} in ${state.spoken}`,
  );
  const iso = await widget.run(({ shadowRoot }) => shadowRoot.querySelector(".date").getAttribute("datetime"));
  assert.equal(iso, date);
  assert.ok((await readLink(widget)).includes(date));
  await hover(widget.driver, await middleOfRing(widget, state.range));
  const told = (/** @type {State} */ { tip }) =>
    tip && words.every((/** @type {string} */ part) => tip[0].includes(part));
  await widget.until(`the tooltip is of ${words}`, told);
}

/**
 * The table, which is updated at a pause, has the day of the dataset.
 * @param {Widget} widget
 * @param {string} lang
 */
async function assertSince(widget, lang) {
  const { words } = await widget.run(readParts, lang, "2020-02-10");
  await widget.until(`the table has ${words}`, async () => {
    const since = await widget.run(({ shadowRoot }) => {
      return shadowRoot.querySelector("tr:has([data-entity=FR]) .cell-since")?.textContent ?? "";
    });
    return words.every((/** @type {string} */ part) => since.includes(part));
  });
}

/**
 * Runs in the page: day and year in the digits of its language, and in those of the announcement of the range, which is
 * English if the dataset is. The browser formats them for a time zone that cannot shift them.
 * @param {Host} what
 * @param {string} lang
 * @param {string} date
 */
function readParts({ shadowRoot }, lang, date) {
  const read = (/** @type {string} */ lang) => {
    const format = new Intl.DateTimeFormat(lang, { dateStyle: "long", calendar: "gregory", timeZone: "UTC" });
    const parts = format.formatToParts(new Date(date)).filter(({ type }) => type === "day" || type === "year");
    return parts.map(({ value }) => value);
  };
  return { words: read(lang), heard: read(shadowRoot.querySelector(".range").lang || lang) };
}

/**
 * The link that the share button copies.
 * @param {Widget} widget
 */
function readLink(widget) {
  return widget.run((host) => {
    const copied = new Promise((resolve) => {
      const value = { writeText: async (/** @type {string} */ url) => resolve(url) };
      Object.defineProperty(navigator, "clipboard", { configurable: true, value });
    });
    host.shadowRoot.querySelector(".share").click();
    return copied;
  });
}

/**
 * @param {Widget} widget
 * @param {State["range"]} range
 */
async function middleOfRing(widget, { min, max, value }) {
  const { left, top, width, height } = await widget.box(".ring");
  // A pointer is at whole pixels, and the ring can begin between two of them.
  const x = Math.max(Math.ceil(left), Math.round(left + (width * (value - min)) / (max - min)));
  return { x, y: Math.round(top + height / 2) };
}
