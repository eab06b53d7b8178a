/** Files that do not come, come too late, or are damaged. */

import assert from "node:assert/strict";
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { engine, origin, otherOrigin, useBrowser } from "../session.mjs";
import { eachEngine, fault, oneEngine } from "../tiers.mjs";
import { SAMPLE } from "../widget.mjs";
import {
  CHECKER,
  ENGINE,
  EVENTS,
  FOLDER,
  MADE,
  PACKAGE,
  address,
  assertFails,
  assertFallback,
  made,
  mountFailing,
  nowhere,
  others,
  provoke,
  stage,
} from "./provoke.mjs";

const session = useBrowser();

const NOT_LOADED = "The new data could not be loaded. Nothing was changed.";

/**
 * The faults of a file or of all files in a folder: a function that returns the wrong address, the cause, and texts of the
 * message.
 * @type {Record<string, [spoil: (file: string) => string, cause: string, words: string[]]>}
 */
const WRONGS = {
  "is not there": [(file) => `${file}?status=404`, "not-found", ["answered 404", "does the file exist?"]],
  "is kept back": [(file) => `${file}?status=503`, "not-found", ["answered 503", "the server failed"]],
  "is not for everyone": [(file) => `${file}?status=403`, "not-found", ["answered 403", "is the file public?"]],
  "has no server": [(file) => nowhere + file, "unreachable", ["cannot be loaded", "Access-Control-Allow-Origin"]],
  "is closed to other origins": [
    (file) => `${otherOrigin}${file}?cors=none`,
    "unreachable",
    [`Access-Control-Allow-Origin: ${origin}`],
  ],
  "comes as a web page": [
    (file) => (file === FOLDER ? `${FOLDER}?mime=text/html` : "/index.html"),
    "type",
    ["has the type text/html instead of "],
  ],
  "breaks off": [(file) => `${file}?drop=900`, "damaged", ["upload it again"]],
};

/**
 * The faults without a status: each engine reports them in a different way. For other faults our code reads the
 * response.
 */
const NO_STATUS = ["has no server", "is closed to other origins", "breaks off"];

for (const [wrong, [spoil, cause, words]] of Object.entries(WRONGS)) {
  const claims = NO_STATUS.includes(wrong) ? eachEngine : oneEngine;
  const skip = engine === "webkit" && wrong === "breaks off" && "this browser takes what has come of it for the whole";
  fault(claims, `a dataset that ${wrong}`, cause, { skip }, async () => {
    const src = spoil(SAMPLE);
    await assertFails({ src }, { code: "dataset-load", cause, words: [address(src), ...words] });
  });
  fault(claims, `an engine that ${wrong}`, cause, async () => {
    const wasmUrl = spoil(ENGINE);
    const told = { code: "engine-load", cause, words: [address(wasmUrl), ...words] };
    await assertFails({ statics: { wasmUrl } }, told);
  });
  // A script that fails to load has no status either. The element then requests the file again to learn the reason.
  const checkerClaims = ["is kept back", "is not for everyone"].includes(wrong) ? oneEngine : eachEngine;
  fault(checkerClaims, `a checker that ${wrong}`, cause, async () => {
    const folder = spoil(FOLDER);
    const said = ["The checker, which reads CSV and explains errors, failed", address(CHECKER, folder), ...words];
    await assertFails({ src: EVENTS, statics: others(folder) }, { code: "invalid-dataset", cause, words: said });
  });
}

const SLOW = "delay=5000";
const LATE = ["did not load within 0.3 s"];

fault(oneEngine, "a dataset that does not arrive in time", "timeout", async () => {
  const src = `${SAMPLE}?${SLOW}`;
  const told = { code: "dataset-load", cause: "timeout", words: [address(src), ...LATE] };
  await assertFails({ src, statics: { timeout: 300 }, started: true }, told);
});

fault(oneEngine, "an engine that does not arrive in time", "timeout", async () => {
  const wasmUrl = `${ENGINE}?${SLOW}`;
  const told = { code: "engine-load", cause: "timeout", words: [address(wasmUrl), ...LATE] };
  await assertFails({ src: null, statics: { wasmUrl, timeout: 300 } }, told);
});

fault(oneEngine, "a checker that does not arrive in time", "timeout", async () => {
  const folder = `${FOLDER}?${SLOW}`;
  const told = { code: "invalid-dataset", cause: "timeout", words: [address(CHECKER, folder), ...LATE] };
  const src = "data:text/csv,entity,date,status%0ADE,2020-07-14,banned";
  await assertFails({ src, statics: { ...others(folder), timeout: 300 }, started: true }, told);
});

oneEngine("a page can set any time limit", async () => {
  await stage();
  await session.driver.executeScript(() =>
    Object.assign(customElements.get("ban-spread") ?? {}, { timeout: Infinity }),
  );
  await (await mountFailing()).ready();
});

