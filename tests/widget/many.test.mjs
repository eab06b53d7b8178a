/**
 * Many elements on one page: each loads when it is near, stops when it is hidden, and works and fails independently.
 */

import assert from "node:assert/strict";
import { open, useBrowser, waitUntil } from "./session.mjs";
import { eachEngine, oneEngine } from "./tiers.mjs";
import { mountMore, SAMPLE, Widget } from "./widget.mjs";

const session = useBrowser();

const COUNT = 10;

/**
 * Opens a page with counters and ten elements. Each is more than two windows from the next, and has its own data.
 * @param {(n: number) => Record<string, string>} [attributesOf]
 */
async function mountTen(attributesOf = () => ({})) {
  await open(session.driver, "/tests/widget/pages/counting.html");
  const elements = Array.from({ length: COUNT }, (_, n) => ({
    attributes: { src: `${SAMPLE}?n=${n}`, date: "2020-06-01", id: `n${n}`, ...attributesOf(n) },
    children: "<p>Two countries ban it.</p>",
  }));
  await session.driver.executeScript(async (elements) => {
    document.querySelector("main").className = "far-apart";
    for (const element of elements) window.mount(element);
    await window.define();
  }, elements);
  return elements.map((_, n) => new Widget(session.driver, n));
}

/**
 * Ten elements that have finished loading.
 * @param {(n: number) => Record<string, string>} [attributesOf]
 */
async function mountTenReady(attributesOf = () => ({})) {
  const widgets = await mountTen((n) => ({ loading: "eager", ...attributesOf(n) }));
  const loaded = () =>
    session.driver.executeScript(() => {
      const roots = [...document.querySelectorAll("ban-spread")].map((host) => host.shadowRoot?.querySelector(".root"));
      return roots.every((root) => root && root.dataset.state !== "loading");
    });
  await waitUntil(loaded, "all have come to an end");
  return widgets;
}

/** Waits until nothing on the page has requested a frame during ten frames. */
function untilStill() {
  return session.driver.executeAsyncScript((done) => {
    let [last, still] = [window.counted.frames, 0];
    const look = () => {
      still = window.counted.frames === last ? still + 1 : 0;
      last = window.counted.frames;
      if (still < 10) window.counted.frame(look);
      else done();
    };
    look();
  });
}

/**
 * The requests to the server, by a part of their address.
 * @param {string} part
 */
function requested(part) {
  return session.driver.executeScript((part) => {
    return performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .filter((name) => name.includes(part));
  }, part);
}

function requestedNumbers() {
  return requested("?n=").then((names) => names.map((name) => Number(name.split("=")[1])).sort());
}

const bringIntoView = (/** @type {Host} */ host) => host.scrollIntoView({ behavior: "instant" });
const countFrames = () => session.driver.executeScript(() => window.counted.frames);

oneEngine("ten elements request the engine once", async () => {
  await mountTenReady();
  assert.equal((await requested("banspread.wasm")).length, 1);
  assert.equal((await requestedNumbers()).length, COUNT);
});

eachEngine("elements far away load nothing until they come near, and keep their fallback", async () => {
  const widgets = await mountTen();
  await widgets[0].ready();
  await widgets[0].frames(10);
  assert.deepEqual(await requestedNumbers(), [0]);
  const fallback = (/** @type {Host} */ host) => host.querySelector("p").getClientRects().length > 0;
  for (const widget of widgets.slice(1)) {
    assert.equal((await widget.state()).state, "loading");
    assert.ok(await widget.run(fallback));
  }
  await widgets[6].run(bringIntoView);
  await widgets[6].ready();
  assert.deepEqual(await requestedNumbers(), [0, 6]);
});

eachEngine("an element less than a window away has its chart before it is visible", async () => {
  const widgets = await mountTen();
  await widgets[0].ready();
  await session.driver.executeScript(() => {
    const { top } = document.getElementById("n1").getBoundingClientRect();
    scrollBy({ top: top - innerHeight * 1.5, behavior: "instant" });
  });
  await widgets[1].ready();
  assert.ok(await widgets[1].run((host) => host.getBoundingClientRect().top > innerHeight));
});

