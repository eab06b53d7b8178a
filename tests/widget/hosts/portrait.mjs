/** The appearance of the element, part by part, so that two pages can be compared. */

import assert from "node:assert/strict";
import { hover } from "../gestures.mjs";
import { engine, open } from "../session.mjs";
import { mountMore } from "../widget.mjs";

/** @typedef {import("../widget.mjs").Widget} Widget */
/** @typedef {Awaited<ReturnType<typeof takePortrait>>} Portrait */

/** What a page can decide. No other style of the page may be visible in the figure. */
const MEANT = ["font-family", "font-size", "direction"];
/** Parts that show how words are painted. WebKit's driver takes some pictures before the page is painted. */
export const WORDS = engine === "webkit" ? [] : [".headline", ".legend"];
/** Portraits of plain pages, by what these pages pass on to the element. @type {Map<string, Portrait>} */
const PLAIN = new Map();
/** A date on which every status occurs. */
export const DATE = "2020-10-20";

/**
 * Opens an empty page, lets `prepare` change it, and puts the built-in dataset on it.
 * @param {import("selenium-webdriver").WebDriver} driver
 * @param {() => Promise<unknown>} [prepare]
 * @param {Record<string, string>} [attributes]
 */
export async function mountOn(driver, prepare = async () => {}, attributes = {}) {
  await open(driver, "/tests/widget/pages/hostile/stage.html");
  await prepare();
  const widget = await mountMore(driver, { attributes: { date: DATE, ...attributes } });
  await widget.ready();
  return widget;
}

/**
 * Adds a style sheet to the page.
 * @param {import("selenium-webdriver").WebDriver} driver
 * @param {string} css
 */
export function addSheet(driver, css) {
  return driver.executeScript((css) => {
    const style = document.createElement("style");
    style.textContent = css;
    document.head.append(style);
  }, css);
}

/**
 * The appearance of an element, and what the page passes on to it.
 * @param {import("../widget.mjs").Widget} widget
 * @param {string[]} [shown]  parts with screenshots
 */
export async function takePortrait(widget, shown = []) {
  await settle(widget);
  const inherited = await widget.run(readInherited, MEANT);
  return { inherited, shown, ...(await widget.run(readPortrait)), pixels: await takePixels(widget, shown) };
}

/**
 * Asserts that a portrait equals that of a plain page which gives the element the same width, font and direction: the
 * same boxes within a fifth of a pixel, the same fonts and colours of every part, and the same pixels.
 * @param {import("selenium-webdriver").WebDriver} driver
 * @param {Portrait} portrait
 */
export async function assertPlain(driver, portrait) {
  const { inherited, shown } = portrait;
  const key = [inherited, ...shown].join();
  let plain = PLAIN.get(key);
  if (!plain) {
    plain = await takePortrait(await mountOn(driver, () => addSheet(driver, handDown(inherited))), shown);
    PLAIN.set(key, plain);
  }
  assertSame(portrait, plain);
}

/**
 * The style sheet of a plain page that passes on the same.
 * @param {string} inherited
 */
export function handDown(inherited) {
  return `#stage { max-width: none; ${inherited} }`;
}

/**
 * Asserts that two portraits are equal.
 * @param {Portrait} portrait
 * @param {Portrait} wanted
 */
export function assertSame(portrait, wanted) {
  assert.deepEqual(differences(portrait.boxes, wanted.boxes, isNear), []);
  for (const of of /** @type {const} */ (["looks", "canvases", "pixels"]))
    assert.deepEqual(differences(portrait[of], wanted[of]), [], of);
}

/**
 * The first few differences of two lists of lines. Pictures are shortened.
 * @template T
 * @param {T[]} here
 * @param {T[]} there
 * @param {(one?: T, other?: T) => boolean} [same]
 */
function differences(here, there, same = (one, other) => one === other) {
  const write = (/** @type {unknown} */ it) => JSON.stringify(it)?.slice(0, 200);
  const rows = Array.from({ length: Math.max(here.length, there.length) }, (_, n) => n);
  const differing = rows.filter((n) => !same(here[n], there[n])).slice(0, 5);
  return differing.map((n) => `${n}: ${write(here[n])} | ${write(there[n])}`);
}

/**
 * Whether two boxes belong to the same part and have the same position. Engines round fractions of pixels by the start
 * of a box.
 * @param {Portrait["boxes"][number]} [one]
 * @param {Portrait["boxes"][number]} [other]
 */
function isNear(one, other) {
  if (!one || !other) return false;
  return one.name === other.name && one.box.every((value, n) => Math.abs(value - other.box[n]) <= 0.2);
}

