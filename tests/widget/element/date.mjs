/** Ways to another date without a drag: keys, buttons, the date field. */

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { engine, useBrowser } from "../session.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";
import { mountSample } from "../widget.mjs";

const session = useBrowser();

const KEYS = /** @type {const} */ ([
  [eachEngine, "the left arrow", Key.ARROW_LEFT, "2020-02-10"],
  [oneEngine, "the down arrow", Key.ARROW_DOWN, "2020-02-10"],
  [oneEngine, "the right arrow", Key.ARROW_RIGHT, "2020-05-01"],
  [oneEngine, "the up arrow", Key.ARROW_UP, "2020-05-01"],
  [eachEngine, "Page Up", Key.PAGE_UP, "2020-04-01"],
  [oneEngine, "Page Down", Key.PAGE_DOWN, "2020-01-01"],
  [oneEngine, "End", Key.END, "2020-12-31"],
]);

for (const [claim, name, key, date] of KEYS) {
  claim(`on the timeline, ${name} goes from 1 March to ${date}`, async () => {
    const widget = await mountSample(session.driver, { date: "2020-03-01" });
    await widget.focus(".range");
    await widget.press(key);
    await widget.until(`the date is ${date}`, (state) => state.date === date && state.field === date);
    assert.equal((await widget.events("change")).at(-1).date, date);
  });
}

eachEngine("on the timeline, Shift makes the arrow keys move by days", async () => {
  const widget = await mountSample(session.driver, { date: "2020-03-01" });
  await widget.focus(".range");
  await widget.pressShifted(Key.ARROW_LEFT);
  await widget.until("the day before is shown", ({ date }) => date === "2020-02-29");
  await widget.pressShifted(Key.ARROW_UP, Key.ARROW_RIGHT, Key.ARROW_RIGHT, Key.ARROW_DOWN);
  await widget.until("the arrows have added up", ({ date }) => date === "2020-03-02");
});

oneEngine("on the timeline, Home goes to the first day and Page Down goes no further", async () => {
  const widget = await mountSample(session.driver);
  await widget.focus(".range");
  await widget.press(Key.HOME);
  await widget.until("the first day is shown", ({ range }) => range.value === range.min);
  await widget.press(Key.PAGE_DOWN, Key.ARROW_UP);
  await widget.until("the first change is shown", ({ date }) => date === "2020-02-10");
});

oneEngine("the buttons go from change to change, and are disabled at the last one", async () => {
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

eachEngine("a disabled button keeps the focus and does nothing", async () => {
  const widget = await mountSample(session.driver, { date: "2020-08-20" });
  await widget.focus(".next");
  await widget.press(Key.ENTER);
  await widget.until("the last change is shown", ({ date, next }) => date === "2020-10-01" && !next);
  await widget.press(Key.ENTER, Key.SPACE);
  assert.ok(await widget.run((host) => host.shadowRoot.activeElement === host.shadowRoot.querySelector(".next")));
  assert.equal((await widget.state()).date, "2020-10-01");
});

eachEngine("a date typed into the field is shown", async () => {
  const widget = await mountSample(session.driver);
  await widget.focus(".compare");
  // Month, day and year are separate fields. In WebKit a dash moves to the next one.
  await widget.press(Key.TAB, ...(engine === "webkit" ? "03-15-2020" : "03152020"), Key.TAB);
  const state = await widget.until("the date is the typed one", ({ date }) => date === "2020-03-15");
  assert.equal(state.headline, "15 March 2020");
});

oneEngine("the field has the first and the last day as its limits", async () => {
  const widget = await mountSample(session.driver);
  const { min, max } = await widget.run((host) => {
    /** @type {HTMLInputElement} */
    const { min, max } = host.shadowRoot.querySelector(".field.day");
    return { min, max };
  });
  await widget.focus(".range");
  await widget.press(Key.HOME);
  await widget.until("the first day is shown", ({ date, range }) => date === min && range.value === range.min);
  await widget.press(Key.END);
  await widget.until("the last day is shown", ({ date }) => date === max);
});
