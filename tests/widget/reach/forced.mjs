/** Few colours: the focus ring in every theme, forced colours, paper without colour, and reduced motion. */

import assert from "node:assert/strict";
import { emulate, engine, useBrowser } from "../session.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";
import { mount, mountSample } from "../widget.mjs";

const session = useBrowser();

/** @type {[typeof eachEngine, string, Record<string, string>, import("../session.mjs").Features][]} */
const LOOKS = [
  [eachEngine, "on a light page", {}, []],
  [oneEngine, "on a dark page", { theme: "dark" }, []],
  [oneEngine, "with forced colours", {}, [{ name: "forced-colors", value: "active" }]],
  [
    oneEngine,
    "with forced colours on a dark page",
    {},
    [
      { name: "forced-colors", value: "active" },
      { name: "prefers-color-scheme", value: "dark" },
    ],
  ],
];

for (const [claim, look, attributes, features] of LOOKS) {
  claim(`${look} the focus ring of a tile has enough contrast to its surroundings`, async (t) => {
    if (features.length > 0) await emulate(t, features);
    const widget = await mountSample(session.driver, { date: "2020-06-01", ...attributes });
    for (const id of ["FR", "DE", "IT", "works"]) {
      if (id === "works") await widget.run((host) => (host.view = "groups"));
      await widget.focus(".play");
      await widget.until("there is no ring", ({ focus }) => !focus);
      await widget.frames(3);
      const before = await widget.run(readAround, id);
      await widget.focus(".tiles");
      // A complete code comes before names that begin with it.
      await widget.type(id.toLowerCase(), ({ ring }) => ring === `tile-${id}`);
      const after = await widget.run(readAround, id);
      const changed = after
        .map((colour, n) => [colour, before[n]])
        .filter(([one, other]) => one.join() !== other.join());
      const contrasts = changed.map(([one, other]) => contrast(one, other));
      const strong = contrasts.filter((value) => value >= 3).length;
      assert.ok(strong >= 60, `${id}: ${strong} of ${contrasts.length} pixels`);
    }
  });
}

oneEngine("with forced colours all buttons and fields have borders, and pressed ones another background", async (t) => {
  await emulate(t, [{ name: "forced-colors", value: "active" }]);
  const widget = await mountSample(session.driver, { compare: "2020-03-01" });
  const { bare, pressed, free } = await widget.run(({ shadowRoot }) => {
    const style = (/** @type {Element} */ part) => getComputedStyle(part);
    const parts = [...shadowRoot.querySelectorAll(".button, .field")].filter((part) => part.checkVisibility());
    const ground = (/** @type {string} */ selector) => style(shadowRoot.querySelector(selector)).backgroundColor;
    return {
      bare: parts
        .filter((part) => {
          const { borderTopStyle, borderTopColor, backgroundColor } = style(part);
          return borderTopStyle !== "solid" || borderTopColor === backgroundColor;
        })
        .map(({ className }) => className),
      pressed: ground(".compare"),
      free: ground(".share"),
    };
  });
  assert.deepEqual(bare, []);
  assert.notEqual(pressed, free);
});

oneEngine("with forced colours, statuses differ in pattern and lightness", async (t) => {
  await emulate(t, [{ name: "forced-colors", value: "active" }]);
  const widget = await mount(session.driver, { attributes: { date: "2020-10-20" } });
  await widget.ready();
  const swatches = await widget.run(readSwatches);
  assertDistinct(swatches.map((swatch) => swatch.map(grey)));
});

oneEngine("with more contrast, text is black or white and tiles that stand back keep a contrast of 3", async (t) => {
  for (const theme of ["light", "dark"]) {
    await emulate(t, [{ name: "prefers-contrast", value: "more" }]);
    const widget = await mountSample(session.driver, { date: "2020-12-31", theme });
    // No tile has this status.
    await widget.run(({ shadowRoot }) => shadowRoot.querySelector("[data-status=permitted]").click());
    await widget.frames(3);
    const behind = theme === "dark" ? [22, 24, 29] : [255, 255, 255];
    for (const id of ["FR", "DE", "IT", "ES"]) {
      const edge = await widget.run(readEdge, id, behind);
      assert.ok(contrast(edge, behind) >= 3, `${theme}: the edge of ${id} is ${edge}`);
    }
    const faint = await widget.run(({ shadowRoot }) => {
      const texts = [...shadowRoot.querySelectorAll(".title, .tab, .status, .terms, .when, .sources")];
      const ink = getComputedStyle(shadowRoot.querySelector(".figure")).color;
      return texts.filter((text) => getComputedStyle(text).color !== ink).map(({ className }) => className);
    });
    assert.deepEqual(faint, []);
    await widget.run((host) => host.remove());
  }
});

