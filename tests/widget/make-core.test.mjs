/** The core of the make page in browsers: its worker opens, understands, is cancelled, fails and is replaced. */

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeCorePage } from "../make/core-page.mjs";
import { ROOT } from "./command.mjs";
import { engine, open, useBrowser } from "./session.mjs";
import { before, beforeEach, eachEngine, oneEngine } from "./tiers.mjs";

const session = useBrowser();
/** Engines run at the same time, so each has its own folder. */
const PATH = `/made/make-core/${engine}/`;
const MADE = join(ROOT, "target", PATH);

/** A worker whose importer traps: what a panic of the module does. */
const TRAPPING = `
const instantiateAsUsual = WebAssembly.instantiate;
WebAssembly.instantiate = async (module, imports) => {
  const { exports } = await instantiateAsUsual(module, imports);
  const importer_understand = () => { throw new WebAssembly.RuntimeError("unreachable"); };
  return { instance: { exports: { ...exports, importer_understand } }, module };
};
// The modules are beside the script of the package, and not beside this one.
const fetchAsUsual = self.fetch;
self.fetch = (url) => fetchAsUsual(url.href.replace(/made.*\\//, "pkg/make/"));
self.importScripts("/pkg/make/worker.js");
`;

before(async () => {
  await writeCorePage(MADE);
  writeFileSync(join(MADE, "trapping.js"), TRAPPING);
});

beforeEach(async () => {
  await open(session.driver, `${PATH}index.html`);
  await inPage(() => {
    window.started = 0;
    const begin = () => {
      window.started += 1;
      return new Worker("/pkg/make/worker.js");
    };
    window.core = window.startCore({ start: begin });
  });
});

/**
 * Runs a function in the page and returns what it resolves to.
 * @param {(...args: any[]) => unknown} run
 * @param {...unknown} args
 * @returns {Promise<any>}
 */
function inPage(run, ...args) {
  return session.driver.executeScript(`return (${run})(...arguments[0])`, args);
}

const SHEET = "State,2012,2016,2020\nColorado,legal,legal,legal\nTexas,illegal,illegal,legal\n";

eachEngine("a sheet is opened and understood, and its cells come by rows", async () => {
  const found = await inPage(async (text) => {
    const opened = await window.core.open({ name: "sheet.csv", bytes: new TextEncoder().encode(text) });
    const asked = await window.core.understand({});
    const { report, json, findings } = await window.core.understand({ source: { title: "State registers" } });
    const rows = await window.core.rows("", 0, 2);
    return { opened, asked: asked.report.questions, json, events: report.events, findings, rows };
  }, SHEET);
  assert.deepEqual([found.opened.kind, found.opened.encoding], ["sheet", "UTF-8"]);
  assert.deepEqual(
    found.asked.map((/** @type {any} */ { id }) => id),
    ["source"],
  );
  assert.deepEqual([found.events, JSON.parse(found.json).events.length, found.findings.length], [3, 3, 0]);
  assert.deepEqual(
    found.rows,
    SHEET.trim()
      .split("\n")
      .slice(0, 2)
      .map((line) => line.split(",")),
  );
});

eachEngine("work is cancelled, and the file that was open stays open", async () => {
  const found = await inPage(async (text) => {
    await window.core.open({ text });
    const control = new AbortController();
    const rows = Array.from({ length: 300_000 }, (_, n) => `C${n % 190},${1990 + (n % 30)},${n % 3}`);
    const large = window.core.open(
      { bytes: new Blob([rows.join("\n")]) },
      { signal: control.signal, onProgress: ({ stage }) => stage === "reading" && control.abort() },
    );
    const cancelled = await large.then(String, ({ name }) => name);
    const { report } = await window.core.understand({});
    return { cancelled, states: report.places.matched, started: window.started };
  }, SHEET);
  assert.deepEqual(found, { cancelled: "AbortError", states: 2, started: 2 });
});

eachEngine("a file that is no sheet is refused with a sentence", async () => {
  const message = await inPage(async () => {
    const bytes = Uint8Array.of(1, 0, 0, 7, 0, 200);
    return window.core.open({ bytes }).then(String, ({ kind, message }) => `${kind}: ${message}`);
  });
  assert.match(message, /^input: The file is neither text nor a spreadsheet/);
});

eachEngine("a module that traps is told and replaced, and the input stays open", async () => {
  const found = await inPage(
    async (text, trapping) => {
      let workers = 0;
      const core = window.startCore({ start: () => new Worker(workers++ ? "/pkg/make/worker.js" : trapping) });
      await core.open({ text });
      const trapped = await core.understand({}).then(String, ({ kind, message }) => `${kind}: ${message}`);
      const { report } = await core.understand({});
      core.stop();
      const stopped = await core.understand({}).then(String, ({ kind }) => kind);
      return { trapped, matched: report.places.matched, workers, stopped };
    },
    SHEET,
    `${PATH}trapping.js`,
  );
  assert.match(found.trapped, /^ended: The import has ended unexpectedly \(unreachable\)/);
  assert.deepEqual([found.matched, found.workers, found.stopped], [2, 2, "ended"]);
});

eachEngine("a script that does not come is an error of loading", async () => {
  const told = await inPage(async () => {
    const core = window.startCore({ start: () => new Worker("/pkg/make/none.js") });
    return core.check("{}").then(String, ({ kind }) => kind);
  });
  assert.equal(told, "loading");
});

oneEngine("encodings from before Unicode are told by their letters", async () => {
  const texts = JSON.parse(readFileSync(join(ROOT, "tests/data/encodings.json"), "utf8"));
  const wrong = await inPage(async (texts) => {
    const wrong = [];
    for (const [name, text, base64] of texts) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const { encoding } = await window.core.open({ bytes });
      const rows = await window.core.rows("", 0, 9);
      const same = rows.map((cells) => cells.join(";")).join("\n") === text;
      if (encoding !== name || !same) wrong.push([name, encoding, text]);
    }
    return wrong;
  }, texts);
  assert.deepEqual(wrong, []);
});

eachEngine("a workbook is read by a module of its own", async () => {
  const base64 = readFileSync(join(ROOT, "tests/import/cases/spreadsheet/sheet.xlsx")).toString("base64");
  const found = await inPage(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const { format, sheets } = await window.core.open({ name: "sheet.xlsx", bytes });
    const modules = performance.getEntriesByType("resource").map(({ name }) => name);
    return { format, sheets: sheets.length, modules, report: (await window.core.understand({})).report };
  }, base64);
  assert.equal(found.format, "excel");
  assert.ok(found.sheets > 0 && found.report.columns.length > 1);
});
