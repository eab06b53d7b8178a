/** From an empty page to the first picture. */

import assert from "node:assert/strict";
import { describe } from "../command.mjs";
import { consoleEntries, open, origin, useBrowser, waitUntil } from "../session.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";
import { mount, mountSample, Widget } from "../widget.mjs";

const session = useBrowser();

/** Opens the demo article and waits for both of its elements. */
async function openDemo() {
  await open(session.driver, "/");
  const widgets = [new Widget(session.driver, 0), new Widget(session.driver, 1)];
  const states = [];
  for (const widget of widgets) {
    // A browser can defer what is far below the viewport.
    await widget.run((host) => host.scrollIntoView());
    states.push(await widget.ready());
  }
  return states;
}

oneEngine("the demo has the same sentence as the command on both of its days", async () => {
  const states = await openDemo();
  assert.equal(states[1].date, "2018-08-01");
  for (const state of states) {
    const { spoken, counts } = describe(state.date);
    const shown = state.legend.filter(({ id }) => id !== "no-data").map(({ id, count }) => [id, count]);
    assert.equal(state.spoken, spoken);
    assert.equal(`${state.headline}. ${state.sentence}`, spoken);
    assert.deepEqual(Object.fromEntries(shown), counts);
  }
});

oneEngine("legend and tiles contain every country once", async () => {
  const widget = await mount(session.driver);
  const { legend } = await widget.ready();
  const total = legend.reduce((sum, { count }) => sum + count, 0);
  const countTiles = () =>
    widget.run((host) => {
      const tiles = [...host.shadowRoot.querySelectorAll("[role=option]")];
      return tiles.filter(({ id }) => /^tile-[A-Z]{2}$/.test(id)).length;
    });
  const onMap = await countTiles();
  await widget.click(".groups-tab");
  await widget.until("the groups are shown", async ({ view }) => view === "groups" && (await countTiles()) !== onMap);
  // The European Union has a code of two letters too, and is a bloc.
  assert.equal(total, onMap + (await countTiles()) - 1);
});

// Other drivers do not return the console.
oneEngine("the demo writes nothing to the console", async () => {
  // Messages of earlier pages are removed first.
  await consoleEntries(session.driver);
  await openDemo();
  assert.deepEqual(await consoleEntries(session.driver), []);
});

oneEngine("the demo sends requests only to its own server", async () => {
  await openDemo();
  const names = await session.driver.executeScript(() => {
    return performance.getEntriesByType("resource").map(({ name }) => name);
  });
  const strangers = names.filter((name) => !name.startsWith(`${origin}/`) && !name.startsWith("data:"));
  assert.ok(names.includes(`${origin}/pkg/banspread.wasm`));
  assert.deepEqual(strangers, []);
});

for (const [claim, width] of /** @type {const} */ ([
  [eachEngine, 280],
  [oneEngine, 320],
  [oneEngine, 360],
  [oneEngine, 500],
  [eachEngine, 680],
  [oneEngine, 960],
])) {
  claim(`nothing moves while the chart appears in a column of ${width} px`, async () => {
    await open(session.driver, `/tests/widget/pages/article.html?width=${width}`);
    await new Widget(session.driver).ready();
    const frames = await waitForFrames();
    const tops = [...new Set(frames.map(({ top }) => Math.round(top)))];
    assert.equal(tops.length, 1, `the text below stood at ${tops}`);
  });
}

// Other engines do not report layout shifts. A test above checks them frame by frame.
oneEngine("the browser sees no layout shift in the demo", async () => {
  await openDemo();
  const sum = await session.driver.executeScript(() => {
    const observer = new PerformanceObserver(() => {});
    observer.observe({ type: "layout-shift", buffered: true });
    return observer.takeRecords().reduce((sum, entry) => sum + Object(entry).value, 0);
  });
  assert.equal(sum, 0);
});

eachEngine("the children are visible until the chart is ready, and then hidden", async () => {
  await open(session.driver, "/tests/widget/pages/article.html");
  await new Widget(session.driver).ready();
  const frames = await waitForFrames();
  for (const { state, fallback } of frames) assert.equal(fallback, state !== "ready", state);
  assert.ok(frames[0].fallback);
});

oneEngine("`ready` resolves with the element, and `ban-spread-ready` fires once", async () => {
  const widget = await mountSample(session.driver, { date: "2020-03-01" });
  assert.ok(await widget.run((host) => host.ready.then((element) => element === host)));
  const nothing = { compare: null, filter: null, firm: false, selected: null, step: null };
  const state = { date: "2020-03-01", ...nothing, view: "map", weighted: false, playing: false };
  assert.deepEqual(await widget.events("ready"), [{ ...state, diagnostics: [] }]);
});

oneEngine("what a page requests before the chart is ready is done afterwards", async () => {
  await open(session.driver, "/tests/widget/pages/stage.html");
  await session.driver.executeScript(async () => {
    await window.define();
    const element = window.mount({ attributes: { src: "sample.json" } });
    element.selected = "DE";
    element.previous();
  });
  const state = await new Widget(session.driver).until("the history is open", ({ history }) => history);
  assert.equal(state.history?.name, "Germany");
  assert.equal(state.date, "2020-10-01");
});

/** The frames that the script of the article has recorded, after enough of them. */
async function waitForFrames() {
  const done = () => window.sightings.filter(({ state }) => state === "ready").length >= 10;
  await waitUntil(() => session.driver.executeScript(done), "the chart has been seen ready ten times");
  return session.driver.executeScript(() => window.sightings);
}
