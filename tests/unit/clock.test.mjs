/** Behaviour in time: announcements, playback, frames and button feedback. No test waits for a clock. */

import assert from "node:assert/strict";
import { setMaxListeners } from "node:events";
import { beforeEach, test } from "node:test";
import { ButtonFeedback } from "../../www/panels/button-feedback.js";
import { Frame } from "../../www/chart/frame.js";
import { Live } from "../../www/a11y/live.js";
import { Sound } from "../../www/a11y/sound.js";

/** The timers of Node, which a test advances. @param {import("node:test").TestContext} t */
const hold = (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  return (/** @type {number} */ ms) => t.mock.timers.tick(ms);
};

/** The part of an element that these modules use. @returns {any} */
function element() {
  /** @type {Record<string, string>} */
  const attributes = {};
  return {
    ...Object.assign(new EventTarget(), { textContent: "", attributes, dataset: {} }),
    getAttribute: (/** @type {string} */ name) => attributes[name] ?? null,
    setAttribute: (/** @type {string} */ name, /** @type {string} */ value) => void (attributes[name] = value),
    removeAttribute: (/** @type {string} */ name) => void delete attributes[name],
    listeners: /** @type {Record<string, () => void>} */ ({}),
    addEventListener(/** @type {string} */ name, /** @type {() => void} */ heard) {
      this.listeners[name] = heard;
    },
  };
}

/** A status line, and its text at a pause. */
function listen() {
  const line = element();
  const rest = /** @type {any} */ ({ holds: "one", news: null, told: "one" });
  const is = { rest, rests: 0 };
  const stop = new AbortController();
  const live = new Live(line, () => (is.rests++, is.rest), stop.signal);
  live.appear("one");
  return { line, live, is, stop, rest, said: () => line.textContent };
}

test("the sentence of the first picture is not announced", (t) => {
  const tick = hold(t);
  const { live, said } = listen();
  live.schedule();
  tick(600);
  assert.equal(said(), "");
});

test("the sentence is announced when the reader pauses, and only then", (t) => {
  const tick = hold(t);
  const { live, rest, said, is } = listen();
  rest.holds = rest.told = "two";
  for (let n = 0; n < 10; n++) {
    live.schedule();
    tick(599);
  }
  assert.deepEqual([said(), is.rests], ["", 0]);
  tick(1);
  assert.deepEqual([said(), is.rests], ["two", 1]);
});

test("the sentence is announced once, even if something moves again", (t) => {
  const tick = hold(t);
  const { live, rest, line, said } = listen();
  rest.holds = rest.told = "two";
  live.schedule();
  tick(600);
  line.textContent = "";
  live.schedule();
  tick(600);
  assert.equal(said(), "");
});

test("a sentence that comes back to the same is not announced", (t) => {
  const tick = hold(t);
  const { live, rest, said } = listen();
  rest.holds = rest.told = "two";
  live.schedule();
  rest.holds = "one";
  live.schedule();
  tick(600);
  assert.equal(said(), "");
});

test("the same sentence in another style or language is not announced", (t) => {
  const tick = hold(t);
  const { live, rest, said } = listen();
  rest.holds = "eins";
  live.schedule(false);
  tick(600);
  assert.equal(said(), "");
  rest.holds = rest.told = "zwei";
  live.schedule(false);
  live.schedule();
  live.schedule(false);
  tick(600);
  assert.equal(said(), "zwei", "what has moved before the look has changed counts");
});

test("news are announced instead of the sentence, also if the sentence is the same", (t) => {
  const tick = hold(t);
  const { live, rest, said } = listen();
  rest.news = "a step";
  live.schedule();
  tick(600);
  assert.equal(said(), "a step");
});

test("if something else announces the sentence, the line is emptied, but news are announced", (t) => {
  const tick = hold(t);
  const { live, rest, line, said } = listen();
  line.textContent = "old";
  Object.assign(rest, { holds: "two", told: "" });
  live.schedule();
  tick(600);
  assert.equal(said(), "");
  Object.assign(rest, { holds: "three", news: "a step" });
  live.schedule();
  tick(600);
  assert.equal(said(), "a step");
});

