/** Little space: narrow columns, high zoom, wide text, thumbs. */

import assert from "node:assert/strict";
import { startSecond } from "../second-browser.mjs";
import { engine, SIZE, useBrowser } from "../session.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";
import { mount } from "../widget.mjs";

const session = useBrowser();

/** @type {[string, Record<string, string>, (host: Host) => void][]} */
const STATES = [
  ["as it begins", {}, () => {}],
  ["comparing", { compare: "2019-09-15" }, () => {}],
  ["with a history", {}, (host) => (host.selected = "GB")],
  ["on a tour", {}, (host) => (host.step = 2)],
  ["with the groups", {}, (host) => (host.view = "groups")],
  ["with the table", {}, (host) => (host.view = "table")],
];
/** States with the layouts in which engines differ most. */
const VARIES = ["comparing, rtl", "with the table, ltr"];
for (const [what, attributes, act] of STATES) {
  for (const dir of ["ltr", "rtl"]) {
    const claim = VARIES.includes(`${what}, ${dir}`) ? eachEngine : oneEngine;
    claim(`${what}, ${dir}: at 320 and 360 px targets have 24 px, and nothing sticks out`, async () => {
      const widget = await mountNarrow({ date: "2020-07-15", ...attributes }, dir);
      await widget.run(act);
      await widget.frames(3);
      for (const width of [320, 360]) {
        await widget.run((host, width) => (host.closest("#stage").style.width = `${width}px`), width);
        await widget.until(`the pictures follow to ${width} px`, () => widget.run(isDrawn, width));
        assert.deepEqual(await widget.run(readSmall), [], `too small at ${width} px`);
        assert.deepEqual(await widget.run(readBeyond), [], `beyond ${width} px`);
      }
    });
  }
}

/**
 * Runs in the page: whether the timeline, which every view shows, has the width of the column.
 * @param {Host} host
 * @param {number} width
 */
function isDrawn({ shadowRoot }, width) {
  const [root, timeline, canvas] = [".root", ".timeline", ".timeline canvas"].map((part) => {
    return shadowRoot.querySelector(part).getBoundingClientRect().width;
  });
  return root === width && canvas === Math.floor(timeline);
}

const SPACING = `* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important }
  p { margin-bottom: 2em !important }`;
for (const [claim, width] of /** @type {const} */ ([
  [eachEngine, 320],
  [oneEngine, 720],
])) {
  claim(`with the widest spacing that a reader may set, no words are cut off at ${width} px`, async () => {
    const widget = await mountNarrow({ date: "2020-07-15", compare: "2019-09-15" }, "ltr", width);
    await widget.run(({ shadowRoot }, css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
    }, SPACING);
    for (const compare of ["2019-09-15", ""]) {
      await widget.run((host, day) => (host.compare = day), compare);
      await widget.frames(3);
      assert.deepEqual(await widget.run(readCut), []);
      assert.deepEqual(await widget.run(readBeyond), []);
    }
  });
}

for (const [claim, width] of /** @type {const} */ ([
  [eachEngine, 350],
  [oneEngine, 680],
  [eachEngine, 960],
])) {
  claim(`with text twice as large, nothing is cut off, sticks out or overlaps at ${width} px`, async () => {
    const widget = await mountNarrow({ date: "2020-07-15" }, "ltr", width);
    const usual = await widget.run(readText);
    await widget.run((host) => (host.closest("#stage").style.fontSize = "32px"));
    const grown = async () => (await widget.run(readText)).timeline > usual.timeline;
    await widget.until("the texts of the picture follow", grown);
    assert.equal((await widget.run(readText)).font, 2 * usual.font);
    for (const compare of ["", "2019-09-15"]) {
      await widget.run((host, day) => (host.compare = day), compare);
      await widget.frames(3);
      assert.deepEqual(await widget.run(readCut), []);
      assert.deepEqual(await widget.run(readBeyond), []);
      assert.deepEqual(await widget.run(readOverlaps), []);
    }
    await widget.run((host) => (host.closest("#stage").style.fontSize = "17px"));
    await widget.until("the usual picture is back", async () => !(await grown()));
  });
}

/** A text size of 200 % in the system, with which Firefox enlarges texts only: as its own zoom of text alone. */
const TEXT_TWICE = { "browser.display.os-zoom-behavior": 2, "ui.textScaleFactor": 200 };
const zooms = { skip: engine !== "firefox" && "this engine's driver has no zoom of text alone" };
eachEngine("with a zoom of text alone, the texts of page and picture grow and nothing is cut off", zooms, async (t) => {
  const { driver, end } = await startSecond({ prefs: TEXT_TWICE });
  t.after(end);
  for (const width of [350, 960]) {
    const usual = await (await mountNarrow({ date: "2020-07-15" }, "ltr", width)).run(readText);
    const widget = await mountNarrow({ date: "2020-07-15" }, "ltr", width, driver);
    const large = await widget.run(readText);
    assert.equal(await driver.executeScript(() => devicePixelRatio), 1, "it is no zoom of the page");
    assert.ok(Math.abs(large.font / usual.font - 2) < 0.05, `${usual.font} and ${large.font} px`);
    assert.ok(large.timeline > usual.timeline, `${usual.timeline} and ${large.timeline} px`);
    for (const read of [readCut, readBeyond, readOverlaps]) assert.deepEqual(await widget.run(read), []);
  }
});

