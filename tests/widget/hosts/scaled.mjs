/** Pages that are magnified, by their reader or by themselves. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { engine, SIZE, start, useBrowser } from "../session.mjs";
import { addSheet, assertFits, mountOn } from "./portrait.mjs";
import { assertDrags, assertWorks } from "./works.mjs";

const session = useBrowser();

const SCALES = {
  "that its page zooms to double size": "#stage { zoom: 2; width: 360px }",
  "that its page shrinks to half its size": "#stage { transform: scale(.5); transform-origin: 0 0; width: 720px }",
};

for (const [name, css] of Object.entries(SCALES)) {
  test(`a figure ${name} fits, and the mouse meets what it points at`, async () => {
    const { driver } = session;
    const widget = await mountOn(driver, () => addSheet(driver, css));
    await assertFits(widget);
    await assertWorks(widget);
  });
}

test("at a zoom of 400 % nothing has to be scrolled sideways, and the date can be dragged", async (t) => {
  const zoomed = await zoom(t);
  const widget = await mountOn(zoomed, () => addSheet(zoomed, "body { margin: 0 }"));
  const width = await zoomed.executeScript(() => innerWidth);
  assert.ok(width <= 330, `the window is ${width} px wide`);
  await assertFits(widget);
  await assertDrags(widget);
});

/** A browser whose window is 1280 px wide at a zoom of 400 %, or in WebKit, which cannot zoom, a narrow column. */
async function zoom(t) {
  if (engine === "chromium") {
    const metrics = { width: 320, height: 256, deviceScaleFactor: 4, mobile: false };
    await session.driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", metrics);
    t.after(() => session.driver.sendDevToolsCommand("Emulation.clearDeviceMetricsOverride"));
    return session.driver;
  }
  const driver = engine === "firefox" ? await start(4) : session.driver;
  t.after(() => (driver === session.driver ? driver.manage().window().setRect(SIZE) : driver.quit()));
  await driver.manage().window().setRect({ ...SIZE, width: 320 });
  return driver;
}
