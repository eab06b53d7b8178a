/**
 * Keys, pointers, visibility and focus: the intents that follow from events. How browsers create events is not tested
 * here.
 */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { forever, give, goTo, send, sent, stage, stageInShadow, stageParts } from "./page.mjs";
import { listenDismissal } from "../../www/panels/dismiss.js";
import { listenRange, listenTiles } from "../../www/input/keyboard.js";
import { watchNearViewport, watchVisibility, whenNearViewport } from "../../www/loading/visibility.js";
import { Picture } from "../../www/canvas/picture.js";
import { listenLeave, listenMap, listenTimeline } from "../../www/input/pointer.js";
import { holdFocus } from "../../www/input/refocus.js";
import { Scrubber } from "../../www/panels/scrubber.js";
import { watchWidth } from "../../www/canvas/surface.js";
import { buildTemplate } from "../../www/element/template.js";

const take = () => sent.splice(0);
/** @type {any} */
let parts;

beforeEach(() => {
  parts = stageParts(buildTemplate());
});

/**
 * Dispatches an event at an element. Returns false if its default action was prevented.
 * @param {EventTarget} target
 * @param {string} type
 * @param {object} [given]
 */
function fire(target, type, given = {}) {
  const { key, ...rest } = /** @type {any} */ (given);
  const how = { bubbles: true, cancelable: true, composed: true };
  const event = key === undefined ? new Event(type, how) : new KeyboardEvent(type, { ...how, key, ...rest });
  for (const [name, value] of Object.entries(rest)) Object.defineProperty(event, name, { value, configurable: true });
  return target.dispatchEvent(event);
}

for (const [key, shift, intent] of /** @type {[string, boolean, any][]} */ ([
  ["ArrowRight", false, { step: 1 }],
  ["ArrowUp", false, { step: 1 }],
  ["ArrowLeft", false, { step: -1 }],
  ["ArrowDown", false, { step: -1 }],
  ["ArrowRight", true, { nudge: 1 }],
  ["ArrowDown", true, { nudge: -1 }],
  ["PageUp", false, { quarter: 1 }],
  ["PageDown", true, { quarter: -1 }],
  ["Home", false, "first"],
  ["End", false, "last"],
  ["Escape", false, "leave"],
  ["Tab", false, undefined],
  ["a", false, undefined],
])) {
  test(`on the range ${shift ? "Shift and " : ""}${key} asks for ${JSON.stringify(intent)}`, () => {
    const range = parts.timeline.range;
    listenRange(range, "day", { send, set: () => {}, signal: forever });
    assert.equal(fire(range, "keydown", { key, shiftKey: shift }), intent === undefined);
    assert.deepEqual(take(), intent === undefined ? [] : [intent]);
    for (const held of ["altKey", "ctrlKey", "metaKey"]) {
      assert.equal(fire(range, "keydown", { key, [held]: true }), true, held);
    }
    assert.deepEqual(take(), []);
  });
}

test("a range with the focus holds its handle, and passes on values that assistive technology sets", () => {
  const { range, other } = parts.timeline;
  const to = { send, holdsOther: () => false, released: () => {}, tip: parts.tip, signal: forever };
  new Scrubber(parts.timeline, to);
  for (const one of [range, other]) {
    Object.defineProperty(one, "valueAsNumber", { value: 7 });
    fire(one, "focus");
    fire(one, "input");
  }
  assert.deepEqual(take(), [{ hold: "day" }, { day: 7 }, { hold: "other" }, { compare: 7 }]);
});

/** Listens to the map. @param {object} [to] */
function tiles(to) {
  const map = parts.map.tiles;
  const note = (/** @type {string} */ what) => () => void sent.push(what);
  listenTiles(map, {
    send,
    types: () => false,
    find: () => undefined,
    open: note("open"),
    leave: note("back"),
    signal: forever,
    ...to,
  });
  return (/** @type {string} */ key, given = {}) => fire(map, "keydown", { key, ...given });
}

for (const [key, asked, taken] of /** @type {[string, any[], boolean][]} */ ([
  ["ArrowLeft", [{ focus: "left" }], true],
  ["Home", [{ focus: "first" }], true],
  ["Enter", ["open"], true],
  [" ", ["open"], true],
  ["Escape", ["back"], false],
  ["q", [], true],
  ["😀", [], true],
  ["Tab", [], false],
  ["F1", [], false],
  ["Dead", [], false],
])) {
  test(`on the map the key "${key}" asks for ${JSON.stringify(asked)}`, () => {
    const press = tiles();
    assert.equal(press(key), !taken);
    assert.deepEqual(take(), asked);
  });
}

