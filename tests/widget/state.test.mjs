/** The interface between page and element: datasets set by scripts, states kept and restored, events prevented. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Key } from "selenium-webdriver";
import { stroke } from "./gestures.mjs";
import { open, useBrowser } from "./session.mjs";
import { eachEngine, oneEngine } from "./tiers.mjs";
import { mount, mountMore, mountSample, SAMPLE, Widget } from "./widget.mjs";

const session = useBrowser();

const TITLE = "How a ban spreads between neighbours";
const TOUR = "/tests/widget/pages/tour.json";
const read = (/** @type {string} */ name) => readFileSync(new URL(`./pages/${name}`, import.meta.url), "utf8");

oneEngine("a dataset can be set as an object, as JSON and as CSV", async () => {
  const text = read("sample.json");
  for (const data of [JSON.parse(text), text, read("events.csv")]) {
    const widget = await mount(session.driver, { properties: { data } });
    assert.equal((await widget.ready()).notice, "");
    assert.deepEqual(await widget.run((host) => host.data), data);
  }
});

oneEngine("without its data an element shows the dataset of its address again", async () => {
  const widget = await mountSample(session.driver);
  const other = { ...JSON.parse(read("sample.json")), title: "Another story" };
  await widget.run((host, data) => (host.data = data), other);
  await widget.until("the other dataset is there", ({ title }) => title === other.title);
  await widget.run((host) => (host.data = null));
  await widget.until("the first is back", ({ title }) => title === TITLE);
});

oneEngine("refused data changes nothing and fires an error", async () => {
  const widget = await mountSample(session.driver, { date: "2020-06-01" });
  const before = await widget.state();
  assert.equal(before.notice, "");
  await widget.run((host) => (host.data = { format: 1, title: "Nothing else" }));
  const after = await widget.until("the notice is there", ({ notice }) => notice !== "");
  assert.deepEqual({ ...after, notice: "" }, before);
  assert.deepEqual(
    (await widget.events("error")).map(({ code, cause }) => [code, cause]),
    [["invalid-dataset", null]],
  );
});

oneEngine("the text of an element of the page is a dataset", async () => {
  await open(session.driver, "/tests/widget/pages/stage.html");
  await addData("events", "text/csv", `\n${read("events.csv").replace("\ufeff", "")}`);
  const widget = await mountMore(session.driver, { attributes: { src: "#events" } });
  assert.equal((await widget.ready()).notice, "");
});

eachEngine("data further down a page that is still loading is awaited", async () => {
  await open(session.driver, "/tests/widget/pages/stage.html");
  await session.driver.executeAsyncScript((done) => {
    const frame = document.body.appendChild(document.createElement("iframe"));
    const page = /** @type {Document} */ (frame.contentDocument);
    Object.assign(window, { defined: done, noted: { page } });
    page.open();
    page.write(`<ban-spread loading="eager" src="#later"></ban-spread>`);
    page.write(`<script>import("/pkg/banspread.js").then(() => parent.defined())<` + `/script>`);
  });
  const state = await session.driver.executeAsyncScript((text, done) => {
    /** @type {Document} */
    const page = window.noted.page;
    page.addEventListener("ban-spread-ready", () => done("ready"));
    page.addEventListener("ban-spread-error", (event) => done(/** @type {CustomEvent} */ (event).detail.message));
    page.write(`<script type="application/json" id="later">${text.slice(0, 500)}`);
    page.write(`${text.slice(500)}<` + `/script>`);
    page.close();
  }, read("sample.json"));
  assert.equal(state, "ready");
});

oneEngine("data without an element on the page leaves the children visible", async () => {
  const widget = await mount(session.driver, { attributes: { src: "#nowhere" }, children: "<p id=fallback>Two.</p>" });
  await widget.until("the loading has failed", ({ state }) => state === "failed");
  const [{ code, cause, message }] = await widget.events("error");
  assert.deepEqual([code, cause], ["dataset-load", "not-found"]);
  assert.match(message, /"nowhere"/);
  assert.ok(await session.driver.executeScript(() => document.getElementById("fallback").getClientRects().length > 0));
});