eachEngine("while all elements are far away, nothing is requested from the server, not even the engine", async () => {
  await open(session.driver, "/tests/widget/pages/counting.html");
  await session.driver.executeScript(() => document.querySelector("main").classList.add("far-below"));
  const widget = await mountMore(session.driver, { attributes: { src: `${SAMPLE}?n=0` } });
  await widget.until("the element is defined", () => true);
  await widget.frames(20);
  assert.deepEqual([...(await requested("?n=")), ...(await requested(".wasm"))], []);
});

eachEngine("requests of a page to an element far away are done when it is near", async () => {
  const widgets = await mountTen();
  await widgets[4].run((host) => {
    host.selected = "DE";
    host.filter = "banned";
    host.play();
  });
  await widgets[0].ready();
  assert.deepEqual(await requestedNumbers(), [0]);
  await widgets[4].run(bringIntoView);
  await widgets[4].until("all of it is done", ({ history, legend, play }) => {
    return history?.name === "Germany" && legend[0].pressed === "true" && play === "Pause";
  });
});

/** By name. Each function runs in the page. @type {Record<string, (host: Host) => void>} */
const WANTED = {
  eagerness: (host) => void (host.loading = "eager"),
  "a link": (host) => void (location.hash = `ban-spread-${host.id}=2020-09-01,DE`),
  printing: () => void dispatchEvent(new Event("beforeprint")),
};

for (const [way, want] of Object.entries(WANTED)) {
  oneEngine(`${way} loads an element far away in its place`, async () => {
    const widgets = await mountTen();
    await widgets[0].ready();
    await widgets[7].run(want);
    await widgets[7].ready();
    assert.ok((await requestedNumbers()).includes(7));
  });
}

oneEngine("a link to one of several elements loads it, scrolls to it and does not affect the others", async () => {
  // From a page with the same path, a link would lead only to another part of it.
  await open(session.driver, "/tests/widget/pages/counting.html?link#ban-spread-3=2020-03-01..2020-09-01,DE");
  await session.driver.executeScript(() => (document.querySelector("main").className = "far-apart"));
  /** @type {Widget[]} */
  const widgets = [];
  for (let n = 0; n < 5; n++) {
    widgets.push(await mountMore(session.driver, { attributes: { src: `${SAMPLE}?n=${n}` } }));
  }
  const opened = await widgets[2].until("the history is open", ({ history }) => history?.name === "Germany");
  const { date, comparing } = opened;
  assert.deepEqual([date, comparing?.date], ["2020-09-01", "2020-03-01"]);
  await widgets[2].until("the page has gone there", () =>
    widgets[2].run((host) => {
      const { top, bottom } = host.getBoundingClientRect();
      return top < innerHeight && bottom > 0;
    }),
  );
  for (const n of [1, 3]) assert.equal((await widgets[n].state()).history, null);
  await session.driver.executeScript(() => (location.hash = "ban-spread-5=2020-08-20"));
  await widgets[4].until("the other link is followed", ({ state, date }) => state === "ready" && date === "2020-08-20");
  assert.equal((await widgets[2].state()).date, "2020-09-01");
});

/**
 * By name, how a stage is hidden and shown again. Each function runs in the page. @type {Record<string, ((stage:
 * HTMLElement) => void)[]>}
 */
const HIDDEN = {
  "not displayed": [(stage) => void (stage.style.display = "none"), (stage) => void (stage.style.display = "")],
  "without width": [(stage) => void (stage.style.width = "0"), (stage) => void (stage.style.width = "")],
  "in closed details": [
    (stage) => {
      const details = document.createElement("details");
      stage.replaceWith(details);
      details.append(stage);
    },
    (stage) => void Object.assign(stage.parentElement ?? {}, { open: true }),
  ],
};

for (const [way, [hide, show]] of Object.entries(HIDDEN)) {
  eachEngine(`an element ${way} waits until it is visible`, async () => {
    await open(session.driver, "/tests/widget/pages/stage.html");
    const onStage = (/** @type {(stage: HTMLElement) => void} */ change) =>
      session.driver.executeScript((change) => {
        new Function(`return ${change}`)()(document.getElementById("stage"));
      }, String(change));
    await onStage(hide);
    const widget = await mountMore(session.driver, { attributes: { src: `${SAMPLE}?n=0` } });
    await waitUntil(
      () => session.driver.executeScript(() => !!customElements.get("ban-spread")),
      "the element is defined",
    );
    await widget.frames(20);
    assert.deepEqual(await requestedNumbers(), []);
    await onStage(show);
    await widget.ready();
    assert.equal((await widget.state()).headline, "31 December 2020");
  });
}

