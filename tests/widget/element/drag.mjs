/** The timeline under a mouse and under a finger. */

import assert from "node:assert/strict";
import { hover, stroke } from "../gestures.mjs";
import { engine, useBrowser } from "../session.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";
import { mount, mountSample } from "../widget.mjs";

/** @typedef {import("../widget.mjs").Widget} Widget */

const session = useBrowser();

const fingers = { skip: engine === "webkit" && "this driver turns a finger into a mouse" };
eachEngine("a drag on the timeline moves the date", async () => {
  const widget = await mountSample(session.driver);
  const { at, dayAt } = await timeline(widget);
  await stroke(session.driver, [at(0.2), at(0.3), at(0.45), at(0.6)]);
  const state = await widget.until("it is where the drag ended", ({ range }) => near(range.value, dayAt(at(0.6))));
  assert.equal(state.field, state.date);
  const datesOf = async (/** @type {string} */ name) => (await widget.events(name)).map(({ date }) => date);
  const shown = await datesOf("input");
  assert.equal(shown.at(-1), state.date);
  assert.ok(shown.length > 1, "the date follows while the pointer moves");
  assert.deepEqual(shown, [...new Set(shown)].sort(), "each date is told once, in the order of the drag");
  assert.deepEqual(await datesOf("beforechange"), shown, "each is asked about once");
  await widget.until("the pointer has let go", async () => (await datesOf("change")).length > 0);
  assert.deepEqual(await datesOf("change"), [state.date], "the drag is one change");
});

eachEngine("a drag that leaves the timeline goes on, and stops at its ends", async () => {
  const widget = await mountSample(session.driver);
  const { at, range } = await timeline(widget);
  const away = { x: at(0.5).x, y: at(0).y - 150 };
  await stroke(session.driver, [at(0.8), away, { x: 2, y: away.y }]);
  await widget.until("the first day is shown", ({ range: { value } }) => value === range.min);
});

oneEngine("a released mouse drags no further", async () => {
  const widget = await mountSample(session.driver);
  const { at, dayAt } = await timeline(widget);
  await stroke(session.driver, [at(0.4), at(0.5)]);
  await widget.until("the date is where the drag ended", ({ range }) => near(range.value, dayAt(at(0.5))));
  await hover(session.driver, at(0.9));
  const state = await widget.until("the tooltip tells of another date", ({ tip }) => tip);
  assert.ok(near(state.range.value, dayAt(at(0.5))));
});

oneEngine("a click on the timeline goes to that date", async () => {
  const widget = await mountSample(session.driver);
  const { at, dayAt } = await timeline(widget);
  await stroke(session.driver, [at(0.25)]);
  await widget.until("the date is the one under the pointer", ({ range }) => near(range.value, dayAt(at(0.25))));
});

eachEngine("a tap of a finger goes to that date", fingers, async () => {
  const widget = await mountSample(session.driver);
  const { at, dayAt } = await timeline(widget);
  await stroke(session.driver, [at(0.75)], "touch");
  await widget.until("the date is the one under the finger", ({ range }) => near(range.value, dayAt(at(0.75))));
});

eachEngine("a finger that moves sideways scrubs", fingers, async () => {
  const widget = await mountSample(session.driver);
  const { at, dayAt } = await timeline(widget);
  await stroke(session.driver, [at(0.3), at(0.35), at(0.5)], "touch");
  await widget.until("the date is where the finger was lifted", ({ range }) => near(range.value, dayAt(at(0.5))));
});

eachEngine("vertical swipes scroll the page", async () => {
  const widget = await mountSample(session.driver);
  const touchAction = (/** @type {Host} */ host) =>
    getComputedStyle(host.shadowRoot.querySelector(".timeline")).touchAction;
  assert.equal(await widget.run(touchAction), "pan-y");
});

// Touches of other drivers do not scroll.
oneEngine("a swipe that starts on the timeline scrolls the page and does not change the date", async () => {
  const widget = await mountSample(session.driver);
  const { at } = await timeline(widget);
  const { date } = await widget.state();
  const start = at(0.3);
  const before = await session.driver.executeScript(() => scrollY);
  await stroke(session.driver, [start, { x: start.x, y: start.y - 60 }, { x: start.x, y: start.y - 200 }], "touch");
  await widget.until("the page has scrolled", () => session.driver.executeScript((y) => scrollY > y + 50, before));
  assert.equal((await widget.state()).date, date);
});

oneEngine("the tooltip of the timeline shows what happened there", async () => {
  const widget = await mountSample(session.driver, { date: "2020-03-01" });
  const { atDay } = await timeline(widget);
  await hover(session.driver, atDay(Date.UTC(2020, 7, 20) / 86_400_000));
  const { tip } = await widget.until("the tooltip is there", ({ tip }) => tip);
  const words = String(tip);
  assert.match(words, /20 August 2020/);
  assert.match(words, /Germany bans it after all/);
});

// Other engines do not report long tasks. On an idle machine no task is longer than 50 ms.
oneEngine("a drag through the whole story causes no task longer than half a second", async (t) => {
  const widget = await mount(session.driver);
  await widget.ready();
  const { at } = await timeline(widget);
  await session.driver.executeScript(() => {
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: "longtask",
    });
  });
  await stroke(
    session.driver,
    Array.from({ length: 12 }, (_, n) => at(0.1 + (0.8 * n) / 11)),
  );
  await widget.frames(5);
  const tasks = (await session.driver.executeScript(() => window.tasks)).map(Math.round);
  t.diagnostic(`tasks above 50 ms while dragging: ${tasks.join(", ") || "none"}`);
  assert.deepEqual(
    tasks.filter((task) => task > 500),
    [],
  );
});

/**
 * Positions on the timeline: `at` is a share of its width, with the day of that position.
 * @param {Widget} widget
 */
async function timeline(widget) {
  const { left, top, width, height } = await widget.box(".ring");
  const { range } = await widget.state();
  const span = range.max - range.min;
  const y = top + height / 2;
  return {
    range,
    at: (/** @type {number} */ share) => ({ x: Math.round(left + share * width), y: Math.round(y) }),
    atDay: (/** @type {number} */ day) => ({
      x: Math.round(left + ((day - range.min) / span) * width),
      y: Math.round(y),
    }),
    dayAt: (/** @type {{x: number}} */ { x }) => range.min + ((x - left) / width) * span,
  };
}

/**
 * Within the number of days in a pixel, rounded.
 * @param {number} day
 * @param {number} wanted
 */
function near(day, wanted) {
  return Math.abs(day - wanted) <= 1.5;
}