oneEngine("everything that was set before the element was defined is used", async () => {
  await open(session.driver, "/tests/widget/pages/stage.html");
  const properties = { data: JSON.parse(read("sample.json")), date: "2020-06-01", filter: "banned", selected: "DE" };
  await session.driver.executeScript((properties) => void window.mount({ properties }), properties);
  assert.equal(await new Widget(session.driver).state(), null);
  await session.driver.executeScript(() => void window.define());
  const widget = new Widget(session.driver);
  const { title, date, legend, history } = await widget.ready();
  assert.deepEqual([title, date, legend[0].pressed, history?.name], [TITLE, "2020-06-01", "true", "Germany"]);
  assert.equal(await widget.run((host) => Object.keys(host).length), 0, "nothing hides an accessor");
});

oneEngine("properties are the shown state, and change it", async () => {
  const widget = await mountSample(session.driver, { date: "2020-06-01" });
  const shown = (/** @type {Host} */ host) => [host.filter, host.selected, host.playing, host.loading, host.engine];
  assert.deepEqual(await widget.run(shown), [null, null, false, "lazy", "auto"]);
  await widget.run((host) => {
    Object.assign(host, { filter: "banned", selected: "DE", loading: "eager", engine: "script" });
  });
  await widget.until("the history is open", ({ history, legend }) => history && legend[0].pressed === "true");
  assert.deepEqual(await widget.run(shown), ["banned", "DE", false, "eager", "script"]);
  const attributes = (/** @type {Host} */ host) => [host.getAttribute("loading"), host.getAttribute("engine")];
  assert.deepEqual(await widget.run(attributes), ["eager", "script"]);
  await widget.run((host) => {
    Object.assign(host, { filter: null, selected: undefined, engine: null });
    host.play();
  });
  await widget.until("the date runs", ({ play, date }) => play === "Pause" && date > "2020-06-01");
  assert.deepEqual(await widget.run(shown), [null, null, true, "eager", "auto"]);
  await widget.run((host) => host.pause());
  await widget.until("the date stands", ({ play }) => play === "Play");
});

oneEngine(
  "a state that was kept as text restores the same picture elsewhere, even before there is a chart",
  async () => {
    const widget = await mount(session.driver, { attributes: { src: TOUR } });
    await widget.ready();
    await widget.run((host) => {
      host.step = 1;
      Object.assign(host, { date: "2020-09-15", compare: "2020-02-01", filter: "banned", selected: "DE" });
    });
    const before = await widget.until("all of it is shown", ({ history, comparing }) => history && comparing);
    const { kept, pictures } = await widget.run(portray);
    assert.deepEqual(JSON.parse(kept), {
      date: "2020-09-15",
      compare: "2020-02-01",
      filter: "banned",
      firm: false,
      selected: "DE",
      step: 1,
      view: "map",
      weighted: false,
      playing: false,
    });
    const again = await mount(session.driver, { attributes: { src: TOUR }, properties: { state: JSON.parse(kept) } });
    assert.deepEqual(await again.ready(), before);
    await again.until(
      "the picture is the same",
      async () => (await again.run(portray)).pictures.join() === pictures.join(),
    );
    assert.deepEqual(await again.events("change"), []);
  },
);

oneEngine("a state with an invalid date fires an error and sets the rest", async () => {
  const widget = await mountSample(session.driver, { date: "2020-06-01" });
  await widget.run((host) => (host.state = { date: "soon", selected: "DE" }));
  await widget.until("the rest is done", ({ history, date }) => history && date === "2020-06-01");
  assert.deepEqual(
    (await widget.events("error")).map(({ code }) => code),
    ["invalid-date"],
  );
});

eachEngine("a change that the page prevents is never visible", async () => {
  const widget = await mountSample(session.driver, { date: "2020-06-01" });
  await widget.frames(5);
  const before = await widget.state();
  await widget.run(prevent, "beforechange");
  await widget.run(watchFlicker);
  await widget.run((host) => {
    host.next();
    host.filter = "banned";
  });
  await widget.until("the page was asked", async () => (await widget.events("beforechange")).length > 0);
  await widget.frames(20);
  assert.deepEqual(await widget.state(), before);
  assert.deepEqual(
    await widget.run(() => [new Set(window.noted.seen).size, window.noted.written]),
    [1, 0],
    "nothing moved",
  );
  const nothing = { compare: null, selected: null, step: null };
  const asked = {
    date: "2020-08-20",
    ...nothing,
    filter: "banned",
    firm: false,
    view: "map",
    weighted: false,
    playing: false,
  };
  assert.deepEqual(await widget.events("beforechange"), [asked], "both were asked about at once");
  assert.deepEqual([await widget.events("input"), await widget.events("change")], [[], []]);
  await widget.run(() => window.noted.allow());
  await widget.click(".next");
  await widget.until("what is allowed again happens", ({ date }) => date === "2020-08-20");
});