const prints = { skip: engine === "webkit" && "this engine's driver does not print" };
eachEngine("on paper without colour statuses differ in pattern and lightness", prints, async () => {
  const widget = await mount(session.driver, { attributes: { date: "2020-10-20" } });
  await widget.ready();
  await widget.run((host, read) => {
    const readSwatches = new Function(`return ${read}`)();
    addEventListener("beforeprint", () => (window.swatches = readSwatches(host)), { once: true });
  }, String(readSwatches));
  await session.driver.printPage();
  const printed = await session.driver.executeScript(() => window.swatches);
  assertDistinct(printed.map((swatch) => swatch.map(grey)));
});

const MOVING = "with reduced motion there is no transition, animation or smooth scrolling";
oneEngine(MOVING, async (t) => {
  await emulate(t, [{ name: "prefers-reduced-motion", value: "reduce" }]);
  const widget = await mountSample(session.driver);
  await widget.run((host) => (host.selected = "DE"));
  await widget.until("the history is open", ({ history }) => history);
  const moving = await widget.run(({ shadowRoot }) =>
    [...shadowRoot.querySelectorAll("*")]
      .filter((part) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(part);
        return transitionDuration !== "0s" || animationName !== "none" || scrollBehavior !== "auto";
      })
      .map(({ className }) => className),
  );
  assert.deepEqual(moving, []);
});

/**
 * Runs in the page: the pixels of a tile and around it, on the background of the figure.
 * @param {Host} host
 * @param {string} id
 */
function readAround({ shadowRoot }, id) {
  /** @type {HTMLCanvasElement} */
  const canvas = shadowRoot.querySelector(".map canvas");
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const [map, tile] = [canvas, shadowRoot.getElementById(`tile-${id}`)].map((part) => part.getBoundingClientRect());
  const ratio = canvas.width / map.width;
  const place = (/** @type {number} */ value) => Math.round(value * ratio);
  const [x, y] = [place(tile.left - map.left - 4), place(tile.top - map.top - 4)];
  const { data } = pen.getImageData(x, y, place(tile.width + 8), place(tile.height + 8));
  const dark = shadowRoot.querySelector(".root").dataset.scheme === "dark";
  const behind = dark ? [22, 24, 29] : [255, 255, 255];
  const pixels = [];
  for (let n = 0; n < data.length; n += 4) {
    const share = data[n + 3] / 255;
    pixels.push(behind.map((value, channel) => Math.round(data[n + channel] * share + value * (1 - share))));
  }
  return pixels;
}

/**
 * Runs in the page: a pixel of the left edge of a tile, on a background.
 * @param {Host} host
 * @param {string} id
 * @param {number[]} behind
 */
function readEdge({ shadowRoot }, id, behind) {
  /** @type {HTMLCanvasElement} */
  const canvas = shadowRoot.querySelector(".map canvas");
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const [map, tile] = [canvas, shadowRoot.getElementById(`tile-${id}`)].map((part) => part.getBoundingClientRect());
  const ratio = canvas.width / map.width;
  const [x, y] = [tile.left - map.left, tile.top - map.top + tile.height * 0.25].map((at) => Math.floor(at * ratio));
  const [red, green, blue, alpha] = pen.getImageData(x, y, 1, 1).data;
  return [red, green, blue].map((value, n) => Math.round((value * alpha + behind[n] * (255 - alpha)) / 255));
}

/**
 * Runs in the page: the pixels of the legend's swatches on white.
 * @param {Host} host
 */
function readSwatches({ shadowRoot }) {
  /** @type {NodeListOf<HTMLCanvasElement>} */
  const canvases = shadowRoot.querySelectorAll(".legend canvas");
  return [...canvases].map((canvas) => {
    const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    const { data } = pen.getImageData(0, 0, canvas.width, canvas.height);
    return Array.from({ length: data.length / 4 }, (_, n) => {
      const share = data[n * 4 + 3] / 255;
      return [0, 1, 2].map((channel) => Math.round(data[n * 4 + channel] * share + 255 * (1 - share)));
    });
  });
}

/**
 * Any two differ clearly in at least a fifth of their pixels.
 * @param {number[][]} swatches
 */
function assertDistinct(swatches) {
  swatches.forEach((one, n) =>
    swatches.slice(n + 1).forEach((other, m) => {
      const different = one.filter((value, place) => Math.abs(value - other[place]) > 20).length;
      assert.ok(different >= one.length / 5, `${n} and ${n + 1 + m} differ in ${different} of ${one.length} pixels`);
    }),
  );
}

/** @param {number[]} colour */
function grey([red, green, blue]) {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/**
 * @param {number[]} one
 * @param {number[]} other
 */
function contrast(one, other) {
  const [low, high] = [one, other].map(luminance).sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** @param {number[]} colour */
function luminance(colour) {
  return grey(
    colour.map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    }),
  );
}
