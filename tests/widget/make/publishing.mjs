/** What the page saves, opened as readers do, and taken in again. */

import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { ROOT } from "../command.mjs";
import { engine, open, origin, useBrowser } from "../session.mjs";
import { before, eachEngine, oneEngine } from "../tiers.mjs";
import { Widget } from "../widget.mjs";
import { CLEAR, MakePage, nameOf, PATIENT } from "./page.mjs";

const session = useBrowser();
/** Engines run at the same time, so each has its own folder. */
const PATH = `/made/make/${engine}/`;
const MADE = join(ROOT, "target", PATH);
const ADDRESS = `${origin}${PATH}site/`;

before(() => {
  rmSync(MADE, { recursive: true, force: true });
  mkdirSync(MADE, { recursive: true });
});

/** Opens the page with a figure that has a title of its own. */
async function withFigure() {
  const page = await MakePage.open(session.driver);
  await page.paste(CLEAR);
  await page.counts({ Banned: 1, Allowed: 1 });
  await page.type("Title", "Who bans it");
  await page.type("Address of the folder on the web", ADDRESS);
  return page;
}

/**
 * Writes a file, and returns its path.
 * @param {string} name
 * @param {Uint8Array} bytes
 */
function write(name, bytes) {
  const path = join(MADE, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  return path;
}

/**
 * Opens a page with a figure, as readers do.
 * @param {string} path
 */
async function assertShown(path) {
  await open(session.driver, path);
  const { title, legend } = await new Widget(session.driver).ready();
  assert.equal(title, "Who bans it");
  assert.deepEqual(legend.map(({ label, count }) => [nameOf(label), count]).slice(0, 2), [
    ["Banned", 1],
    ["Allowed", 1],
  ]);
}

/**
 * Takes a file in again, and asserts that nothing is lost.
 * @param {string} path
 */
async function assertTakenIn(path) {
  const page = await MakePage.open(session.driver);
  await page.give(path);
  await page.counts({ Banned: 1, Allowed: 1 });
  await page.figure.until("the title is kept", ({ title }) => title === "Who bans it");
  return page;
}

eachEngine("the ZIP has a folder that shows the figure, and is taken in again", PATIENT, async () => {
  const page = await withFigure();
  const { name, bytes } = await page.save("Save a ZIP for your web server");
  assert.match(name, /\.zip$/);
  const files = unzipSync(bytes);
  for (const [path, content] of Object.entries(files)) write(`site/${path}`, content);
  assert.ok(files["index.html"] && files["data.json"] && files["snippets/iframe.html"]);
  // PNG begins with these bytes.
  assert.deepEqual([...files["figure.png"].subarray(1, 4)], [...Buffer.from("PNG")]);
  await assertShown(`${PATH}site/`);
  const again = await assertTakenIn(write("figure.zip", bytes));
  const typed = await again.run(() => /** @type {any} */ (document.querySelector("#publish-address")).value);
  assert.equal(typed, ADDRESS);
});

eachEngine("one HTML file shows the figure, and is taken in again", PATIENT, async () => {
  const page = await withFigure();
  const { name, bytes } = await page.save("Save one HTML file");
  assert.match(name, /\.html$/);
  const path = write("single.html", bytes);
  await assertShown(`${PATH}single.html`);
  await assertTakenIn(path);
});

oneEngine("data as CSV and JSON and pictures are saved, and data is taken in again", async () => {
  const page = await withFigure();
  const csv = await page.save("Data as CSV");
  assert.match(csv.bytes.toString(), /^record,/m);
  const json = await page.save("Data as JSON");
  assert.equal(JSON.parse(json.bytes.toString()).title, "Who bans it");
  const svg = await page.save("Picture as SVG");
  assert.match(svg.bytes.toString(), /^<svg/);
  const png = await page.save("Picture as PNG");
  assert.deepEqual([...png.bytes.subarray(1, 4)], [...Buffer.from("PNG")]);
  await assertTakenIn(write("data.csv", csv.bytes));
  await assertTakenIn(write("data.json", json.bytes));
});

oneEngine("a published address is taken in again, also as the link for colleagues", async () => {
  const page = await withFigure();
  const zip = unzipSync((await page.save("Save a ZIP for your web server")).bytes);
  for (const [path, content] of Object.entries(zip)) write(`site/${path}`, content);
  const link = await page.until("there is a link", () => document.querySelector(".link a")?.getAttribute("href"));
  const other = await MakePage.open(session.driver);
  await other.type("Address of a sheet", ADDRESS);
  await other.click("Load");
  await other.counts({ Banned: 1, Allowed: 1 });
  await other.figure.until("the title is kept", ({ title }) => title === "Who bans it");
  await session.driver.get(String(link));
  await other.counts({ Banned: 1, Allowed: 1 });
});

oneEngine("the snippets are those of the address", async () => {
  const page = await withFigure();
  const has = (/** @type {string} */ part) => {
    const text = /** @type {HTMLTextAreaElement|null} */ (document.querySelector(".snippets textarea"));
    return text?.value.includes(part);
  };
  await page.until("the frame has the address", has, `<iframe src="${ADDRESS}"`);
  await page.click("WordPress");
  await page.until("the block is there", has, "wp:html");
});
