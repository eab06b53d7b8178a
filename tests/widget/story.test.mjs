/** A story that is driven by scrolling: a short script of the page, and readers who use the wheel or keys. */

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { engine, open, useBrowser } from "./session.mjs";
import { eachEngine } from "./tiers.mjs";
import { Widget } from "./widget.mjs";

const session = useBrowser();

/** @type {[claim: string, holds: (state: State) => unknown][]} */
const STEPS = [
  ["nobody bans it", ({ date, tour }) => date === "2020-01-15" && tour?.length === 1],
  ["the tour begins", ({ date, tour }) => date === "2020-02-10" && tour?.includes("France begins")],
  ["its second step", ({ date, tour }) => date === "2020-05-01" && tour?.includes("Germany has another view")],
  ["one history", ({ date, history }) => date === "2020-08-20" && history?.name === "Germany"],
  ["two days", ({ date, comparing, history }) => date === "2020-12-31" && comparing?.date === "2020-01-15" && !history],
];

async function openStory() {
  await open(session.driver, "/tests/widget/pages/story/");
  const widget = new Widget(session.driver);
  await widget.ready();
  await widget.until(...STEPS[0]);
  return widget;
}

/**
 * Scrolls until the widget shows a step. Each scroll waits for its end, because pages often scroll smoothly.
 * @param {Widget} widget
 * @param {[claim: string, holds: (state: State) => unknown]} step
 * @param {() => Promise<void>} scroll
 */
async function scrollTo(widget, [claim, holds], scroll) {
  await widget.until(claim, async (state) => {
    if (holds(state)) return true;
    await scroll();
    await session.driver.executeAsyncScript(rest);
    return false;
  });
}

/**
 * Runs in the page: waits until the page has not moved for twenty frames.
 * @param {() => void} done
 */
function rest(done) {
  let [last, still] = [scrollY, 0];
  const look = () => {
    still = scrollY === last ? still + 1 : 0;
    last = scrollY;
    if (still < 20) requestAnimationFrame(look);
    else done();
  };
  look();
}

eachEngine("a reader with a keyboard sees each step, forward and backward", async () => {
  const widget = await openStory();
  for (const step of STEPS) await scrollTo(widget, step, () => widget.press(Key.PAGE_DOWN));
  for (const step of STEPS.slice(0, -1).reverse()) await scrollTo(widget, step, () => widget.press(Key.PAGE_UP));
  assert.deepEqual(await widget.events("error"), []);
});

const wheels = { skip: engine === "webkit" && "this driver has no wheel" };
eachEngine("a wheel over the map scrolls the page and the story", wheels, async () => {
  const widget = await openStory();
  const turn = () => /** @type {any} */ (session.driver.actions()).scroll(300, 300, 0, 400).perform();
  for (const step of STEPS) await scrollTo(widget, step, turn);
  const top = await widget.run((host) => Math.round(host.getBoundingClientRect().top));
  assert.equal(top, 0, "the map stays in sight");
});

eachEngine("the demo's map shows the day, the place and the status of each step", async () => {
  const { driver } = session;
  await open(driver, "/");
  const map = new Widget(driver, 1);
  await map.run((host) => host.scrollIntoView({ behavior: "instant" }));
  await map.ready();
  const steps = await driver.executeScript(() => {
    return [...document.querySelectorAll(".step")].map((step) => Object.assign({}, Object(step).dataset));
  });
  assert.ok(steps.length > 1);
  for (const [n, { date, selected = null, filter = null }] of steps.entries()) {
    await driver.executeScript((n) => {
      document.querySelectorAll(".step .card")[n].scrollIntoView({ block: "center", behavior: "instant" });
    }, n);
    await map.until(`step ${n} is shown and marked`, async () => {
      const shown = await map.run((host) => [host.date, host.selected, host.filter]);
      const marked = await driver.executeScript(() => {
        return [...document.querySelectorAll(".step")].map((step) => step.hasAttribute("data-shown"));
      });
      return String(shown) === String([date, selected, filter]) && marked.indexOf(true) === n;
    });
  }
});
