/** The drawn picture: inside the column at every width, and in the right colours. */

import assert from "node:assert/strict";
import { SIZE, useBrowser } from "../session.mjs";
import { eachEngine, fault, oneEngine } from "../tiers.mjs";
import { mount, mountSample } from "../widget.mjs";

const session = useBrowser();

for (const [claim, widths] of /** @type {const} */ ([
  [eachEngine, [280, 480, 780, 1400]],
  [oneEngine, [320, 360, 414, 479, 560, 640, 720, 779, 900, 960, 1100, 1250]],
]))
  claim(`at ${widths.join(", ")} px everything fits into the column, and no controls overlap`, async (t) => {
    t.after(() => session.driver.manage().window().setRect(SIZE));
    await session.driver
      .manage()
      .window()
      .setRect({ ...SIZE, width: 1500 });
    const widget = await mount(session.driver, { attributes: { date: "2020-07-15", compare: "2019-09-15" } });
    await widget.ready();
    await widget.run((host) => (host.selected = "CA"));
    for (const width of widths) {
      await widget.run((host, width) => {
        host.closest("#stage").style.maxWidth = "none";
        host.closest("#stage").style.width = `${width}px`;
      }, width);
      await widget.until(`the map is drawn as wide as the stage at ${width} px`, () => widget.run(isDrawn, width));
      const { page, figure, beyond, overlaps } = await widget.run(readFit);
      assert.ok(page <= 0, `at ${width} px the page scrolls sideways by ${page} px`);
      assert.ok(figure <= 0, `at ${width} px the figure is ${figure} px too narrow`);
      assert.deepEqual(beyond, [], `at ${width} px`);
      assert.deepEqual(overlaps, [], `at ${width} px`);
    }
  });

eachEngine("the height is the same on every date, so that playback moves nothing below", async () => {
  const widget = await mountSample(session.driver);
  const height = (/** @type {Host} */ host) => host.getBoundingClientRect().height;
  const heights = new Set();
  for (const date of ["2020-01-01", "2020-02-10", "2020-05-01", "2020-08-20", "2020-12-31"]) {
    await widget.run((host, date) => (host.date = date), date);
    await widget.until(`the date is ${date}`, (state) => state.date === date);
    heights.add(await widget.run(height));
  }
  assert.equal(heights.size, 1, [...heights].join(", "));
});

eachEngine(
  "a tile, the timeline and the swatches are painted, and a tile changes its colour with its status",
  async () => {
    const widget = await mountSample(session.driver, { date: "2020-02-09" });
    const blank = await widget.run(readInk);
    for (const [canvas, inked] of Object.entries(blank.inked)) assert.ok(inked, canvas);
    await widget.run((host) => (host.date = "2020-02-10"));
    await widget.until("France is coloured", async () => (await widget.run(readInk)).france === "110,11,42");
    assert.notEqual(blank.france, "110,11,42");
  },
);

oneEngine("every canvas with statuses differs between light and dark", async () => {
  const widget = await mountSample(session.driver, { theme: "light" });
  const light = await widget.run(readPictures);
  await widget.run((host) => (host.theme = "dark"));
  await widget.until("the first picture differs", async () => (await widget.run(readPictures))[0] !== light[0]);
  const dark = await widget.run(readPictures);
  light.forEach((picture, n) => assert.notEqual(picture, dark[n], `canvas ${n}`));
});

eachEngine("an element that is shown later is drawn then", async () => {
  const widget = await mount(session.driver, { attributes: { src: "sample.json", hidden: "" } });
  await widget.until("the element is defined", () => true);
  await widget.run((host) => (host.hidden = false));
  await widget.ready();
  assert.ok((await widget.run(readMapWidth)) > 0);
  assert.ok((await widget.run(readInk)).inked[".map canvas"]);
});

/**
 * Runs in the page.
 * @param {Host} host
 */
