/** The script for the page around frames: it sets the height that each frame reports, and does nothing else. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { give, stage } from "./page.mjs";

/** @type {Record<string, (event?: any) => void>} */
const listeners = {};
give(
  "addEventListener",
  (/** @type {string} */ name, /** @type {() => void} */ heard) => void (listeners[name] = heard),
);

/** The messages that the frames of the page have received. @type {any[][]} */
let asked = [];
/** @type {any[]} */
let frames = [];
/** The box sizing of each window. */
let boxSizing = "content-box";
give("getComputedStyle", () => ({ boxSizing }));
/** @type {"loading"|"complete"} */
let readyState = "complete";
Object.defineProperty(Document.prototype, "readyState", { get: () => readyState, configurable: true });

beforeEach(() => {
  asked = [];
  boxSizing = "content-box";
  const windows = [0, 1].map((n) => ({ postMessage: (/** @type {any[]} */ ...what) => void asked.push([n, ...what]) }));
  // Frames of a page without a browser have no window.
  frames = windows.map((contentWindow) => ({
    style: { height: "" },
    contentWindow,
    src: "",
    hasAttribute: (/** @type {string} */ name) => name === "data-ban-spread",
    offsetHeight: 110,
    clientHeight: 100,
  }));
  stage("<p></p>");
  Document.prototype.querySelectorAll = /** @type {any} */ (
    (/** @type {string} */ name) => (name === "iframe" ? frames : [])
  );
});

let copies = 0;
const load = () => import(`../../www/frames.js?copy=${copies++}`);
/** @param {object} event */
const say = (event) => listeners.message({ data: height(640), source: frames[0].contentWindow, ...event });
/** @param {unknown} height */
const height = (height) => ({ type: "ban-spread", event: "height", detail: { height } });

test("frames that were faster than the script are asked again", async () => {
  readyState = "complete";
  await load();
  const question = { type: "ban-spread", get: "height" };
  assert.deepEqual(asked, [
    [0, question, "*"],
    [1, question, "*"],
  ]);
});

test("if the page is still loading, frames are asked when it has loaded", async () => {
  readyState = "loading";
  await load();
  assert.deepEqual(asked, []);
  listeners.DOMContentLoaded();
  assert.equal(asked.length, 2);
});

for (const [what, marked, origin, src] of /** @type {[string, boolean, string, string][]} */ ([
  ["of another origin", false, "https://ads.example", "https://ads.example/"],
  ["that is sandboxed", false, "null", ""],
])) {
  test(`a frame ${what} without the attribute is neither asked nor obeyed`, async () => {
    readyState = "complete";
    Object.assign(frames[0], { src, hasAttribute: () => marked });
    await load();
    assert.deepEqual(
      asked.map(([n]) => n),
      [1],
    );
    say({ origin });
    assert.equal(frames[0].style.height, "");
  });
}

test("a frame without a window is ignored", async () => {
  readyState = "complete";
  frames[0].contentWindow = null;
  await load();
  assert.equal(asked.length, 1);
});

for (const [told, px] of [
  [640, "640px"],
  [640.5, "640.5px"],
  [10, "50px"],
  [-5, "50px"],
  [1_000_000, "8000px"],
]) {
  test(`a frame that reports ${told} gets ${px}, and no other frame does`, async () => {
    await load();
    say({ data: height(told) });
    assert.deepEqual(
      frames.map(({ style }) => style.height),
      [px, ""],
    );
  });
}

test("a border counts if it is part of the box", async () => {
  await load();
  boxSizing = "border-box";
  say({});
  assert.equal(frames[0].style.height, "650px");
});

for (const [what, event] of /** @type {[string, object][]} */ ([
  ["of another window", { source: {} }],
  ["of no window", { source: null }],
  ["that is a text", { data: "height" }],
  ["that is nothing", { data: null }],
  ["of another type", { data: { ...height(640), type: "x" } }],
  ["about something else", { data: { ...height(640), event: "change" } }],
  ["without a height", { data: { type: "ban-spread", event: "height" } }],
  ["with a text as height", { data: height("640") }],
  ["with no number as height", { data: height(NaN) }],
  ["with a height without end", { data: height(Infinity) }],
])) {
  test(`a message ${what} changes nothing`, async () => {
    await load();
    say(event);
    assert.deepEqual(
      frames.map(({ style }) => style.height),
      ["", ""],
    );
  });
}
