/** Files with another hash than the hash of the package. */

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { extname } from "node:path";
import { open, useBrowser } from "../session.mjs";
import { eachEngine, fault, oneEngine } from "../tiers.mjs";
import { Widget } from "../widget.mjs";
import {
  CHECKER,
  EVENTS,
  LISTS,
  MADE,
  PACKAGE,
  STAGE,
  address,
  assertBlocked,
  assertFails,
  made,
  mountFailing,
  others,
  provoke,
  stage,
} from "./provoke.mjs";

const session = useBrowser();

/** Additions that change the hash of a file but not its function. */
const HARMLESS = { ".js": "\n// one line more\n", ".wasm": Buffer.from([0, 2, 1, 120]), ".txt": "\n" };
const OTHERWISE = ["is not the file of this version: its hash differs from sha256-"];

/**
 * Copies files of the package, and changes the first file.
 * @param {string} changed
 * @param {...string} beside
 */
function change(changed, ...beside) {
  for (const file of [changed, ...beside]) {
    const more = file === changed ? HARMLESS[/** @type {keyof typeof HARMLESS} */ (extname(file))] : "";
    writeFileSync(MADE + file, Buffer.concat([readFileSync(PACKAGE + file), Buffer.from(more)]));
  }
}

/**
 * Loads the script by a tag with a hash, and removes the tag.
 * @param {object} removal
 * @param {boolean} removal.early  whether the tag is removed before the script runs. Otherwise it is removed after.
 */
async function loadScriptThenRemoveTag({ early }) {
  await open(session.driver, STAGE);
  await session.driver.executeAsyncScript(
    (integrity, early, done) => {
      const attributes = { type: "module", src: "/pkg/banspread.js", integrity };
      const script = Object.assign(document.createElement("script"), attributes);
      if (!early) script.onload = () => script.remove();
      document.head.append(script);
      if (early) script.remove();
      customElements.whenDefined("ban-spread").then(() => done());
    },
    hashOfScript(),
    early,
  );
}

for (const { changed, beside = [], statics, src, attributes, spoilt, code = "engine-load" } of [
  { changed: "banspread.wasm", statics: { wasmUrl: made("banspread.wasm") } },
  {
    changed: "banspread-plain.js",
    statics: { assetsUrl: made("") },
    attributes: { engine: "script" },
  },
  { changed: "banspread-places.txt", statics: others(made("")), spoilt: true },
  { changed: "banspread-data.txt", statics: others(made("")), src: null, code: "dataset-load" },
  {
    changed: "banspread-checker.js",
    beside: ["banspread-checker.wasm"],
    statics: others(made("")),
    src: EVENTS,
    code: "invalid-dataset",
  },
  {
    changed: "banspread-checker.wasm",
    beside: ["banspread-checker.js"],
    statics: others(made("")),
    src: EVENTS,
    code: "invalid-dataset",
  },
]) {
  fault(eachEngine, `with integrity, a changed ${changed}`, "damaged", async () => {
    change(changed, ...beside);
    const words = [address(made(changed)), ...OTHERWISE];
    await assertFails(
      { src, attributes, spoilt, statics: { ...statics, integrity: true } },
      { code, cause: "damaged", words },
    );
  });

  oneEngine(`without integrity, a changed ${changed} works`, async () => {
    change(changed, ...beside);
    await (await provoke({ src, attributes, spoilt, statics })).ready();
  });
}

oneEngine("with integrity, the files of the package are accepted", async () => {
  await (await provoke({ src: EVENTS, statics: { integrity: true } })).ready();
});

eachEngine("if the tag of the script has a hash, the other files are checked, too", async () => {
  change("banspread.wasm");
  // Some script loaders remove their tags.
  await loadScriptThenRemoveTag({ early: false });
  const widget = await mountFailing({ wasmUrl: made("banspread.wasm") });
  await assertDamaged(widget, "engine-load");
});

eachEngine("with integrity, a script that the page imported before is checked, too", async () => {
  change("banspread-checker.js", "banspread-checker.wasm");
  await stage();
  await session.driver.executeAsyncScript((src, done) => {
    const script = Object.assign(document.createElement("script"), { type: "module", src });
    script.onload = script.onerror = () => done();
    document.head.append(script);
  }, made(CHECKER));
  const widget = await mountFailing({ ...others(made("")), integrity: true }, EVENTS);
  await assertDamaged(widget, "invalid-dataset");
});

eachEngine("if the page removes the tag before the script runs, the files are still checked", async () => {
  change("banspread.wasm");
  await loadScriptThenRemoveTag({ early: true });
  const widget = await mountFailing({ wasmUrl: made("banspread.wasm") });
  await assertDamaged(widget, "engine-load");
});

for (const [types, holds] of [
  ["ban-spread", "is checked"],
  ["'none'", "cannot be checked: policy"],
]) {
  eachEngine(`with trusted types ${types}, the integrity of a script ${holds}`, async () => {
    const policy = `${LISTS}; connect-src 'self'; require-trusted-types-for 'script'; trusted-types ${types}`;
    await stage(policy);
    const widget = await mountChecked();
    const { state } = await widget.until("it has tried", ({ state }) => state === "ready" || state === "failed");
    if (types === "ban-spread") {
      assert.equal(state, "ready");
      return assertRefusesChanged(policy);
    }
    const [{ code, cause, message }] = await widget.events("error");
    assert.deepEqual([code, cause], ["invalid-dataset", "policy"], message);
    assert.ok(message.includes("add ban-spread to trusted-types"), message);
    await assertBlocked("trusted-types-policy");
  });
}

/**
 * Asserts that a checker with another hash is refused on a page with a policy.
 * @param {string} policy
 */
async function assertRefusesChanged(policy) {
  change("banspread-checker.js", "banspread-checker.wasm");
  await stage(policy);
  const widget = await mountChecked(others(made("")));
  await widget.until("the loading has failed", ({ state }) => state === "failed");
  const [{ cause, message }] = await widget.events("error");
  assert.equal(cause, "damaged", message);
  assert.ok(message.includes(OTHERWISE[0]), message);
}

/** The hash of the package's script, for the attribute `integrity`. @returns {string} */
function hashOfScript() {
  return JSON.parse(readFileSync(`${PACKAGE}integrity.json`, "utf8"))["banspread.js"];
}

/**
 * Asserts that a file with another hash prevents the chart.
 * @param {Widget} widget
 * @param {string} wanted  the error's code
 */
async function assertDamaged(widget, wanted) {
  await widget.until("the loading has failed", ({ state }) => state === "failed");
  const [{ code, cause, message }] = await widget.events("error");
  assert.deepEqual([code, cause], [wanted, "damaged"], message);
}

/** Adds an element without children to a page that enforces trusted types. The files of the element are checked. */
async function mountChecked(statics = {}) {
  await session.driver.executeScript(
    (src, statics) => {
      Object.assign(customElements.get("ban-spread") ?? {}, { integrity: true, ...statics });
      const element = document.createElement("ban-spread");
      element.src = src;
      document.getElementById("stage").append(element);
    },
    EVENTS,
    statics,
  );
  return new Widget(session.driver);
}
