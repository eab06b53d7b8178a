/** What happens to a page: frozen, hidden, with another clock or another policy, with elements that come and go. */

import assert from "node:assert/strict";
import { engine, open, takeFaults, useBrowser } from "../session.mjs";
import { eachEngine, fault, oneEngine } from "../tiers.mjs";
import { mountMore, mountSample, SAMPLE } from "../widget.mjs";
import { ENGINE, STAGE, address, answered, assertFallback, holdAnswer, mountFailing, stage } from "./provoke.mjs";

const session = useBrowser();

/** In ms. */
const MINUTE = 60_000;
const TOUR = "/tests/widget/pages/tour.json";
const freezes = { skip: engine !== "chromium" && "this driver cannot freeze a page" };

/**
 * How often the page has requested a file.
 * @param {string} part  of its address
 */
function requests(part) {
  return session.driver.executeScript((part) => {
    return performance.getEntriesByType("resource").filter(({ name }) => name.includes(part)).length;
  }, part);
}

/** @param {Widget} widget */
const codes = async (widget) => (await widget.events("error")).map(({ code, cause }) => [code, cause]);

fault(
  eachEngine,
  "an engine that two elements ask for at once and that fails",
  "both recover with one request",
  async () => {
    await stage();
    const wasmUrl = `${ENGINE}?status=503`;
    const widgets = [await mountFailing({ wasmUrl }), await mountFailing({ wasmUrl }, SAMPLE, { id: "other" })];
    for (const widget of widgets) {
      await widget.until("the loading has failed", ({ state }) => state === "failed");
      assert.deepEqual(await codes(widget), [["engine-load", "not-found"]]);
      await assertFallback(widget);
    }
    await session.driver.executeScript((wasmUrl) => {
      Object.assign(customElements.get("ban-spread") ?? {}, { wasmUrl });
      for (const host of document.querySelectorAll("ban-spread")) host.src = `${host.src}?again`;
    }, `${ENGINE}?right`);
    for (const widget of widgets) assert.equal((await widget.ready()).notice, "");
    assert.equal(await requests("wasm?right"), 1);
  },
);

for (const [what, file] of [
  ["its engine", ENGINE],
  ["its dataset", SAMPLE],
]) {
  fault(eachEngine, `an element that is removed while ${what} loads`, "it is shown when it is put back", async () => {
    await stage();
    const { query, held, release } = holdAnswer();
    const address = `${file}?${query}`;
    const [wasmUrl, src] = file === ENGINE ? [address, SAMPLE] : [ENGINE, address];
    const widget = await mountFailing({ wasmUrl }, src);
    await held();
    await widget.run((host) => {
      window.away = host;
      host.remove();
    });
    await release();
    await answered(address);
    assert.deepEqual(await heard("failing"), []);
    await session.driver.executeScript(() => document.getElementById("stage").append(window.away));
    await widget.ready();
    assert.deepEqual(await heard("failing"), ["ready"]);
  });
}

/** The names of the events that an element has fired. @param {string} id */
function heard(id) {
  return session.driver.executeScript(
    (id) => window.watched.events.filter((event) => event.id === id).map(({ name }) => name),
    id,
  );
}

fault(
  eachEngine,
  "nine addresses of datasets while none has answered, some of them wrong, and another one",
  "the last one is shown",
  async () => {
    const widget = await mountSample(session.driver, {}, { fresh: true });
    const answers = Array.from({ length: 9 }, (_, n) => {
      const { query, held, release } = holdAnswer();
      const file = ["broken.json?", "nowhere.json?", "sample.json?cut=90&", "sample.json?"][n % 4];
      return { src: `/tests/widget/pages/${file}${query}`, held, release };
    });
    for (const { src, held } of answers) {
      await widget.run((host, src) => (host.src = src), src);
      await held();
    }
    await widget.run((host, tour) => (host.src = tour), TOUR);
    const { notice } = await widget.until("the last is shown", ({ title }) => title === "A ban in three steps");
    assert.equal(notice, "");
    for (const { src, release } of answers) {
      await release();
      await answered(src);
    }
    const { title, state } = await widget.state();
    assert.deepEqual([title, state, (await widget.events("ready")).length], ["A ban in three steps", "ready", 1]);
  },
);

/**
 * Freezes the page while something happens. While it is frozen, it has no frames and no timers. Returns the date.
 * @param {() => Promise<unknown>} meanwhile
 */
async function freeze(meanwhile) {
  const ask = (/** @type {string} */ command, /** @type {object} */ how) =>
    session.driver.sendDevToolsCommand(command, how);
  await ask("Page.setWebLifecycleState", { state: "frozen" });
  await meanwhile();
  const frozen = await session.driver.executeScript(() => document.querySelector("ban-spread").date);
  await ask("Page.setWebLifecycleState", { state: "active" });
  // A frozen page is hidden, and would stay so.
  await ask("Emulation.setFocusEmulationEnabled", { enabled: true });
  return frozen;
}

