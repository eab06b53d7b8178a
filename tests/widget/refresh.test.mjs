/** Newer data: what replaces the copy, what does not, and what readers and the page hear of it. */

import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { engine, useBrowser } from "./session.mjs";
import { after, before, eachEngine, oneEngine } from "./tiers.mjs";
import { mount, mountMore, SAMPLE, SAMPLE_DATA } from "./widget.mjs";

/** @typedef {import("./widget.mjs").Widget} Widget */

const session = useBrowser();

const FOLDER = fileURLToPath(new URL(`../../target/made/refresh/${engine}/`, import.meta.url));
const LIVE = `/made/refresh/${engine}/live.json`;
const SHEET = `/made/refresh/${engine}/live.csv`;
/** The shortest pause between two requests, in ms. */
const PAUSE = 15_000;
const COPIED = "Data to 31 December 2020";
const STALE = `${COPIED}: newer data could not be loaded.`;
const ITALY = {
  entity: "IT",
  date: "2021-02-01",
  status: "banned",
  title: "Italy bans it",
  sources: [{ outlet: "Il Foglio", url: "https://foglio.example/ban" }],
};
const [ENTITIES, EVENTS] = [
  [...SAMPLE_DATA.entities, { id: "IT", name: "Italy", kind: "country" }],
  SAMPLE_DATA.events,
];
/** The sample two months later. */
const NEWER = { ...SAMPLE_DATA, updated: "2021-02-28", entities: ENTITIES, events: [...EVENTS, ITALY] };
const CSV =
  "entity;date;status;title;source\nFrance;2020-02-10;banned;France bans it;Le Journal\n" +
  "Germany;2020-05;permitted;Germany permits it;Die Zeitung\nGermany;2020-08-20;banned;Germany bans it;The Wire\n" +
  "Italy;2021-02-01;banned;Italy bans it;Il Foglio\n";

before(() => {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
});
after(() => rmSync(FOLDER, { recursive: true, force: true }));

/** What the server has from now on. @param {object|string|null} content  null for nothing */
function serve(content, file = "live.json") {
  if (content === null) rmSync(FOLDER + file, { force: true });
  else writeFileSync(FOLDER + file, typeof content === "string" ? content : JSON.stringify(content));
}

/**
 * A figure with the sample as its copy.
 * @param {Record<string, string>} [attributes]
 */
async function figure(attributes = {}) {
  const all = { id: "live", src: LIVE, "fallback-src": SAMPLE, ...attributes };
  const widget = await mount(session.driver, { attributes: all });
  await widget.ready();
  return widget;
}

/** @param {Widget} widget @param {string} line */
const told = (widget, line) => widget.until(`the line is: ${line}`, ({ notes }) => notes.includes(line));
/** @param {Widget} widget */
const isNewer = (widget) => widget.until("the newer data is there", ({ range, notes }) => !!range && hasNewer(notes));
/** @param {string[]} notes */
const hasNewer = (notes) => notes.includes("Data to 28 February 2021");

/** @param {Widget} widget @param {number} count */
async function errors(widget, count) {
  await widget.until(`${count} errors`, async () => (await widget.events("error")).length === count);
  return widget.events("error");
}

/**
 * A figure that is refreshed and has no copy, so that its first request is that of a refresh. The supplement is there.
 * @param {Record<string, string>} [attributes]
 */
async function refreshing(attributes = {}) {
  serve(SAMPLE_DATA);
  const widget = await figure({ "fallback-src": "", refresh: "15", ...attributes });
  await widget.rested();
  await watch(widget);
  return widget;
}

/**
 * Counts from now on the requests for the live data, the answers, and all changes below the shadow root.
 * @param {Widget} widget
 */
function watch(widget) {
  return widget.run((host, live) => {
    const noted = (window.noted = { requests: 0, answers: 0, changes: 0 });
    const { fetch } = window;
    window.fetch = async (href, how) => {
      if (!String(href).includes(live)) return fetch(href, how);
      noted.requests += 1;
      Object.assign(noted, { cache: how?.cache, credentials: how?.credentials });
      const answer = await fetch(href, how);
      const text = await answer.text();
      answer.text = async () => {
        setTimeout(() => (noted.answers += 1));
        return text;
      };
      return answer;
    };
    const observer = new MutationObserver((changes) => (noted.changes += changes.length));
    observer.observe(host.shadowRoot, { subtree: true, childList: true, attributes: true, characterData: true });
  }, LIVE);
}
const noted = () => session.driver.executeScript(() => window.noted);