eachEngine("a prevented drag leaves the date where it was, in the range and in the field", async () => {
  const widget = await mountSample(session.driver, { date: "2020-06-01" });
  const before = await widget.state();
  await widget.run(prevent, "beforechange");
  await widget.focus(".range");
  await widget.press(Key.ARROW_RIGHT, Key.END);
  await widget.until("the page was asked", async () => (await widget.events("beforechange")).length > 0);
  await widget.frames(5);
  assert.deepEqual(await widget.state(), before);
});

oneEngine("a change that is prevented during playback stops playback", async () => {
  const widget = await mountSample(session.driver, { date: "2020-02-01" });
  await widget.run((host) => {
    host.play();
    host.addEventListener("ban-spread-beforechange", (event) => {
      if (event.detail.date > "2020-03-01") event.preventDefault();
    });
  });
  const asked = async () => (await widget.events("beforechange")).some(({ date }) => date > "2020-03-01");
  const { date } = await widget.until("the date has been held", async ({ play }) => play === "Play" && (await asked()));
  assert.ok(date > "2020-02-01" && date <= "2020-03-01", date);
  assert.equal(await widget.run((host) => host.playing), false);
  const heard = (await widget.events("beforechange")).length;
  await widget.frames(20);
  assert.equal((await widget.events("beforechange")).length, heard, "it stays so");
});

oneEngine("a page that prevents a selection can show the history itself", async () => {
  const widget = await mountSample(session.driver, { date: "2020-06-01" });
  await widget.run(prevent, "select");
  await widget.run(watchFlicker);
  await stroke(session.driver, [await widget.middle("#tile-DE")]);
  await widget.until("the page was asked", async () => (await widget.events("select")).length > 0);
  await widget.frames(5);
  const { history, changes } = await widget.state();
  assert.equal(history, null);
  assert.ok(changes && changes.length > 0);
  assert.deepEqual(
    (await widget.events("select")).map(({ date, selected }) => [date, selected]),
    [["2020-06-01", "DE"]],
  );
  assert.equal(await widget.run((host) => host.selected), null);
  assert.deepEqual(await widget.events("change"), []);
  await widget.click(".next");
  await widget.until("other changes go on", ({ date }) => date === "2020-08-20");
});

oneEngine("a request of a page instead of a prevented change is shown, and fires its event once", async () => {
  const widget = await mountSample(session.driver, { date: "2020-06-01" });
  await widget.run((host) =>
    host.addEventListener("ban-spread-beforechange", (event) => {
      if (event.detail.date !== "2020-08-20") return;
      event.preventDefault();
      host.date = "2020-07-01";
    }),
  );
  await widget.click(".next");
  await widget.until("the page's own date is shown", ({ date }) => date === "2020-07-01");
  await widget.frames(5);
  const datesOf = async (/** @type {string} */ name) => (await widget.events(name)).map(({ date }) => date);
  assert.deepEqual(await datesOf("beforechange"), ["2020-08-20", "2020-07-01"]);
  assert.deepEqual(await datesOf("change"), ["2020-07-01"]);
});

oneEngine("an error that the page prevents is not shown", async () => {
  await open(session.driver, "/tests/widget/pages/stage.html");
  await session.driver.executeScript(() => {
    addEventListener("ban-spread-error", (event) => event.preventDefault());
  });
  const children = "<p id=fallback>Two countries ban it.</p>";
  const widget = await mountMore(session.driver, { attributes: { src: "broken.json" }, children });
  const { notice } = await widget.until("the loading has failed", ({ state }) => state === "failed");
  await widget.frames(5);
  assert.equal(notice, "");
  assert.equal((await widget.events("error"))[0].code, "invalid-dataset");
  assert.ok(await session.driver.executeScript(() => document.getElementById("fallback").getClientRects().length > 0));
  await widget.run((host, src) => (host.src = src), SAMPLE);
  await widget.ready();
});

/**
 * Adds a text to the page that is not a script.
 * @param {string} id
 * @param {string} type
 * @param {string} text
 */
function addData(id, type, text) {
  return session.driver.executeScript(
    (id, type, text) => {
      const script = Object.assign(document.createElement("script"), { id, type, textContent: text });
      document.body.append(script);
    },
    id,
    type,
    text,
  );
}

