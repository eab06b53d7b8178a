/** The heights that the page in a frame reports, in the protocol of each host. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { give, goTo } from "./page.mjs";

give("origin", "https://paper.example");

const { Protocols } = await import("../../www/embed/protocols.js");

beforeEach(() => goTo("/embed.html"));

/** All messages with a height. @param {string} query @param {unknown[]} [heard] @param {number} [height] */
function heights(query, heard = [], height = 640) {
  const protocols = new Protocols(new URLSearchParams(query));
  for (const message of heard) protocols.hear(message);
  give("innerWidth", 500);
  return [...protocols.say(height)];
}

test("a height is reported in the protocol of each host that uses no name", () => {
  const src = "https://paper.example/embed.html";
  assert.deepEqual(heights(""), [
    { type: "ban-spread", event: "height", detail: { height: 640 } },
    { sentinel: "amp", type: "embed-size", height: 640 },
    { "datawrapper-height": { [src]: 640 } },
    JSON.stringify({ src, context: "iframe.resize", height: 640 }),
    JSON.stringify({ sender: "Flourish", context: "iframe.resize", method: "resize", height: 640, src }),
    JSON.stringify({ type: "set-height", value: 640 }),
  ]);
});

test("AMP never receives less than it accepts", () => {
  assert.deepEqual(heights("", [], 40)[1], { sentinel: "amp", type: "embed-size", height: 100 });
  assert.equal(/** @type {any} */ (heights("", [], 40)[0]).detail.height, 40);
});

test("Pym.js and the listener of Datawrapper identify the frame by its id", () => {
  for (const query of ["childId=pym-0", "id=pym-0", "childId=pym-0&id=other"]) {
    const said = heights(query);
    assert.ok(said.includes("pymxPYMxpym-0xPYMxheightxPYMx640"), query);
    assert.deepEqual(said[2], { "datawrapper-height": { "pym-0": 640 } });
  }
});

test("WordPress identifies the frame by its secret, which is in the address from the beginning", () => {
  goTo("/embed.html#?secret=abc123");
  const protocols = new Protocols(new URLSearchParams());
  goTo("/embed.html#ban-spread=2020");
  assert.deepEqual([...protocols.say(640)].at(-1), { secret: "abc123", message: "height", value: 640 });
});

test("iframe-resizer identifies the frame by the name that it assigns, and is first told that the frame has begun", () => {
  const protocols = new Protocols(new URLSearchParams());
  give("innerWidth", 500);
  assert.equal(protocols.hear("[iFrameSizer]map:8:false:true"), true);
  assert.equal([...protocols.say(640)].at(-1), "[iFrameSizer]map:640:500:init");
  assert.equal(protocols.hear("[iFrameSizer]resize"), true);
  assert.equal([...protocols.say(700)].at(-1), "[iFrameSizer]map:700:500:size");
});

for (const [message, asksForHeight] of /** @type {[unknown, boolean][]} */ ([
  [{ type: "ban-spread", get: "height" }, true],
  [{ message: "ready", secret: "abc" }, true],
  [{ message: "ready" }, false],
  ["pymxPYMxpym-0xPYMxwidthxPYMx400", true],
  ["pymxPYMxpym-1xPYMxwidthxPYMx400", false],
  ["[iFrameSizer]map:8:false", true],
  ["[iFrameSizer]", true],
  ["anything", false],
  ["", false],
  [null, false],
  [undefined, false],
  [5, false],
  [{}, false],
  [[], false],
])) {
  test(`the message ${JSON.stringify(message)} ${asksForHeight ? "asks" : "does not ask"} for the height`, () => {
    assert.equal(Boolean(new Protocols(new URLSearchParams("childId=pym-0")).hear(message)), asksForHeight);
  });
}

const root = document.documentElement;

/** @type {any} */
const clock = { frames: [], resized: () => {} };
const runFrames = () => clock.frames.splice(0).forEach((/** @type {() => void} */ run) => run());

test("a height is reported when it is known, after a change, and on request; a host that does not follow gets a scroll bar", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  give("requestAnimationFrame", (/** @type {() => void} */ run) => clock.frames.push(run));
  give(
    "ResizeObserver",
    class {
      /** @param {() => void} changed */
      constructor(changed) {
        clock.resized = changed;
      }
      observe() {}
    },
  );
  const size = { width: 500, height: 640.2 };
  root.getBoundingClientRect = () => /** @type {any} */ (size);
  give("innerHeight", 300);
  give("addEventListener", (/** @type {string} */ name, /** @type {() => void} */ heard) => void (clock[name] = heard));
  const { Heights } = await import("../../www/embed/heights.js");
  /** @type {any[]} */
  const said = [];
  const host = { there: true, post: (/** @type {any} */ message) => void said.push(message) };
  const protocols = {
    say: (/** @type {number} */ height) => [height],
    hear: (/** @type {any} */ data) => data === "height?",
  };
  const heights = new Heights(/** @type {any} */ (host), /** @type {any} */ (protocols));

  assert.equal(heights.hear("height?"), true, "asked before it is known");
  heights.begin();
  heights.begin();
  assert.deepEqual(said, []);
  assert.equal(root.dataset.room, "enough");
  clock.resized();
  clock.resized();
  runFrames();
  runFrames();
  assert.deepEqual(said, [641], "once, a frame after the element has drawn itself");
  clock.resized();
  runFrames();
  runFrames();
  assert.deepEqual(said, [641], "the same is not told again");
  t.mock.timers.tick(499);
  assert.equal(root.dataset.room, "enough");
  t.mock.timers.tick(1);
  assert.equal(root.dataset.room, "short");
  give("innerHeight", 641);
  clock.resize();
  assert.equal(root.dataset.room, "enough");
  assert.equal(heights.hear("height?"), true);
  assert.deepEqual(said, [641, 641]);
  assert.equal(heights.hear("something else"), false);
  size.width = 0;
  size.height = 0;
  clock.resized();
  runFrames();
  runFrames();
  assert.deepEqual(said, [641, 641], "what is not shown has no height");
});

test("a page outside of a frame reports no heights", async () => {
  const { Heights } = await import("../../www/embed/heights.js");
  root.dataset.room = "";
  new Heights(/** @type {any} */ ({ there: false }), /** @type {any} */ ({})).begin();
  assert.equal(root.dataset.room, "");
});
