/** The other forms of the engine: as plain script if WebAssembly is forbidden or missing, packed, in one file. */

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { engine, open, takeFaults, useBrowser } from "./session.mjs";
import { eachEngine, oneEngine } from "./tiers.mjs";
import { mount, Widget } from "./widget.mjs";

const session = useBrowser();

const ROOT = new URL("../../", import.meta.url);
const EVENTS = "/tests/widget/pages/events.csv";
const FAULTS = "/tests/widget/pages/faults.csv";
const STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:";
const TRUSTED = `${STRICT}; require-trusted-types-for 'script'; trusted-types 'none'`;

eachEngine("if a page forbids WebAssembly, the plain script runs instead", async () => {
  const widget = await mountUnder(STRICT);
  await widget.ready();
  const { faults, files } = await leaveForbidden();
  assert.ok(faults.length <= 1 && faults.every((fault) => fault.startsWith("policy: ")), faults.join());
  assert.deepEqual(files, ["banspread-plain.js", "banspread.js"]);
});

eachEngine("a page that asks for the plain script violates no policy, not even that of trusted types", async () => {
  const widget = await mountUnder(TRUSTED, { engine: "script" });
  await widget.ready();
  assert.deepEqual(await readFiles(), ["banspread-plain.js", "banspread.js"]);
});

oneEngine("a browser without WebAssembly runs the plain script", async () => {
  await open(session.driver, "/tests/widget/pages/stage.html");
  await session.driver.executeScript(() => Reflect.deleteProperty(window, "WebAssembly"));
  const widget = await put();
  await widget.ready();
  assert.deepEqual(await readFiles(), ["banspread-plain.js", "banspread.js"]);
});

oneEngine("if WebAssembly works, nothing of the plain script is requested", async () => {
  const widget = await mount(session.driver, { attributes: { src: EVENTS }, fresh: true });
  await widget.ready();
  const files = ["banspread-checker.js", "banspread-checker.wasm", "banspread.js", "banspread.wasm"];
  assert.deepEqual(await readFiles(), files);
});

oneEngine(
  "the plain script draws the same pixels and has the same texts, on every day and at every width",
  async () => {
    const [module, plain] = await mountBoth();
    for (const [date, compare, width] of [
      ["2012-03-01", "", 960],
      ["2018-08-23", "2020-10-20", 720],
      ["2020-07-14", "", 360],
      ["2023-11-30", "2019-01-01", 320],
    ]) {
      const shown = [];
      for (const widget of [module, plain]) {
        await widget.run(
          (host, date, compare, width) => {
            // Elements far from the viewport are not painted.
            host.scrollIntoView();
            host.style.width = `${width}px`;
            Object.assign(host, { date, compare });
          },
          date,
          compare,
          width,
        );
        await widget.until("the day is shown", (state) => state.date === date);
        await widget.frames(2);
        // The list of changes, which a history hides, has then followed the date in both.
        await widget.run((host) => (host.selected = "GB"));
        await widget.frames(30);
        shown.push(await look(widget));
      }
      assert.ok(shown[0].pictures.length >= 3);
      assert.deepEqual(shown[1].words, shown[0].words, String(date));
      assert.deepEqual(shown[1].tiles, shown[0].tiles, String(date));
      assert.deepEqual(shown[1].pictures, shown[0].pictures, `${date} at ${width} px`);
    }
  },
);

const slow = { timeout: 180_000 };
oneEngine("a dataset of thousands of events, for which the memory must grow, is the same in both", slow, async () => {
  const [module, plain] = await mountBoth();
  const shown = [];
  for (const widget of [module, plain]) {
    await widget.run((host, data) => {
      host.scrollIntoView();
      host.data = data;
    }, large());
    await widget.until("the large dataset is shown", ({ title }) => title === "Thousands of events");
    await widget.run((host) => (host.date = "2015-06-01"));
    await widget.until("its day is shown", ({ date }) => date === "2015-06-01");
    await widget.frames(30);
    shown.push(await look(widget));
  }
  assert.deepEqual(shown[1].words, shown[0].words);
  assert.deepEqual(shown[1].pictures, shown[0].pictures);
});

