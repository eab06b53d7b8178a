/** The tooltip, as WCAG 1.4.13 requires: it can be dismissed, a pointer can move onto it, and it stays. */

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { hover, stroke } from "../gestures.mjs";
import { useBrowser } from "../session.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";
import { mountSample } from "../widget.mjs";

/** @typedef {import("../widget.mjs").Widget} Widget */

const session = useBrowser();

eachEngine("a mouse can move from a tile to its tooltip without losing it", async () => {
  const widget = await mountSample(session.driver);
  const start = await widget.middle("#tile-ZA");
  await hover(session.driver, start);
  const { tip } = await widget.until("the tooltip is there", ({ tip }) => tip);
  const box = await boxOf(widget, ".tip");
  const [from, to] = [start.y, Math.round(box.top + box.height / 2)];
  assert.ok(to < from);
  for (let y = from; y >= to; y -= 3) {
    await move(session.driver, { x: start.x, y });
    await widget.frames(2);
    assert.deepEqual((await widget.state()).tip, tip, `at ${from - y} px above the middle of the tile`);
  }
  await widget.frames(10);
  assert.deepEqual((await widget.state()).tip, tip, "it stays while the mouse is on it");
  await move(session.driver, { x: 2, y: 2 });
  await widget.until("it goes with the mouse", ({ tip }) => !tip);
});

oneEngine("a mouse can move from the timeline to its tooltip without losing it", async () => {
  const widget = await mountSample(session.driver);
  const start = await widget.middle(".ring");
  const top = (await boxOf(widget, ".ring")).top;
  await hover(session.driver, { x: start.x, y: Math.round(top + 4) });
  const { tip } = await widget.until("the tooltip is there", ({ tip }) => tip);
  const box = await boxOf(widget, ".tip");
  for (let y = Math.round(top + 4); y >= box.top + box.height / 2; y -= 3) {
    await move(session.driver, { x: start.x, y });
    await widget.frames(2);
    assert.deepEqual((await widget.state()).tip, tip);
  }
  await move(session.driver, { x: 2, y: 2 });
  await widget.until("it goes with the mouse", ({ tip }) => !tip);
});

oneEngine("Escape dismisses the tooltip while pointer and focus stay, until there is another target", async () => {
  const widget = await mountSample(session.driver);
  const france = await widget.middle("#tile-FR");
  await hover(session.driver, france);
  await widget.until("the tooltip is there", ({ tip }) => tip);
  await widget.press(Key.ESCAPE);
  await widget.until("it is gone", ({ tip }) => !tip);
  await move(session.driver, { x: france.x + 2, y: france.y + 2 });
  await widget.run((host) => (host.date = "2020-06-01"));
  await widget.until("the date has moved", ({ date }) => date === "2020-06-01");
  await widget.frames(3);
  assert.equal((await widget.state()).tip, null, "neither the same tile nor a new date brings it back");
  await hover(session.driver, await widget.middle("#tile-DE"));
  await widget.until("another tile does", ({ tip }) => tip?.[0] === "Germany");
});

eachEngine("the tooltip of the focus stays until Escape, with the pointer far away", async () => {
  const widget = await mountSample(session.driver);
  await hover(session.driver, { x: 2, y: 2 });
  await widget.focus(".tiles");
  await widget.type("germ", ({ tip }) => tip?.[1].startsWith("Banned"));
  await widget.run((host) => (host.date = "2020-06-01"));
  await widget.until("it follows the date", ({ tip }) => tip?.[1].startsWith("Permitted"));
  await widget.press(Key.ESCAPE);
  const { focus } = await widget.until("it is gone", ({ tip }) => !tip);
  assert.match(`${focus}`, /^Germany/);
  await widget.press(Key.ARROW_DOWN);
  await widget.until("the next tile tells again", ({ tip }) => tip && tip[0] !== "Germany");
});

eachEngine("a press elsewhere closes the tooltip, a press on the tooltip does not", async () => {
  const widget = await mountSample(session.driver);
  const start = await widget.middle("#tile-ZA");
  await hover(session.driver, start);
  await widget.until("the tooltip is there", ({ tip }) => tip);
  const box = await boxOf(widget, ".tip");
  await stroke(session.driver, [{ x: start.x, y: box.top + box.height / 2 }]);
  await widget.frames(3);
  const { tip, history } = await widget.state();
  assert.ok(tip && !history);
  await stroke(session.driver, [{ x: 2, y: 2 }]);
  await widget.until("it is gone", ({ tip }) => !tip);
});

/**
 * The position of a part, without scrolling to it.
 * @param {Widget} widget
 * @param {string} selector
 */
function boxOf(widget, selector) {
  return widget.run(({ shadowRoot }, selector) => {
    const { left, top, width, height } = shadowRoot.querySelector(selector).getBoundingClientRect();
    return { left, top, width, height };
  }, selector);
}

/**
 * @param {import("selenium-webdriver").WebDriver} driver
 * @param {{x: number, y: number}} point
 */
function move(driver, { x, y }) {
  return driver
    .actions({ async: true })
    .move({ x: Math.round(x), y: Math.round(y), duration: 0 })
    .perform();
}
