/** Style sheets of other authors: resets, frameworks, a theme, and styles that nobody should write. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { useBrowser } from "../session.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";
import { SAMPLE } from "../widget.mjs";
import { addSheet, assertFits, assertPlain, assertSame, handDown, mountOn, takePortrait, WORDS } from "./portrait.mjs";
import { assertWorks } from "./works.mjs";

const session = useBrowser();
const { resolve } = createRequire(import.meta.url);

const ABUSE = `* {
  box-sizing: content-box; cursor: wait; line-height: 3; list-style: square inside; quotes: none;
  font: italic small-caps 900 expanded 8px/3 fantasy; font-feature-settings: "smcp"; font-kerning: none;
  letter-spacing: .3em; word-spacing: 1em; text-transform: uppercase; text-indent: 3em; text-shadow: 1px 1px red;
  text-align: justify; text-align-last: center; text-wrap: nowrap; white-space: pre; word-break: break-all;
  overflow-wrap: anywhere; hyphens: auto; -webkit-hyphens: auto; -webkit-text-fill-color: red;
  -webkit-text-stroke: 1px blue; color: red; text-orientation: upright;
}`;

const DARK = "body { font-family: serif; background: #16181d; color-scheme: dark }";

/** @type {Record<string, string>} */
const SHEETS = {
  "that unsets everything": "* { all: unset }",
  "that unsets everything and insists on it": "body, body * { all: unset !important }",
  "that bends all that is inherited": ABUSE,
  "with Bootstrap": read("bootstrap/dist/css/bootstrap.css"),
  "with Tailwind's preflight": `@layer base { ${read("tailwindcss/preflight.css")} }`,
  "with normalize.css": read("normalize.css/normalize.css"),
  "with a WordPress theme": read("undescores-for-npm/style.css"),
  "where a rem is 10 px": "html { font-size: 62.5% } body { font-size: 1.6rem }",
  "where a rem is 40 px": "html { font-size: 40px } body { font-size: 1rem }",
  "that is written from top to bottom": "#stage { writing-mode: vertical-rl }",
  "written from right to left": "html { direction: rtl }",
  "where nothing can be selected or swiped": "* { user-select: none; -webkit-user-select: none; touch-action: none }",
  "that lays its blocks out as flex boxes": "ban-spread { display: flex; align-items: flex-start }",
};

/** Style sheets that engines apply in different ways. */
const VARIES = [
  "that unsets everything and insists on it",
  "that bends all that is inherited",
  "that is written from top to bottom",
];

for (const [name, css] of Object.entries(SHEETS)) {
  const claim = VARIES.includes(name) ? eachEngine : oneEngine;
  claim(`the figure looks and works on a page ${name} as on a plain one`, async () => {
    const { driver } = session;
    const widget = await mountOn(driver, () => addSheet(driver, css));
    await assertFits(widget);
    const portrait = await takePortrait(widget, WORDS);
    await assertWorks(widget);
    await assertPlain(driver, portrait);
  });
}

/** Pages whose style sheets change tables, lists and fields. */
const BENDING = [
  "that unsets everything and insists on it",
  "that bends all that is inherited",
  "with Bootstrap",
  "with Tailwind's preflight",
  "with a WordPress theme",
];

for (const name of BENDING) {
  const claim = name === "that bends all that is inherited" ? eachEngine : oneEngine;
  claim(`the table, too, looks on a page ${name} as on a plain one`, async () => {
    const portrait = await takePortrait(await mountTable(SHEETS[name]));
    assertSame(portrait, await takePortrait(await mountTable(handDown(portrait.inherited))));
  });
}

/**
 * Opens the table on a page with a style sheet.
 * @param {string} css
 */
async function mountTable(css) {
  const { driver } = session;
  const widget = await mountOn(driver, () => addSheet(driver, css), { src: SAMPLE });
  await widget.click(".table-tab");
  await widget.until("the table is filled", () =>
    widget.run(({ shadowRoot }) => {
      return shadowRoot.querySelector(".table").checkVisibility() && shadowRoot.querySelectorAll("tbody tr").length > 2;
    }),
  );
  return widget;
}

oneEngine("a late style sheet applies to words and pictures", async () => {
  const { driver } = session;
  const widget = await mountOn(driver);
  await widget.frames(5);
  await addSheet(driver, DARK);
  await widget.until("the figure is dark", ({ scheme }) => scheme === "dark");
  const late = await takePortrait(widget);
  const early = await mountOn(driver, () => addSheet(driver, DARK));
  assertSame(late, await takePortrait(early));
});

oneEngine("a style sheet reverses the direction of the figure like the attribute, and back", async () => {
  const { driver } = session;
  const widget = await mountOn(driver, () => addSheet(driver, "html { direction: rtl }"));
  const sheet = await takePortrait(widget);
  const attribute = await mountOn(driver, () => driver.executeScript(() => (document.documentElement.dir = "rtl")));
  assertSame(sheet, await takePortrait(attribute));
  assert.deepEqual(await attribute.run(readTurned), ["rtl", "right", "matrix(-1, 0, 0, 1, 0, 0)"]);
  await driver.executeScript(() => (document.documentElement.dir = "ltr"));
  await attribute.until("it is turned back", async () => (await attribute.run(readTurned))[0] === "ltr");
  assert.deepEqual(await attribute.run(readTurned), ["ltr", "left", "none"]);
});

/**
 * Runs in the page: the direction of layout, words and arrows.
 * @param {Host} host
 */
function readTurned({ shadowRoot }) {
  const style = (/** @type {string} */ selector) => getComputedStyle(shadowRoot.querySelector(selector));
  const step = shadowRoot.querySelector(".open");
  step.hidden = false;
  const turned = [style(".figure").direction, style(".sentence").textAlign, style(".later .icon").transform];
  step.hidden = true;
  return turned;
}

/**
 * The style sheet of an npm package.
 * @param {string} path
 */
function read(path) {
  return readFileSync(resolve(path), "utf8");
}