oneEngine("the checker as plain script reads CSV, and finds errors in it", async () => {
  const widget = await mountUnder(TRUSTED, { engine: "script", src: EVENTS });
  const { headline } = await widget.ready();
  assert.equal(headline, "1 October 2020");
  const scripts = ["banspread-checker-plain.js", "banspread-plain.js", "banspread.js"];
  assert.deepEqual(await readFiles(), scripts);
  const found = [];
  for (const engine of ["script", "auto"]) {
    const refused = await mount(session.driver, { attributes: { engine, src: FAULTS } });
    await refused.until("it is refused", ({ state }) => state === "failed");
    found.push(await refused.events("error"));
  }
  assert.equal(found[0][0].code, "invalid-dataset");
  assert.equal(found[0][0].diagnostics.length, 4);
  assert.deepEqual(found[0], found[1]);
});

eachEngine("if a module would trap, the plain script throws", async () => {
  await open(session.driver, "/tests/widget/pages/stage.html");
  const thrown = await session.driver.executeAsyncScript((done) => {
    const address = "/pkg/banspread-plain.js";
    import(address).then(
      (plain) => {
        const { __wbindgen_malloc: allocate } = plain.default();
        try {
          done(`allocated at ${allocate(-16, 1)}`);
        } catch (error) {
          done(/** @type {object} */ (error).constructor.name);
        }
      },
      (error) => done(String(error)),
    );
  });
  assert.equal(thrown, "Error");
});

for (const [page, what] of [
  ["classic", "a classic script"],
  ["npm", "the script for bundlers, with modules packed inside,"],
]) {
  eachEngine(`${what} defines the element, and has a checker`, async () => {
    await open(session.driver, `/tests/widget/pages/twin/${page}.html`);
    const { date } = await new Widget(session.driver, 0).ready();
    assert.equal(date, "2020-06-01");
    const { headline } = await new Widget(session.driver, 1).ready();
    assert.equal(headline, "1 October 2020");
    const modules = (await readFiles()).filter((file) => file?.endsWith(".wasm"));
    assert.deepEqual(modules, page === "npm" ? [] : ["banspread-checker.wasm", "banspread.wasm"]);
  });
}

oneEngine("a classic script sets the class as a global of the page", async () => {
  await open(session.driver, "/tests/widget/pages/twin/classic.html");
  await new Widget(session.driver).ready();
  const same = () => window.BanSpreadElement === customElements.get("ban-spread");
  assert.ok(await session.driver.executeScript(same));
});

eachEngine("one file that contains everything works from a disk", async () => {
  await session.driver.get(writeSingleFile().href);
  const widget = new Widget(session.driver);
  const { title, date } = await widget.ready();
  assert.deepEqual([title, date], ["How a ban spreads between neighbours", "2020-06-01"]);
  assert.equal(await session.driver.executeScript(() => performance.getEntriesByType("resource").length), 0);
});

eachEngine("a page from a disk that needs other files says which form works there", async () => {
  const page = new URL(`target/made/twin/${engine}/from-disk.html`, ROOT);
  mkdirSync(new URL(".", page), { recursive: true });
  const script = '<script src="../../../../pkg/banspread.classic.js"></script>';
  writeFileSync(
    page,
    `<!doctype html><meta charset="utf-8">${script}<ban-spread loading="eager">Fallback</ban-spread>`,
  );
  await session.driver.get(pathToFileURL(page.pathname).href);
  const widget = new Widget(session.driver);
  const { notice } = await widget.until("the loading has failed", ({ state }) => state === "failed");
  assert.match(notice, /^A page opened from a disk needs banspread\.standalone\.js/);
});

/** A page in one file: script, dataset and the script that records events. */
function writeSingleFile() {
  const read = (/** @type {string} */ path) => readFileSync(new URL(path, ROOT), "utf8");
  const file = new URL(`target/made/twin/${engine}/single.html`, ROOT);
  mkdirSync(new URL(".", file), { recursive: true });
  writeFileSync(
    file,
    `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>A single file</title>
<link rel="icon" href="data:,">
<script>${read("tests/widget/pages/watch.js")}</script>
<script type="application/json" id="events">${read("tests/widget/pages/sample.json")}</script>
<ban-spread src="#events" date="2020-06-01" loading="eager"></ban-spread>
<script>${read("pkg/banspread.standalone.js")}</script>
`,
  );
  return pathToFileURL(file.pathname);
}

