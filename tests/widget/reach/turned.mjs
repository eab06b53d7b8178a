/** Right-to-left pages: words and controls are mirrored, map and timeline are not. */

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { open, useBrowser } from "../session.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";
import { mountMore, SAMPLE } from "../widget.mjs";

const session = useBrowser();

for (const [claim, lang] of /** @type {const} */ ([
  [eachEngine, "ar"],
  [oneEngine, "he"],
])) {
  claim(`on a page in ${lang} the arrow keys move the date in their own direction`, async () => {
    const widget = await mountTurned(lang, { date: "2020-05-01" });
    const before = await widget.run(readHandle);
    await widget.focus(".range");
    await widget.press(Key.ARROW_RIGHT);
    await widget.until("the next change is shown", ({ date }) => date === "2020-08-20");
    assert.ok((await widget.run(readHandle)) > before);
    await widget.press(Key.ARROW_LEFT);
    await widget.until("the change before is shown", ({ date }) => date === "2020-05-01");
  });
}

eachEngine(
  "on a right-to-left page, earlier is on the left and points left; everything else begins at the right",
  async () => {
    const widget = await mountTurned("ar", {});
    const { previous, next, play, day, arrows } = await widget.run(({ shadowRoot }) => {
      const left = (/** @type {string} */ selector) => shadowRoot.querySelector(selector).getBoundingClientRect().left;
      const turn = (/** @type {string} */ selector) => getComputedStyle(shadowRoot.querySelector(selector)).transform;
      return {
        previous: left(".previous"),
        next: left(".next"),
        play: left(".play"),
        day: left(".field.day"),
        arrows: [".previous .icon", ".next .icon", ".play .icon"].map(turn),
      };
    });
    assert.ok(previous < next && next < play && day < previous, JSON.stringify({ previous, next, play, day }));
    assert.deepEqual(arrows, ["none", "none", "none"]);
  },
);

eachEngine("on a right-to-left page sources are listed from right to left, in any script", async () => {
  const widget = await mountTurned("ar", {});
  await widget.rested();
  // The year can be in Arabic digits.
  for (const [list, words] of /** @type {[string, string[]][]} */ ([
    [".latest .sources", ["Die", "\\p{Nd}{4}", "The"]],
    ["td.cell-sources", ["Die", "The"]],
  ])) {
    const places = await widget.run(readPlaces, list, words);
    assert.deepEqual(
      places,
      places.toSorted((one, other) => one.top - other.top || other.left - one.left),
      list,
    );
  }
});

eachEngine("map and timeline are those of a left-to-right page", async () => {
  const turned = await (await mountTurned("ar", {})).run(readPictures);
  const usual = await (await mountTurned("ar", {}, "ltr")).run(readPictures);
  assert.ok(turned.west < turned.east, "America is left of Japan");
  assert.deepEqual(turned, usual);
});

/**
 * Runs in the page: the positions of two tiles on the map, and the drawn picture.
 * @param {Host} host
 */
function readPictures({ shadowRoot }) {
  const map = shadowRoot.querySelector(".map").getBoundingClientRect();
  const left = (/** @type {string} */ id) => shadowRoot.getElementById(id).getBoundingClientRect().left - map.left;
  /** @type {NodeListOf<HTMLCanvasElement>} */
  const canvases = shadowRoot.querySelectorAll(".map canvas, .timeline canvas");
  const drawn = [...canvases].map((canvas) => canvas.toDataURL());
  return { west: left("tile-US"), east: left("tile-JP"), drawn };
}

/**
 * Runs in the page: the positions of words, which are given as patterns, in the first list with several sources.
 * @param {Host} host
 * @param {string} list
 * @param {string[]} words
 */
function readPlaces({ shadowRoot }, list, words) {
  shadowRoot.querySelector(".table").removeAttribute("hidden");
  const line = [...shadowRoot.querySelectorAll(list)].find(({ textContent }) => textContent.includes("; "));
  if (!line) throw new Error("no list has several sources");
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  /** @type {Node[]} */
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  const range = document.createRange();
  return words.map((word) => {
    const pattern = new RegExp(word, "u");
    const node = nodes.find(({ nodeValue }) => pattern.test(nodeValue ?? ""));
    const found = pattern.exec(node?.nodeValue ?? "");
    if (!node || !found) throw new Error(`no source is called ${word}`);
    range.setStart(node, found.index);
    range.setEnd(node, found.index + found[0].length);
    const { top, left } = range.getBoundingClientRect();
    return { top: Math.round(top), left };
  });
}

/**
 * Runs in the page: the position of the value in the range's own layout, which assistive technology shows.
 * @param {Host} host
 */
function readHandle({ shadowRoot }) {
  /** @type {HTMLInputElement} */
  const range = shadowRoot.querySelector(".range");
  const { direction } = getComputedStyle(range);
  const [min, max] = [Number(range.min), Number(range.max)];
  const share = (range.valueAsNumber - min) / (max - min);
  return direction === "ltr" ? share : 1 - share;
}

/**
 * @param {string} lang
 * @param {Record<string, string>} attributes
 * @param {string} [dir]
 */
async function mountTurned(lang, attributes, dir = "rtl") {
  await open(session.driver, "/tests/widget/pages/stage.html");
  await session.driver.executeScript((page) => Object.assign(document.documentElement, page), { lang, dir });
  const widget = await mountMore(session.driver, { attributes: { src: SAMPLE, ...attributes } });
  await widget.ready();
  return widget;
}