test("at a moment that is no pause nothing is announced, and a move is announced at the next pause", (t) => {
  const tick = hold(t);
  const { live, is, rest, said } = listen();
  rest.holds = rest.told = "two";
  is.rest = null;
  live.schedule();
  tick(600);
  assert.equal(said(), "");
  is.rest = rest;
  live.schedule(false);
  tick(600);
  assert.equal(said(), "two");
});

test("a text in another language has a lang attribute", (t) => {
  const tick = hold(t);
  const { live, rest, line } = listen();
  rest.holds = rest.told = { text: "zwei", lang: "de" };
  live.schedule();
  tick(600);
  assert.deepEqual([line.textContent, line.attributes], ["zwei", { lang: "de" }]);
});

test("words replace only the words that they are meant for", () => {
  const { live, said } = listen();
  live.say("copied");
  live.say("", "something else");
  assert.equal(said(), "copied");
  live.say("", "copied");
  assert.equal(said(), "");
});

test("after the end nothing is announced", (t) => {
  const tick = hold(t);
  const { live, is, rest, stop } = listen();
  rest.holds = rest.told = "two";
  live.schedule();
  stop.abort();
  tick(10_000);
  assert.equal(is.rests, 0);
});

test("feedback stands beside its button for two seconds", (t) => {
  const tick = hold(t);
  /** @type {any[]} */
  const said = [];
  const button = element();
  new ButtonFeedback((...words) => void said.push(words)).show(button, "Copied");
  assert.equal(button.dataset.said, "Copied");
  tick(1999);
  assert.equal(button.dataset.said, "Copied");
  tick(1);
  assert.equal("said" in button.dataset, false);
  assert.deepEqual(said, [["Copied"], ["", "Copied"]]);
});

test("a second feedback removes the first one at once, and stands two seconds", (t) => {
  const tick = hold(t);
  const [one, other] = [element(), element()];
  const feedback = new ButtonFeedback(() => {});
  feedback.show(one, "One");
  tick(1500);
  feedback.show(other, "Other");
  assert.deepEqual([one.dataset, other.dataset], [{}, { said: "Other" }]);
  tick(1999);
  assert.equal(other.dataset.said, "Other");
  tick(1);
  assert.deepEqual(other.dataset, {});
});

/** Animation frames that a test runs. */
const frames = {
  all: /** @type {Map<number, (now: number) => void>} */ (new Map()),
  last: 0,
  /** @param {number} now */
  come(now) {
    const due = [...this.all.values()];
    this.all.clear();
    for (const run of due) run(now);
  },
};
// All playback of these tests listens to one page.
setMaxListeners(0);

/** The page for playback. */
const page = Object.assign(new EventTarget(), { hidden: false });
const calm = Object.assign(new EventTarget(), { matches: false });
/** @type {any} */
let sight;

Object.assign(globalThis, {
  requestAnimationFrame: (/** @type {(now: number) => void} */ run) => (
    frames.all.set(++frames.last, run),
    frames.last
  ),
  cancelAnimationFrame: (/** @type {number} */ handle) => void frames.all.delete(handle),
  document: page,
  Document: { prototype: page },
  matchMedia: (/** @type {string} */ query) =>
    query === "(prefers-reduced-motion: reduce)" ? calm : new EventTarget(),
  IntersectionObserver: class {
    /** @param {(entries: object[]) => void} changed */
    constructor(changed) {
      sight = { changed, ended: false };
    }
    observe() {}
    disconnect() {
      sight.ended = true;
    }
  },
});

const { Player } = await import("../../www/chart/player.js");

beforeEach(() => {
  frames.all.clear();
  page.hidden = false;
  calm.matches = false;
});

/** Playback, and the intents that it sends. */
function playback() {
  /** @type {any[]} */
  const sent = [];
  const stop = new AbortController();
  const at = { end: false };
  const to = { send: (/** @type {any} */ intent) => void sent.push(intent), ended: () => at.end, signal: stop.signal };
  const player = new Player(/** @type {any} */ ({}), to);
  /** @param {boolean} isIntersecting @param {number} [width] */
  const see = (isIntersecting, width = 100) => sight.changed([{ isIntersecting, boundingClientRect: { width } }]);
  return { player, sent, stop, at, see, take: () => sent.splice(0) };
}