/**
 * One element on a page under a policy.
 * @param {string} policy
 * @param {Record<string, string>} [attributes]
 */
async function mountUnder(policy, attributes = {}) {
  await open(session.driver, `/tests/widget/pages/stage.html?csp=${encodeURIComponent(policy)}`);
  return put(attributes);
}

/** Adds an element to the stage without any markup, as a page with trusted types must do. */
async function put(attributes = {}) {
  const index = await session.driver.executeScript((attributes) => {
    window.define();
    const element = document.createElement("ban-spread");
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    document.getElementById("stage").append(element);
    return document.querySelectorAll("ban-spread").length - 1;
  }, attributes);
  return new Widget(session.driver, index);
}

/** One element with the module, and below it one with the plain script. */
async function mountBoth() {
  const module = await mount(session.driver, { attributes: { loading: "eager" }, fresh: true });
  await module.ready();
  const plain = await put({ engine: "script", loading: "eager" });
  await plain.ready();
  assert.deepEqual(await readFiles(), ["banspread-plain.js", "banspread.js", "banspread.wasm"]);
  return [module, plain];
}

/**
 * Every picture, all texts except those that are announced a moment later, and the position of each tile.
 * @param {Widget} widget
 */
async function look(widget) {
  const caption = () => widget.run(({ shadowRoot }) => shadowRoot.querySelector("caption").textContent);
  await widget.until("the table has followed", async ({ headline }) => (await caption()).endsWith(`, ${headline}`));
  return widget.run(({ shadowRoot }) => ({
    pictures: [...shadowRoot.querySelectorAll("canvas")].map((canvas) => canvas.toDataURL()),
    words: [...shadowRoot.querySelectorAll(".figure > :not([role=status])")].map((part) => part.textContent),
    tiles: [...shadowRoot.querySelectorAll("[role=option]")].map((tile) => [tile.id, tile.getAttribute("style")]),
  }));
}

/** The files of the package that the page has loaded, each file once. */
async function readFiles() {
  const files = await session.driver.executeScript(() => {
    const paths = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
    const files = paths.filter((path) => path.startsWith("/pkg/")).map((path) => path.split("/").at(-1));
    return [...new Set(files)].sort();
  });
  // The supplement is loaded at some time after the first picture: see `supplement.test.mjs`. For the data see
  // `data.test.mjs`. The list of hashes comes because the script of the page has no tag.
  const elsewhere = ["banspread-supplement.js", "banspread-hashes.json"];
  return files.filter((file) => file && !elsewhere.includes(file) && !file.endsWith(".txt"));
}

/** The violations that a page which forbids WebAssembly has received. They are no fault here. */
async function leaveForbidden() {
  const files = await readFiles();
  const faults = await takeFaults(session.driver);
  return { faults, files };
}

/** Six thousand events: more text than the memory can hold at first. */
function large() {
  const sample = JSON.parse(readFileSync(new URL("tests/widget/pages/sample.json", ROOT), "utf8"));
  const entities = ["FR", "DE", "ES", "IT", "PL", "SE", "NO", "FI", "GB", "IE"];
  const statuses = sample.statuses.map((/** @type {{id: string}} */ { id }) => id);
  const event = (/** @type {number} */ n) => ({
    ...sample.events[0],
    entity: entities[n % entities.length],
    status: statuses[Math.floor(n / entities.length) % statuses.length],
    date: new Date(Date.UTC(2000, 0, 1 + Math.floor(n / entities.length) * 12)).toISOString().slice(0, 10),
    title: `Event ${n} of many, with words enough to fill the memory: ${"é".repeat(120)}`,
  });
  const events = Array.from({ length: 6_000 }, (_, n) => event(n));
  return { ...sample, title: "Thousands of events", entities: undefined, tour: undefined, events };
}
