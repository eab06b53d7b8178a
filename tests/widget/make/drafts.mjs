/** Drafts, and what the page requests and keeps. */

import assert from "node:assert/strict";
import { origin, otherOrigin, useBrowser } from "../session.mjs";
import { eachEngine } from "../tiers.mjs";
import { CLEAR, MakePage, PATIENT } from "./page.mjs";

const session = useBrowser();

/** All drafts in the database of the page. */
const kept = () =>
  new Promise((resolve) => {
    const request = indexedDB.open("banspread-make");
    request.onsuccess = () => {
      const database = request.result;
      const store =
        database.objectStoreNames.contains("drafts") && database.transaction("drafts").objectStore("drafts");
      if (!store) return resolve(0);
      const count = store.count();
      count.onsuccess = () => {
        database.close();
        resolve(count.result);
      };
    };
  });

eachEngine("a draft is kept, goes on after the page is loaded again, and can be deleted", PATIENT, async () => {
  const page = await MakePage.open(session.driver);
  await page.paste(CLEAR);
  await page.counts({ Banned: 1, Allowed: 1 });
  await page.type("Title", "Who bans it");
  await page.until("the address names the draft", () => /^#draft=\d+$/.test(location.hash));
  await page.click("Start over");
  const name = "Who bans it (Pasted cells)";
  await page.click(name);
  await page.counts({ Banned: 1, Allowed: 1 });
  await session.driver.navigate().refresh();
  await page.counts({ Banned: 1, Allowed: 1 });
  await page.figure.until("the title is kept", ({ title }) => title === "Who bans it");
  await page.click("Start over");
  await page.click(`Delete the draft ${name}`);
  await page.until("no draft is listed", () => !document.querySelector(".drafts"));
  assert.equal(await page.run(kept), 0);
});

eachEngine("the page requests only its own files and the address that the person types", PATIENT, async () => {
  const page = await MakePage.open(session.driver);
  const asked = () => page.run(() => performance.getEntriesByType("resource").map(({ name }) => name));
  await page.paste(CLEAR);
  await page.counts({ Banned: 1, Allowed: 1 });
  const before = await asked();
  assert.deepEqual(
    before.filter((url) => !url.startsWith(`${origin}/make/`) && !url.startsWith("data:")),
    [],
  );
  await page.click("Replace the sheet");
  await page.type("Address of a sheet", `${otherOrigin}/tests/import/cases/titles-above/sheet.csv`);
  await page.click("Load");
  await page.counts({ Banned: 1 });
  const foreign = (await asked()).filter((url) => !url.startsWith(`${origin}/make/`) && !url.startsWith("data:"));
  assert.deepEqual([...new Set(foreign)], [`${otherOrigin}/tests/import/cases/titles-above/sheet.csv`]);
  const stored = await page.run(() => [document.cookie, localStorage.length, sessionStorage.length]);
  assert.deepEqual(stored, ["", 0, 0]);
});

eachEngine("an address that does not answer is told, and the page goes on", PATIENT, async () => {
  const page = await MakePage.open(session.driver);
  await page.type("Address of a sheet", `${origin}/no-such-sheet.csv`);
  await page.click("Load");
  await page.until("the page says so", () => document.querySelector("[role=alert]")?.textContent?.includes("404"));
  await page.paste(CLEAR);
  await page.counts({ Banned: 1, Allowed: 1 });
});
