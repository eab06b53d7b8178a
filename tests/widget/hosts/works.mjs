/** Asserts that the element can be used with mouse and keys. */

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { stroke } from "../gestures.mjs";

/** @typedef {import("../widget.mjs").Widget} Widget */

/**
 * Asserts that a drag, keys and clicks work as on any page.
 * @param {Widget} widget
 */
export async function assertWorks(widget) {
  await assertDrags(widget);
  const { date } = await widget.state();
  await widget.press(Key.ARROW_RIGHT);
  const next = await widget.until("a key goes to the next change", (state) => state.date > date);
  await widget.press(Key.ARROW_LEFT, Key.ARROW_LEFT);
  await widget.until("a key goes back", (state) => state.date < next.date);
  await clickTile(widget, "FR");
  await widget.until("a click on a tile opens its history", ({ history }) => history?.name === "France");
  await widget.click(".back");
  await widget.until("a click closes it", ({ history }) => !history);
}

/**
 * Asserts that the date is at the position of the mouse.
 * @param {Widget} widget
 */
export async function assertDrags(widget) {
  const { left, top, width, height } = await widget.box(".ring");
  const at = (/** @type {number} */ share) => ({
    x: Math.round(left + share * width),
    y: Math.round(top + height / 2),
  });
  await stroke(widget.driver, [at(0.2), at(0.4), at(0.7)]);
  const { min, max } = (await widget.state()).range;
  const wanted = min + ((at(0.7).x - left) / width) * (max - min);
  // A pixel is several days wide.
  const near = (max - min) / width + 1;
  await widget.until("the date is where the drag ended", ({ range }) => Math.abs(range.value - wanted) <= near);
}

/**
 * Clicks the middle of a tile.
 * @param {Widget} widget
 * @param {string} id
 */
async function clickTile(widget, id) {
  const point = await widget.middle(`#tile-${id}`);
  assert.ok(point.x > 0 && point.y > 0);
  await stroke(widget.driver, [point]);
}
