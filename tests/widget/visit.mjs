/** A full visit: everything that a reader can do with an element, and everything that its page can do. */

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { hover, stroke } from "./gestures.mjs";
import { engine } from "./session.mjs";

const EVENTS = "/tests/widget/pages/events.csv";

/**
 * Does everything once, and asserts that it works.
 * @param {import("./widget.mjs").Widget} widget  of the built-in dataset
 * @param {object} [where]
 * @param {boolean} [where.frame]  whether the page is in a frame, in which the mouse must be moved in another way
 */
export async function visit(widget, { frame = false } = {}) {
  await widget.ready();
  if (!frame || engine === "chromium") await drag(widget);
  // WebKit's driver sends no keys to the page of a frame, and its mouse misses the position there.
  if (!frame || engine !== "webkit") await useKeys(widget);
  else widget.click = (selector) => widget.run(clickPart, selector);
  await widget.run((host) => (host.date = "2019"));
  await play(widget);
  await compare(widget);
  await tour(widget);
  await choose(widget);
  await print(widget);
  await followPage(widget);
  await widget.run((host, src) => (host.src = src), EVENTS);
  await widget.until("the table is shown", ({ title }) => title === "Who has which status, and since when");
}

/**
 * Runs in the page.
 * @param {Host} host
 * @param {string} selector
 */
function clickPart(host, selector) {
  host.shadowRoot.querySelector(selector).click();
}

/** @param {Widget} widget */
async function drag(widget) {
  const { left, top, width, height } = await widget.box(".range");
  const at = (/** @type {number} */ share) => ({ x: left + share * width, y: top + height / 2 });
  const { date } = await widget.state();
  await stroke(widget.driver, [at(0.9), at(0.7), at(0.5)]);
  await widget.until("the drag takes the date along", (state) => state.date < date);
  await hover(widget.driver, at(0.2));
  await widget.until("the tooltip is there", ({ tip }) => tip);
}

/** @param {Widget} widget */
async function useKeys(widget) {
  await widget.focus(".range");
  await widget.press(Key.HOME);
  const { date } = await widget.until("the first day is there", ({ range }) => range.value === range.min);
  await widget.click(".next");
  await widget.until("the next change is there", (state) => state.date > date);
  await widget.focus(".tiles");
  await widget.press(Key.END, Key.ENTER);
  await widget.until("a history is open", ({ history }) => history);
  await widget.press(Key.ESCAPE);
}

/** @param {Widget} widget */
async function play(widget) {
  const { date } = await widget.until("there is a way to go", ({ next }) => next);
  await widget.click(".play");
  await widget.until("the date runs", (state) => state.play === "Pause" && state.date > date);
  await widget.click(".play");
  await widget.until("the date stands", (state) => state.play === "Play");
}

/** @param {Widget} widget */
async function compare(widget) {
  await widget.click(".compare");
  await widget.until("two days are compared", ({ comparing }) => comparing);
  await widget.click(".compare");
  await widget.until("one day is shown", ({ comparing }) => !comparing);
}

/** @param {Widget} widget */
async function tour(widget) {
  const step = (/** @type {Host} */ { shadowRoot }) =>
    shadowRoot.querySelector(".step:not([aria-hidden=true])")?.textContent ?? "";
  await widget.click(".tour .start");
  await widget.until("the tour has begun", ({ tour }) => tour?.some((words) => words.startsWith("1 of")));
  const first = await widget.run(step);
  await widget.run(({ shadowRoot }) => shadowRoot.querySelector("[aria-label='Next step']").click());
  await widget.until("the next step is there", async () => (await widget.run(step)) !== first);
  await widget.click(".tour .end");
}

/** @param {Widget} widget */
async function choose(widget) {
  await widget.click("[data-status=banned]");
  await widget.until("one status is shown", ({ legend }) => legend.some(({ pressed }) => pressed === "true"));
  await widget.click("[data-status=banned]");
  await widget.click(".groups-tab");
  await widget.until("the groups are shown", ({ view }) => view === "groups");
  await widget.click(".map-tab");
  await widget.run((host) => (host.selected = "GB"));
  await widget.until("the history is there", ({ history }) => history?.name === "United Kingdom");
}

/** @param {Widget} widget */
async function print(widget) {
  const scheme = await widget.run((host) => {
    dispatchEvent(new Event("beforeprint"));
    const { scheme } = host.shadowRoot.querySelector(".root").dataset;
    dispatchEvent(new Event("afterprint"));
    return scheme;
  });
  assert.equal(scheme, "light");
}

/** @param {Widget} widget */
async function followPage(widget) {
  for (const [name, value] of [
    ["theme", "dark"],
    ["lang", "de"],
    ["date", "2020-07-14"],
  ]) {
    await widget.run((host, name, value) => host.setAttribute(name, value), name, value);
  }
  await widget.until("it is dark and German", ({ scheme, headline }) => scheme === "dark" && headline.includes("Juli"));
}