// Here the address of the checker's script is right. Only the module beside the script is wrong.
const BESIDE = { "is not there": "not-found", "is cut short": "damaged" };
for (const [wrong, cause] of Object.entries(BESIDE)) {
  fault(eachEngine, `a checker whose module ${wrong}`, cause, async () => {
    copyFileSync(PACKAGE + CHECKER, MADE + CHECKER);
    rmSync(`${MADE}banspread-checker.wasm`, { force: true });
    if (cause === "damaged") {
      const whole = readFileSync(`${PACKAGE}banspread-checker.wasm`);
      writeFileSync(`${MADE}banspread-checker.wasm`, whole.subarray(0, 5000));
    }
    const words = [address(made("banspread-checker.wasm"))];
    const told = { code: "invalid-dataset", cause, words };
    await assertFails({ src: EVENTS, statics: others(made("")) }, told);
  });
}

fault(eachEngine, "a checker that is served as plain text", "type", async () => {
  const folder = `${FOLDER}?mime=text/plain`;
  const words = [address(CHECKER, folder), "has the type text/plain instead of text/javascript"];
  await assertFails({ src: EVENTS, statics: others(folder) }, { code: "invalid-dataset", cause: "type", words });
});

fault(eachEngine, "a checker that is truncated", "damaged", async () => {
  const folder = `${FOLDER}?cut=1000`;
  const told = { code: "invalid-dataset", cause: "damaged", words: [address(CHECKER, folder), "upload it again"] };
  await assertFails({ src: EVENTS, statics: others(folder) }, told);
});

for (const [what, wasmUrl] of [
  ["is cut short", `${ENGINE}?cut=5000`],
  ["is cut short and comes as bytes of no type", `${ENGINE}?cut=5000&mime=application/octet-stream`],
  ["is no module", "/article.css"],
  ["is a module of something else", "/pkg/banspread-checker.wasm"],
]) {
  fault(eachEngine, `an engine that ${what}`, "damaged", async () => {
    const words = [address(wasmUrl), "is damaged, incomplete, or of another version"];
    await assertFails({ statics: { wasmUrl } }, { code: "engine-load", cause: "damaged", words });
  });
}

fault(oneEngine, "an engine of another build", "damaged", async () => {
  const module = readFileSync(`${PACKAGE}banspread.wasm`, "latin1");
  // The name of one import is a hash of the glue.
  const other = module.replace(/_[\da-f]{8}/, "_0therone");
  assert.notEqual(other, module);
  writeFileSync(`${MADE}other.wasm`, other, "latin1");
  const wasmUrl = made("other.wasm");
  await assertFails({ statics: { wasmUrl } }, { code: "engine-load", cause: "damaged", words: [address(wasmUrl)] });
});

eachEngine("an engine that is served as plain text still works", async () => {
  const widget = await provoke({ statics: { wasmUrl: `${ENGINE}?mime=text/plain` } });
  await widget.ready();
});

oneEngine("a truncated dataset is refused with the position of its end", async () => {
  const widget = await provoke({ src: `${SAMPLE}?cut=500` });
  const { notice } = await widget.until("the loading has failed", ({ state }) => state === "failed");
  const [{ code, cause, diagnostics }] = await widget.events("error");
  assert.deepEqual([code, cause, diagnostics.length], ["invalid-dataset", null, 1]);
  assert.match(notice, /The data of this chart has an error\.\n.*line \d+, column \d+/s);
  await assertFallback(widget);
});

fault(oneEngine, "a plain script that a page has asked for and that is missing", "not-found", async () => {
  const assetsUrl = `${FOLDER}?status=404`;
  const words = [address("banspread-plain.js", assetsUrl), "answered 404"];
  const told = { code: "engine-load", cause: "not-found", words };
  await assertFails({ statics: { assetsUrl }, attributes: { engine: "script" } }, told);
});

for (const [wrong, src] of [
  ["is not there", `${SAMPLE}?status=404`],
  ["has no checker", EVENTS],
]) {
  oneEngine(`new data that ${wrong} leaves the chart, and one line reports this`, async () => {
    const widget = await provoke({ statics: others(`${FOLDER}?status=404`) });
    const { notice: none, ...before } = await widget.ready();
    assert.equal(none, "");
    await widget.run((host, src) => (host.src = src), src);
    const { notice, ...after } = await widget.until("the notice is there", ({ notice }) => notice !== "");
    assert.equal(notice, NOT_LOADED);
    assert.deepEqual(after, before);
  });
}

eachEngine("a checker that is late is requested again, at the same address", async () => {
  const files = ["banspread-checker.js", "banspread-checker.wasm"];
  for (const file of files) rmSync(MADE + file, { force: true });
  const widget = await provoke({ src: EVENTS, statics: others(made("")) });
  await widget.until("the loading has failed", ({ state }) => state === "failed");
  for (const file of files) copyFileSync(PACKAGE + file, MADE + file);
  await widget.run((host, src) => (host.src = src), `${EVENTS}?again`);
  const { notice } = await widget.ready();
  assert.equal(notice, "");
});