test("from the second frame on, playback reports the time between frames", () => {
  const { player, take } = playback();
  player.follow({ playing: true, moving: false });
  frames.come(1000);
  assert.deepEqual(take(), []);
  frames.come(1016);
  frames.come(1033);
  assert.deepEqual(take(), [{ advance: 16 }, { advance: 17 }]);
});

test("playback that had to wait continues where it was", () => {
  const { player, take } = playback();
  player.follow({ playing: true, moving: false });
  frames.come(1000);
  frames.come(60_000);
  assert.deepEqual(take(), [{ advance: 100 }]);
});

test("time that does not pass advances nothing", () => {
  const { player, take } = playback();
  player.follow({ playing: true, moving: false });
  frames.come(1000);
  frames.come(1000);
  assert.deepEqual(take(), []);
});

test("playback that is followed repeatedly requests one frame", () => {
  const { player } = playback();
  for (let n = 0; n < 3; n++) player.follow({ playing: true, moving: n % 2 === 0 });
  assert.equal(frames.all.size, 1);
});

for (const [
  what,
  rest,
  go,
] of /** @type {[string, (f: ReturnType<typeof playback>) => void, (f: ReturnType<typeof playback>) => void][]} */ ([
  ["it is off screen", ({ see }) => see(false), ({ see }) => see(true)],
  ["it has no width", ({ see }) => see(true, 0), ({ see }) => see(true)],
  ["the page is hidden", () => hide(true), () => hide(false)],
  [
    "it is paused",
    ({ player }) => player.follow({ playing: false, moving: false }),
    ({ player }) => player.follow({ playing: true, moving: false }),
  ],
])) {
  test(`playback requests no frame while ${what}, and then continues without a jump`, () => {
    const one = playback();
    one.player.follow({ playing: true, moving: false });
    frames.come(1000);
    rest(one);
    assert.equal(frames.all.size, 0);
    go(one);
    frames.come(5000);
    frames.come(5016);
    assert.deepEqual(one.take(), [{ advance: 16 }]);
  });
}

/** @param {boolean} hidden */
function hide(hidden) {
  page.hidden = hidden;
  page.dispatchEvent(new Event("visibilitychange"));
}

test("a fade continues while playback pauses", () => {
  const { player, see } = playback();
  player.follow({ playing: false, moving: true });
  see(false);
  assert.equal(frames.all.size, 1);
  player.follow({ playing: false, moving: false });
  assert.equal(frames.all.size, 0);
});

test("a fade alone requests frames", () => {
  const { player } = playback();
  player.follow({ playing: false, moving: true });
  assert.equal(frames.all.size, 1);
});

test("what changes nothing does not delay the next jump", (t) => {
  const tick = hold(t);
  const { player, take } = playback();
  calm.matches = true;
  player.follow({ playing: true, moving: false });
  tick(1599);
  player.follow({ playing: true, moving: false });
  tick(1);
  assert.deepEqual(take(), [{ step: 1 }, "play"]);
});

test("the page keeps no listener of a chart that has ended", (t) => {
  const listens = [page, calm].map((target) => t.mock.method(target, "addEventListener"));
  const { stop } = playback();
  assert.deepEqual(
    listens.map(({ mock: { calls } }) => calls.map(({ arguments: [, , how] }) => /** @type {any} */ (how).signal)),
    [[stop.signal], [stop.signal]],
  );
});

test("with reduced motion the date jumps from change to change without frames", (t) => {
  const tick = hold(t);
  const { player, take, at } = playback();
  calm.matches = true;
  player.follow({ playing: true, moving: true });
  assert.equal(frames.all.size, 0);
  tick(1599);
  assert.deepEqual(take(), []);
  tick(1);
  assert.deepEqual(take(), [{ step: 1 }, "play"]);
  tick(1600);
  assert.deepEqual(take(), [{ step: 1 }, "play"]);
  at.end = true;
  tick(1600);
  assert.deepEqual(take(), [{ step: 1 }], "at the end nothing is started again");
  player.follow({ playing: false, moving: false });
  tick(10_000);
  assert.deepEqual(take(), []);
});

test("a reader who asks for reduced motion during playback gets it at once", (t) => {
  const tick = hold(t);
  const { player, take } = playback();
  player.follow({ playing: true, moving: false });
  calm.matches = true;
  calm.dispatchEvent(new Event("change"));
  assert.equal(frames.all.size, 0);
  tick(1600);
  assert.deepEqual(take(), [{ step: 1 }, "play"]);
});

