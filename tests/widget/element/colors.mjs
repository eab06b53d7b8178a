/** The colours of the page in the drawn picture. */

import assert from "node:assert/strict";
import { emulate, useBrowser } from "../session.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";
import { mountSample } from "../widget.mjs";

const session = useBrowser();

const ACCENTS = ["#c8143c", "oklch(0.6 0.2 150)", "color-mix(in srgb, red, blue)", "rgb(0 90 200 / 0.999)"];
eachEngine("the handle of the timeline has the publisher's accent, in any CSS notation", async () => {
  const widget = await mountSample(session.driver);
  for (const accent of ACCENTS) {
    await widget.run((host, accent) => host.style.setProperty("--ban-spread-accent", accent), accent);
    await widget.until(`the handle is ${accent}`, () => widget.run(hasCursorInk, accent));
  }
});

oneEngine("the drawn picture has the background of the page", async () => {
  const widget = await mountSample(session.driver, { compare: "2020-03-01" });
  await session.driver.executeScript(() => (document.body.style.background = "#fff1e0"));
  // The handle of the compared day is a ring.
  await widget.until("the handle is filled with the page", () => widget.run(hasCursorInk, "#fff1e0"));
});

oneEngine("with forced colours the handle has a colour of the system", async (t) => {
  const widget = await mountSample(session.driver);
  await widget.run((host) => host.style.setProperty("--ban-spread-accent", "#c8143c"));
  await widget.until("the handle is the publisher's", () => widget.run(hasCursorInk, "#c8143c"));
  await emulate(t, [{ name: "forced-colors", value: "active" }]);
  await widget.until("the handle is the system's", () => widget.run(hasCursorInk, "Highlight"));
  assert.ok(!(await widget.run(hasCursorInk, "#c8143c")));
});

/**
 * Runs in the page: whether pixels above the timeline have a colour, which the browser itself computes.
 * @param {Host} host
 * @param {string} colour
 */
function hasCursorInk({ shadowRoot }, colour) {
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.cssText = `color: ${colour}; forced-color-adjust: none`;
  const brush = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(1, 1).getContext("2d"));
  for (const fill of ["white", getComputedStyle(probe).color]) {
    brush.fillStyle = fill;
    brush.fillRect(0, 0, 1, 1);
  }
  probe.remove();
  const wanted = brush.getImageData(0, 0, 1, 1).data;
  /** @type {HTMLCanvasElement} */
  const cursor = shadowRoot.querySelector(".cursor");
  const pen = /** @type {CanvasRenderingContext2D} */ (cursor.getContext("2d"));
  const { data } = pen.getImageData(0, 0, cursor.width, cursor.height);
  let found = 0;
  for (let n = 0; n < data.length; n += 4) {
    if (data[n + 3] === 255 && [0, 1, 2].every((m) => Math.abs(data[n + m] - wanted[m]) <= 1)) found++;
  }
  return found > 20;
}
