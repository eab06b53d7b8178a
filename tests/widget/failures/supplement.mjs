/** When the supplement is loaded, and what a reader sees if it does not come. */

import assert from "node:assert/strict";
import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Key } from "selenium-webdriver";
import { origin, takeFaults, useBrowser } from "../session.mjs";
import { eachEngine, fault, oneEngine } from "../tiers.mjs";
import { mountMore, SAMPLE, Widget } from "../widget.mjs";
import { ENGINE, FOLDER, MADE, PACKAGE, address, made, mountFailing, others, stage } from "./provoke.mjs";

const session = useBrowser();

const FILE = "banspread-supplement.js";
/** The build writes it into script and supplement. @type {{edition: string}} */
const { edition } = await import(PACKAGE + FILE);
const FAILED = "This part could not be loaded.";
const STRICT = `default-src 'none'; script-src ${origin}/ 'wasm-unsafe-eval'; connect-src ${origin}/; style-src 'self'; img-src data:`;

/**
 * An element on a page whose browser is never idle, until `idle` is called.
 * @param {object} [given]
 * @param {string} [given.policy]
 * @param {object} [given.statics]
 * @param {Record<string, string>} [given.attributes]
 */
async function busy({ policy, statics, attributes } = {}) {
  await stage(policy);
  await session.driver.executeScript(() => {
    /** @type {(() => void)[]} */
    const waiting = [];
    const idle = () => waiting.splice(0).forEach((run) => run());
    Object.assign(window, {
      requestIdleCallback: (/** @type {() => void} */ run) => waiting.push(run),
      noted: { idle },
    });
    // The figure can be ready before the test can ask.
    document.addEventListener("ban-spread-ready", ({ target }) => {
      window.noted.rows = /** @type {Element} */ (target).shadowRoot?.querySelectorAll("tbody tr").length;
    });
  });
  return mountFailing({ integrity: false, ...statics }, SAMPLE, attributes);
}

/** The page's browser is idle from now on. */
const idle = () => session.driver.executeScript(() => window.noted.idle());

/** How often the supplement was requested. */
function requests() {
  return session.driver.executeScript((file) => {
    return performance.getEntriesByType("resource").filter(({ name }) => new URL(name).pathname.endsWith(file)).length;
  }, FILE);
}

/**
 * What the panel of the table has.
 * @param {Widget} widget
 */
function panel(widget) {
  return widget.run(({ shadowRoot }) => {
    const root = shadowRoot.querySelector(".table");
    const { height } = root.getBoundingClientRect();
    const missing = root.querySelector(".missing")?.textContent ?? "";
    const rows = root.querySelectorAll("tbody tr").length;
    return { busy: root.getAttribute("aria-busy"), rows, missing, height, role: root.getAttribute("role") };
  });
}

/** @param {Widget} widget */
const untilTable = (widget) => widget.until("the table is there", async () => (await panel(widget)).rows > 2);
/** @param {Widget} widget */
const untilMissing = (widget) => widget.until("it is missing", async () => (await panel(widget)).missing === FAILED);
/** @param {Widget} widget */
const focused = (widget) => widget.run(({ shadowRoot }) => shadowRoot.activeElement?.className ?? "");

/** @param {Widget} widget */
async function errors(widget) {
  return (await widget.events("error")).map(({ code, cause, message }) => ({ code, cause, message }));
}

eachEngine(
  "a page that never opens the table requests no supplement before the browser is idle, and then one",
  async () => {
    const widget = await busy();
    await widget.ready();
    await widget.run((host) => (host.date = "2020-06-01"));
    await widget.until("another date is shown", ({ date }) => date === "2020-06-01");
    await widget.focus(".range");
    await widget.press(Key.HOME);
    await widget.until("the first day is shown", ({ range }) => range.value === range.min);
    await widget.click("[data-status=banned]");
    assert.equal(await requests(), 0);
    await idle();
    await untilTable(widget);
    assert.equal(await requests(), 1);
    const { busy: loading, role } = await panel(widget);
    assert.deepEqual([loading, role], [null, null], "the table is filled and still hidden");
  },
);

oneEngine("for a reader who saves data, the supplement is requested only for use", async () => {
  await stage();
  await session.driver.executeScript(() => {
    Object.defineProperty(navigator, "connection", { value: { saveData: true } });
    window.requestIdleCallback = (run) => setTimeout(run);
  });
  const widget = await mountFailing({ integrity: false });
  await widget.ready();
  await widget.frames(10);
  assert.equal(await requests(), 0);
  await widget.click(".table-tab");
  await untilTable(widget);
});

eachEngine(
  "a tab that is opened by a key before the browser is idle keeps the focus, and its panel its space",
  async () => {
    const widget = await busy({ statics: others(`${FOLDER}?delay=600`) });
    await widget.ready();
    await widget.focus(".map-tab");
    await widget.press(Key.END);
    await widget.until("the table is shown", ({ view }) => view === "table");
    const before = await panel(widget);
    assert.deepEqual([before.busy, before.rows, before.role], ["true", 0, "tabpanel"]);
    assert.ok(before.height > 400, `${before.height}`);
    await untilTable(widget);
    const after = await panel(widget);
    assert.deepEqual([after.busy, after.missing, await focused(widget)], [null, "", "tab table-tab"]);
    assert.equal(await requests(), 1);
  },
);