test("a space that belongs to typed text opens nothing", () => {
  const press = tiles({
    types: () => true,
    find: (/** @type {KeyboardEvent} */ { key }) => (key === " " ? "GB" : undefined),
  });
  press(" ");
  press("Enter");
  assert.deepEqual(take(), [{ focus: { at: "GB" } }, "open"]);
});

test("combinations belong to the browser, but AltGr makes letters", () => {
  const press = tiles({ find: () => "GB" });
  for (const held of ["altKey", "ctrlKey", "metaKey"])
    assert.equal(press("b", { [held]: true, getModifierState: () => false }), true, held);
  assert.deepEqual(take(), []);
  assert.equal(press("ł", { altKey: true, ctrlKey: true, getModifierState: () => true }), false);
  assert.deepEqual(take(), [{ focus: { at: "GB" } }]);
});

test("typeahead receives every key of the map, and an arrow ends the typing", () => {
  /** @type {string[]} */
  const seen = [];
  const press = tiles({ find: (/** @type {KeyboardEvent} */ { key }) => void seen.push(key) });
  for (const key of ["f", "End", "r", "Enter", "Tab"]) press(key);
  assert.deepEqual(
    [seen, take()],
    [
      ["f", "End", "r"],
      [{ focus: "last" }, "open"],
    ],
  );
});

test("the map gets and loses the focus ring with the focus", () => {
  tiles();
  fire(parts.map.tiles, "focus");
  fire(parts.map.tiles, "blur");
  assert.deepEqual(take(), [{ focus: "in" }, { focus: "out" }]);
});

/** Listens to the timeline. It is 200 px wide, begins at 100, and is drawn at half its size. */
function timeline() {
  const area = parts.timeline.root;
  area.getBoundingClientRect = () => ({ left: 100, top: 50, width: 200 });
  Object.defineProperty(area, "offsetWidth", { value: 400 });
  area.setPointerCapture = () => {};
  const scrubbing = (/** @type {boolean} */ active) => void sent.push(active ? "begins" : "ends");
  const cancel = () => void sent.push("returns");
  listenTimeline(area, { send, scrubbing, cancel, tip: parts.tip, signal: forever });
  const mouse = { pointerId: 1, pointerType: "mouse", isPrimary: true, button: 0, clientX: 110, clientY: 60 };
  return (/** @type {string} */ type, given = {}) => fire(area, type, { ...mouse, ...given });
}

test("a mouse takes the nearer handle at once and scrubs in pixels of the part, also if the page has scaled it", () => {
  const point = timeline();
  assert.equal(point("pointerdown"), false);
  assert.deepEqual(take(), ["leave", { grab: 20 }, "begins"]);
  point("pointermove", { clientX: 111 });
  point("pointerup");
  assert.deepEqual(take(), [{ scrub: 22 }, "ends"]);
  point("pointermove", { clientX: 150 });
  assert.deepEqual(take(), [{ hover: { part: "timeline", x: 100, y: 20 } }]);
});

test("a finger scrubs after it has moved sideways, otherwise it taps", () => {
  const point = timeline();
  const touch = { pointerType: "touch" };
  assert.equal(point("pointerdown", touch), true);
  point("pointermove", { ...touch, clientX: 113 });
  assert.deepEqual(take(), []);
  point("pointerup", touch);
  assert.deepEqual(take(), [{ grab: 20 }]);
  point("pointerdown", touch);
  point("pointermove", { ...touch, clientX: 106 });
  assert.deepEqual(take(), ["leave", { grab: 20 }, "begins", { scrub: 12 }]);
  point("pointercancel", touch);
  point("lostpointercapture", touch);
  assert.deepEqual(take(), ["ends"]);
});

