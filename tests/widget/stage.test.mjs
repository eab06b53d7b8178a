/** The stage: everything that is needed to watch the spread is on the screen at once, and the figure is compact. */

import assert from "node:assert/strict";
import { stroke } from "./gestures.mjs";
import { engine, open, useBrowser } from "./session.mjs";
import { eachEngine, oneEngine } from "./tiers.mjs";
import { mount, Widget } from "./widget.mjs";

const session = useBrowser();

/** Viewports with the width of the element in them, and the least share of the map that is seen while the date is dragged. */
const SCREENS = /** @type {const} */ ([
  [390, 664, 350, 1],
  [360, 560, 320, 0.85],
  [768, 900, 680, 1],
  [1280, 720, 960, 1],
  [1920, 1000, 1200, 1],
]);

/** Widths of the element, and the greatest heights of element and stage; null for any. */
const HEIGHTS = /** @type {const} */ ([
  [350, 1000, null],
  [360, 1000, null],
  [680, 760, 660],
  [840, null, 680],
  [960, null, 680],
  [1200, null, 680],
  [1400, null, 680],
]);

/**
 * Gives the page's viewport a size: windows of drivers have edges, and a least width.
 * @param {import("node:test").TestContext} t
 * @param {number} width
 * @param {number} height
 */
async function resize(t, width, height) {
  const { driver } = session;
  const window = driver.manage().window();
  const before = await window.getRect();
  t.after(() => window.setRect(before));
  if (engine === "chromium") {
    const metrics = { width, height, deviceScaleFactor: 1, mobile: false };
    t.after(() => driver.sendDevToolsCommand("Emulation.clearDeviceMetricsOverride", {}));
    await driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", metrics);
    return;
  }
  await window.setRect({ width, height });
  // A window manager takes its time, so that the edges may be known only later.
  const fits = async () => {
    const [across, down] = await driver.executeScript(() => [innerWidth, innerHeight]);
    // Windows have a least width: a wider one does no harm, as the column has a width of its own.
    if (across >= width && down === height) return true;
    const rect = await window.getRect();
    await window.setRect({ width: rect.width + width - across, height: rect.height + height - down });
    return false;
  };
  await driver.wait(fits, 10_000, "the window has its size", 300);
}

/**
 * The whole figure in a column of a width.
 * @param {number} width
 */
async function mountAt(width) {
  const widget = await mount(session.driver, { attributes: { date: "2020-10-20" } });
  await widget.ready();
  await widget.run((host, width) => {
    document.documentElement.style.overflowX = "hidden";
    Object.assign(host.style, { width: `${width}px`, maxWidth: "none" });
  }, width);
  await widget.until(`the figure is ${width} px wide`, async () => (await widget.run(tilesWidth)) <= width);
  await widget.frames(4);
  return widget;
}

/**
 * Runs in the page.
 * @param {Host} host
 */
function tilesWidth(host) {
  return Math.max(host.clientWidth, host.shadowRoot.querySelector(".map canvas").clientWidth);
}

/**
 * Runs in the page: boxes of what has to be seen while the date moves, and the height of the viewport.
 * @param {Host} host
 */
function seen({ shadowRoot }) {
  const box = (/** @type {string} */ selector) => shadowRoot.querySelector(selector).getBoundingClientRect().toJSON();
  const day = shadowRoot.querySelector(".today").getBoundingClientRect().height > 2 ? ".today" : ".date";
  return { map: box(".map"), date: box(day), range: box(".range"), play: box(".play"), height: innerHeight };
}

