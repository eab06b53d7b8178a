/**
 * Apps that bundlers and frameworks have built with the package, in a browser; the element agrees with its manifest.
 */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { open, origin, useBrowser, waitUntil } from "./session.mjs";
import { messages } from "./speech.mjs";
import { eachEngine, oneEngine } from "./tiers.mjs";
import { mount, Widget } from "./widget.mjs";

const session = useBrowser();
const CSV = "/tests/widget/pages/events.csv";
const apps = new URL("../apps/", import.meta.url);

/**
 * The result of a bundler works in any engine or in none. One app of each kind, with modules as files and inside
 * scripts, is tested in each engine.
 */
const BUNDLERS = {
  vite: eachEngine,
  webpack: oneEngine,
  esbuild: eachEngine,
  "esbuild-split": oneEngine,
  rollup: oneEngine,
  parcel: oneEngine,
};

for (const [bundler, claims] of Object.entries(BUNDLERS)) {
  claims(`the app that ${bundler} has made shows the chart, reads CSV and speaks German`, async () => {
    await showsChartAndCsv(await openApp(`/made/apps/${bundler}/`));
  });
}

oneEngine("Vite's development server shows the chart, reads CSV and speaks German", async () => {
  const { createServer } = await import(new URL("node_modules/vite/dist/node/index.js", apps).href);
  const root = new URL("page", apps).pathname;
  const server = await createServer({
    root,
    logLevel: "error",
    server: { port: 0, host: "127.0.0.1", hmr: false },
    // Vite keeps a copy of the package, which would be that of an earlier build.
    optimizeDeps: { force: true },
  });
  try {
    await server.listen();
    const widget = await openApp(server.resolvedUrls.local[0]);
    await showsChartAndCsv(widget, new URL(CSV, origin).href);
    await open(session.driver, "about:blank");
  } finally {
    await server.close();
  }
});

oneEngine("an app can set the address of the engine", async () => {
  const widget = await openApp("/made/apps/wasm-url/");
  await widget.ready();
  const loaded = await session.driver.executeScript(() =>
    performance
      .getEntriesByType("resource")
      .map(({ name }) => name)
      .filter((name) => name.endsWith(".wasm")),
  );
  assert.equal(loaded.length, 1);
  assert.match(loaded[0], /\/made\/apps\/wasm-url\//);
});

for (const framework of ["react", "vue", "svelte"]) {
  oneEngine(`a chart works in an app of ${framework}`, async () => {
    await openApp(`/made/apps/${framework}/`);
    const [one, two] = [new Widget(session.driver, 0), new Widget(session.driver, 1)];
    for (const widget of [one, two]) {
      await widget.until("the app has rendered", () => true);
      await widget.run((host) => host.scrollIntoView());
      await widget.until(
        "the app's data and date are shown",
        ({ title, date }) => title === "How a ban spreads between neighbours" && date === "2020-06-01",
      );
    }
    await press("later");
    await one.until("the app sets another state", ({ date }) => date === "2020-09-01");
    await caption(0, "2020-09-01");
    await one.run((host) => host.previous());
    await caption(0, "2020-08-20");
    await caption(1, "2020-09-01");
    await one.run((host) => Object.assign(host, { first: true }));
    await press("turn");
    await two.until("the chart has moved", () => two.run((host) => Reflect.get(host, "first") === true));
    assert.equal((await two.state()).date, "2020-08-20");
    assert.equal((await one.state()).date, "2020-09-01");
    await press("toggle");
    await waitUntil(async () => (await one.state()) === null, "the chart is gone");
    await press("toggle");
    const again = await one.ready();
    assert.equal(again.date, "2020-09-01");
  });
}

for (const [name, title] of [
  ["script", "How the bans on Huawei spread"],
  ["data", "Who has which status, and since when"],
  ["inline", "Who bans the app"],
  ["classic", "How the bans on Huawei spread"],
]) {
  oneEngine(`the snippet "${name}" shows the chart`, async () => {
    const widget = await openApp(`/made/apps/snippets/${name}/`);
    assert.equal((await widget.ready()).title, title);
  });
}

oneEngine("the snippet of the frame shows the chart with its whole height", async () => {
  await open(session.driver, "/made/apps/snippets/frame/");
  const fits = () =>
    session.driver.executeScript(() => {
      const frame = document.querySelector("iframe");
      const inner = frame.contentDocument?.querySelector("ban-spread");
      const ready = inner?.shadowRoot?.querySelector(".root").dataset.state === "ready";
      const { height } = inner?.getBoundingClientRect() ?? { height: 0 };
      return ready && height > 400 && Math.abs(frame.clientHeight - height) < 40;
    });
  await waitUntil(fits, "the frame has the height of the chart");
});

oneEngine("a page can style and fill what the manifest lists", async () => {
  const widget = await mount(session.driver);
  await widget.ready();
  await widget.run((host) => (host.selected = "GB"));
  await widget.until("the history is open", ({ related }) => related);
  const real = await widget.run((host) => {
    const sheets = host.shadowRoot.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]);
    return {
      parts: [...host.shadowRoot.querySelectorAll("[part]")].flatMap(({ part }) => [...part]),
      properties: sheets.flatMap(({ cssText }) =>
        [...cssText.matchAll(/--ban-spread-[a-z-]+/g)].map(([property]) => property),
      ),
      slots: [...host.shadowRoot.querySelectorAll("slot")].map(({ name }) => name),
    };
  });
  const { modules } = JSON.parse(readFileSync(new URL("../../pkg/custom-elements.json", import.meta.url), "utf8"));
  const { cssParts, cssProperties, slots } = modules[0].declarations[0];
  assert.deepEqual(sorted(real.parts), sorted(names(cssParts)));
  assert.deepEqual(sorted(real.properties), sorted(names(cssProperties)));
  assert.deepEqual(sorted(real.slots), sorted(names(slots)));
});

/** @param {string} path */
async function openApp(path) {
  await open(session.driver, path);
  return new Widget(session.driver);
}

/**
 * @param {Widget} widget
 * @param {string} [src]
 */
async function showsChartAndCsv(widget, src = CSV) {
  const { tiles } = await widget.ready();
  assert.ok(tiles > 190, `${tiles} tiles`);
  await widget.run((host, /** @type {string} */ src) => (host.src = src), src);
  await widget.until("the checker has read the CSV file", ({ changes }) => changes?.includes("Germany says it again"));
  await widget.run((host) => (host.lang = "de"));
  await widget.until(
    "the words of another language have come",
    (/** @type {State} */ { play }) => play === messages("de").words.play,
  );
}

/**
 * Clicks a button of the page.
 * @param {string} id
 */
async function press(id) {
  const button = await session.driver.executeScript((id) => document.getElementById(id), id);
  await button.click();
}

/**
 * Waits until an app has received a state from its chart.
 * @param {number} index
 * @param {string} words
 */
async function caption(index, words) {
  const read = (/** @type {number} */ index) => document.querySelectorAll("figcaption")[index]?.textContent;
  const heard = async () => (await session.driver.executeScript(read, index)) === words;
  await waitUntil(heard, `caption ${index} is "${words}"`);
}

const names = (/** @type {{name: string}[]} */ list) => list.map(({ name }) => name);
const sorted = (/** @type {string[]} */ list) => [...new Set(list)].sort();