test("Escape cancels a press and a drag: the handle returns, and the pointer moves nothing more", () => {
  const point = timeline();
  fire(parts.timeline.root, "keydown", { key: "Escape" });
  assert.deepEqual(take(), [], "nothing is pressed");
  point("pointerdown");
  point("pointermove", { clientX: 111 });
  take();
  fire(parts.timeline.root, "keydown", { key: "a" });
  assert.deepEqual(take(), []);
  fire(parts.timeline.root, "keydown", { key: "Escape" });
  assert.deepEqual(take(), ["returns", "ends"]);
  point("pointermove", { clientX: 120, pointerType: "pen" });
  point("pointerup");
  point("lostpointercapture");
  assert.deepEqual(take(), []);
});

test("a second finger, another button and another pointer have no effect", () => {
  const point = timeline();
  point("pointerdown", { button: 2 });
  point("pointerdown", { isPrimary: false });
  point("pointermove", { pointerType: "touch" });
  point("pointerup");
  assert.deepEqual(take(), []);
  point("pointerdown");
  take();
  point("pointermove", { pointerId: 2, pointerType: "touch" });
  point("pointerup", { pointerId: 2 });
  assert.deepEqual(take(), []);
});

test("on the map a mouse hovers and selects; a finger does both at once", () => {
  const area = parts.map.root;
  area.getBoundingClientRect = () => ({ left: 0, top: 0, width: 0 });
  listenMap(area, { send, tip: parts.tip, signal: forever });
  const at = { clientX: 5, clientY: 6 };
  const place = { part: "map", x: 5, y: 6 };
  fire(area, "pointermove", { ...at, pointerType: "mouse" });
  fire(area, "pointermove", { ...at, pointerType: "touch" });
  fire(area, "click", { ...at, pointerType: "mouse" });
  fire(area, "click", { ...at, pointerType: "touch" });
  assert.deepEqual(take(), [{ hover: place }, { tap: place }, { hover: place }, { tap: place }]);
});

test("a mouse that leaves has no target, unless it moves onto the tooltip", () => {
  const area = parts.map.root;
  listenLeave(area, { send, tip: parts.tip, signal: forever });
  fire(area, "pointerleave", { pointerType: "touch", relatedTarget: null });
  fire(area, "pointerleave", { pointerType: "mouse", relatedTarget: parts.tip });
  assert.deepEqual(take(), []);
  fire(area, "pointerleave", { pointerType: "mouse", relatedTarget: null });
  assert.deepEqual(take(), ["leave"]);
});

test("Escape or a press elsewhere closes a tooltip, a press on its target does not", () => {
  const tooltip = /** @type {any} */ ({ shown: true, dismiss: () => void sent.push("dismiss") });
  const stop = new AbortController();
  listenDismissal(parts, { tooltip, send, signal: stop.signal });
  for (const part of [parts.map.canvas, parts.timeline.range, parts.tip]) fire(part, "pointerdown");
  fire(parts.map.tiles, "keydown", { key: "Escape" });
  fire(parts.controls.play, "keydown", { key: "a" });
  assert.deepEqual(take(), [], "the map answers Escape itself");
  fire(parts.controls.play, "keydown", { key: "Escape" });
  fire(document.body, "pointerdown");
  assert.deepEqual(take(), ["dismiss", "leave", "dismiss"]);
  tooltip.shown = false;
  fire(document.body, "pointerdown");
  fire(document.body, "keydown", { key: "Escape" });
  assert.deepEqual(take(), []);
  fire(parts.figure, "pointerover", { pointerType: "touch" });
  assert.equal(parts.tip.style.pointerEvents, "none");
  fire(parts.figure, "pointerover", { pointerType: "mouse" });
  assert.equal(parts.tip.style.pointerEvents, "");
  stop.abort();
});

