/** Pixels: one of a canvas for each of the screen's. */

import assert from "node:assert/strict";
import { engine, start } from "./session.mjs";
import { eachEngine } from "./tiers.mjs";
import { mountSample } from "./widget.mjs";

// WebKit's ratio is that of its screen, which is 1 here.
const RATIOS = { chromium: [1, 1.25, 1.5, 2, 3], firefox: [1.25, 2], webkit: [1] }[engine];

for (const ratio of RATIOS) {
  eachEngine(`at a pixel ratio of ${ratio} no pixel of a canvas is spread over others`, async () => {
    await withBrowser(ratio, async (driver) => {
      const widget = await mountSample(driver);
      assert.equal(await driver.executeScript(() => devicePixelRatio), ratio);
      for (const canvas of await canvases(widget)) assert.ok(isCrisp(canvas, ratio), JSON.stringify(canvas));
    });
  });
}

const zoom = { skip: engine !== "chromium" && "this driver cannot change the pixel ratio of an open page" };
eachEngine("a page that comes to a screen of another pixel ratio is drawn anew for it", zoom, async () => {
  await withBrowser(1, async (driver) => {
    const widget = await mountSample(driver);
    for (const [n, ratio] of [2, 1.5, 3, 1].entries()) {
      // Chromium looks at its media queries again once the size differs as well.
      const metrics = { width: 1000 + n, height: 800, deviceScaleFactor: ratio, mobile: false };
      await driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", metrics);
      const fine = async () => (await canvases(widget)).every((canvas) => isCrisp(canvas, ratio));
      await widget.until(`the canvases are for a ratio of ${ratio}`, fine);
    }
  });
});

async function withBrowser(ratio, run) {
  const driver = await start({ ratio });
  try {
    await run(driver);
  } finally {
    await driver.quit();
  }
}

/** Whether canvas pixels and screen pixels stay together over the whole canvas. */
function isCrisp({ columns, rows, width, height }, ratio) {
  return columns > 0 && rows > 0 && Math.abs(width * ratio - columns) < 0.05 && Math.abs(height * ratio - rows) < 0.05;
}

/** Every canvas shown: its own pixels, and its size on the page in CSS pixels. */
function canvases(widget) {
  return widget.run(({ shadowRoot }) => {
    const shown = [...shadowRoot.querySelectorAll("canvas")].filter((canvas) => canvas.getClientRects().length > 0);
    return shown.map((canvas) => {
      const { width, height } = canvas.getBoundingClientRect();
      return { columns: canvas.width, rows: canvas.height, width, height };
    });
  });
}
