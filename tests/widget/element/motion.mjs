/** Tiles that fade from one colour to the next, and no frames afterwards. */

import assert from "node:assert/strict";
import { emulate, open, useBrowser } from "../session.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";
import { mountMore, mountSample, SAMPLE } from "../widget.mjs";

/** @typedef {import("../widget.mjs").Widget} Widget */

const session = useBrowser();

const NEW = "110,11,42";

eachEngine("a tile fades over a few frames, and then no frame is requested", async () => {
  await open(session.driver, "/tests/widget/pages/counting.html");
  // A frame takes 16 ms, however slow the machine is: a fade can be over before the second of two slow frames.
  await session.driver.executeScript(() => {
    const frame = window.requestAnimationFrame;
    let now = 0;
    window.requestAnimationFrame = (run) => frame(() => run((now += 16)));
  });
  const widget = await mountMore(session.driver, { attributes: { src: SAMPLE, date: "2020-02-09" } });
  await widget.ready();
  const seen = await colours(widget, 40);
  assert.equal(seen.at(-1), NEW);
  assert.ok(seen.length > 2, `the tile was ${seen.join(" and ")}`);
  const frames = () => session.driver.executeScript(() => window.counted.frames);
  const before = await frames();
  await widget.frames(10);
  assert.equal(await frames(), before);
});

oneEngine("with reduced motion a tile has its new colour at once", async (t) => {
  const widget = await mountSample(session.driver, { date: "2020-02-09" });
  await emulate(t, [{ name: "prefers-reduced-motion", value: "reduce" }]);
  await widget.frames(5);
  const seen = await colours(widget, 20);
  assert.deepEqual([seen.length, seen.at(-1)], [2, NEW]);
});

/**
 * The colours of the tile of France in each frame, while the date moves to that of its ban.
 * @param {Widget} widget
 * @param {number} frames
 */
function colours(widget, frames) {
  return widget.run(async (host, frames) => {
    /** @type {HTMLCanvasElement} */
    const canvas = host.shadowRoot.querySelector(".map canvas");
    const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    const [map, tile] = [canvas, host.shadowRoot.getElementById("tile-FR")].map((it) => it.getBoundingClientRect());
    const ratio = canvas.width / map.width;
    const [x, y] = [tile.left - map.left + 4, tile.top - map.top + 4].map((place) => Math.round(place * ratio));
    const frame = window.counted?.frame ?? requestAnimationFrame;
    /** @type {string[]} */
    const seen = [];
    for (let n = 0; n <= frames; n++) {
      const colour = [...pen.getImageData(x, y, 1, 1).data].slice(0, 3).join();
      if (seen.at(-1) !== colour) seen.push(colour);
      if (n === 0) host.date = "2020-02-10";
      await new Promise(frame);
    }
    return seen;
  }, frames);
}
