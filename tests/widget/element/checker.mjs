/** A text that the engine refuses goes to the checker: CSV becomes a dataset, and other texts get findings. */

import assert from "node:assert/strict";
import { open, useBrowser } from "../session.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";
import { mount, mountMore, mountSample, SAMPLE, Widget } from "../widget.mjs";

/** @typedef {import("../widget.mjs").State} State */

/** @typedef {typeof import("../../../www/element/ban-spread-element.js").BanSpreadElement} ElementClass */

/** @typedef {import("../../../www/types.js").Diagnostic} Diagnostic */

const session = useBrowser();

const EVENTS = "/tests/widget/pages/events.csv";
const BROKEN = "/tests/widget/pages/broken.json";
const MISSING = "/pkg/?status=404";

oneEngine("CSV as a spreadsheet writes it, with a byte order mark and semicolons, is shown", async () => {
  const widget = await mount(session.driver, { attributes: { src: EVENTS } });
  const state = await widget.ready();
  assert.equal(state.headline, "1 October 2020");
  assert.deepEqual(state.changes, [
    "Example Works follows",
    "Germany says it again",
    'Germany bans it "after all"',
    "Germany permits it",
    "France bans it",
  ]);
  const [banned] = state.legend;
  assert.deepEqual([banned.label, banned.count, state.notice], ["Banned: 2", 2, ""]);
  await widget.run((host) => (host.selected = "FR"));
  const { related } = await widget.until("the history is open", ({ history }) => history);
  assert.deepEqual(related, ["Companies and blocs here", "Example Works Restricted"]);
  const words = await widget.run((host) => host.shadowRoot.querySelector(".history").innerText);
  assert.ok(words.includes("One paper; two readings"));
});

oneEngine("warnings about CSV are reported when the chart is ready", async () => {
  const widget = await mount(session.driver, { attributes: { src: EVENTS } });
  await widget.ready();
  const [{ date, diagnostics }] = await widget.events("ready");
  assert.equal(date, "2020-10-01");
  const found = diagnostics.map(
    (/** @type {Diagnostic} */ { severity, code, line, column }) => `${severity} ${code} ${line}:${column}`,
  );
  assert.deepEqual(found, ["warning unchanged-status 5:22"]);
  assert.deepEqual(await widget.events("error"), []);
});

oneEngine("a sheet names countries as most sheets do", async () => {
  const widget = await mount(session.driver, { attributes: { src: "/tests/widget/pages/names.csv" } });
  await widget.ready();
  const [{ diagnostics }] = await widget.events("ready");
  const [banned] = (await widget.state()).legend;
  assert.deepEqual([diagnostics, banned.count], [[], 7]);
});

oneEngine("CSV can replace JSON, and JSON can replace CSV", async () => {
  const widget = await mountSample(session.driver, { date: "2020-06-01" });
  await widget.run((host, src) => (host.src = src), EVENTS);
  await widget.until("the title is that of CSV", ({ title }) => title === "Who has which status, and since when");
  assert.equal((await widget.state()).date, "2020-06-01");
  await widget.run((host, src) => (host.src = src), SAMPLE);
  await widget.until("the title is that of JSON", ({ title }) => title === "How a ban spreads between neighbours");
});

oneEngine("of CSV and JSON requested at once the later one counts", async () => {
  const widget = await mount(session.driver);
  await widget.ready();
  const slow = `${EVENTS}?delay=100`;
  await widget.run(
    (host, csv, json) => {
      host.src = csv;
      host.src = json;
    },
    slow,
    SAMPLE,
  );
  const isJson = (/** @type {State} */ { title }) => title === "How a ban spreads between neighbours";
  await widget.until("the title is that of JSON", isJson);
  // The same request is answered later if it is made later.
  await widget.run((_, csv) => fetch(csv).then(() => undefined), slow);
  await widget.frames(3);
  assert.ok(isJson(await widget.state()));
});

oneEngine("the built-in dataset and valid JSON request no checker", async () => {
  const first = await mount(session.driver, { fresh: true });
  await first.ready();
  const second = await mountMore(session.driver, { attributes: { src: SAMPLE } });
  await second.ready();
  assert.deepEqual(await readRequests(), []);
});

oneEngine("two elements with refused datasets request the checker once", async () => {
  const first = await mount(session.driver, { attributes: { src: EVENTS }, fresh: true });
  const second = await mountMore(session.driver, { attributes: { src: BROKEN, id: "second" } });
  await first.ready();
  await second.until("the second has failed", ({ state }) => state === "failed");
  assert.equal((await second.events("error"))[0].diagnostics.length, 3);
  // The script is requested with its hash, and then imported from another address.
  const files = (await readRequests()).map((name) => name.replace(/#.*/, ""));
  assert.deepEqual(files, ["banspread-checker.js", "banspread-checker.js", "banspread-checker.wasm"]);
});

eachEngine("without a checker the page gets an error, and can supply a checker later", async () => {
  const widget = await mountWithoutChecker(EVENTS);
  await widget.until("the loading has failed", ({ state }) => state === "failed");
  const [{ code, message, diagnostics }] = await widget.events("error");
  assert.deepEqual([code, diagnostics], ["invalid-dataset", []]);
  assert.match(message, /^The checker, which reads CSV and explains errors, failed: /);
  assert.ok(message.includes("/pkg/banspread-checker.js?status=404"), message);
  assert.match((await widget.state()).notice, /could not be loaded/, "readers are told so in one line");
  await widget.run((host, src) => {
    /** @type {ElementClass} */ (host.constructor).assetsUrl = undefined;
    host.src = src;
  }, `${EVENTS}?again`);
  await widget.ready();
});

oneEngine("without a checker an earlier chart stays", async () => {
  const widget = await mountWithoutChecker(SAMPLE);
  const before = await widget.ready();
  assert.equal(before.notice, "");
  await widget.run((host, src) => (host.src = src), BROKEN);
  const after = await widget.until("the notice is there", ({ notice }) => notice !== "");
  assert.deepEqual({ ...after, notice: "" }, before);
  assert.deepEqual(
    (await widget.events("error")).map(({ code }) => code),
    ["invalid-dataset"],
  );
  await widget.click(".previous");
  await widget.until("the chart still answers", ({ date }) => date === "2020-10-01");
});

/** @param {string} src */
async function mountWithoutChecker(src) {
  await open(session.driver, "/tests/widget/pages/stage.html");
  await session.driver.executeScript(
    async (src, folder) => {
      const { BanSpreadElement } = await window.define();
      Object.assign(BanSpreadElement, { assetsUrl: folder, wasmUrl: "/pkg/banspread.wasm", integrity: false });
      window.keepPlaces();
      window.mount({ attributes: { src } });
    },
    src,
    MISSING,
  );
  return new Widget(session.driver);
}

/** The names of the checker's files that the page has requested, in alphabetical order. */
function readRequests() {
  return session.driver.executeScript(() => {
    const names = performance.getEntriesByType("resource").map(({ name }) => name.split("/").at(-1) ?? "");
    return names.filter((name) => name.includes("checker")).sort();
  });
}
