/**
 * Ten questions about the data, answered only with a keyboard and with what assistive technology receives about the
 * part with the focus. The expected answers come from the command.
 */

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { banspread, buildCommand, describe } from "./command.mjs";
import { engine, useBrowser, waitUntil } from "./session.mjs";
import { before, eachEngine, oneEngine } from "./tiers.mjs";
import { plain, readNode } from "./tree.mjs";
import { TOUR } from "./speech.mjs";
import { mount } from "./widget.mjs";

const session = useBrowser();

before(() => void buildCommand());

/** @typedef {{role: string, name: string, value: string}} Part  what is announced about a part of the figure */

/** In ms. */
const DAY = 86_400_000;
const TIMELINE = "Date on the timeline";
const LAST = "2026-06-30";
/** The hidden beginning of the name of a button that opens a history. */
const HISTORY = "History: ";
/** A number larger than that of the parts of a figure. */
const MANY = 500;

/** @type {Widget} */
let widget;

const times = (/** @type {number} */ count, /** @type {string} */ key) => Array.from({ length: count }, () => key);

/**
 * The announcement of the part of the figure that has the focus, if any. In Chromium it comes from its accessibility
 * tree, elsewhere from the driver.
 * driver has it computed.
 * @returns {Promise<Part|undefined>}
 */
async function focused() {
  if (engine === "chromium")
    return /** @type {Promise<Part|undefined>} */ (readNode(/** @type {any} */ (session.driver), findFocus));
  const part = await session.driver.executeScript(findFocus);
  if (!part) return undefined;
  const [role, name] = [await part.getAriaRole(), plain(await part.getAccessibleName())];
  return { role, name, value: plain((await part.getAttribute("aria-valuetext")) ?? "") };
}

/** Runs in the page: the element with the focus, and in a list its active option. */
function findFocus() {
  const root = document.activeElement?.shadowRoot;
  const option = root?.activeElement?.getAttribute("aria-activedescendant");
  return option ? root?.getElementById(option) : root?.activeElement;
}

/**
 * Presses Tab until a condition holds for the part with the focus, and returns the part.
 * @param {string} claim
 * @param {(part: Part) => unknown} holds
 */
async function tabTo(claim, holds) {
  await session.driver.executeScript(() => document.getElementById("before").focus());
  for (let n = 0; n < 40; n++) {
    await widget.press(Key.TAB);
    const part = await focused();
    if (part && holds(part)) return part;
  }
  throw new Error(`Tab does not lead to ${claim}`);
}

const tabToName = (/** @type {string} */ name) => tabTo(name, (part) => part.name === name);

/** All parts that Tab reaches from here to the end of the figure. */
async function walk() {
  const parts = [];
  while (parts.length < MANY) {
    await widget.press(Key.TAB);
    const part = await focused();
    if (!part) return parts;
    parts.push(part);
  }
  throw new Error("Tab does not lead out of the figure");
}

/**
 * Waits until the part with the focus has the expected announcement: words follow the keys a moment later.
 * @param {string} claim
 * @param {(part: Part) => unknown} holds
 * @returns {Promise<Part>}
 */
function until(claim, holds) {
  return waitUntil(async () => {
    const part = await focused();
    return part && holds(part) ? part : undefined;
  }, claim);
}

/**
 * The day of the value of a range.
 * @param {Part} range
 */
function dayOf({ value }) {
  return Date.parse(`${value.split(".")[0]} UTC`);
}

/**
 * The number of the quarter of a day, counted from that of 1 January 1900.
 * @param {string} iso
 */
function quarterOf(iso) {
  const day = new Date(iso);
  return (day.getUTCFullYear() - 1900) * 4 + Math.floor(day.getUTCMonth() / 3);
}

/**
 * Moves the range with the focus to a day: from the end by quarters to the beginning of the quarter, then by days.
 * @param {string} iso
 */
async function goTo(iso) {
  await widget.press(Key.END);
  const end = await until("the timeline is at its end", (part) => dayOf(part) === Date.parse(LAST));
  if (iso === LAST) return end;
  const quarter = quarterOf(iso);
  const first = Date.UTC(0, quarter * 3);
  // The first press goes to the beginning of the last quarter.
  await widget.press(...times(quarterOf(LAST) - quarter + 1, Key.PAGE_DOWN));
  await until("the timeline is where the quarter begins", (part) => dayOf(part) === first);
  await widget.pressShifted(...times((Date.parse(iso) - first) / DAY, Key.ARROW_RIGHT));
  return until(`the timeline is on ${iso}`, (part) => dayOf(part) === Date.parse(iso));
}