test("a drag gives the focus to its handle, and reports its end", () => {
  const held = { handle: "other" };
  parts.timeline.root.setPointerCapture = () => {};
  const to = {
    send: (/** @type {any} */ intent) =>
      void (Object(intent).grab === undefined && intent !== "leave" && sent.push(intent)),
    holdsOther: () => held.handle === "other",
    released: () => void sent.push("released"),
    tip: parts.tip,
    signal: forever,
  };
  const scrubber = new Scrubber(parts.timeline, to);
  assert.equal(scrubber.speaks, false);
  scrubber.render(
    /** @type {any} */ ({
      range: { min: 1, max: 9, value: 5, text: { text: "fünf", lang: "de" } },
      compare: { value: 3, text: "three" },
    }),
  );
  const { range, other } = parts.timeline;
  assert.deepEqual(
    [range.value, range.getAttribute("aria-valuetext"), range.lang, other.value, other.hidden],
    ["5", "fünf", "de", "3", false],
  );
  const mouse = { pointerId: 1, pointerType: "mouse", isPrimary: true, button: 0, clientX: 0, clientY: 0 };
  fire(parts.timeline.root, "pointerdown", mouse);
  assert.deepEqual(
    [scrubber.active, scrubber.speaks, parts.root.getRootNode().activeElement === other],
    [true, true, true],
  );
  fire(other, "keydown", { key: "Escape", bubbles: true });
  assert.deepEqual([scrubber.active, take()], [false, [{ hold: "other" }, { compare: 3 }, "released"]]);
  fire(parts.timeline.root, "pointerup", mouse);
  assert.deepEqual(take(), []);
  scrubber.render(/** @type {any} */ ({ range: { min: 1, max: 9, value: 5, text: "five" }, compare: null }));
  assert.deepEqual([other.hidden, range.hasAttribute("lang")], [true, false]);
  const six = { min: 1, max: 9, value: 6, text: "six" };
  scrubber.render(/** @type {any} */ ({ range: six, compare: null, playing: true }));
  assert.deepEqual(
    [range.value, range.getAttribute("aria-valuetext")],
    ["5", "five"],
    "it waits for the end of playback",
  );
  range.value = "7";
  fire(range, "input");
  assert.deepEqual(take(), [{ day: 8 }], "two more than the value is two days after the date");
  scrubber.render(/** @type {any} */ ({ range: six, compare: null, playing: false }));
  assert.deepEqual([range.value, range.getAttribute("aria-valuetext")], ["6", "six"]);
});

/** The observers of the page. @type {any[]} */
let observers = [];
/** @param {string} kind */
const observer = (kind) =>
  class {
    /** @param {(entries: any[]) => void} changed @param {object} [around] */
    constructor(changed, around) {
      observers.push(Object.assign(this, { kind, changed, around, ended: false, seen: 0 }));
    }
    observe() {
      /** @type {any} */ (this).seen++;
    }
    unobserve() {}
    disconnect() {
      /** @type {any} */ (this).ended = true;
    }
  };

beforeEach(() => {
  observers = [];
  give("IntersectionObserver", observer("sight"));
  give("ResizeObserver", observer("size"));
  goTo("/article");
});

/** @param {boolean} isIntersecting @param {number} [width] */
const sight = (isIntersecting, width = 10) => [
  { isIntersecting: !isIntersecting },
  { isIntersecting, boundingClientRect: { width } },
];

test("only the last of several reports counts, and an element without width is not visible", () => {
  /** @type {boolean[]} */
  const seen = [];
  const stop = new AbortController();
  watchVisibility(parts.root, (is) => void seen.push(is), stop.signal);
  observers[0].changed(sight(true));
  observers[0].changed(sight(true, 0));
  observers[0].changed(sight(false));
  assert.deepEqual(seen, [true, false, false]);
  stop.abort();
  assert.equal(observers[0].ended, true);
});

test("an element that only gets a width is observed again, with a margin of one viewport", () => {
  const stop = new AbortController();
  watchNearViewport(parts.root, () => {}, stop.signal);
  const [near, size] = observers;
  assert.deepEqual([near.around, near.seen], [{ rootMargin: "100%" }, 1]);
  size.changed();
  assert.equal(near.seen, 2);
  stop.abort();
  assert.deepEqual([near.ended, size.ended], [true, true]);
  Object.defineProperty(/** @type {any} */ (globalThis).IntersectionObserver.prototype, "scrollMargin", { value: "" });
  watchNearViewport(parts.root, () => {}, forever);
  assert.deepEqual(observers[2].around, { scrollMargin: "100%" });
});

/** Whether an element has come near. @param {Promise<void>} waiting */
const isOver = async (waiting) => {
  let over = false;
  waiting.then(() => (over = true));
  await new Promise(setImmediate);
  return over;
};