/**
 * Asserts that nothing sticks out of the figure, and that the figure does not make the page wider than its window.
 * @param {Widget} widget
 */
export async function assertFits(widget) {
  const { page, figure } = await widget.run(({ shadowRoot }) => {
    const excess = (/** @type {Element} */ { scrollWidth, clientWidth }) => scrollWidth - clientWidth;
    return { page: excess(document.documentElement), figure: excess(shadowRoot.querySelector(".figure")) };
  });
  assert.ok(figure <= 0, `the figure is ${figure} px too narrow`);
  assert.ok(page <= 0, `the page scrolls sideways by ${page} px`);
}

/**
 * Waits until the mouse has left, the width is applied and all fades have ended.
 * @param {Widget} widget
 */
export async function settle(widget) {
  await hover(widget.driver, { x: 2, y: 2 });
  await widget.until("the width is followed", () =>
    widget.run(({ shadowRoot }) => {
      const width = (/** @type {string} */ part) => shadowRoot.querySelector(part).clientWidth;
      // The width of a part is rounded, and that of its picture is rounded down.
      const follows = (/** @type {string} */ part, /** @type {string} */ picture) =>
        Math.abs(width(part) - width(picture)) <= 1;
      const table = shadowRoot.querySelector(".figure").getAttribute("data-view") === "table";
      return (table || follows(".stage", ".map canvas")) && follows(".timeline", ".timeline canvas");
    }),
  );
  await widget.faded();
  await widget.frames(5);
}

/**
 * Screenshots of parts. Equal pixels make equal files.
 * @param {Widget} widget
 * @param {string[]} shown
 */
async function takePixels(widget, shown) {
  const pictures = [];
  for (const selector of shown) {
    await widget.middle(selector);
    await widget.run(align, selector);
    pictures.push(await (await widget.part(selector)).takeScreenshot());
  }
  return pictures;
}

/**
 * Runs in the page: moves the element so that a part begins on a whole pixel. Between two pixels, letters are drawn
 * differently.
 * @param {Host} host
 * @param {string} selector
 */
function align(host, selector) {
  host.style.setProperty("position", "relative", "important");
  for (const side of /** @type {const} */ (["left", "top"])) {
    const place = host.shadowRoot.querySelector(selector).getBoundingClientRect()[side];
    const moved = parseFloat(host.style[side] || "0") + Math.round(place) - place;
    host.style.setProperty(side, `${moved}px`, "important");
  }
}

/**
 * Runs in the page: the style with which a plain page passes on the same as this page.
 * @param {Host} host
 * @param {string[]} names
 */
function readInherited(host, names) {
  const style = getComputedStyle(host);
  const { width } = host.shadowRoot.querySelector(".root").getBoundingClientRect();
  return [`width: ${width}px`, ...names.map((name) => `${name}: ${style.getPropertyValue(name)}`)].join("; ");
}

/**
 * Runs in the page: a line for each visible part, and the content of each canvas.
 * @param {Host} host
 */
function readPortrait({ shadowRoot }) {
  const read = [
    "font-size",
    "font-style",
    "font-weight",
    "font-stretch",
    "font-variant-caps",
    "line-height",
    "letter-spacing",
    "word-spacing",
    "text-transform",
    "text-indent",
    "text-shadow",
    "white-space",
    "word-break",
    "color",
    "background-color",
    "border-top-color",
    "-webkit-text-fill-color",
    "cursor",
    "visibility",
    "text-align",
    "transform",
  ];
  const figure = shadowRoot.querySelector(".figure");
  const origin = figure.getBoundingClientRect();
  // A closed table has places, but its content is not updated.
  const isSeen = (/** @type {Element} */ part) => part.checkVisibility() && part.getClientRects().length > 0;
  const seen = [...figure.querySelectorAll("*")].filter(isSeen);
  const name = (/** @type {Element} */ part) => `${part.localName}.${part.getAttribute("class") ?? ""}`;
  const boxes = seen.map((part) => {
    const { left, top, width, height } = part.getBoundingClientRect();
    return { name: name(part), box: [left - origin.left, top - origin.top, width, height] };
  });
  const looks = seen.map((part) => {
    const style = getComputedStyle(part);
    return `${name(part)} ${read.map((property) => style.getPropertyValue(property)).join(", ")}`;
  });
  return { boxes, looks, canvases: [...shadowRoot.querySelectorAll("canvas")].map((canvas) => canvas.toDataURL()) };
}