function readMapWidth({ shadowRoot }) {
  return shadowRoot.querySelector(".map canvas").getBoundingClientRect().width;
}

/**
 * Runs in the page: whether the map has the width of the stage, which is that of the column or has the details beside
 * it.
 * @param {Host} host
 * @param {number} width
 */
function isDrawn({ shadowRoot }, width) {
  const [root, stage, map] = [".root", ".stage", ".map canvas"].map((part) => {
    return shadowRoot.querySelector(part).getBoundingClientRect().width;
  });
  return root === width && map === Math.floor(stage) && (width < 840 ? stage === width : stage < width);
}

/**
 * Runs in the page: elements that stick out, and controls that overlap.
 * @param {Host} host
 */
function readFit({ shadowRoot }) {
  const figure = shadowRoot.querySelector(".figure");
  const { left, right } = figure.getBoundingClientRect();
  const all = [...shadowRoot.querySelectorAll("button, .field, .status, .sentence, .date, .entry")];
  // Content that only the search of the browser can find has a place before it is shown.
  const boxes = all
    .filter((it) => it.checkVisibility())
    .map((it) => ({ name: it.className, box: it.getBoundingClientRect() }));
  const beyond = boxes.filter(({ box }) => box.left < left - 3 || box.right > right + 1).map(({ name }) => name);
  const buttons = boxes.filter(({ name }) => /button|field|status/.test(name));
  const overlaps = buttons.flatMap(({ name, box: a }, n) => {
    return buttons
      .slice(n + 1)
      .filter(({ box: b }) => {
        return a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
      })
      .map((other) => `${name} and ${other.name}`);
  });
  const page = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  return { page, figure: figure.scrollWidth - figure.clientWidth, beyond, overlaps };
}

fault(eachEngine, "a canvas that the browser has lost and restored", "it is drawn again", async () => {
  const widget = await mountSample(session.driver, { date: "2020-06-01" });
  const before = await widget.run(readPictures);
  await widget.run(({ shadowRoot }) => {
    /** @type {NodeListOf<HTMLCanvasElement>} */
    const canvases = shadowRoot.querySelectorAll(".map canvas, .timeline canvas");
    for (const canvas of canvases) {
      canvas.getContext("2d")?.reset();
      canvas.dispatchEvent(new Event("contextrestored"));
    }
  });
  await widget.until("the pictures are back", async () => (await widget.run(readPictures)).join() === before.join());
});

/**
 * Runs in the page: whether canvases are painted, and the colour of the tile of France.
 * @param {Host} host
 */
function readInk({ shadowRoot }) {
  /** @param {string} selector @returns {HTMLCanvasElement} */
  const find = (selector) => shadowRoot.querySelector(selector);
  /** @param {HTMLCanvasElement} canvas @param {[x: number, y: number, width: number, height: number]} area */
  const read = (canvas, ...area) => {
    const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    return [...pen.getImageData(...area).data];
  };
  /** @type {Record<string, boolean>} */
  const inked = {};
  for (const selector of [".map canvas", ".timeline canvas", ".cursor", ".legend canvas"]) {
    const canvas = find(selector);
    inked[selector] = read(canvas, 0, 0, canvas.width, canvas.height).some((value) => value > 0);
  }
  const map = find(".map canvas");
  const [box, tile] = [map, find("#tile-FR")].map((it) => it.getBoundingClientRect());
  const ratio = map.width / box.width;
  const [x, y] = [tile.left - box.left + 4, tile.top - box.top + 4].map((place) => Math.round(place * ratio));
  return { inked, france: read(map, x, y, 1, 1).slice(0, 3).join() };
}

/**
 * Runs in the page.
 * @param {Host} host
 */
function readPictures({ shadowRoot }) {
  /** @type {NodeListOf<HTMLCanvasElement>} */
  const canvases = shadowRoot.querySelectorAll(".map canvas, .timeline canvas, .legend canvas");
  return [...canvases].map((canvas) => canvas.toDataURL());
}