/**
 * Lets pauses pass until there is another request: an earlier one may still run.
 * @param {Widget} widget
 * @param {number} count
 */
function refreshed(widget, count) {
  return widget.until(`request ${count}`, async () => {
    await widget.pass(PAUSE);
    return (await noted()).requests === count;
  });
}

/** @param {Widget} widget @param {number} count */
async function answered(widget, count) {
  await widget.until(`answer ${count}`, async () => (await noted()).answers === count);
  await widget.frames(3);
}

eachEngine("the copy is shown at first, and good newer data replaces it at the last day", async () => {
  serve(NEWER);
  const widget = await figure();
  const state = await isNewer(widget);
  assert.equal(state.headline, "28 February 2021", "who sees the last day goes on seeing the last day");
  const heard = async () => (await widget.events("refresh")).length;
  await widget.until("the page hears of it", async () => (await heard()) === 1);
  assert.deepEqual(await widget.events("refresh"), [{ changed: true, diagnostics: [] }]);
  assert.deepEqual(await widget.events("error"), []);
  assert.equal((await widget.events("ready")).length, 1);
});

eachEngine("a live sheet as CSV replaces a copy in JSON", async () => {
  serve(CSV, "live.csv");
  const widget = await figure({ src: SHEET });
  await widget.until("Italy is counted", ({ legend }) =>
    legend.some(({ id, count }) => id === "banned" && count === 3),
  );
  assert.deepEqual(await widget.events("error"), []);
});

for (const [what, content, query, cause, words] of /** @type {[string, any, string, string, RegExp][]} */ ([
  ["is not there", null, "", "not-found", /answered 404 .*live\.json/],
  ["fails", NEWER, "?status=503", "not-found", /answered 503/],
  ["is cut off", NEWER, "?cut=900", "invalid", /not JSON|line \d/],
  ["is a web page", "<!doctype html><p>Sign in", "?mime=text/html", "type", /has the type text\/html/],
  ["has an error", { ...NEWER, updated: "soon" }, "", "invalid", /updated/],
  ["is empty", { ...NEWER, events: [] }, "", "shrunken", /^Events: 0 \(shown: 4\)\. Entities: 0 \(shown: 3\)/],
  [
    "has fewer than half of the events",
    { ...NEWER, events: EVENTS.slice(0, 1) },
    "",
    "shrunken",
    /^Events: 1 \(shown: 4\)/,
  ],
])) {
  oneEngine(`live data that ${what} leaves the copy, one line and one error: ${cause}`, async () => {
    serve(content);
    const widget = await figure({ src: LIVE + query, date: "2020-06-01" });
    const { headline, notice } = await told(widget, STALE);
    assert.deepEqual([headline, notice], ["1 June 2020", ""]);
    const [error] = await errors(widget, 1);
    assert.deepEqual([error.code, error.cause], ["dataset-refresh", cause], error.message);
    assert.match(error.message, words);
    assert.equal(error.diagnostics.length > 0, cause === "invalid");
  });
}

eachEngine("live data that is late, or of another origin that does not allow it, leaves the copy", async () => {
  serve(NEWER);
  const widget = await mount(session.driver, { fresh: true });
  await widget.ready();
  await session.driver.executeScript(() => Object.assign(customElements.get("ban-spread") ?? {}, { timeout: 300 }));
  for (const [src, cause] of [
    [`${LIVE}?delay=5000`, "timeout"],
    ["http://127.0.0.1:2/live.json", "unreachable"],
  ]) {
    const other = await mountMore(session.driver, { attributes: { id: cause, src, "fallback-src": SAMPLE } });
    await other.ready();
    await told(other, STALE);
    const [error] = await errors(other, 1);
    assert.deepEqual([error.code, error.cause], ["dataset-refresh", cause], error.message);
  }
});

oneEngine("a page that prevents the error shows no line", async () => {
  serve(null);
  const widget = await mount(session.driver, { fresh: true });
  await widget.ready();
  await session.driver.executeScript(() => addEventListener("ban-spread-error", (event) => event.preventDefault()));
  const other = await mountMore(session.driver, { attributes: { id: "live", src: LIVE, "fallback-src": SAMPLE } });
  await errors(other, 1);
  await other.frames(2);
  assert.ok((await other.state()).notes.includes(COPIED));
});

