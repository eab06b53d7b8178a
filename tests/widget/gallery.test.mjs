/** The demo's page of small datasets. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { consoleEntries, engine, open, SIZE, useBrowser } from "./session.mjs";
import { eachEngine } from "./tiers.mjs";
import { Widget } from "./widget.mjs";

const session = useBrowser();

const FOLDER = new URL("../../demo/datasets/", import.meta.url);
const FILES = readdirSync(FOLDER).filter((name) => /\.(csv|json)$/.test(name));
/** The width of a small phone, in CSS pixels. */
const PHONE = 350;

eachEngine("each small dataset of the demo has a figure, which is ready without an error", async () => {
  // What earlier pages have left there. Other drivers hand out no console.
  if (engine === "chromium") await consoleEntries(session.driver);
  await open(session.driver, "/figures/");
  const figures = await readFigures();
  assert.deepEqual(figures.map(({ source }) => source).toSorted(), FILES.toSorted());
  for (const { source, state } of figures) {
    assert.equal(state.title, titleOf(source), source);
    assert.equal(state.notice, "", source);
  }
  if (engine === "chromium") assert.deepEqual(await consoleEntries(session.driver), []);
});

eachEngine(`at ${PHONE} px the page of small datasets scrolls one way only`, async (t) => {
  const window = session.driver.manage().window();
  t.after(() => window.setRect(SIZE));
  await window.setRect({ ...SIZE, width: PHONE });
  await open(session.driver, "/figures/");
  // Some engines have no window as narrow as this.
  await session.driver.executeScript((width) => (document.body.style.maxWidth = `${width}px`), PHONE);
  await readFigures();
  const beyond = await session.driver.executeScript(() => {
    const { body, documentElement } = document;
    return [body, documentElement].map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  });
  assert.ok(Math.max(...beyond) <= 0, `${beyond} px`);
});

/** Brings each figure of the page into view, waits until it is ready, and returns its file and its state. */
async function readFigures() {
  const sources = await session.driver.executeScript(() => {
    return [...document.querySelectorAll("ban-spread")].map((host) => host.getAttribute("src") ?? "");
  });
  const figures = [];
  for (const [n, source] of sources.entries()) {
    const widget = new Widget(session.driver, n);
    // Figures far away from the window load nothing.
    await widget.run((host) => host.scrollIntoView({ behavior: "instant" }));
    figures.push({ source, state: await widget.ready() });
  }
  return figures;
}

/**
 * The title of a dataset. The cells of the CSV files' titles have no commas.
 * @param {string} file
 */
function titleOf(file) {
  const text = readFileSync(new URL(file, FOLDER), "utf8");
  if (file.endsWith(".json")) return JSON.parse(text).title;
  const [header, ...rows] = text.split("\n").map((line) => line.split(","));
  return rows.find(([record]) => record === "dataset")?.[header.indexOf("title")];
}
