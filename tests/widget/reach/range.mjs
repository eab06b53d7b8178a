/** The timeline as a range: its numbers, and who can set them. */

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { useBrowser } from "../session.mjs";
import { oneEngine } from "../tiers.mjs";
import { mountSample } from "../widget.mjs";

const session = useBrowser();

const DAY = 86_400_000;
const dayOf = (/** @type {string} */ iso) => Date.parse(iso) / DAY;
const PAIR = { date: "2020-12-31", compare: "2020-03-01" };

oneEngine("the range counts days, so that assistive technology cannot announce a percentage", async () => {
  const widget = await mountSample(session.driver, PAIR);
  const numbers = (/** @type {Host} */ { shadowRoot }) => {
    /** @type {NodeListOf<HTMLInputElement>} */
    const ranges = shadowRoot.querySelectorAll(".range");
    return [...ranges].map(({ min, max, value, step }) => [min, max, value, step].map(Number));
  };
  const ends = [dayOf("2020-01-01"), dayOf("2020-12-31")];
  const [date, other] = await widget.run(numbers);
  assert.deepEqual(date, [...ends, dayOf("2020-12-31"), 1]);
  assert.deepEqual(other, [...ends, dayOf("2020-03-01"), 1]);
});

oneEngine("either handle accepts a value of assistive technology", async () => {
  const widget = await mountSample(session.driver, PAIR);
  await widget.run(setRange, ".range", dayOf("2020-10-02"));
  await widget.run(setRange, ".range.compared", dayOf("2020-08-19"));
  const state = await widget.until("both are taken", ({ comparing }) => comparing?.date === "2020-08-19");
  assert.equal(state.date, "2020-10-02");
});

oneEngine("Home, End and Page keys move the handle with the focus and not the other", async () => {
  const widget = await mountSample(session.driver, PAIR);
  await widget.focus(".range.compared");
  const goes = async (/** @type {string} */ key, /** @type {string} */ to) => {
    await widget.press(key);
    await widget.until(`it is at ${to}`, ({ comparing, date }) => comparing?.date === to && date === PAIR.date);
  };
  await goes(Key.PAGE_UP, "2020-04-01");
  await goes(Key.PAGE_DOWN, "2020-01-01");
  await goes(Key.END, "2020-12-31");
  await goes(Key.PAGE_DOWN, "2020-10-01");
  await goes(Key.HOME, "2020-01-01");
});

/**
 * Runs in the page.
 * @param {Host} host
 * @param {string} selector
 * @param {number} value
 */
function setRange({ shadowRoot }, selector, value) {
  /** @type {HTMLInputElement} */
  const range = shadowRoot.querySelector(selector);
  range.value = String(value);
  range.dispatchEvent(new Event("input", { bubbles: true }));
}