eachEngine("a later success takes the line away, and the page hears of it", async () => {
  serve(null);
  const widget = await figure({ refresh: "15" });
  await told(widget, STALE);
  serve(SAMPLE_DATA);
  await widget.pass(PAUSE);
  await told(widget, COPIED);
  const heard = async () => (await widget.events("refresh")).map(({ changed }) => changed);
  await widget.until("the page hears of it", async () => (await heard()).length === 1);
});

oneEngine("the line is spoken once, and the page hears of each failure", async () => {
  serve(null);
  const widget = await figure({ refresh: "15" });
  await told(widget, STALE);
  const line = () => widget.run(({ shadowRoot }) => shadowRoot.querySelector("[role=status]").textContent);
  assert.equal((await line()).replaceAll("\u00a0", " "), STALE);
  await widget.run(({ shadowRoot }) => {
    window.noted = { said: 0 };
    const observer = new MutationObserver(() => (window.noted.said += 1));
    observer.observe(/** @type {Node} */ (shadowRoot.querySelector("[role=status]")), {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  for (const count of [2, 3]) {
    await widget.pass(PAUSE);
    await errors(widget, count);
  }
  assert.equal((await noted()).said, 0);
});

oneEngine("the line is in the language of the figure, also after a change of the language", async () => {
  serve(null);
  const widget = await figure();
  await told(widget, STALE);
  await widget.run((host) => (host.lang = "de"));
  await told(widget, "Stand: 31. Dezember 2020; neuere Daten konnten nicht geladen werden.");
});

eachEngine("what the reader has chosen stays in ten refreshes", async () => {
  const widget = await refreshing();
  /** @type {Partial<import("../../www/types.js").State>} */
  const chosen = { date: "2020-08-20", compare: "2020-06-01", filter: "banned", selected: "DE", view: "lanes" };
  await widget.run((host, state) => (host.state = state), chosen);
  const before = await widget.until("it is chosen", ({ view, history }) => view === "lanes" && history !== null);
  const fired = async () => (await Promise.all(["input", "change"].map((name) => widget.events(name)))).flat().length;
  await widget.until("it is at rest", async () => (await widget.events("change")).length > 0);
  const count = await fired();
  for (let n = 1; n <= 10; n++) {
    serve({ ...NEWER, title: `Edition ${n}` });
    await widget.until(`edition ${n}`, async ({ title }) => {
      await widget.pass(PAUSE);
      return title === `Edition ${n}`;
    });
    const { date, comparing, history, view, legend } = await widget.state();
    const pressed = legend.filter((item) => item.pressed === "true").map(({ id }) => id);
    const stays = [before.date, before.view, before.comparing, before.history, ["banned"]];
    assert.deepEqual([date, view, comparing, history, pressed], stays);
  }
  assert.equal(await fired(), count, "nothing has changed but the data");
});

eachEngine("the same data again changes nothing and fires nothing", async () => {
  const widget = await refreshing();
  for (const count of [1, 2, 3]) await refreshed(widget, count);
  await answered(widget, 3);
  assert.equal((await noted()).changes, 0);
  assert.deepEqual([await widget.events("refresh"), await widget.events("error")], [[], []]);
});

eachEngine("newer data waits for the end of a drag", async () => {
  const widget = await refreshing();
  const { x, y } = await widget.middle(".range");
  await session.driver
    .actions({ async: true })
    .move({ x, y })
    .press()
    .move({ x: x + 20, y })
    .perform();
  serve(NEWER);
  await refreshed(widget, 1);
  await answered(widget, 1);
  for (let n = 0; n < 3; n++) await widget.pass(1000);
  assert.ok(!hasNewer((await widget.state()).notes));
  await session.driver.actions({ async: true }).release().perform();
  await isNewer(widget);
});

oneEngine("newer data waits for the end of a playback", async () => {
  const widget = await refreshing();
  serve(NEWER);
  await widget.run((host) => (host.state = { date: "2020-02-01", playing: true }));
  await refreshed(widget, 1);
  await answered(widget, 1);
  assert.equal(await widget.run((host) => host.playing), true);
  for (let n = 0; n < 3; n++) await widget.pass(1000);
  assert.ok(!hasNewer((await widget.state()).notes));
  await widget.run((host) => host.pause());
  await isNewer(widget);
});

eachEngine("a hidden page and a figure far away ask for nothing, and ask once when they are seen", async () => {
  const widget = await refreshing();
  const hide = (/** @type {boolean} */ hidden) =>
    session.driver.executeScript((hidden) => {
      Object.defineProperty(Document.prototype, "hidden", { configurable: true, get: () => hidden });
      document.dispatchEvent(new Event("visibilitychange"));
    }, hidden);
  await hide(true);
  for (let n = 0; n < 3; n++) await widget.pass(PAUSE);
  assert.equal((await noted()).requests, 0);
  await hide(false);
  await answered(widget, 1);
  await widget.run((host) => (host.style.marginTop = "9000px"));
  await widget.frames(5);
  for (let n = 0; n < 3; n++) await widget.pass(PAUSE);
  assert.equal((await noted()).requests, 1);
  await widget.run((host) => (host.style.marginTop = ""));
  await answered(widget, 2);
});

oneEngine("a pause is at least 15 seconds, can change, and is none for what is no number", async () => {
  const widget = await refreshing({ refresh: "" });
  await widget.run((host) => (host.refresh = 1));
  await widget.pass(PAUSE - 2000);
  assert.equal((await noted()).requests, 0);
  await widget.pass(2000);
  await answered(widget, 1);
  await widget.run((host) => host.removeAttribute("refresh"));
  await widget.pass(PAUSE);
  assert.deepEqual([(await noted()).requests, await widget.run((host) => host.refresh)], [1, 0]);
  await widget.run((host) => host.setAttribute("refresh", "often"));
  await widget.pass(PAUSE);
  assert.deepEqual([(await noted()).requests, await widget.run((host) => host.refresh)], [1, 0]);
  await widget.run((host) => (host.refresh = 15));
  await refreshed(widget, 2);
});

eachEngine("an element that leaves while a request runs stops, and begins anew when it returns", async () => {
  const widget = await refreshing({ src: `${LIVE}?delay=400` });
  serve(NEWER);
  await refreshed(widget, 1);
  await widget.run(async (host) => {
    window.noted.host = host;
    host.remove();
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
  });
  await session.driver.executeScript((ms) => window.clock.pass(ms), PAUSE);
  assert.equal(await session.driver.executeScript(() => window.noted.requests), 1);
  await session.driver.executeScript(() => document.getElementById("stage").append(window.noted.host));
  await isNewer(widget);
  assert.deepEqual(await widget.events("error"), []);
});

oneEngine("two figures follow their own data", async () => {
  serve(NEWER);
  const one = await figure();
  const other = await mountMore(session.driver, {
    attributes: { id: "other", src: `${LIVE}?status=500`, "fallback-src": SAMPLE },
  });
  await isNewer(one);
  await told(other, STALE);
  assert.deepEqual([(await one.events("error")).length, (await other.events("refresh")).length], [0, 0]);
});

for (const [what, copy, content, cause] of /** @type {[string, string, any, string][]} */ ([
  ["without its copy", "copy.json", null, "not-found"],
  ["with a copy that has an error", "copy.json", { ...SAMPLE_DATA, updated: "soon" }, "invalid"],
])) {
  oneEngine(`${what} a figure begins with the live data, and the page hears why`, async () => {
    serve(NEWER);
    serve(content, copy);
    const widget = await figure({ "fallback-src": LIVE.replace("live.json", copy) });
    assert.ok(hasNewer((await widget.state()).notes));
    const [error] = await errors(widget, 1);
    assert.deepEqual(
      [error.code, error.cause, error.diagnostics.length > 0],
      ["dataset-refresh", cause, cause === "invalid"],
    );
    assert.match(error.message, /^fallback-src cannot be used: /);
    assert.deepEqual([await widget.events("refresh"), (await widget.state()).notice], [[], ""]);
  });
}

oneEngine("another address begins with another copy", async () => {
  serve(NEWER);
  const widget = await figure();
  await isNewer(widget);
  await widget.run((host, src) => Object.assign(host, { src: "/nowhere.json", fallbackSrc: src }), SAMPLE);
  await told(widget, STALE);
});

oneEngine("the server confirms what the cache has, and cookies go where crossorigin says", async () => {
  const widget = await refreshing();
  await widget.run((host) => (host.crossOrigin = "use-credentials"));
  await refreshed(widget, 1);
  const { cache, credentials } = await noted();
  assert.deepEqual([cache, credentials], ["no-cache", "include"]);
});