oneEngine("a figure that begins with the table is ready with its rows", async () => {
  const widget = await busy({ attributes: { view: "table" } });
  await widget.ready();
  assert.ok((await session.driver.executeScript(() => window.noted.rows)) > 2);
});

fault(eachEngine, "a missing supplement", "the chart stays, the table says so, and it can be tried again", async () => {
  rmSync(MADE + FILE, { force: true });
  const widget = await busy({ statics: others(made("")) });
  await widget.ready();
  await idle();
  await widget.click(".table-tab");
  await untilMissing(widget);
  const [error] = await errors(widget);
  assert.deepEqual([error.code, error.cause], ["supplement-load", "not-found"]);
  assert.ok(error.message.includes(address(made(FILE))), error.message);
  assert.equal((await widget.state()).notice, "");
  const said = (/** @type {Host} */ { shadowRoot }) => shadowRoot.querySelector("[role=status]").textContent;
  await widget.until("it is announced", async () => (await widget.run(said)) === FAILED);
  await widget.click(".map-tab");
  await widget.until("the map is there", ({ view }) => view === "map");
  await widget.click(".table-tab");
  await widget.until("it fails again", async () => (await errors(widget)).length === 2);
  copyFileSync(PACKAGE + FILE, MADE + FILE);
  await widget.focus(".table button");
  await widget.press(Key.ENTER);
  await untilTable(widget);
  assert.deepEqual([await focused(widget), (await panel(widget)).missing], ["scroll", ""]);
});

eachEngine(
  "a history that is opened by a key before the browser is idle gets the focus when it has arrived",
  async () => {
    const widget = await busy({ statics: others(`${FOLDER}?delay=600`) });
    await widget.ready();
    await widget.focus(".tiles");
    await widget.press(Key.HOME, Key.ENTER);
    await widget.until("a tile is selected", () => widget.run(({ selected }) => selected));
    const { history, changes } = await widget.state();
    assert.deepEqual([history, changes?.length, await focused(widget)], [null, 4, "tiles"]);
    await widget.until("the history is there", (state) => state.history);
    assert.equal(await focused(widget), "history");
    await widget.press(Key.ESCAPE);
    await widget.until("it is closed", (state) => !state.history);
    assert.equal(await focused(widget), "tiles");
  },
);

oneEngine("a history that does not come is not selected, and comes when it is opened again", async () => {
  rmSync(MADE + FILE, { force: true });
  const widget = await busy({ statics: others(made("")) });
  await widget.ready();
  await widget.run((host) => (host.selected = "DE"));
  const missing = (/** @type {Host} */ { shadowRoot }) =>
    shadowRoot.querySelector(".details .missing")?.textContent ?? "";
  await widget.until("it says so", async () => (await widget.run(missing)) === FAILED);
  const { changes } = await widget.state();
  assert.deepEqual([await widget.run(({ selected }) => selected), changes?.length], [null, 4]);
  copyFileSync(PACKAGE + FILE, MADE + FILE);
  await widget.run((host) => (host.selected = "DE"));
  await widget.until("the history is there", ({ history }) => history?.name === "Germany");
  assert.equal(await widget.run(missing), "");
});

oneEngine("a figure that begins with a history is ready with it", async () => {
  await stage();
  const index = await session.driver.executeScript((src) => {
    const host = window.mount({ attributes: { src, id: "begins" }, properties: { selected: "DE" } });
    host.addEventListener("ban-spread-ready", () => {
      window.noted = { name: host.shadowRoot?.querySelector(".history .name")?.textContent };
    });
    return [...document.querySelectorAll("ban-spread")].indexOf(host);
  }, SAMPLE);
  await new Widget(session.driver, index).ready();
  assert.equal(await session.driver.executeScript(() => window.noted.name), "Germany");
});

oneEngine("a button whose work does not come says so, and works at the next press", async () => {
  rmSync(MADE + FILE, { force: true });
  const widget = await busy({ statics: others(made("")) });
  await widget.ready();
  await widget.click(".download");
  const said = (/** @type {Host} */ { shadowRoot }) => shadowRoot.querySelector(".download").dataset.said ?? "";
  await widget.until("it says so", async () => (await widget.run(said)) === FAILED);
  copyFileSync(PACKAGE + FILE, MADE + FILE);
  await widget.click(".sound");
  const pressed = (/** @type {Host} */ { shadowRoot }) =>
    shadowRoot.querySelector(".sound").getAttribute("aria-pressed");
  await widget.until("sound is on", async () => (await widget.run(pressed)) === "true");
  await widget.click(".share");
  const linked = (/** @type {Host} */ { shadowRoot }) => {
    const [share, field] = [".share", ".link"].map((part) => shadowRoot.querySelector(part));
    return share.dataset.said === "Link copied" || !field.hidden;
  };
  await widget.until("there is a link", () => widget.run(linked));
});