eachEngine(
  "elements far away are not painted when the style of the page changes, but in time before they are visible",
  async () => {
    const widgets = await mountTenReady();
    await untilStill();
    const before = await countFrames();
    await session.driver.executeScript(() => (document.documentElement.style.colorScheme = "dark"));
    await session.driver.executeScript(() => (document.querySelector("main").style.width = "600px"));
    await widgets[0].until("the near one is dark", ({ scheme }) => scheme === "dark");
    await untilStill();
    const asked = (await countFrames()) - before;
    assert.ok(asked > 0 && asked < COUNT, `${asked} frames`);
    const width = (/** @type {Host} */ { shadowRoot }) =>
      shadowRoot.querySelector(".map canvas").getBoundingClientRect().width;
    assert.ok((await widgets[8].run(width)) > 600);
    await widgets[8].run(bringIntoView);
    await widgets[8].until("it is as wide as its column", async () => (await widgets[8].run(width)) <= 600);
  },
);

eachEngine("an element during playback requests no frame while nobody can see it", async () => {
  const widgets = await mountTenReady();
  const leave = () => widgets[5].run(bringIntoView);
  await assertRests(widgets[0], leave, () => widgets[0].run(bringIntoView));
});

oneEngine("an element during playback requests no frame while its page is hidden", async () => {
  const widgets = await mountTenReady();
  // No driver can hide a page, so the page is told that it is hidden.
  const hide = (/** @type {boolean} */ hidden) =>
    session.driver.executeScript((hidden) => {
      Object.defineProperty(Document.prototype, "hidden", { configurable: true, get: () => hidden });
      document.dispatchEvent(new Event("visibilitychange"));
    }, hidden);
  await assertRests(
    widgets[0],
    () => hide(true),
    () => hide(false),
  );
});

oneEngine("an element with invalid data and one whose engine stops fail independently", async () => {
  const widgets = await mountTenReady((n) =>
    n === 3 ? { src: "broken.json" } : /** @type {Record<string, string>} */ ({}),
  );
  await widgets[5].run((host) => {
    /** @type {HTMLCanvasElement} */
    const canvas = host.shadowRoot.querySelector(".map canvas");
    const clearRect = () => {
      throw new Error("out of order");
    };
    Object.assign(canvas.getContext("2d") ?? {}, { clearRect });
    host.next();
  });
  await widgets[5].until("the engine has stopped", ({ state }) => state === "failed");
  const heard = await session.driver.executeScript(() => {
    return window.watched.events.filter(({ name }) => name === "error").map(({ id, detail }) => [id, detail.code]);
  });
  assert.deepEqual(heard, [
    ["n3", "invalid-dataset"],
    ["n5", "engine-fault"],
  ]);
  await answer(widgets.filter((_, n) => n !== 3 && n !== 5));
});

oneEngine("nine elements go on when one is removed", async () => {
  const widgets = await mountTenReady();
  await widgets[4].run((host) => host.remove());
  await widgets[0].frames(5);
  await answer(widgets.slice(0, COUNT - 1));
});

/**
 * Starts playback, and asserts that it pauses while nobody can see it.
 * @param {Widget} widget
 * @param {() => Promise<unknown>} leave
 * @param {() => Promise<unknown>} comeBack
 */
async function assertRests(widget, leave, comeBack) {
  await widget.run((host) => {
    host.date = "2020-02-01";
    host.play();
  });
  await widget.until("playback runs", ({ date }) => date > "2020-02-01");
  await leave();
  await untilStill();
  const before = await countFrames();
  const { date } = await widget.state();
  await widget.frames(20);
  assert.equal(await countFrames(), before);
  assert.equal((await widget.state()).date, date);
  await comeBack();
  await widget.until("it goes on", (state) => state.date > date);
}

/**
 * Every one of them still works.
 * @param {Widget[]} widgets
 */
async function answer(widgets) {
  for (const widget of widgets) {
    await widget.run((host) => host.next());
    await widget.until("it answers", ({ date }) => date === "2020-08-20");
  }
}