/**
 * The announcement of a tile, which is found by its name.
 * @param {string} name
 */
async function tile(name) {
  await tabTo("the map", ({ role }) => role === "listbox" || role === "option");
  await widget.type(name, async () => (await focused())?.name.startsWith(`${name}: `));
  return focused();
}

/** The rows of the latest changes: dates, titles and links. */
async function rows() {
  await tabTo("the changes", ({ name }) => name === "Latest changes" || name === "Changes");
  const folded = await widget.run((host) => host.shadowRoot.querySelector(".fold").ariaExpanded === "false");
  if (folded) await widget.press(Key.ENTER);
  await tabTo("the tour", ({ name }) => name.startsWith("Start the tour") || name === "End the tour");
  const parts = await walk();
  const titles = parts.filter(({ role, name }) => role === "button" && name.startsWith(HISTORY));
  return { parts, titles: titles.map(({ name }) => name.slice(HISTORY.length)) };
}

/** The date and the sentence, as they are read above the map. */
function holds() {
  return widget.run(({ shadowRoot }) => {
    const text = (/** @type {string} */ part) => shadowRoot.querySelector(part).textContent;
    return `${text(".date .visually-hidden")}. ${text(".sentence")}`;
  });
}

/** The text of the live region. */
function heard() {
  return widget.run((host) => host.shadowRoot.querySelector("[role=status]").textContent);
}

/** Questions that together need every kind of control. These are asked in each engine. */
const IN_EACH_ENGINE = [
  "What did the United Kingdom do on 14 July 2020?",
  "Who acts in Norway, and which source says so?",
  "What does the third step of the tour say?",
  "Who can still decide at the end?",
];

/**
 * Answers a question with a figure that has just been mounted.
 * @param {string} question
 * @param {() => Promise<void>} answer
 */
function ask(question, answer) {
  const claims = IN_EACH_ENGINE.includes(question) ? eachEngine : oneEngine;
  claims(question, async () => {
    widget = await mount(session.driver);
    await widget.ready();
    await widget.addButtonAfter();
    await answer();
  });
}

ask("Who was the first to ban it?", async () => {
  const [, name, title] = banspread("first").match(/1\. \S+ +([^:]+): (.*)/) ?? [];
  await tabToName(TIMELINE);
  await widget.press(Key.HOME);
  let { value } = await until("the timeline is at its beginning", (part) => dayOf(part) < Date.parse("2012-12-31"));
  while (!value.includes("Banned")) {
    await widget.press(Key.ARROW_RIGHT);
    ({ value } = await until("the next change is there", (part) => part.value !== value));
  }
  assert.ok(value.includes(`${name}: Banned`), value);
  const { titles } = await rows();
  assert.equal(titles[0], title);
  assert.ok((await tile(name))?.name.includes("Banned"));
});

ask("What did the United Kingdom do on 14 July 2020?", async () => {
  for (const date of ["2020-07-13", "2020-07-14"]) {
    await tabToName(TIMELINE);
    await goTo(date);
    const expected = `United Kingdom: ${describe(date).standing["United Kingdom"].replaceAll(" · ", ", ")}`;
    await tile("United Kingdom");
    await until(expected, ({ name }) => name === expected);
  }
});

ask("How many ban it on 15 May 2019?", async () => {
  await tabToName(TIMELINE);
  await goTo("2019-05-15");
  const value = await holds();
  assert.equal(value, describe("2019-05-15").spoken);
  assert.match(
    value,
    new RegExp(`${banspread("counts", "--date", "2019-05-15").match(/2019-05-15,(\d+)/)?.[1]} governments ban`),
  );
});

ask("What changed from 20 October 2019 to 20 October 2020?", async () => {
  const lines = banspread("changes", "--from", "2019-10-20", "--to", "2020-10-20").trim().split("\n").slice(1);
  const expected = lines.map((line) => line.match(/^\S+ +([^:]+):/)?.[1]);
  await tabToName(TIMELINE);
  await goTo("2020-10-20");
  await tabToName("Compare");
  await widget.press(Key.ENTER);
  await widget.until("two days are compared", ({ comparing }) => comparing);
  await tabToName("Compared date on the timeline");
  await goTo("2019-10-20");
  const { titles } = await rows();
  assert.equal(titles.length, expected.length);
  assert.deepEqual(titles.toSorted(), expected.toSorted());
});