test("jumps pause while nobody can see them", (t) => {
  const tick = hold(t);
  const { player, take, see } = playback();
  calm.matches = true;
  player.follow({ playing: true, moving: false });
  see(false);
  tick(10_000);
  assert.deepEqual(take(), []);
});

test("the end of a chart ends its playback", (t) => {
  const tick = hold(t);
  const { player, stop, take } = playback();
  player.follow({ playing: true, moving: true });
  stop.abort();
  tick(10_000);
  assert.deepEqual([frames.all.size, take(), sight.ended], [0, [], true]);
});

test("work is done once in a frame, however often it is requested, or at once", () => {
  let works = 0;
  const frame = new Frame(() => works++);
  frame.request();
  frame.request();
  assert.equal(frames.all.size, 1);
  frames.come(0);
  assert.equal(works, 1);
  frame.request();
  frame.flush();
  assert.deepEqual([works, frames.all.size], [2, 0]);
  frame.request();
  assert.equal(frames.all.size, 1, "each request after the work has its own frame");
  frame.cancel();
  frames.come(0);
  assert.equal(works, 2);
});

/** The sounds that a browser would make. */
const heard = /** @type {{open: number, tones: number[], volumes: any[]}} */ ({ open: 0, tones: [], volumes: [] });

class Audio {
  currentTime = 5;
  destination = {};
  constructor() {
    heard.open++;
  }
  close() {
    heard.open--;
  }
  createOscillator() {
    const frequency = {
      set value(/** @type {number} */ hertz) {
        heard.tones.push(Math.round(hertz * 10) / 10);
      },
    };
    return { frequency, connect: (/** @type {unknown} */ next) => next, start() {}, stop() {} };
  }
  createGain() {
    const note = (/** @type {any[]} */ ...what) => void heard.volumes.push(what);
    return { gain: { setValueAtTime: note, linearRampToValueAtTime: note }, connect() {} };
  }
}

/** A button for sound, and its chart. */
function listenTo() {
  Object.assign(globalThis, { AudioContext: Audio });
  Object.assign(heard, { open: 0, tones: [], volumes: [] });
  const button = element();
  const stop = new AbortController();
  const sound = new Sound(button, stop.signal);
  /** @param {number} count @param {boolean} [playing] @param {number} [most] */
  const show = (count, playing = true, most = 30) =>
    sound.render(/** @type {any} */ ({ playing, legend: [{ count, most }] }));
  return { button, stop, show, press: () => button.listeners.click() };
}

test("without audio there is no button", () => {
  Object.assign(globalThis, { AudioContext: undefined });
  const button = element();
  new Sound(button, new AbortController().signal);
  assert.equal(button.hidden, true);
});

test("audio is created only on request, and closed on a second request or at the end", () => {
  const { button, stop, show, press } = listenTo();
  show(1);
  assert.deepEqual(
    [heard.open, heard.tones, button.hidden, button.attributes],
    [0, [], false, { "aria-pressed": "false" }],
  );
  press();
  assert.deepEqual([heard.open, button.attributes], [1, { "aria-pressed": "true" }]);
  press();
  assert.equal(heard.open, 0);
  press();
  stop.abort();
  assert.deepEqual([heard.open, button.attributes], [0, { "aria-pressed": "false" }]);
});

test("each count during playback is one tone of the scale, up to three octaves above the lowest", () => {
  const { show, press } = listenTo();
  press();
  for (const count of [0, 2, 4, 6, 8, 10, 20, 30]) show(count);
  assert.deepEqual(heard.tones, [220, 246.9, 277.2, 329.6, 370, 440, 880, 1760]);
});

test("an unchanged count, a step and a drag make no tone", () => {
  const { show, press } = listenTo();
  press();
  show(2);
  show(2);
  show(4, false);
  show(4);
  assert.deepEqual(heard.tones, [246.9]);
});

test("a tone begins and ends softly", () => {
  const { show, press } = listenTo();
  press();
  show(2);
  assert.deepEqual(heard.volumes, [
    [0, 5],
    [0.08, 5.02],
    [0, 5.4],
  ]);
});