oneEngine("words of a publisher that cannot be checked are not used", async () => {
  rmSync(MADE + FILE, { force: true });
  const widget = await busy({ statics: others(made("")) });
  await widget.ready();
  await widget.run((host) => (host.words = { words: { play: "Go" } }));
  await widget.until("the page knows", async () => (await errors(widget)).length > 0);
  assert.equal((await errors(widget))[0].code, "supplement-load");
  assert.equal((await widget.state()).play, "Play");
  copyFileSync(PACKAGE + FILE, MADE + FILE);
  await widget.run((host) => (host.words = { words: { play: "Start" } }));
  await widget.until("other words are used", ({ play }) => play === "Start");
});

for (const [what, change, integrity] of /** @type {[string, (text: string) => string, boolean][]} */ ([
  ["with another hash", (text) => `${text}\n// one line more\n`, true],
  ["of another build", (text) => text.replace(edition, "another"), false],
  ["that is cut off", (text) => text.slice(0, 3000), false],
])) {
  fault(eachEngine, `a supplement ${what}`, "refused as damaged, and the right one is taken afterwards", async () => {
    const right = readFileSync(PACKAGE + FILE, "utf8");
    const wrong = change(right);
    assert.notEqual(wrong, right);
    writeFileSync(MADE + FILE, wrong);
    const widget = await busy({ statics: { ...others(made("")), integrity } });
    await widget.ready();
    await widget.click(".table-tab");
    await untilMissing(widget);
    const [{ code, cause, message }] = await errors(widget);
    assert.deepEqual([code, cause], ["supplement-load", "damaged"], message);
    assert.ok(message.includes(address(made(FILE))), message);
    writeFileSync(MADE + FILE, right);
    await widget.click(".table button");
    await untilTable(widget);
  });
}

eachEngine("with hashes, the supplement needs no entry in a policy that forbids trusted types", async () => {
  const types = "require-trusted-types-for 'script'; trusted-types 'none'";
  await stage(`${STRICT}; ${types}`);
  await session.driver.executeScript((src) => {
    Object.assign(customElements.get("ban-spread") ?? {}, { integrity: true });
    document.getElementById("stage").append(Object.assign(document.createElement("ban-spread"), { src }));
  }, SAMPLE);
  const widget = new Widget(session.driver);
  await widget.ready();
  await widget.click(".table-tab");
  await untilTable(widget);
  assert.deepEqual(await takeFaults(session.driver), []);
});

oneEngine(
  "a server that answers the check with the right file and the import with another one is noticed",
  async () => {
    writeFileSync(MADE + FILE, `${readFileSync(PACKAGE + FILE, "utf8")}\nwindow.noted.ran = true;\n`);
    const widget = await busy({ statics: { ...others(made("")), integrity: true } });
    await widget.ready();
    await session.driver.executeScript((file) => {
      const { fetch } = window;
      window.fetch = (href, how) =>
        String(href).includes(file) ? Promise.resolve(new Response("")) : fetch(href, how);
    }, FILE);
    await widget.click(".table-tab");
    await untilMissing(widget);
    assert.equal(await session.driver.executeScript(() => window.noted.ran ?? false), false);
  },
);

eachEngine("two elements share one supplement", async () => {
  const one = await busy();
  const other = await mountMore(session.driver, { attributes: { src: SAMPLE, id: "other" } });
  for (const widget of [one, other]) await widget.ready();
  for (const widget of [one, other]) await widget.click(".table-tab");
  for (const widget of [one, other]) await untilTable(widget);
  assert.equal(await requests(), 1);
});

eachEngine("under a strict policy the table is styled, and nothing is blocked", async () => {
  const widget = await busy({ policy: STRICT });
  await widget.ready();
  await widget.click(".table-tab");
  await untilTable(widget);
  const style = (/** @type {Host} */ { shadowRoot }) => getComputedStyle(shadowRoot.querySelector(".scroll")).overflowY;
  assert.equal(await widget.run(style), "auto");
  assert.deepEqual(await takeFaults(session.driver), []);
});

eachEngine(
  "an element that leaves while the supplement loads does nothing, and has its table when it returns",
  async () => {
    const widget = await busy({ statics: others(`${FOLDER}?delay=400`) });
    await widget.ready();
    await widget.click(".table-tab");
    await widget.until("it loads", async () => (await panel(widget)).busy === "true");
    await widget.run((host) => {
      window.noted.host = host;
      host.remove();
    });
    const arrived = () =>
      session.driver.executeScript(() => window.noted.host.shadowRoot.querySelector(".table").ariaBusy);
    for (let n = 0; (await arrived()) !== null && n < 100; n++) await widget.frames(6);
    assert.equal(await arrived(), null);
    await session.driver.executeScript(() => document.getElementById("stage").append(window.noted.host));
    await untilTable(widget);
    assert.deepEqual(await errors(widget), []);
    assert.deepEqual(await takeFaults(session.driver), []);
  },
);

oneEngine("a plain engine has the same supplement", async () => {
  const widget = await busy({ attributes: { engine: "script" }, statics: { wasmUrl: ENGINE } });
  await widget.ready();
  await widget.click(".table-tab");
  await untilTable(widget);
});
