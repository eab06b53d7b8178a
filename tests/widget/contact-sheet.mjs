/**
 * Takes pictures of the figure in many states and puts them on one sheet: `node tests/widget/contact-sheet.mjs [--ratio N]`,
 * after `cargo xtask build`. People look at the sheet; no test compares it. It needs Chromium.
 *
 * Writes `target/contact-sheet/index.html`, a PNG of each state, and `sheet.png` with all of them.
 */

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { serve } from "../server.mjs";
import { startWebDriver } from "./drivers.mjs";
import { PATIENCE, start, waitUntil } from "./session.mjs";

const FOLDER = fileURLToPath(new URL("../../target/contact-sheet/", import.meta.url));
const DATE = "2020-10-20";
const WIDTHS = [320, 390, 680, 960, 1280];
/** The height of a window in which the figure is loaded, in CSS pixels. A picture is as tall as the figure. */
const HEIGHT = 900;
/** The scale of the pictures on the sheet. */
const ZOOM = 0.5;

/** @typedef {{width: number, theme: string, query?: Record<string, string>, selected?: string}} State */

const themes = ["light", "dark"];
/** @type {State[]} */
const states = [
  ...["map", "lanes"].flatMap((view) =>
    themes.flatMap((theme) => WIDTHS.map((width) => ({ width, theme, query: { view } }))),
  ),
  { width: 390, theme: "light", selected: "DE" },
  { width: 960, theme: "dark", selected: "GB" },
  { width: 390, theme: "dark", query: { lang: "ar" } },
  { width: 960, theme: "light", query: { lang: "ar" } },
];

const { values } = parseArgs({ options: { ratio: { type: "string", default: "1" } } });
const ratio = Number(values.ratio);
if (!(ratio >= 1 && ratio <= 3)) throw new Error("--ratio takes a number from 1 to 3");

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const server = await serve();
const webDriver = await startWebDriver("chromium");
try {
  const browser = await start({ binary: webDriver.browser, server: webDriver.url });
  try {
    for (const state of states) {
      const { width, selected } = state;
      writeFileSync(FOLDER + fileOf(state), await takePicture(browser, addressOf(state), width, ratio, selected));
    }
    writeFileSync(`${FOLDER}index.html`, sheet());
    const address = pathToFileURL(`${FOLDER}index.html`).href;
    writeFileSync(`${FOLDER}sheet.png`, await takePicture(browser, address, 2400, 1));
  } finally {
    await browser.quit();
  }
} finally {
  await webDriver.end();
  await server.close();
}
console.log(`${states.length} states: ${FOLDER}sheet.png`);

/** @param {State} state */
function addressOf({ theme, query }) {
  return `${server.origin}/pkg/embed.html?${new URLSearchParams({ theme, date: DATE, ...query })}`;
}

/** @param {State} state */
function nameOf({ width, theme, query, selected }) {
  return [String(width), theme, ...Object.values(query ?? {}), selected ?? []].flat().join("-");
}

/** @param {State} state */
function fileOf(state) {
  return `${nameOf(state)}.png`;
}

/**
 * A picture of a whole page.
 * @param {import("selenium-webdriver").WebDriver} browser
 * @param {string} address
 * @param {number} width  in CSS pixels
 * @param {number} scale  device pixels for a CSS pixel
 * @param {string} [selected]  the entity whose history is open
 */
async function takePicture(browser, address, width, scale, selected) {
  /** @type {(command: string, options: object) => Promise<any>} */
  const ask = (command, options) => /** @type {any} */ (browser).sendAndGetDevToolsCommand(command, options);
  const rest = () =>
    waitUntil(
      () => browser.executeScript(isAtRest),
      `${address} is at rest`,
      PATIENCE,
      async () => {},
    );
  const size = { width, height: HEIGHT, deviceScaleFactor: scale, mobile: false };
  await ask("Emulation.setDeviceMetricsOverride", size);
  await browser.get(address);
  await rest();
  if (selected) await browser.executeScript(select, selected);
  await rest();
  const height = await browser.executeScript(() => document.documentElement.scrollHeight);
  await ask("Emulation.setDeviceMetricsOverride", { ...size, height });
  await rest();
  const { data } = await ask("Page.captureScreenshot", { format: "png" });
  return Buffer.from(data, "base64");
}

/** @param {string} entity */
function select(entity) {
  /** @type {any} */ (document.querySelector("ban-spread")).selected = entity;
}

/** Whether the page has no figure or a figure that is loaded. Between two questions the page draws at least two frames. */
function isAtRest() {
  const page = /** @type {any} */ (window);
  const element = document.querySelector("ban-spread");
  const loaded = !element || element.shadowRoot?.querySelector("[data-state=ready]");
  if (!loaded || !Array.from(document.images).every((image) => image.complete)) return false;
  if (page.hasRested) {
    page.hasRested = false;
    return true;
  }
  requestAnimationFrame(() => requestAnimationFrame(() => (page.hasRested = true)));
  return false;
}

/** The page with all pictures. */
function sheet() {
  const figures = states.map((state) => {
    const width = state.width * ZOOM;
    return `<figure><img src="${fileOf(state)}" width="${width}" alt=""><figcaption>${nameOf(state)}</figcaption></figure>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>Contact sheet</title>
<style>body{display:flex;flex-wrap:wrap;align-items:start;gap:16px;margin:16px;background:#8a8d94;font:12px sans-serif}figure{margin:0}</style>
${figures.join("\n")}
`;
}
