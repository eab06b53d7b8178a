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
  assert.equal(step, "2021-03-04FranceWithout the placeRemove");
});

oneEngine("a step without a headline is not in the figure, and its date and place can be changed", async () => {
  const page = await MakePage.open(session.driver);
  await page.paste(CLEAR);
  await page.counts({ Banned: 1, Allowed: 1 });
  const hints = () => [...document.querySelectorAll(".tour .hint")].map(({ textContent }) => textContent);
  await page.figure.run((host) => {
    host.state = { date: "2021-03-04", selected: "FR" };
  });
  await page.until("a new step has a place", () =>
    document.querySelector(".tour")?.textContent?.includes("will have: France"),
  );
  await page.figure.run((host) => {
    host.state = { selected: null };
  });
  await page.until(
    "no place is selected",
    (wanted) => document.querySelector(".tour")?.textContent?.includes(wanted),
    "No place",
  );
  await page.click("Add a step for 2021-03-04");
  await page.until("the field says what is missing", () => document.querySelector("#step-0-error"));
  assert.deepEqual((await page.run(hints)).length, 2);
  await page.type("Headline", "France begins");
  await page.figure.until("the figure has a tour", ({ tour }) => tour?.some((text) => text.includes("1 step")));
  assert.equal(await page.run(() => document.querySelector("#step-0-error")), null);
  await page.figure.run((host) => {
    host.state = { date: "2021-03-05", selected: "ES" };
  });
  await page.click("Step 1: date and place as the figure shows");
  await page.until("the step is that of the figure", () =>
    document.querySelector(".tour li .row")?.textContent?.startsWith("2021-03-05Spain"),
  );
  await page.type("Date", "4 March 2021");
  await page.until("the step has the date", () =>
    document.querySelector(".tour li .row")?.textContent?.startsWith("2021-03-04Spain"),
  );
});

oneEngine(
  "a date is read as people write it, and what is none says so at the field until it is corrected",
  async () => {
    const page = await MakePage.open(session.driver);
    await page.paste(CLEAR);
    await page.counts({ Banned: 1, Allowed: 1 });
    await page.type("Date shown first", "4");
    await page.until(
      "the letter is drawn",
      () => /** @type {any} */ (document.querySelector("#look-date"))?.value === "4",
    );
    // The name of the button shows that the page was drawn after the letter.
    await page.figure.run((host) => (host.date = "2021-03-04"));
    await page.until("the page is drawn", () => document.body.textContent?.includes("Add a step for 2021-03-04"));
    assert.equal(await page.run(() => document.querySelectorAll("#look-date-error").length), 0);
    await page.type("Date shown first", "4 March 2021");
    await page.figure.until("the figure has the date", ({ date }) => date === "2021-03-04");
    await page.type("Date shown first", "4 Mrch 2021");
    await page.figure.press(Key.TAB);
    const seen = () => {
      const field = /** @type {HTMLInputElement|null} */ (document.querySelector("#look-date"));
      return [field?.value, document.querySelector("#look-date-error")?.textContent?.slice(0, 28)];
    };
    await page.until("the error is at the field", () => document.querySelector("#look-date-error"));
    assert.deepEqual(await page.run(seen), ["4 Mrch 2021", "“4 Mrch 2021” is not a date."]);
    await page.type("Date shown first", "5 March 2021");
    await page.until("the error is gone", () => !document.querySelector("#look-date-error"));
    await page.figure.until("the figure has the new date", ({ date }) => date === "2021-03-05");
  },
);

oneEngine("a label that is changed is also the title of events without a headline", async () => {
  const page = await MakePage.open(session.driver);
  await page.paste("Country,Gm,Source\nNetherlands,2001,A\nBelgium,2003,A\n");
  await page.answerIn("Status", "Gm");
  await page.counts({ Gm: 2 });
  await page.type("Name of the status Gm", "Marriage");
  await page.counts({ Marriage: 2 });
  const { changes } = await page.figure.until("the changes have the label", ({ changes }) =>
    changes?.some((title) => title.includes("Marriage")),
  );
  assert.deepEqual(changes, ["Belgium: Marriage", "Netherlands: Marriage"]);
});

oneEngine("what a sheet leaves blank is the status that the person writes", async () => {
  const page = await MakePage.open(session.driver);
  await page.paste("Country,Date,Status,Source\nFrance,2001,banned,A\nSpain,2003,banned,A\nItaly,,,A\n");
  await page.counts({ Banned: 2 });
  await page.type("Before its first date a place is", "Legal\t");
  await page.counts({ Banned: 2, Legal: 1 });
  await page.figure.run((host) => (host.date = "2002-01-01"));
  await page.counts({ Banned: 1, Legal: 2 });
});

oneEngine("a field about the sheet keeps what is typed while the page is drawn again", async () => {
  const page = await MakePage.open(session.driver);
  await page.paste("Country,Date,Status,Source\nFrance,2001,banned,A\nSpain,2003,banned,A\nItaly,,,A\n");
  await page.counts({ Banned: 2 });
  for (const [label, id, text, date] of [
    ["Before its first date a place is", "#before", "Leg", "2002-01-01"],
    ["Row with the names of the columns", "#header", "2", "2002-06-01"],
  ]) {
    await page.type(label, text);
    // The name of the button shows that the page was drawn.
    await page.figure.run((host, date) => (host.date = String(date)), date);
    await page.until(
      "the page is drawn",
      (date) => document.body.textContent?.includes(`Add a step for ${date}`),
      date,
    );
    assert.equal(await page.run((id) => /** @type {any} */ (document.querySelector(id)).value, id), text);
  }
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
