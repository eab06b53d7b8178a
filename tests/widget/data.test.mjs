/** The files of data beside the module: which of them a page requests, when, and how often. */

import assert from "node:assert/strict";
import { open, useBrowser } from "./session.mjs";
import { eachEngine, oneEngine } from "./tiers.mjs";
import { mount, mountMore, SAMPLE, STAGE } from "./widget.mjs";

const session = useBrowser();

const PLACES = "banspread-places.txt";
const DATA = "banspread-data.txt";

/** The files of data that were requested, in alphabetical order. */
function requests() {
  return session.driver.executeScript(() => {
    const files = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname.split("/").at(-1));
    return { names: files.filter((file) => file?.endsWith(".txt")).sort() };
  });
}

/**
 * Runs in the page: keeps the answer with the engine back until all these files are requested.
 * @param {string[]} files
 */
function holdEngine(files) {
  const own = window.fetch;
  const missing = new Set(files);
  /** @type {(value?: unknown) => void} */
  let release;
  const requested = new Promise((resolve) => (release = resolve));
  window.fetch = async (address, options) => {
    const file = new URL(String(address), location.href).pathname.split("/").at(-1) ?? "";
    missing.delete(file);
    if (missing.size === 0) release();
    const answer = await own(address, options);
    if (file === "banspread.wasm") await requested;
    return answer;
  };
}

/**
 * A dataset with a grid and an event in one of its places.
 * @param {string} grid
 * @param {string} place
 */
const onGrid = (grid, place) => ({
  format: 1,
  id: "grid",
  title: "A ban",
  updated: "2024-01-01",
  grid,
  actors: { one: "place", other: "places" },
  statuses: [{ id: "banned", label: "Banned", color: { light: "#6e0b2a", dark: "#c04259" } }],
  events: [{ entity: place, date: "2020-07-14", status: "banned", title: "A ban", sources: [{ outlet: "Gazette" }] }],
});

/** @param {import("./widget.mjs").Widget} widget */
const tiles = (widget) => widget.run(({ shadowRoot }) => shadowRoot.querySelectorAll("[role=option]").length);

eachEngine("a page without a dataset requests engine, places and dataset at the same time, each once", async () => {
  await open(session.driver, STAGE);
  // The engine's answer waits for the other requests: if they came after the engine, the figure would never be ready.
  await session.driver.executeScript(holdEngine, [DATA, PLACES]);
  const widget = await mountMore(session.driver, { attributes: { loading: "eager" } });
  await widget.ready();
  assert.deepEqual((await requests()).names, [DATA, PLACES]);
});

eachEngine("a page with a dataset of its own does not request the default one", async () => {
  const widget = await mount(session.driver, { attributes: { src: SAMPLE }, fresh: true });
  await widget.ready();
  assert.deepEqual((await requests()).names, [PLACES]);
});

eachEngine("two elements with other grids share the places, and so does a grid that is set later", async () => {
  const properties = { data: onGrid("eu", "FR") };
  const one = await mount(session.driver, { properties, attributes: { loading: "eager" }, fresh: true });
  const other = await mountMore(session.driver, {
    properties: { data: onGrid("us-states", "TX") },
    attributes: { loading: "eager" },
  });
  for (const widget of [one, other]) await widget.ready();
  assert.deepEqual([await tiles(one), await tiles(other)], [27, 56]);
  await one.run((host, data) => (host.data = data), onGrid("africa", "KE"));
  await one.until("the other grid is there", async () => (await tiles(one)) === 55);
  assert.deepEqual((await requests()).names, [PLACES]);
});

oneEngine("the default dataset comes when a page takes its own away, into the same chart", async () => {
  const properties = { data: onGrid("eu", "FR") };
  const widget = await mount(session.driver, { properties, attributes: { loading: "eager" }, fresh: true });
  await widget.ready();
  await widget.run((host) => (host.data = null));
  await widget.until("it is there", async () => (await tiles(widget)) > 100);
  assert.deepEqual((await requests()).names, [DATA, PLACES]);
  assert.deepEqual((await widget.events("ready")).length, 1);
});
