/** Findings in the cells, repairs, undo and redo, and sheets that replace others. */

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { useBrowser } from "../session.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";
import { CLEAR, MakePage, MISSPELT, nameOf, PATIENT } from "./page.mjs";

const session = useBrowser();

/** The text of the cell with the focus. */
const focused = () => document.activeElement?.closest("td")?.textContent;

eachEngine("a name that no place has is marked in its cell, and is repaired there by keys", PATIENT, async () => {
  const page = await MakePage.open(session.driver);
  await page.paste(MISSPELT);
  await page.until("the cell is marked", () => document.querySelector("td.marked")?.textContent === "Frnce");
  await page.run(() => /** @type {HTMLElement} */ (document.querySelector("[role=grid] td[tabindex='0']")).focus());
  const { figure } = page;
  await figure.press(Key.ARROW_DOWN);
  await page.until("the cell has the focus", focused);
  assert.equal(await page.run(focused), "Frnce");
  // The next stop of Tab after the grid is its detail.
  await figure.press(Key.TAB);
  await page.until("the repair has the focus", () => document.activeElement?.ariaLabel === "Frnce is France");
  await figure.press(Key.ENTER);
  await page.counts({ Banned: 2 });
  assert.equal(await page.run(() => document.querySelector("td.marked")), null);
});

oneEngine("arrow keys and Ctrl+End go through the whole sheet", async () => {
  const page = await MakePage.open(session.driver);
  const rows = Array.from({ length: 5000 }, (_, n) => `Spain,${1500 + (n % 500)}-01-0${1 + (n % 9)},banned,${n}`);
  await page.paste(`Country,Date,Status,Note\n${rows.join("\n")}\n`);
  await page.until("the cells are there", () => document.querySelectorAll("[role=grid] tbody td").length > 10);
  await page.run(() => /** @type {HTMLElement} */ (document.querySelector("[role=grid] td[tabindex='0']")).focus());
  await session.driver.actions().keyDown(Key.CONTROL).sendKeys(Key.END).keyUp(Key.CONTROL).perform();
  await page.until("the last cell has the focus", (text) => document.activeElement?.textContent === text, "4999");
  const place = await page.run(() => document.activeElement?.parentElement?.getAttribute("aria-rowindex"));
  assert.equal(place, "5002");
});

eachEngine("undo and redo take a title and an answer back and forth", PATIENT, async () => {
  const page = await MakePage.open(session.driver);
  await page.paste(MISSPELT);
  await page.click("Frnce is France");
  await page.counts({ Banned: 2 });
  await page.type("Title", "Who bans it");
  await page.figure.until("the title is new", ({ title }) => title === "Who bans it");
  await page.click("Undo");
  await page.figure.until("the title is old", ({ title }) => title !== "Who bans it");
  await page.click("Undo");
  await page.until("the question is open again", () => document.querySelector("#question-places"));
  await page.click("Redo");
  await page.click("Redo");
  await page.figure.until("the title is new again", ({ title }) => title === "Who bans it");
  await page.counts({ Banned: 2 });
});

oneEngine(
  "a sheet that replaces another keeps answers, title and colours, and the page says what has changed",
  async () => {
    const page = await MakePage.open(session.driver);
    await page.paste(MISSPELT);
    await page.click("Frnce is France");
    await page.counts({ Banned: 2 });
    await page.type("Title", "Who bans it");
    await page.click("Replace the sheet");
    await page.paste(`${MISSPELT}Italy,2021-03-06,allowed,A\nFrnce,2021-03-07,allowed,A\n`);
    await page.until("the new sheet is read", () => document.querySelector(".changed"));
    // The figure keeps its date.
    await page.figure.run((host) => (host.date = "2021-03-07"));
    await page.counts({ Banned: 1, Allowed: 2 });
    await page.figure.until("the title is kept", ({ title }) => title === "Who bans it");
    const changed = await page.run(() => [...document.querySelectorAll(".changed li")].map((item) => item.textContent));
    assert.deepEqual(changed, ["2 new rows", "1 new status: Allowed"]);
  },
);

oneEngine("a role that the person chooses for a column counts", async () => {
  const page = await MakePage.open(session.driver);
  await page.paste("Country,Date,Status,Rule,Source\nFrance,2021-03-04,a,banned,A\nSpain,2021-03-05,a,allowed,A\n");
  const choose = (/** @type {string} */ column, /** @type {string} */ role) => {
    const list = /** @type {HTMLSelectElement|null} */ (document.querySelector(`#role-${column}`));
    if (!list) return false;
    list.value = role;
    list.dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  };
  await page.counts({ A: 2 });
  await page.until("the role is chosen", choose, "C", "ignore");
  await page.until("it is not used", () => /** @type {any} */ (document.querySelector("#role-C"))?.value === "ignore");
  await page.run(() => document.querySelector(".scroll")?.scrollTo({ left: 200 }));
  await page.until("the other one is chosen", choose, "D", "status");
  await page.counts({ Banned: 1, Allowed: 1 });
});

oneEngine("a step of the tour has date and entity of the live figure", async () => {
  const page = await MakePage.open(session.driver);
  await page.paste(CLEAR);
  await page.counts({ Banned: 1, Allowed: 1 });
  await page.figure.run((host) => {
    host.state = { date: "2021-03-04", selected: "FR" };
  });
  await page.click("Add a step for 2021-03-04");
  await page.type("Headline", "France begins");
  await page.figure.until("the figure has a tour", ({ tour }) => tour?.some((text) => text.includes("1 step")));
  const step = await page.run(() => document.querySelector(".tour li .row")?.textContent);
  assert.equal(step, "2021-03-04FranceRemove");
});

oneEngine("the order of statuses and their labels are those of the figure", async () => {
  const page = await MakePage.open(session.driver);
  await page.paste(CLEAR);
  await page.counts({ Banned: 1, Allowed: 1 });
  await page.click("Move Banned down");
  await page.type("Name of the status Banned", "Forbidden");
  await page.figure.until("the legend is the same", ({ legend }) => {
    const labels = legend.map(({ label }) => nameOf(label));
    return labels[0] === "Allowed" && labels[1] === "Forbidden";
  });
});