ask("Since when has Sweden banned it?", async () => {
  await tabToName(TIMELINE);
  await goTo(LAST);
  const expected = `Sweden: ${describe(LAST).standing.Sweden.replaceAll(" · ", ", ")}`;
  await tile("Sweden");
  await until(expected, ({ name }) => name === expected);
});

ask("Who acts in Norway, and which source says so?", async () => {
  /** @type {{entities: {id: string, name: string, status: string, acts_in: string[], sources: any[]}[]}} */
  const { entities } = JSON.parse(banspread("describe", "--json"));
  const acting = entities.filter((entity) => entity.acts_in.includes("NO") && entity.status !== "no-data");
  const [norway] = entities.filter(({ id }) => id === "NO");
  await tabToName(TIMELINE);
  await goTo(LAST);
  await tile("Norway");
  await widget.press(Key.ENTER);
  await until("Norway's history is open", ({ name, role }) => name === "Norway" && role === "group");
  const parts = await walk();
  for (const { name } of acting)
    assert.ok(
      parts.some((part) => part.name.startsWith(`${name} `)),
      name,
    );
  const links = parts.filter(({ role }) => role === "link");
  const linked = norway.sources.filter(({ url }) => url);
  for (const { outlet } of linked)
    assert.ok(
      links.some(({ name }) => name.startsWith(outlet)),
      outlet,
    );
});

ask("What is the last change?", async () => {
  const changes = banspread("changes", "--from", "1900-01-01", "--to", "2100-01-01");
  // Not in the order of time.
  const last =
    [...changes.matchAll(/\((\d{4}-\d\d-\d\d),/g)]
      .map(([, day]) => day)
      .sort()
      .at(-1) ?? "";
  await tabToName(TIMELINE);
  await widget.press(Key.END);
  await widget.press(Key.ARROW_LEFT);
  await until(`the timeline is on ${last}`, (part) => dayOf(part) === Date.parse(last));
  assert.equal(await holds(), describe(last).spoken);
});

ask("What does the third step of the tour say?", async () => {
  await tabTo("the tour", ({ name }) => name.startsWith("Start the tour"));
  await widget.press(...times(3, Key.ENTER));
  const [, , { title, text, date }] = TOUR;
  const { spoken } = describe(date);
  await waitUntil(async () => (await heard()).endsWith(`${title}. ${text}`), "the step is read");
  await tabToName(TIMELINE);
  assert.equal(await holds(), spoken);
});

ask("Who can still decide at the end?", async () => {
  const lines = Object.entries(describe(LAST).standing).filter(([, standing]) =>
    standing.startsWith("Power or review"),
  );
  await tabToName(TIMELINE);
  await widget.press(Key.END);
  await tabTo("a status", ({ name }) => name.endsWith("can still decide"));
  await widget.press(Key.ENTER);
  // The list of the tiles has the same name.
  await tabTo("the tabs", ({ role, name }) => role === "tab" && name === "Map");
  await widget.press(Key.END);
  await until("the table is shown", ({ role, name }) => role === "tab" && name === "Table");
  await tabTo("the last head of the table", ({ name }) => name === "Earlier statuses");
  const names = new Set(lines.map(([name]) => name));
  const parts = (await walk()).filter(({ role }) => role === "button");
  const end = parts.findIndex(({ name }) => name === "Play");
  assert.ok(end > 0, "after the table comes the bar with the timeline");
  const found = parts.slice(0, end).map(({ name }) => name);
  assert.deepEqual(found.toSorted(), [...names].toSorted());
});

ask("What is the whole story?", async () => {
  const story = banspread("describe", "--story").trim();
  await tabToName(TIMELINE);
  await widget.press(Key.END, Key.ARROW_LEFT);
  await until("a change lies behind", (part) => dayOf(part) < Date.parse(LAST));
  await tabToName("Play");
  await widget.press(Key.ENTER);
  await waitUntil(async () => (await heard()).includes(story), "the story is read");
});