fault(
  oneEngine,
  "a tab that is frozen during playback and resumed",
  "playback goes on from its day",
  freezes,
  async () => {
    const widget = await mountBesideClock("2020-02-01");
    await widget.run((host) => host.play());
    const { date } = await widget.until("playback runs", ({ date }) => date > "2020-02-01");
    // Longer than a playback.
    const frozen = await freeze(() => setClock(MINUTE));
    assert.ok(String(frozen) >= date);
    const later = await widget.until("it goes on", (state) => state.date > String(frozen));
    assert.ok(later.date < "2020-12-31", "the time of the freeze does not count");
    assert.equal(later.play, "Pause");
  },
);

fault(oneEngine, "a tab that is frozen while it loads, and resumed", "the figure is shown", freezes, async () => {
  await stage();
  const { query, held, release } = holdAnswer();
  const widget = await mountFailing({ wasmUrl: `${ENGINE}?${query}` });
  await held();
  await freeze(release);
  await widget.ready();
  assert.deepEqual(await codes(widget), []);
});

/** Shows the sample on a page whose clocks `setClock` sets. @param {string} date */
async function mountBesideClock(date) {
  await open(session.driver, STAGE);
  await session.driver.executeScript(() => {
    const frame = requestAnimationFrame.bind(window);
    const [{ now }, today] = [performance, Date.now];
    window.noted = { offset: 0 };
    window.requestAnimationFrame = (run) => frame((time) => run(time + window.noted.offset));
    performance.now = () => now.call(performance) + window.noted.offset;
    Date.now = () => today() + window.noted.offset;
  });
  const widget = await mountMore(session.driver, { attributes: { src: SAMPLE, date } });
  await widget.ready();
  return widget;
}

/** By how much all clocks of the page differ from now on. @param {number} offset  in ms */
function setClock(offset) {
  return session.driver.executeScript((offset) => void (window.noted.offset = offset), offset);
}

fault(eachEngine, "a clock that jumps an hour back and a day forward", "playback neither stops nor jumps", async () => {
  const widget = await mountBesideClock("2020-02-11");
  await widget.run((host) => host.play());
  for (const offset of [-60 * MINUTE, 24 * 60 * MINUTE]) {
    const { date } = await widget.until("playback runs", ({ play }) => play === "Pause");
    await setClock(offset);
    const later = await widget.until("it goes on", (state) => state.date > date);
    assert.deepEqual([later.play, later.date < "2020-12-31"], ["Pause", true]);
  }
  const dates = (await widget.events("input")).map(({ date }) => date);
  assert.deepEqual(dates, dates.toSorted(), "no day comes twice");
});

fault(
  eachEngine,
  "a policy that the page adds after the figure is shown",
  "the figure answers, all else is refused",
  async () => {
    const { driver } = session;
    const widget = await mountSample(driver, { date: "2020-06-01" }, { fresh: true });
    await driver.executeScript(() => {
      const meta = document.createElement("meta");
      Object.assign(meta, { httpEquiv: "Content-Security-Policy", content: "default-src 'none'" });
      document.head.append(meta);
    });
    await widget.click(".next");
    const before = await widget.until("it answers", ({ date }) => date === "2020-08-20");
    await widget.run((host, src) => (host.src = src), TOUR);
    const after = await widget.until("the notice is there", ({ notice }) => notice !== "");
    assert.deepEqual({ ...after, notice: "", tip: null }, { ...before, tip: null });
    const [{ code, cause, message }] = await widget.events("error");
    assert.deepEqual([code, cause], ["dataset-load", "policy"], message);
    assert.ok(message.includes(address(TOUR)) && message.includes("'self' to connect-src"), message);
    await widget.run((host) => (host.lang = "de"));
    await widget.until("the language is refused", async () => (await codes(widget)).length === 2);
    assert.deepEqual((await codes(widget))[1], ["messages-load", "policy"]);
    const other = await mountMore(driver, { attributes: { src: TOUR, id: "other" }, children: "<p>Fallback.</p>" });
    await other.until("it is refused, too", ({ state }) => state === "failed");
    assert.deepEqual(await codes(other), [["dataset-load", "policy"]]);
    await assertFallback(other);
    assert.ok((await takeFaults(driver)).every((/** @type {string} */ words) => words.startsWith("policy: ")));
  },
);

fault(
  eachEngine,
  "letters so large that no canvas can be as wide as the figure",
  "its tiles are coloured",
  async () => {
    const { driver } = session;
    const widget = await mountSample(driver, { date: "2020-09-01" }, { fresh: true });
    await driver.executeScript(() => {
      document.getElementById("stage").style.cssText = "max-width: none; width: 90000px; font-size: 1500px";
    });
    await widget.until("it is as wide", () =>
      widget.run(({ shadowRoot }) => shadowRoot.querySelector(".map canvas").getBoundingClientRect().width > 60_000),
    );
    assert.equal(await widget.run(readTile), "110,11,42");
  },
);

/**
 * Runs in the page: the colour of the tile of France.
 * @param {Host} host
 */
function readTile({ shadowRoot }) {
  /** @type {HTMLCanvasElement} */
  const canvas = shadowRoot.querySelector(".map canvas");
  const [map, tile] = [canvas, shadowRoot.querySelector("#tile-FR")].map((it) => it.getBoundingClientRect());
  const ratio = canvas.width / map.width;
  const [x, y] = [tile.left - map.left, tile.top - map.top].map((place) => (place + tile.width / 10) * ratio);
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  return [...pen.getImageData(Math.round(x), Math.round(y), 1, 1).data].slice(0, 3).join();
}
