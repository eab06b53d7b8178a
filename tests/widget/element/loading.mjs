/** Datasets and the engine from other addresses: the errors if they fail, and what stays on the page. */

import assert from "node:assert/strict";
import { open, useBrowser } from "../session.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";
import { mount, mountSample, SAMPLE, Widget } from "../widget.mjs";

/** @typedef {typeof import("../../../www/element/ban-spread-element.js").BanSpreadElement} ElementClass */

/** @typedef {import("../../../www/types.js").Diagnostic} Diagnostic */

const session = useBrowser();

const BROKEN = "/tests/widget/pages/broken.json";
const FAULTS = "/tests/widget/pages/faults.csv";
const NOT_JSON = "/tests/widget/pages/page.css";
const FALLBACK = "<p id=fallback>Two countries ban it.</p>";
const MISSING = `${SAMPLE}?status=404`;

/**
 * Mounts an element whose first loading fails, and returns the error that the page received.
 * @param {string} src
 */
async function mountFailing(src) {
  const widget = await mount(session.driver, { attributes: { src }, children: FALLBACK });
  await widget.until("the loading has failed", ({ state }) => state === "failed");
  const [detail, ...more] = await widget.events("error");
  assert.equal(more.length, 0);
  return { widget, detail };
}

function fallbackIsSeen() {
  return session.driver.executeScript(() => document.getElementById("fallback").getClientRects().length > 0);
}

eachEngine("a missing dataset leaves the children visible", async () => {
  const { widget, detail } = await mountFailing(MISSING);
  assert.equal(detail.code, "dataset-load");
  assert.match(detail.message, /404/);
  assert.ok(await fallbackIsSeen());
  assert.notEqual((await widget.state()).notice, "");
  assert.equal(await widget.run((host) => host.shadowRoot.querySelector(".figure").getClientRects().length), 0);
});

eachEngine("a server that cannot be reached is like a missing dataset", async () => {
  const { detail } = await mountFailing("http://127.0.0.1:2/sample.json");
  assert.equal(detail.code, "dataset-load");
  assert.ok(await fallbackIsSeen());
});

oneEngine("a file that is not JSON is refused with the position of the error", async () => {
  const { widget, detail } = await mountFailing(NOT_JSON);
  assert.equal(detail.code, "invalid-dataset");
  const [{ line, column, message }] = detail.diagnostics;
  assert.deepEqual([line, column, message], [1, 1, "not JSON"]);
  assert.match((await widget.state()).notice, /line 1, column 1/);
  assert.ok(await fallbackIsSeen());
});

oneEngine("an invalid dataset is refused with all findings, each with path, line and column", async () => {
  const { widget, detail } = await mountFailing(BROKEN);
  assert.equal(detail.code, "invalid-dataset");
  const found = detail.diagnostics.map(
    (/** @type {Diagnostic} */ { severity, path, line, column }) => `${severity} ${path} ${line}:${column}`,
  );
  const wanted = ["error events[0].date 18:31", "error events[1].status 22:55", "error events[2].entity 26:17"];
  assert.deepEqual(found, wanted);
  const { notice } = await widget.state();
  for (const { path, line, column, message, help } of detail.diagnostics) {
    const parts = [path, `line ${line}`, `column ${column}`, message, help];
    for (const part of parts) assert.ok(notice.includes(part), part);
  }
  assert.ok(await fallbackIsSeen());
});

oneEngine("invalid CSV is refused with all findings, each with line and column", async () => {
  const { widget, detail } = await mountFailing(FAULTS);
  assert.equal(detail.code, "invalid-dataset");
  const found = detail.diagnostics.map(
    (/** @type {Diagnostic} */ { code, line, column }) => `${code} ${line}:${column}`,
  );
  const faults = ["impossible-date 4:8", "unknown-status 5:20", "status-without-source 6:1"];
  assert.deepEqual(found, ["unchanged-status 3:18", ...faults]);
  assert.equal(detail.message.split("\n").length, 4);
  const { notice } = await widget.state();
  for (const part of ["line 4, column 8", "line 5, column 20", "line 6, column 1", "baned"]) {
    assert.ok(notice.includes(part), part);
  }
  assert.ok(!notice.includes("line 3"), "a warning is for the page, not for its readers");
  assert.ok(await fallbackIsSeen());
});

oneEngine("a valid dataset after an invalid one shows the chart", async () => {
  const { widget } = await mountFailing(BROKEN);
  await widget.run((host, src) => (host.src = src), SAMPLE);
  const state = await widget.ready();
  assert.equal(state.notice, "");
  assert.equal(state.headline, "31 December 2020");
  assert.equal(await fallbackIsSeen(), false);
});

for (const [name, src, code] of [
  ["is not there", MISSING, "dataset-load"],
  ["is not JSON", NOT_JSON, "invalid-dataset"],
  ["has faults", BROKEN, "invalid-dataset"],
  ["is CSV with faults", FAULTS, "invalid-dataset"],
]) {
  oneEngine(`a new dataset that ${name} changes nothing and fires an error`, async () => {
    const widget = await mountSample(session.driver, { date: "2020-06-01" });
    const before = await widget.state();
    assert.equal(before.notice, "");
    await widget.run((host, src) => (host.src = src), src);
    const after = await widget.until("the notice is there", ({ notice }) => notice !== "");
    assert.deepEqual({ ...after, notice: "" }, before);
    assert.deepEqual(
      (await widget.events("error")).map(({ code }) => code),
      [code],
    );
    await widget.click(".next");
    await widget.until("the chart still answers", ({ date }) => date === "2020-08-20");
    await widget.run((host, src) => (host.src = src), SAMPLE);
    await widget.until("the notice has gone", (state) => state.notice === "" && state.state === "ready");
  });
}

oneEngine("another dataset replaces the first", async () => {
  const widget = await mount(session.driver);
  await widget.ready();
  await widget.run((host, src) => (host.src = src), SAMPLE);
  const title = "How a ban spreads between neighbours";
  const state = await widget.until("the new title is there", (state) => state.title === title);
  assert.deepEqual(
    state.legend.map(({ id }) => id),
    ["banned", "permitted", "no-data"],
  );
});

eachEngine("a missing engine leaves the children visible, and can be loaded later", async () => {
  const widget = await mountWithEngine("/pkg/banspread.wasm?status=503");
  await widget.until("the loading has failed", ({ state }) => state === "failed");
  assert.equal((await widget.events("error"))[0].code, "engine-load");
  assert.ok(await fallbackIsSeen());
  await widget.run((host, src) => {
    /** @type {ElementClass} */ (host.constructor).wasmUrl = "/pkg/banspread.wasm";
    host.src = src;
  }, SAMPLE);
  await widget.ready();
});

eachEngine("an engine with an unknown media type still starts", async () => {
  const widget = await mountWithEngine("/pkg/banspread.wasm?mime=application/octet-stream");
  await widget.ready();
});

eachEngine("the error names the file that is served instead of the engine", async () => {
  const widget = await mountWithEngine("/article.css");
  await widget.until("the loading has failed", ({ state }) => state === "failed");
  const [{ code, message }] = await widget.events("error");
  assert.equal(code, "engine-load");
  assert.match(message, /article\.css/);
});

/** @param {string} url */
async function mountWithEngine(url) {
  await open(session.driver, "/tests/widget/pages/stage.html");
  await session.driver.executeScript(
    async (url, children) => {
      const { BanSpreadElement } = await window.define();
      BanSpreadElement.wasmUrl = url;
      window.mount({ children });
    },
    url,
    FALLBACK,
  );
  return new Widget(session.driver);
}
