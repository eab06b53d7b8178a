/** Colours and schemes: what the figure takes from the page around it. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { give, NodeEvent, stage } from "./page.mjs";

/** Colours that are not `rgb()`, as a canvas knows them. @type {Record<string, number[]>} */
const PAINTS = { "oklch(1 0 0)": [255, 255, 255, 255], "color(srgb 1 0 0 / 0.5)": [255, 0, 0, 127.5] };
/** The single pixel that is painted. */
const context = {
  fillStyle: "",
  clearRect() {},
  fillRect() {},
  getImageData() {
    const [, digits] = context.fillStyle.match(/^#(\w{6})$/) ?? [];
    const bytes = digits ? [...Buffer.from(digits, "hex"), 255] : [0, 0, 0, 0];
    return { data: PAINTS[context.fillStyle] ?? bytes };
  },
};
const HTMLCanvas = /** @type {any} */ (document.createElement("canvas").constructor);
HTMLCanvas.prototype.getContext = () => context;

/** The computed style of elements, by element; all others have none. @type {Map<unknown, Record<string, string>>} */
const styles = new Map();
/** The media features that the reader has set. @type {Set<string>} */
const media = new Set();
/** The listeners for media features. @type {(() => void)[]} */
const queries = [];
const NONE = { backgroundColor: "rgba(0, 0, 0, 0)", colorScheme: "normal", direction: "ltr", fontFamily: "serif" };
/** Colour names of the browser. @type {Record<string, string>} */
const SYSTEM = { Canvas: "rgb(255, 255, 255)", CanvasText: "rgb(0, 0, 0)", Highlight: "rgb(0, 0, 255)" };
/** The custom properties that the page has set. @type {Record<string, string>} */
let custom = {};

give("matchMedia", (/** @type {string} */ query) => ({
  matches: [...media].some((name) => query.includes(name)),
  addEventListener: (/** @type {string} */ _name, /** @type {() => void} */ heard) => void queries.push(heard),
}));
give("getComputedStyle", (/** @type {any} */ element) => {
  const set = element.style.color;
  const name = set.match(/^var\((.*)\)$/)?.[1];
  return {
    ...NONE,
    ...styles.get(element),
    color: name === undefined ? (SYSTEM[set] ?? set) : (custom[name] ?? ""),
    getPropertyValue: (/** @type {string} */ property) => custom[property] ?? "",
  };
});

const { channels, hex } = await import("../../www/canvas/color.js");
const { readSettings } = await import("../../www/chart/settings.js");
const { pixelRatio, Surface, watchRatio } = await import("../../www/canvas/surface.js");
const { pageScheme, watchTheme } = await import("../../www/canvas/theme.js");

for (const [color, found] of /** @type {[string, number[]][]} */ ([
  ["rgb(1, 2, 3)", [1, 2, 3]],
  ["rgba(1, 2, 3, 0.5)", [1, 2, 3, 0.5]],
  ["rgb(1 2 3 / 0.25)", [1, 2, 3, 0.25]],
  ["rgb(12.5, 0, 255)", [12.5, 0, 255]],
  ["oklch(1 0 0)", [255, 255, 255, 1]],
  ["color(srgb 1 0 0 / 0.5)", [255, 0, 0, 0.5]],
  ["no colour", [0, 0, 0, 0]],
  ["rgb()", []],
])) {
  test(`the channels of ${color} are ${found}`, () => {
    assert.deepEqual(channels(color), found);
    assert.equal(channels(color), channels(color), "it is looked up once");
  });
}

for (const [color, ground, mixed] of [
  ["rgb(1, 2, 3)", "rgb(255, 255, 255)", "#010203"],
  ["rgba(0, 0, 0, 0.5)", "rgb(255, 255, 255)", "#808080"],
  ["rgba(0, 0, 0, 0)", "rgb(10, 20, 30)", "#0a141e"],
  ["rgba(255, 0, 0, 1)", "rgb(0, 0, 0)", "#ff0000"],
  ["color(srgb 1 0 0 / 0.5)", "rgb(0, 0, 0)", "#800000"],
]) {
  test(`${color} on ${ground} is ${mixed}`, () => assert.equal(hex(color, ground), mixed));
}

/** @type {any} */
let host;
/** @type {any} */
let parts;

beforeEach(() => {
  media.clear();
  styles.clear();
  custom = {};
  SYSTEM.Canvas = "rgb(255, 255, 255)";
  host = stage("<div><ban-spread></ban-spread></div>").firstElementChild;
  const root = document.createElement("div");
  host.attachShadow({ mode: "open" }).append(root);
  // Its colour is the text that is written there: the small DOM does not know the colours of the system.
  parts = { root, probe: { style: { color: "" } } };
});

for (const [colorScheme, background, dark, scheme] of /** @type {[string, string, boolean, string][]} */ ([
  ["dark", "rgb(255, 255, 255)", false, "dark"],
  ["light", "rgb(0, 0, 0)", true, "light"],
  ["light dark", "rgb(255, 255, 255)", true, "dark"],
  ["light dark", "rgb(0, 0, 0)", false, "light"],
  ["only light", "rgb(0, 0, 0)", true, "light"],
  ["normal", "rgb(255, 255, 255)", true, "light"],
  ["normal", "rgb(20, 20, 20)", false, "dark"],
  ["normal", "rgb(0, 0, 255)", false, "dark"],
  ["normal", "rgb(255, 255, 0)", false, "light"],
  ["normal", "rgba(0, 0, 0, 0.2)", false, "light"],
  ["normal", "rgba(0, 0, 0, 0.8)", false, "dark"],
])) {
  test(`a page with color-scheme ${colorScheme} on ${background} is ${scheme} for a reader with ${dark ? "dark" : "light"}`, () => {
    styles.set(host, { colorScheme });
    styles.set(document.body, { backgroundColor: background });
    if (dark) media.add("prefers-color-scheme: dark");
    assert.equal(pageScheme(host, parts.probe), scheme);
  });
}

test("without any background, the blank page of the browser decides", () => {
  assert.equal(pageScheme(host, parts.probe), "light");
  SYSTEM.Canvas = "rgb(18, 18, 18)";
  assert.equal(pageScheme(host, parts.probe), "dark");
});

test("the nearest background is found around a form with a control called parentNode", () => {
  const form = stage("<form><input><p></p></form>");
  Object.defineProperty(form, "parentNode", { value: form.firstElementChild });
  styles.set(document.body, { backgroundColor: "rgb(0, 0, 0)" });
  assert.equal(pageScheme(form.lastElementChild, parts.probe), "dark");
});

test("the nearest background counts, also through a slot and out of a shadow root", () => {
  const outer = stage("<section><p></p></section>");
  const root = outer.attachShadow({ mode: "open" });
  root.innerHTML = "<article><slot></slot></article>";
  const inside = outer.querySelector("p");
  const slot = root.querySelector("slot");
  const assignedSlot = Object.getOwnPropertyDescriptor(Element.prototype, "assignedSlot");
  Object.defineProperty(Element.prototype, "assignedSlot", {
    get() {
      return this === inside ? slot : assignedSlot?.get?.call(this);
    },
  });
  styles.set(document.body, { backgroundColor: "rgb(255, 255, 255)" });
  styles.set(outer, { backgroundColor: "rgb(255, 255, 255)" });
  styles.set(root.querySelector("article"), { backgroundColor: "rgb(0, 0, 0)" });
  assert.equal(pageScheme(inside, parts.probe), "dark");
  styles.delete(root.querySelector("article"));
  styles.set(outer, { backgroundColor: "rgb(1, 1, 1)" });
  assert.equal(pageScheme(inside, parts.probe), "dark");
});

/** @param {boolean} [printing] */
const read = (printing) =>
  readSettings(host, parts, /** @type {any} */ ({ messages: [], translation: null }), printing);

for (const [theme, page, scheme, ground] of /** @type {[string|null, string, string, boolean][]} */ ([
  [null, "light", "light", false],
  [null, "dark", "dark", false],
  ["auto", "dark", "dark", false],
  ["light", "dark", "light", true],
  ["dark", "light", "dark", true],
  ["dark", "dark", "dark", false],
  ["DARK", "light", "dark", true],
  ["constructor", "light", "light", false],
])) {
  test(`a figure of theme ${theme} on a ${page} page is ${scheme}${ground ? ", with its own background" : ""}`, () => {
    styles.set(host, { colorScheme: page });
    if (theme) host.setAttribute("theme", theme);
    assert.equal(read().theme.scheme, scheme);
    assert.equal(parts.root.dataset.scheme, scheme);
    assert.equal(parts.root.hasAttribute("data-ground"), ground);
  });
}

test("paper is light and has no colours of the page, whatever the screen shows", () => {
  styles.set(host, { colorScheme: "dark" });
  host.setAttribute("theme", "dark");
  custom["--ban-spread-ink"] = "rgb(255, 0, 0)";
  const { theme } = read(true);
  assert.deepEqual([theme.scheme, theme.colors, parts.root.dataset.scheme], ["print", {}, "light"]);
  assert.equal(parts.root.style.getPropertyValue("--page"), "var(--ground)");
});

test("the window of the timeline is what the attributes say", () => {
  assert.deepEqual(read().window, { start: "", end: "" });
  host.setAttribute("start", "2019");
  host.setAttribute("end", "2021-06");
  assert.deepEqual(read().window, { start: "2019", end: "2021-06" });
});

test("direction, font and reduced motion are those of the page", () => {
  styles.set(host, { direction: "rtl" });
  styles.set(parts.probe, { fontFamily: "Georgia" });
  media.add("prefers-reduced-motion");
  const { theme } = read();
  assert.deepEqual([parts.root.dir, theme.font, theme.still, theme.forced], ["rtl", "Georgia", true, false]);
});

test("a publisher's colours are mixed with the background", () => {
  custom = { "--ban-spread-background": "rgba(0, 0, 0, 0.5)", "--ban-spread-ink": "rgba(255, 255, 255, 0.5)" };
  assert.deepEqual(read().theme.colors, { page: "#808080", ink: "#c0c0c0", muted: null, rule: null, accent: null });
});

test("forced colours are those of the system, whatever a publisher has set", () => {
  media.add("forced-colors");
  custom = { "--ban-spread-ink": "rgb(255, 0, 0)" };
  const { theme } = read();
  assert.equal(theme.forced, true);
  assert.deepEqual(theme.colors, {
    page: "#ffffff",
    ink: "#000000",
    muted: "#000000",
    rule: "#000000",
    accent: "#0000ff",
  });
});

test("the theme is read again after a change of the reader's settings, the page, its fonts, its style sheets or a language", async () => {
  /** @type {EventTarget} */
  const fonts = new EventTarget();
  Object.defineProperty(Document.prototype, "fonts", { value: fonts, configurable: true });
  let changes = 0;
  const stop = new AbortController();
  const watch = watchTheme(host, () => changes++, stop.signal);
  watch();
  /** @param {() => void} act */
  const changesBy = async (act) => {
    const before = changes;
    act();
    await new Promise((resolve) => setTimeout(resolve, 1));
    return changes - before;
  };
  const sheet = document.head.appendChild(document.createElement("style"));
  const image = document.body.appendChild(document.createElement("img"));
  assert.equal(queries.length, 4);
  assert.equal(await changesBy(() => queries[0]()), 1);
  assert.equal(await changesBy(() => fonts.dispatchEvent(new NodeEvent("loadingdone"))), 1);
  assert.equal(await changesBy(() => sheet.dispatchEvent(new Event("load"))), 1);
  assert.equal(await changesBy(() => image.dispatchEvent(new Event("load"))), 0);
  assert.equal(await changesBy(() => document.body.dispatchEvent(new Event("transitionend", { bubbles: true }))), 1);
  assert.equal(await changesBy(() => image.dispatchEvent(new Event("transitionend", { bubbles: true }))), 0);
  assert.equal(await changesBy(() => document.documentElement.setAttribute("data-bs-theme", "dark")), 1);
  assert.equal(await changesBy(() => document.documentElement.setAttribute("data-other", "x")), 0);
  assert.equal(await changesBy(() => host.parentElement.setAttribute("lang", "de")), 1);
  stop.abort();
  assert.equal(await changesBy(() => document.documentElement.setAttribute("class", "dark")), 0);
  assert.equal(await changesBy(() => sheet.dispatchEvent(new Event("load"))), 0);
});

for (const [width, height, ratio, found] of [
  [1000, 500, 2, 2],
  [4000, 4000, 2, 1],
  [16_000, 16_000, 1, 0.25],
  [0, 0, 3, 3],
]) {
  test(`a canvas of ${width} x ${height} has ${found} device pixels to each on a screen of ${ratio}`, () => {
    give("devicePixelRatio", ratio);
    assert.equal(pixelRatio({ width, height }), found);
  });
}

test("a canvas is emptied only if its size in device pixels changes", () => {
  const canvas = /** @type {any} */ ({ style: {}, width: 300, height: 150 });
  const surface = new Surface(canvas);
  assert.equal(surface.fit({ width: 100.3, height: 50 }, 1.5), true);
  assert.deepEqual([canvas.width, canvas.height, canvas.style.height], [150, 75, "50px"]);
  assert.equal(surface.fit({ width: 100, height: 50 }, 1.5), false);
});

test("each change of the pixel ratio is reported, also the second", () => {
  /** @type {any[]} */
  const watches = [];
  give("matchMedia", (/** @type {string} */ query) => ({
    addEventListener: (/** @type {string} */ _name, /** @type {() => void} */ heard) =>
      void watches.push({ query, heard }),
  }));
  give("devicePixelRatio", 1);
  let changes = 0;
  watchRatio(() => changes++, new AbortController().signal);
  give("devicePixelRatio", 2);
  watches[0].heard();
  watches[1].heard();
  assert.deepEqual([changes, watches[1].query], [2, "(resolution: 2dppx)"]);
});
