/** Pixels: one pixel of a canvas for each pixel of the screen. */

import assert from "node:assert/strict";
import { startSecond } from "./second-browser.mjs";
import { assertSilent, engine, useBrowser } from "./session.mjs";
import { eachEngine } from "./tiers.mjs";
import { mountSample } from "./widget.mjs";

/** @typedef {import("node:test").TestContext} TestContext */

const session = useBrowser();

/** The ratios that each engine can have. WebKit has that of its screen. @type {Record<string, number[]>} */
const RATIOS = { chromium: [1, 1.25, 1.5, 2, 3], firefox: [1.25, 2], webkit: [1] };

for (const ratio of [1, 1.25, 1.5, 2, 3]) {
  const skip = !RATIOS[engine].includes(ratio) && "this engine is not tested with it";
  eachEngine(
    `at a pixel ratio of ${ratio} no pixel of a canvas covers parts of several screen pixels`,
    { skip },
    async (t) => {
      const driver = await driverAt(t, ratio);
      const widget = await mountSample(driver);
      assert.equal(await driver.executeScript(() => devicePixelRatio), ratio);
      const shown = await canvases(widget);
      assert.ok(shown.length >= 3, `${shown.length} canvases`);
      for (const canvas of shown) assert.ok(isCrisp(canvas, ratio), JSON.stringify(canvas));
      await assertSilent(driver);
    },
  );
}

const zoom = { skip: engine !== "chromium" && "this driver cannot change the pixel ratio of an open page" };
eachEngine("a page that moves to a screen with another pixel ratio is drawn again for it", zoom, async (t) => {
  const widget = await mountSample(session.driver);
  for (const [n, ratio] of [2, 1.5, 3, 1].entries()) {
    await setRatio(t, ratio, 1000 + n);
    const fine = async () => (await canvases(widget)).every((canvas) => isCrisp(canvas, ratio));
    await widget.until(`the canvases are for a ratio of ${ratio}`, fine);
  }
});

/**
 * A browser with a pixel ratio: that of all tests if it can have the ratio, otherwise a second one.
 * @param {TestContext} t
 * @param {number} ratio
 * @returns {Promise<WebDriver>}
 */
async function driverAt(t, ratio) {
  if (engine === "chromium") await setRatio(t, ratio, 1000);
  if (engine !== "firefox") return session.driver;
  const { driver, end } = await startSecond({ ratio });
  t.after(end);
  return driver;
}

/**
 * Sets the pixel ratio of a page in Chromium. Chromium evaluates media queries again only if the size changes as well.
 * @param {TestContext} t
 * @param {number} ratio
 * @param {number} width
 */
async function setRatio(t, ratio, width) {
  t.after(() => session.driver.sendDevToolsCommand("Emulation.clearDeviceMetricsOverride", {}));
  const metrics = { width, height: 800, deviceScaleFactor: ratio, mobile: false };
  await session.driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", metrics);
}

/**
 * Whether the pixels of canvas and screen coincide over the whole canvas.
 * @param {{columns: number, rows: number, width: number, height: number}} canvas
 * @param {number} ratio
 */
function isCrisp({ columns, rows, width, height }, ratio) {
  return columns > 0 && rows > 0 && Math.abs(width * ratio - columns) < 0.05 && Math.abs(height * ratio - rows) < 0.05;
}

/**
 * Every visible canvas: its own pixels, and its size on the page in CSS pixels.
 * @param {Widget} widget
 */
function canvases(widget) {
  return widget.run(({ shadowRoot }) => {
    const shown = [...shadowRoot.querySelectorAll("canvas")].filter((canvas) => canvas.getClientRects().length > 0);
    return shown.map((canvas) => {
      const { width, height } = canvas.getBoundingClientRect();
      return { columns: canvas.width, rows: canvas.height, width, height };
    });
  });
}
