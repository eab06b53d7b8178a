/** Every way to another date: drag, tap, keys, buttons, field, film. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Key } from "selenium-webdriver";
import { hover, stroke } from "../gestures.mjs";
import { engine, open, useBrowser } from "../session.mjs";
import { mountSample, Widget } from "../widget.mjs";

const session = useBrowser();

const fingers = { skip: engine === "webkit" && "this driver turns a finger into a mouse" };

test("a drag on the timeline takes the date along", async () => {
  const widget = await mountSample(session.driver);
  const { at, dayAt } = await timeline(widget);
  await stroke(session.driver, [at(0.2), at(0.3), at(0.45), at(0.6)]);
  const state = await widget.until("the date is where the drag ended", ({ range }) => near(range.value, dayAt(at(0.6))));
  const changes = await widget.events("change");
  assert.equal(state.field, state.date);
  assert.equal(changes.at(-1).date, state.date);
  assert.ok(changes.length > 1, "the date follows while the pointer moves");
  const dates = changes.map(({ date }) => date);
  assert.deepEqual(dates, [...new Set(dates)].sort(), "each date is told once, in the order of the drag");
});

test("a drag that leaves the timeline stays with it, and stops at its ends", async () => {
  const widget = await mountSample(session.driver);
  const { at, range } = await timeline(widget);
  const away = { x: at(0.5).x, y: at(0).y - 150 };
  await stroke(session.driver, [at(0.8), away, { x: 2, y: away.y }]);
  await widget.until("the first day is shown", ({ range: { value } }) => value === range.min);
});

test("a mouse that is let go drags no further", async () => {
  const widget = await mountSample(session.driver);
  const { at, dayAt } = await timeline(widget);
  await stroke(session.driver, [at(0.4), at(0.5)]);
  await widget.until("the date is where the drag ended", ({ range }) => near(range.value, dayAt(at(0.5))));
  await hover(session.driver, at(0.9));
  const state = await widget.until("the tooltip tells of another date", ({ tip }) => tip);
  assert.ok(near(state.range.value, dayAt(at(0.5))));
});

test("a click on the timeline goes to that date", async () => {
  const widget = await mountSample(session.driver);
  const { at, dayAt } = await timeline(widget);
  await stroke(session.driver, [at(0.25)]);
  await widget.until("the date is the one under the pointer", ({ range }) => near(range.value, dayAt(at(0.25))));
});

test("a tap of a finger goes to that date", fingers, async () => {
  const widget = await mountSample(session.driver);
  const { at, dayAt } = await timeline(widget);
  await stroke(session.driver, [at(0.75)], "touch");
  await widget.until("the date is the one under the finger", ({ range }) => near(range.value, dayAt(at(0.75))));
});

test("a finger that goes sideways scrubs", fingers, async () => {
  const widget = await mountSample(session.driver);
  const { at, dayAt } = await timeline(widget);
  await stroke(session.driver, [at(0.3), at(0.35), at(0.5)], "touch");
  await widget.until("the date is where the finger was lifted", ({ range }) => near(range.value, dayAt(at(0.5))));
});

test("vertical swipes belong to the page", async () => {
  const widget = await mountSample(session.driver);
  assert.equal(await widget.run((host) => getComputedStyle(host.shadowRoot.querySelector(".timeline")).touchAction), "pan-y");
});

const swipes = { skip: engine !== "chromium" && "this driver's fingers do not scroll" };
test("a swipe that starts on the timeline scrolls the page and leaves the date alone", swipes, async () => {
  const widget = await mountSample(session.driver);
  const { at } = await timeline(widget);
  const { date } = await widget.state();
  const start = at(0.3);
  const before = await session.driver.executeScript(() => scrollY);
  await stroke(session.driver, [start, { x: start.x, y: start.y - 60 }, { x: start.x, y: start.y - 200 }], "touch");
  await widget.until("the page has scrolled", () => session.driver.executeScript((y) => scrollY > y + 50, before));
  assert.equal((await widget.state()).date, date);
});

const KEYS = [
  ["the left arrow", Key.ARROW_LEFT, "2020-02-10"],
  ["the down arrow", Key.ARROW_DOWN, "2020-02-10"],
  ["the right arrow", Key.ARROW_RIGHT, "2020-05-01"],
  ["the up arrow", Key.ARROW_UP, "2020-05-01"],
  ["Page Up", Key.PAGE_UP, "2020-05-31"],
  ["End", Key.END, "2020-12-31"],
];

for (const [name, key, date] of KEYS) {
  test(`on the timeline, ${name} goes from 1 March to ${date}`, async () => {
    const widget = await mountSample(session.driver, { date: "2020-03-01" });
    await widget.focus(".range");
    await widget.press(key);
    await widget.until(`the date is ${date}`, (state) => state.date === date && state.field === date);
    assert.equal((await widget.events("change")).at(-1).date, date);
  });
}

test("on the timeline, Shift makes the arrows go day by day", async () => {
  const widget = await mountSample(session.driver, { date: "2020-03-01" });
  await widget.focus(".range");
  await widget.pressShifted(Key.ARROW_LEFT);
  await widget.until("the day before is shown", ({ date }) => date === "2020-02-29");
  await widget.pressShifted(Key.ARROW_UP, Key.ARROW_RIGHT, Key.ARROW_RIGHT, Key.ARROW_DOWN);
  await widget.until("the arrows have added up", ({ date }) => date === "2020-03-02");
});

test("on the timeline, Home goes to the first day and Page Down no further", async () => {
  const widget = await mountSample(session.driver);
  await widget.focus(".range");
  await widget.press(Key.HOME);
  await widget.until("the first day is shown", ({ range }) => range.value === range.min);
  await widget.press(Key.PAGE_DOWN, Key.ARROW_UP);
  await widget.until("the first change is shown", ({ date }) => date === "2020-02-10");
});

test("the buttons step from change to change, and say where there is none left", async () => {
  const widget = await mountSample(session.driver);
  for (const date of ["2020-10-01", "2020-08-20", "2020-05-01", "2020-02-10"]) {
    assert.ok((await widget.state()).previous);
    await widget.click(".previous");
    await widget.until(`the date is ${date}`, (state) => state.date === date);
  }
  await widget.until("no change lies before", ({ previous, next }) => !previous && next);
  await widget.click(".next");
  await widget.until("the next change is shown", ({ date, previous }) => date === "2020-05-01" && previous);
});

test("a button at its end keeps the focus and does nothing", async () => {
  const widget = await mountSample(session.driver, { date: "2020-08-20" });
  await widget.focus(".next");
  await widget.press(Key.ENTER);
  await widget.until("the last change is shown", ({ date, next }) => date === "2020-10-01" && !next);
  await widget.press(Key.ENTER, Key.SPACE);
  assert.ok(await widget.run((host) => host.shadowRoot.activeElement === host.shadowRoot.querySelector(".next")));
  assert.equal((await widget.state()).date, "2020-10-01");
});

test("a date typed into the field is shown", async () => {
  const widget = await mountSample(session.driver);
  await widget.focus(".next");
  // Month, day and year are fields of their own; in WebKit the next one waits for a dash.
  await widget.press(Key.TAB, ...(engine === "webkit" ? "03-15-2020" : "03152020"), Key.TAB);
  const state = await widget.until("the date is the typed one", ({ date }) => date === "2020-03-15");
  assert.equal(state.headline, "15 March 2020");
});

test("the field knows the first and the last day", async () => {
  const widget = await mountSample(session.driver);
  const { min, max } = await widget.run((host) => {
    const { min, max } = host.shadowRoot.querySelector(".field");
    return { min, max };
  });
  await widget.focus(".range");
  await widget.press(Key.HOME);
  assert.equal((await widget.until("the first day is shown", ({ date }) => date === min)).range.value, (await widget.state()).range.min);
  await widget.press(Key.END);
  await widget.until("the last day is shown", ({ date }) => date === max);
});

test("play lets the date run, pause lets it stand, and the button says which", async () => {
  const widget = await mountSample(session.driver, { date: "2020-02-01" });
  assert.equal((await widget.state()).play, "Play");
  await widget.click(".play");
  await widget.until("the date has moved on", ({ date, play }) => date > "2020-02-10" && play === "Pause");
  await widget.click(".play");
  const stopped = await widget.until("the date stands", ({ play }) => play === "Play");
  const changes = await widget.events("change");
  assert.ok(changes[0].playing);
  assert.equal(changes.at(-1).playing, false);
  assert.ok(stopped.date < "2020-12-31");
  await frames(20);
  assert.equal((await widget.state()).date, stopped.date);
});

test("the film stops at the end and starts over from the beginning", async () => {
  const widget = await mountSample(session.driver, { date: "2020-12-20" });
  await widget.click(".play");
  await widget.until("the film is over", ({ date, play }) => date === "2020-12-31" && play === "Play");
  await widget.click(".play");
  await widget.until("the film has begun again", ({ date, play }) => date < "2020-12-01" && play === "Pause");
});

test("a key on the timeline ends the film", async () => {
  const widget = await mountSample(session.driver, { date: "2020-02-01" });
  await widget.click(".play");
  await widget.until("the film runs", ({ play }) => play === "Pause");
  await widget.focus(".range");
  await widget.press(Key.ARROW_RIGHT);
  await widget.until("the film has stopped", ({ play }) => play === "Play");
});

test("pointing at the timeline tells what happened there", async () => {
  const widget = await mountSample(session.driver, { date: "2020-03-01" });
  const { atDay } = await timeline(widget);
  await hover(session.driver, atDay(Date.UTC(2020, 7, 20) / 86_400_000));
  const { tip } = await widget.until("the tooltip is there", ({ tip }) => tip);
  assert.ok(tip.includes("20 August 2020"), tip);
  assert.ok(tip.includes("Germany bans it after all"), tip);
});

const longTasks = { skip: engine !== "chromium" && "this engine does not report long tasks" };
test("the browser reports what a drag costs", longTasks, async (t) => {
  await open(session.driver, "/");
  const widget = new Widget(session.driver);
  await widget.ready();
  const { at } = await timeline(widget);
  await session.driver.executeScript(() => {
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map(({ duration }) => duration)))
      .observe({ type: "longtask" });
  });
  const points = Array.from({ length: 30 }, (_, n) => at(0.1 + (0.8 * n) / 29));
  await stroke(session.driver, points);
  await frames(5);
  const tasks = await session.driver.executeScript(() => window.tasks);
  t.diagnostic(`tasks above 50 ms while dragging: ${tasks.length === 0 ? "none" : tasks.map(Math.round).join(", ")}`);
});

/** Lets the page draw so many frames. */
function frames(count) {
  return session.driver.executeAsyncScript((count, done) => {
    const next = () => (count-- > 0 ? requestAnimationFrame(next) : done());
    next();
  }, count);
}

/** Places on the timeline: `at` a share of its width, and the day that a place stands for. */
async function timeline(widget) {
  const { left, top, width, height } = await widget.box(".ring");
  const { range } = await widget.state();
  const span = range.max - range.min;
  const y = top + height / 2;
  return {
    range,
    at: (share) => ({ x: Math.round(left + share * width), y: Math.round(y) }),
    atDay: (day) => ({ x: Math.round(left + ((day - range.min) / span) * width), y: Math.round(y) }),
    dayAt: ({ x }) => range.min + ((x - left) / width) * span,
  };
}

/** Within the days that fit into a pixel, rounded. */
function near(day, wanted) {
  return Math.abs(day - wanted) <= 1.5;
}