/**
 * Runs in the page: the state as text, and all three canvases.
 * @param {Host} host
 */
function portray(host) {
  /** @type {NodeListOf<HTMLCanvasElement>} */
  const canvases = host.shadowRoot.querySelectorAll(".map canvas, .timeline canvas");
  const pictures = [...canvases].map((canvas) => canvas.toDataURL());
  return { kept: JSON.stringify(host.state), pictures };
}

/**
 * Runs in the page: prevents events with a name until they are allowed again.
 * @param {Host} host
 * @param {string} name
 */
function prevent(host, name) {
  const listen = (/** @type {Event} */ event) => event.preventDefault();
  host.addEventListener(`ban-spread-${name}`, listen);
  const allow = () => host.removeEventListener(`ban-spread-${name}`, listen);
  window.noted = { ...window.noted, allow };
}

/**
 * Runs in the page: records the map in each frame, and counts changes of headline and lists.
 * @param {Host} host
 */
function watchFlicker(host) {
  /** @type {string[]} */
  const seen = [];
  window.noted = { ...window.noted, seen, written: 0 };
  /** @type {HTMLCanvasElement} */
  const canvas = host.shadowRoot.querySelector(".map canvas");
  const observer = new MutationObserver((records) => (window.noted.written += records.length));
  for (const part of [".headline", ".legend", ".details"]) {
    observer.observe(/** @type {HTMLElement} */ (host.shadowRoot.querySelector(part)), {
      subtree: true,
      childList: true,
      characterData: true,
    });
  }
  const look = () => {
    seen.push(canvas.toDataURL());
    if (seen.length < 20) requestAnimationFrame(look);
  };
  look();
}

oneEngine("an engine that stops while it starts leaves the error line", async () => {
  await open(session.driver, "/tests/widget/pages/stage.html");
  await session.driver.executeScript((src) => {
    // Firefox's driver has its own `Object`.
    const { entries } = window.Object;
    window.Object.entries = (/** @type {object} */ record) => {
      if ("day" in record) throw new Error("out of order");
      return entries(record);
    };
    window.define();
    window.mount({ attributes: { src, date: "2020-06-01" } });
  }, SAMPLE);
  const widget = new Widget(session.driver);
  await widget.until("the engine has stopped", ({ state }) => state === "failed");
  await widget.frames(10);
  assert.notEqual((await widget.state()).notice, "");
  assert.deepEqual(
    (await widget.events("error")).map(({ code }) => code),
    ["engine-fault"],
  );
});

oneEngine("an element that is not visible yet becomes ready, although other data was refused", async () => {
  const widget = await mount(session.driver, { attributes: { src: SAMPLE, loading: "eager", hidden: "" } });
  await widget.until("its chart waits to be seen", () =>
    widget.run((host) => {
      host.src = "broken.json";
      return window.watched.events.some(({ name }) => name === "error");
    }),
  );
  assert.deepEqual(await widget.events("ready"), []);
  await widget.run((host) => {
    host.src = "sample.json";
    host.hidden = false;
  });
  await widget.ready();
  assert.equal((await widget.events("ready")).length, 1);
});

eachEngine("an element that is moved while its data loads requests the data once", async () => {
  const widget = await mount(session.driver, { attributes: { src: `${SAMPLE}?delay=600` }, fresh: true });
  const asked = () => performance.getEntriesByType("resource").filter(({ name }) => name.includes("delay=600")).length;
  await widget.until("the element is defined", () => true);
  await widget.frames(10);
  await widget.run((host) => document.body.prepend(host));
  await widget.ready();
  assert.equal(await session.driver.executeScript(asked), 1);
});

oneEngine("an address that was not available is tried again when it is set again", async () => {
  await open(session.driver, "/tests/widget/pages/stage.html");
  await session.driver.executeScript((src) => {
    const { fetch } = window;
    window.fetch = (address, ...how) => {
      if (!String(address).includes("sample.json")) return fetch(address, ...how);
      window.fetch = fetch;
      return Promise.reject(new TypeError("out of reach"));
    };
    window.define();
    window.mount({ attributes: { src } });
  }, SAMPLE);
  const widget = new Widget(session.driver);
  await widget.until("the loading has failed", ({ state }) => state === "failed");
  await widget.run((host, src) => (host.src = src), SAMPLE);
  assert.equal((await widget.ready()).notice, "");
});
