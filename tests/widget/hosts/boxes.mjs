/** Containers in which pages put the element. Some of them are hidden at first. */

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { open, SIZE, useBrowser } from "../session.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";
import { mountMore } from "../widget.mjs";
import { addSheet, assertFits, assertPlain, DATE, mountOn, settle, takePortrait } from "./portrait.mjs";
import { assertWorks } from "./works.mjs";

/** @typedef {import("../widget.mjs").Widget} Widget */

const session = useBrowser();

/** Containers that hide their content: the element, and how it is closed and opened. Both functions run in the page. */
/** @type {Record<string, [tag: string, hide: (box: any) => void, show: (box: any) => void]>} */
const HIDING = {
  "without display": ["div", (box) => (box.style.display = "none"), (box) => (box.style.display = "")],
  "of no width": ["div", (box) => (box.style.width = "0"), (box) => (box.style.width = "640px")],
  "inside closed details": ["details", (box) => (box.open = false), (box) => (box.open = true)],
  "inside a closed dialog": ["dialog", (box) => box.close(), (box) => box.showModal()],
};

/** Containers that engines lay out in different ways. */
const VARIES = ["without display", "inside closed details", "a cell of a table", "two columns"];
/** @param {string} name */
const tier = (name) => (VARIES.includes(name) ? eachEngine : oneEngine);

for (const [name, [tag, hide, show]] of Object.entries(HIDING)) {
  tier(name)(`an element ${name} is drawn once it is shown, works, and survives being hidden again`, async () => {
    const { driver } = session;
    await open(driver, "/tests/widget/pages/hostile/stage.html");
    await addSheet(driver, "dialog { width: 640px }");
    await driver.executeScript(wrapStage, tag);
    const run = (/** @type {(box: any) => void} */ change) =>
      driver.executeScript(`(${change})(document.querySelector("#box"))`);
    await run(hide);
    const widget = await mountMore(driver, { attributes: { date: DATE } });
    await widget.until("the element is defined", () => true);
    await widget.frames(5);
    assert.notEqual((await widget.state()).state, "failed");
    await run(show);
    await widget.ready();
    await assertFits(widget);
    const portrait = await takePortrait(widget);
    await run(hide);
    await widget.frames(5);
    await run(show);
    await assertWorks(widget);
    await assertPlain(driver, portrait);
  });
}

const BOXES = {
  "a row of flexible boxes": "#stage { display: flex } #stage > ban-spread { flex: 1 }",
  "a row of boxes that are as wide as they like": "#stage { display: flex } #stage > ban-spread { flex: none }",
  "a cell of a grid that is as narrow as it can": "#stage { display: grid; grid-template-columns: min-content }",
  "a cell of a table": "#stage { display: table-cell }",
  "a line of text": "ban-spread { display: inline-block }",
  "a float": "ban-spread { float: right }",
  "two columns": "#stage { columns: 2 300px; max-width: none }",
};

for (const [name, css] of Object.entries(BOXES)) {
  tier(name)(`in ${name} the figure has a width, fits and works, and fits on a phone`, async (t) => {
    const { driver } = session;
    const widget = await mountOn(driver, () => addSheet(driver, css));
    await assertWide(widget);
    await assertWorks(widget);
    t.after(() => driver.manage().window().setRect(SIZE));
    await driver
      .manage()
      .window()
      .setRect({ ...SIZE, width: 500 });
    await settle(widget);
    await assertWide(widget);
  });
}

oneEngine("a tooltip stays below the fixed header of the page", async () => {
  const { driver } = session;
  const css = "#below { position: fixed; z-index: 1; inset: 0; height: auto; margin: 0; background: #fff }";
  const widget = await mountOn(driver);
  await widget.run(makeTipSolid);
  await widget.focus(".tiles");
  await widget.press(Key.ARROW_RIGHT);
  await widget.until("a tooltip is shown", ({ tip }) => tip);
  const point = await widget.middle(".tip");
  assert.equal(await widget.run(isTipAt, point), true);
  await addSheet(driver, css);
  assert.equal(await driver.executeScript(({ x, y }) => document.elementFromPoint(x, y)?.id, point), "below");
});

/**
 * Asserts that the figure has a usable width, and that nothing sticks out of it.
 * @param {Widget} widget
 */
async function assertWide(widget) {
  const { width } = await widget.box(".figure");
  assert.ok(width >= 280, `${width} px wide`);
  await assertFits(widget);
}

/**
 * Runs in the page: makes the tooltip findable, although the mouse passes through it.
 * @param {Host} host
 */
function makeTipSolid({ shadowRoot }) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".tip { pointer-events: auto !important }");
  shadowRoot.adoptedStyleSheets.push(sheet);
}

/**
 * Runs in the page: whether the topmost part of the element at a point is the tooltip.
 * @param {Host} host
 * @param {{x: number, y: number}} point
 */
function isTipAt({ shadowRoot }, { x, y }) {
  return shadowRoot.querySelector(".tip").contains(shadowRoot.elementFromPoint(x, y));
}

/**
 * Runs in the page: puts the stage into a container.
 * @param {string} tag
 */
function wrapStage(tag) {
  const stage = document.getElementById("stage");
  const box = document.createElement(tag);
  box.id = "box";
  stage.replaceWith(box);
  box.append(stage);
}