for (const [what, comes] of /** @type {[string, (host: any) => void][]} */ ([
  ["it comes near", () => observers[0].changed(sight(true))],
  ["it is printed", () => void fire(/** @type {any} */ (window), "beforeprint")],
  [
    "a link asks for it",
    () => (goTo("/article#ban-spread=2020"), void fire(/** @type {any} */ (window), "hashchange")),
  ],
])) {
  test(`an element far away waits until ${what}`, async () => {
    const host = stage("<ban-spread></ban-spread>");
    const waiting = whenNearViewport(host, forever);
    observers[0].changed(sight(false));
    fire(/** @type {any} */ (window), "hashchange");
    assert.equal(await isOver(waiting), false);
    comes(host);
    assert.equal(await isOver(waiting), true);
    assert.equal(observers[0].ended, true, "nothing is watched any longer");
  });
}

test("an element that loads eagerly, or that the address names, does not wait", async () => {
  assert.equal(await isOver(whenNearViewport(stage('<ban-spread loading="eager"></ban-spread>'), forever)), true);
  goTo("/article#ban-spread=2020");
  assert.equal(await isOver(whenNearViewport(stage("<ban-spread></ban-spread>"), forever)), true);
  assert.equal(observers.length, 0);
});

test("an element that nobody waits for is not observed any more", () => {
  const stop = new AbortController();
  whenNearViewport(stage("<ban-spread></ban-spread>"), stop.signal);
  stop.abort();
  assert.deepEqual(
    observers.map(({ ended }) => ended),
    [true, true],
  );
});

test("a width is reported in whole pixels, and only if it has changed", () => {
  /** @type {number[]} */
  const widths = [];
  watchWidth(parts.root, (width) => void widths.push(width), forever);
  for (const width of [300.7, 300.2, 299.9])
    observers[0].changed([{ contentRect: { width: 1 } }, { contentRect: { width } }]);
  assert.deepEqual(widths, [300, 299]);
});

/** Elements that have a place on the page. @type {Set<Element>} */
let placed = new Set();

test("the focus of a hidden element moves to the nearest remaining one", () => {
  const figure = stageInShadow(
    '<div class="figure"><button id="far"></button><section><p><button id="gone"></button></p><input id="near"></section></div>',
  );
  const find = (/** @type {string} */ id) => figure.querySelector(`#${id}`);
  placed = new Set([find("far"), find("gone"), find("near")]);
  for (const element of placed) element.getClientRects = () => /** @type {any} */ (placed.has(element) ? [1] : []);
  const active = () => figure.getRootNode().activeElement?.id;
  find("gone").focus();
  holdFocus(figure)();
  assert.equal(active(), "gone", "what is still there keeps it");
  const handOn = holdFocus(figure);
  placed.delete(find("gone"));
  handOn();
  assert.equal(active(), "near");
  const again = holdFocus(figure);
  find("near").closest("section").setAttribute("hidden", "until-found");
  again();
  assert.equal(active(), "far", "what only the page's own search finds is no place for it");
  find("far").blur();
  holdFocus(figure)();
  assert.equal(active(), undefined);
});

test("canvases and ranges are at the positions of the core, and are painted", () => {
  give("devicePixelRatio", 2);
  const context = /** @type {{gone: boolean}} */ ({ gone: false });
  for (const canvas of [parts.map.canvas, parts.timeline.base, parts.timeline.cursor]) {
    canvas.getContext = () => (context.gone ? null : {});
  }
  /** @type {any[]} */
  const painted = [];
  const plot = { x: 20, y: 5, width: 300, height: 40 };
  const arrangement = {
    map: { width: 400, height: 200 },
    timeline: { width: 400, height: 60, plot },
    tiles: [],
  };
  const engine = /** @type {any} */ ({
    configure: (/** @type {any} */ settings) => ({ ...arrangement, ...settings }),
    paint: (/** @type {any[]} */ ...given) => void painted.push(given),
    swatch: (/** @type {number} */ index) => void painted.push(index),
  });
  const picture = new Picture(parts, engine);
  assert.deepEqual(picture.configure({ width: 400 }), { ...arrangement, width: 400 });
  picture.paint();
  const { map, timeline } = parts;
  assert.deepEqual(painted.splice(0), [[map.canvas, timeline.base, timeline.cursor, 2]]);
  const { range, ring } = parts.timeline;
  assert.deepEqual(
    [parts.map.canvas.width, range.style.left, range.style.width, ring.style.left],
    [800, "8px", "324px", "20px"],
  );
  assert.deepEqual([picture.swatch(3).width, painted], [32, [3]]);
  context.gone = true;
  picture.configure({ width: 400 });
  assert.equal(picture.drawn, false);
});