for (const [width, height, column, least] of SCREENS) {
  eachEngine(
    `at ${width} x ${height}, map, date and timeline are seen together while the date is dragged`,
    async (t) => {
      await resize(t, width, height);
      const widget = await mountAt(column);
      // Wide figures have the date above the map.
      await widget.run(({ shadowRoot }, narrow) => {
        const top = shadowRoot.querySelector(narrow ? ".map" : ".headline").getBoundingClientRect().top;
        document.documentElement.style.minHeight = "4000px";
        scrollTo(0, scrollY + top);
      }, column < 480);
      await widget.frames(4);
      const before = await widget.run(seen);
      const at = (/** @type {number} */ share) => ({
        x: before.range.left + share * before.range.width,
        y: before.range.top + before.range.height / 2,
      });
      await stroke(session.driver, [at(0.9), at(0.5)]);
      await widget.until("the date has gone back", ({ date }) => date < "2020-10-20");
      const { map, date, range, play, height: room } = await widget.run(seen);
      for (const box of [date, range, play]) assert.ok(box.top >= -1 && box.bottom <= room + 1, JSON.stringify(box));
      const covered = column < 480 ? Math.min(map.bottom, range.top, date.top) : Math.min(map.bottom, room);
      const share = (covered - Math.max(map.top, 0)) / map.height;
      assert.ok(share >= least - 0.01, `${share} of the map`);
    },
  );
}

for (const [width, most, stage] of HEIGHTS) {
  eachEngine(`a figure ${width} px wide is no higher than it should be`, async () => {
    const widget = await mountAt(width);
    const height = await widget.run((host) => host.getBoundingClientRect().height);
    const part = await widget.run(
      ({ shadowRoot }) => shadowRoot.querySelector(".stage").getBoundingClientRect().height,
    );
    if (most !== null) assert.ok(height <= most, `${height} px`);
    if (stage !== null) assert.ok(part <= stage, `${part} px of stage`);
  });
}

oneEngine("on the day of a change the tooltip of its tile says so", async () => {
  const widget = await mount(session.driver, { attributes: { date: "2020-10-19" } });
  await widget.ready();
  await widget.run((host) => (host.date = "2020-10-20"));
  await widget.until("the day is there", ({ date }) => date === "2020-10-20");
  await stroke(session.driver, [await widget.middle("#tile-SE")]);
  const { tip } = await widget.until("the tooltip is there", ({ tip }) => tip);
  assert.ok(tip?.includes("Changed on this day"), String(tip));
});

oneEngine("the key opens below its button, and names a corner of a tile", async () => {
  const widget = await mount(session.driver);
  await widget.ready();
  const key = () =>
    widget.run(({ shadowRoot }) => {
      const lines = shadowRoot.querySelector(".key");
      return lines.checkVisibility() ? lines.innerText : "";
    });
  assert.equal(await key(), "");
  await widget.click(".key-button");
  assert.match(await key(), /Coloured corner/);
  await widget.click(".key-button");
  assert.equal(await key(), "");
});

eachEngine("a date is chosen by a button with a calendar, which is a field while it has the focus", async () => {
  const widget = await mount(session.driver, { attributes: { date: "2020-10-20" } });
  await widget.ready();
  const looks = () =>
    widget.run(({ shadowRoot }) => {
      const field = shadowRoot.querySelector(".field.day");
      return { opacity: getComputedStyle(field).opacity, wide: field.clientWidth > 100 };
    });
  assert.deepEqual(await looks(), { opacity: "0", wide: false });
  await widget.focus(".field.day");
  assert.deepEqual(await looks(), { opacity: "1", wide: true });
});

eachEngine(
  "in a frame as tall as the page the bar of phones is above the map, else at the bottom of the screen",
  async () => {
    await open(session.driver, "/tests/widget/pages/article.html?width=500");
    await new Widget(session.driver).ready();
    const places = (/** @type {number} */ height) =>
      session.driver.executeAsyncScript(
        (/** @type {number} */ height, /** @type {(places: object) => void} */ done) => {
          const frame = document.createElement("iframe");
          Object.assign(frame, { src: "/pkg/embed.html?theme=light", width: 360, height });
          const wait = () => {
            const root = frame.contentDocument?.querySelector("ban-spread")?.shadowRoot;
            if (root?.querySelector(".root").dataset.state !== "ready") {
              setTimeout(wait, 50);
              return;
            }
            setTimeout(() => {
              const [bar, map] = [".bar", ".map"].map((name) => root.querySelector(name).getBoundingClientRect());
              done({
                above: bar.bottom <= map.top + 1,
                bottom: Math.round(frame.clientHeight - bar.bottom),
              });
              frame.remove();
            }, 800);
          };
          document.body.prepend(frame);
          wait();
        },
        height,
      );
    assert.equal((await places(1100)).above, true);
    assert.deepEqual(await places(500), { above: false, bottom: 0 });
  },
);
