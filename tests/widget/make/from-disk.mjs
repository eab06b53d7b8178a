/** The page as a single file, opened from a disk by `file:`. It saves what the served page saves. */

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { unzipSync } from "fflate";
import { Key } from "selenium-webdriver";
import { ROOT } from "../command.mjs";
import { engine, otherOrigin, useBrowser } from "../session.mjs";
import { eachEngine } from "../tiers.mjs";
import { CLEAR, MakePage, PATIENT } from "./page.mjs";

const session = useBrowser();
/** `cargo xtask build` makes it; `cargo xtask release` puts it into the archive. */
const FILE = join(ROOT, "target/single/make.html");
const ADDRESS = "https://paper.example/story/";

/** Opens the file, and waits until the page is drawn. */
async function openFile() {
  assert.ok(existsSync(FILE), FILE);
  await session.driver.get(pathToFileURL(FILE).href);
  const page = new MakePage(session.driver);
  await page.until("the page is there", () => document.querySelector("#file, .given"));
  return page;
}

/**
 * Types a sheet into the field for cells, cuts it out, and pastes it, as a person does. WebKit's driver has no clipboard
 * that a key can paste.
 * @param {MakePage} page
 */
async function pasteByKeys(page) {
  const { driver } = session;
  if (engine === "webkit") {
    await page.paste(CLEAR);
    await page.counts({ Banned: 1, Allowed: 1 });
    return;
  }
  await driver.findElement({ css: "#paste" }).sendKeys(CLEAR);
  const keys = (/** @type {string} */ letters) =>
    driver
      .actions()
      .keyDown(Key.CONTROL)
      .sendKeys(...letters)
      .keyUp(Key.CONTROL)
      .perform();
  await keys("ax");
  assert.equal(await page.run(() => /** @type {HTMLTextAreaElement} */ (document.querySelector("#paste")).value), "");
  await keys("v");
  await page.counts({ Banned: 1, Allowed: 1 });
}

/** Everything that is saved of a figure with a title and an address, by the name of the button. @param {MakePage} page */
async function saveAll(page) {
  await page.type("Title", "Who bans it");
  await page.type("Address of the folder on the web", ADDRESS);
  await page.figure.until("the title is new", ({ title }) => title === "Who bans it");
  const zip = await page.save("Save a ZIP for your web server");
  const single = await page.save("Save one HTML file");
  return { zip: unzipSync(zip.bytes), single: single.bytes.toString() };
}

/** The chunks of a PNG without the one that Firefox adds to what some pages draw. @param {Uint8Array} png */
function chunksOf(png) {
  const [bytes, chunks] = [Buffer.from(png), /** @type {Buffer[]} */ ([])];
  // A chunk has its length, four letters, its data, and a sum of four bytes.
  for (let at = 8; at < bytes.length; at += bytes.readUInt32BE(at) + 12) {
    const chunk = bytes.subarray(at, at + bytes.readUInt32BE(at) + 12);
    if (chunk.toString("latin1", 4, 8) !== "deBG") chunks.push(chunk);
  }
  assert.ok(chunks.length > 2);
  return chunks;
}

eachEngine("from a disk the page makes a figure, and saves the same files as the served page", PATIENT, async () => {
  const served = await MakePage.open(session.driver);
  await served.paste(CLEAR);
  await served.counts({ Banned: 1, Allowed: 1 });
  const expected = await saveAll(served);
  const page = await openFile();
  await page.run(() => {
    const watched = /** @type {any} */ (window);
    watched.broken = [];
    addEventListener("securitypolicyviolation", ({ violatedDirective }) => watched.broken.push(violatedDirective));
  });
  await pasteByKeys(page);
  const found = await saveAll(page);
  assert.deepEqual(Object.keys(found.zip), Object.keys(expected.zip));
  for (const [path, bytes] of Object.entries(expected.zip)) {
    const content = path.endsWith(".png") ? chunksOf : Buffer.from;
    assert.deepEqual(content(found.zip[path]), content(bytes), path);
  }
  assert.equal(found.single, expected.single);
  assert.deepEqual(await page.run(() => /** @type {any} */ (window).broken), []);
  const asked = await page.run(() => performance.getEntriesByType("resource").map(({ name }) => name));
  assert.deepEqual(
    asked.filter((url) => !url.startsWith("blob:") && !url.startsWith("data:")),
    [],
  );
});

eachEngine(
  "from a disk the page loads a sheet from an address that allows it, and speaks other languages",
  PATIENT,
  async () => {
    const page = await openFile();
    const sheet = `${otherOrigin}/tests/import/cases/titles-above/sheet.csv`;
    await page.type("Address of a sheet", `${sheet}?cors=none`);
    await page.click("Load");
    const told = () => document.querySelector("[role=alert]")?.textContent?.includes("Save the sheet as a file");
    await page.until("the page says why not", told);
    await page.type("Address of a sheet", sheet);
    await page.click("Load");
    await page.counts({ Banned: 1 });
    await page.run(() => {
      const list = /** @type {HTMLSelectElement} */ (document.querySelector("#language"));
      list.value = "de";
      list.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await page.until("the page is in German", () => document.documentElement.lang === "de");
    await page.figure.until("the figure is in German", ({ play }) => play === "Abspielen");
  },
);
