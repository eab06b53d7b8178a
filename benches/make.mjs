/**
 * How long the make page needs for large sheets, in Chromium: `node benches/make.mjs [ROWS...]` after `cargo xtask build`.
 * First it prints for a sheet of 5,000 changes how long each of twelve changes of the title takes from the input to the
 * frame after the figure has it.
 *
 * The sheets are panels: an entity, a date and a value in each row, of which few are changes. For each the bench prints
 * how long reading and understanding take, and the longest time in which the page itself did nothing, during which it
 * would not react to a reader.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Builder } from "selenium-webdriver";
import { writeCorePage } from "../tests/make/core-page.mjs";
import { serve } from "../tests/server.mjs";
import { startWebDriver } from "../tests/widget/drivers.mjs";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const MADE = `${ROOT}target/made/make-bench/`;
const { "goog:chromeOptions": OPTIONS } = JSON.parse(readFileSync(`${ROOT}webdriver.json`, "utf8"));
const DAY = 86_400_000;
const NAMES = ["Italy", "Spain", "France", "Germany", "Poland", "Norway", "Japan", "Chile", "Kenya", "India"];
const COUNTRIES = [...NAMES, "Peru", "Cuba", "Mali", "Oman", "Laos", "Togo", "Chad", "Iraq", "Iran", "Malta"];

await measureChanges(5000);
const sizes = process.argv.slice(2).map(Number);
for (const rows of sizes.length > 0 ? sizes : [200_000, 1_000_000]) await measure(rows);

/** @param {number} rows */
function panel(rows) {
  const lines = ["Country,Date,Level of restrictions,Note"];
  const days = Math.ceil(rows / COUNTRIES.length);
  for (let n = 0; n < rows; n++) {
    const day = n % days;
    const date = new Date(Date.UTC(1900, 0, 1) + day * DAY).toISOString().slice(0, 10);
    const level = ["None", "Advised", "Required"][Math.floor(day / 900 + n / days) % 3];
    lines.push(`${COUNTRIES[Math.floor(n / days)]},${date},${level},as reported`);
  }
  return `${lines.join("\n")}\n`;
}

/** A sheet in which each row changes the status of a country. @param {number} rows */
function changes(rows) {
  const lines = ["Country,Date,Status,Source"];
  for (let n = 0; n < rows; n++) {
    const turn = Math.floor(n / COUNTRIES.length);
    const date = new Date(Date.UTC(2000, 0, 1) + 10 * turn * DAY).toISOString().slice(0, 10);
    lines.push(`${COUNTRIES[n % COUNTRIES.length]},${date},${["Free", "Limited", "Closed"][(turn + n) % 3]},Register`);
  }
  return `${lines.join("\n")}\n`;
}

/** @param {number} rows */
async function measureChanges(rows) {
  await inBrowser("make/", async (driver) => {
    const times = await driver.executeScript(changeTitles, changes(rows));
    console.log(`${rows} changes, title to figure in ms:`, JSON.stringify(times));
  });
}

/** @param {number} rows */
async function measure(rows) {
  await writeCorePage(MADE);
  const sheet = panel(rows);
  writeFileSync(`${MADE}sheet.csv`, sheet);
  await inBrowser("made/make-bench/index.html", async (driver) => {
    const found = await driver.executeScript(inPage);
    const size = `${rows} rows (${(sheet.length / 1e6).toFixed(0)} MB)`;
    console.log(size, JSON.stringify(found));
  });
}

/**
 * @param {string} path
 * @param {(driver: import("selenium-webdriver").WebDriver) => Promise<void>} work
 */
async function inBrowser(path, work) {
  const [server, webDriver] = [await serve(), await startWebDriver("chromium")];
  const driver = await new Builder()
    .disableEnvironmentOverrides()
    .usingServer(webDriver.url)
    .withCapabilities({ browserName: "chrome", "goog:chromeOptions": { ...OPTIONS, binary: webDriver.browser } })
    .build();
  try {
    await driver.manage().setTimeouts({ script: 300_000 });
    // The figure is beside the steps: it is not drawn outside of the window.
    await driver.manage().window().setRect({ width: 1280, height: 900 });
    await driver.get(`${server.origin}/${path}`);
    await work(driver);
  } finally {
    await driver.quit();
    await webDriver.end();
    await server.close();
  }
}

/** Runs in the page. */
async function inPage() {
  const { startCore } = /** @type {any} */ (globalThis);
  const bytes = await (await fetch("sheet.csv")).blob();
  const core = startCore({ start: () => new globalThis.Worker("/pkg/make/worker.js") });
  // The modules are loaded before, as on a page where somebody has read the first step.
  await core.places("Italy", "world");
  let [longest, last] = [0, performance.now()];
  const watch = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  const begin = performance.now();
  await core.open({ name: "sheet.csv", bytes });
  const read = performance.now();
  const { report } = await core.understand({ source: { title: "Register" }, conflicts: "last" });
  const end = performance.now();
  await core.rows(report.sheet, 0, 100);
  clearInterval(watch);
  const round = Math.round;
  return {
    read: round(read - begin),
    understood: round(end - read),
    rows: round(performance.now() - end),
    idle: round(longest),
    events: report.events,
    questions: report.questions.length,
  };
}

/**
 * Runs in the page. Opens a sheet, and changes the title of the figure.
 * @param {string} sheet
 */
async function changeTitles(sheet) {
  const { document, requestAnimationFrame, DataTransfer } = /** @type {any} */ (globalThis);
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const found = async (/** @type {() => any} */ look) => {
    while (!look()) await frame();
    return look();
  };
  const [file, data] = [await found(() => document.querySelector("input[type=file]")), new DataTransfer()];
  data.items.add(new File([sheet], "sheet.csv", { type: "text/csv" }));
  file.files = data.files;
  file.dispatchEvent(new Event("change", { bubbles: true }));
  const host = await found(() => document.querySelector("ban-spread"));
  const has = (/** @type {string} */ text) => host.shadowRoot?.textContent?.includes(text);
  const field = await found(() => document.querySelector("#figure-title"));
  const times = [];
  for (let n = 0; n < 13; n++) {
    const begin = performance.now();
    field.value = `Title ${n}.`;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await found(() => has(field.value));
    await frame();
    times.push(Math.round(performance.now() - begin));
    // The check of the change before is over.
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  // The first one waits for the first picture.
  return times.slice(1);
}