// Other drivers cannot zoom.
oneEngine("at 400 % a window of 1280 px scrolls in one direction only", async (t) => {
  const { driver } = session;
  t.after(() => driver.sendDevToolsCommand("Emulation.clearDeviceMetricsOverride"));
  const metrics = { width: 320, height: 256, deviceScaleFactor: 4, mobile: false };
  await driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", metrics);
  const widget = await mount(driver, { attributes: { date: "2020-07-15", compare: "2019-09-15" } });
  await widget.ready();
  await widget.frames(3);
  const beyond = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  assert.ok((await driver.executeScript(beyond)) <= 0);
});

/**
 * @param {Record<string, string>} attributes
 * @param {string} dir
 * @param {number} [width]
 */
async function mountNarrow(attributes, dir, width = 320, driver = session.driver) {
  await driver.manage().window().setRect(SIZE);
  const widget = await mount(driver, { attributes });
  await widget.run(
    (host, dir, width) => {
      document.documentElement.dir = dir;
      Object.assign(host.closest("#stage").style, { maxWidth: "none", width: `${width}px` });
    },
    dir,
    width,
  );
  await widget.ready();
  return widget;
}

/**
 * Runs in the page: targets below 24 by 24 px whose circle of that size around the middle overlaps others. Links within
 * lines of text have the height of the line.
 * @param {Host} host
 */
function readSmall({ shadowRoot }) {
  const parts = [...shadowRoot.querySelectorAll(".figure :is(button, input, [tabindex='0']):not(.range)")];
  // A press on a label presses its box.
  const boxes = parts
    .map((part) => ({ name: part.className, box: (part.closest("label") ?? part).getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0);
  return boxes
    .filter(({ name, box }) => {
      if (box.width >= 24 && box.height >= 24) return false;
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      return boxes.some(({ name: other, box: { left, right, top, bottom } }) => {
        const [dx, dy] = [Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)];
        return (other !== name || dx + dy > 0) && Math.hypot(dx, dy) < 12;
      });
    })
    .map(({ name, box: { width, height } }) => `${name} ${width} x ${height}`);
}

/**
 * Runs in the page: elements that stick out of the figure sideways.
 * @param {Host} host
 */
function readBeyond({ shadowRoot }) {
  const figure = shadowRoot.querySelector(".figure");
  const { left, right } = figure.getBoundingClientRect();
  // Padding of the legend's buttons is outside of the figure, so that their swatches begin at its edge.
  const most = 0.2 * parseFloat(getComputedStyle(figure).fontSize);
  const parts = [...shadowRoot.querySelectorAll(".figure *:not(.tip, .tip *, .visually-hidden, .range, svg, path)")];
  const out = parts.filter((part) => {
    const box = part.getBoundingClientRect();
    return part.checkVisibility() && box.width > 0 && (box.left < left - most - 0.5 || box.right > right + most + 0.5);
  });
  return out.map(({ localName, className }) => `${localName}.${className}`);
}

/**
 * Runs in the page: the font size of the figure, and the height of the timeline, which grows with the texts that are drawn.
 * @param {Host} host
 */
function readText({ shadowRoot }) {
  const font = parseFloat(getComputedStyle(shadowRoot.querySelector(".figure")).fontSize);
  return { font, timeline: shadowRoot.querySelector(".timeline canvas").getBoundingClientRect().height };
}

/**
 * Runs in the page: controls and texts that overlap. The bar of a narrow figure lies over what scrolls below it.
 * @param {Host} host
 */
function readOverlaps({ shadowRoot }) {
  const wide = shadowRoot.querySelector(".root").clientWidth >= 480;
  const parts = [".title", ".subtitle", ".date", ".status", ".weights", ".map", ".tab", ".controls .button", ".entry"];
  const bar = [".bar .play", ".bar .ways .button", ".timeline", ...(wide ? [] : [".bar .today"])];
  return [parts.concat(wide ? bar : []), bar].flatMap((selectors) => {
    const all = [...shadowRoot.querySelectorAll(selectors.join())].filter((part) => part.checkVisibility());
    const shown = all.filter((part) => getComputedStyle(part).clipPath === "none");
    const boxes = shown.map((part) => {
      // The box of a line of text can be wider than the text.
      const text = document.createRange();
      text.selectNodeContents(part);
      const place = part.matches(".title, .subtitle, .date, .today") ? text : part;
      return { name: part.className, box: place.getBoundingClientRect() };
    });
    return boxes.flatMap(({ name, box: a }, n) =>
      boxes
        .slice(n + 1)
        .filter(
          ({ box: b }) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1,
        )
        .map((other) => `${name} and ${other.name}`),
    );
  });
}

/**
 * Runs in the page: texts that are partly hidden.
 * @param {Host} host
 */
function readCut({ shadowRoot }) {
  const parts = [...shadowRoot.querySelectorAll(".headline *, .tour *, .legend *, .controls *")];
  const cut = parts.filter((part) => {
    const { overflowX, clipPath } = getComputedStyle(part);
    // Elements that are clipped completely are for screen readers.
    return overflowX === "hidden" && clipPath === "none" && part.scrollHeight > part.clientHeight + 1;
  });
  return cut.map(({ className, scrollHeight, clientHeight }) => `${className}: ${scrollHeight} in ${clientHeight}`);
}
