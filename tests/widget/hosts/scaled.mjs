/** Pages that are magnified by the reader or by themselves. */

import assert from "node:assert/strict";
import { engine, useBrowser } from "../session.mjs";
import { addSheet, assertFits, mountOn } from "./portrait.mjs";
import { assertDrags, assertWorks } from "./works.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";

const session = useBrowser();

/** The number of CSS pixels that remain of 1280 at a zoom of 400 %. */
const ZOOMED = 320;
/** The number of these pixels that the scroll bar of the window can take. */
const SCROLLBAR = 20;

const SCALES = {
  "that its page zooms to double size": "#stage { zoom: 2; width: 360px }",
  "that its page shrinks to half its size": "#stage { transform: scale(.5); transform-origin: 0 0; width: 720px }",
};

for (const [name, css] of Object.entries(SCALES)) {
  eachEngine(`a figure ${name} fits, and the mouse reaches the tile at its position`, async (t) => {
    const { driver } = session;
    const widget = await mountOn(driver, () => addSheet(driver, css));
    await assertFits(widget);
    if (css.includes("zoom") && engine === "webkit") return t.skip("WebKit tells places in pixels of its own here");
    await assertWorks(widget);
  });
}

// Other drivers cannot zoom.
oneEngine("at a zoom of 400 % nothing scrolls sideways, and the date can be dragged", async (t) => {
  const { driver } = session;
  await zoom(t);
  const css = `body { margin: 0 } main { max-width: ${ZOOMED}px }`;
  const widget = await mountOn(driver, () => addSheet(driver, css));
  const { width } = await widget.box(".map canvas");
  assert.ok(width > ZOOMED - SCROLLBAR && width <= ZOOMED, `${width} px wide`);
  await assertFits(widget);
  await assertDrags(widget);
});

/**
 * The width that a window of 1280 px has at 400 %.
 * @param {import("node:test").TestContext} t
 */
async function zoom(t) {
  const metrics = { width: ZOOMED, height: 256, deviceScaleFactor: 4, mobile: false };
  await session.driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", metrics);
  t.after(() => session.driver.sendDevToolsCommand("Emulation.clearDeviceMetricsOverride"));
}
