/** What happens to a page: frozen, hidden, with another clock or another policy, with elements that come and go. */

import assert from "node:assert/strict";
import { engine, open, origin, takeFaults, useBrowser } from "../session.mjs";
import { eachEngine, fault, oneEngine } from "../tiers.mjs";
import { mountMore, mountSample, SAMPLE } from "../widget.mjs";
import { ENGINE, STAGE, address, assertFallback, mountFailing, stage } from "./provoke.mjs";

const session = useBrowser();

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

for (const [what, src, wasmUrl] of [
  ["its engine", SAMPLE, `${ENGINE}?delay=400`],
  ["its dataset", `${SAMPLE}?delay=400`, ENGINE],
]) {
  fault(eachEngine, `an element that is removed while ${what} loads`, "it is shown when it is put back", async () => {
    await stage();
    const widget = await mountFailing({ wasmUrl }, src);
    await widget.until("the element is defined", () => true);
    await widget.frames(10);
    await widget.run((host) => {
      window.away = host;
      host.remove();
    });
    await fetch(`${origin}${SAMPLE}?delay=500`);
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
  "ten addresses of datasets within a second, some of them wrong",
  "the last one is shown",
  async () => {
    const widget = await mountSample(session.driver, {}, { fresh: true });
    await widget.run((host, tour) => {
      const wrong = ["broken.json", "nowhere.json", "sample.json?cut=90", "sample.json?delay=900"];
      for (let n = 0; n < 9; n++) setTimeout(() => (host.src = `${wrong[n % wrong.length]}&n=${n}`), n * 20);
      setTimeout(() => (host.src = tour), 200);
    }, TOUR);
    const { notice } = await widget.until("the last is shown", ({ title }) => title === "A ban in three steps");
    assert.equal(notice, "");
    // An answer to an earlier address could still arrive.
    await fetch(`${origin}${SAMPLE}?delay=1000`);
    await widget.frames(5);
    const { title, state } = await widget.state();
    assert.deepEqual([title, state, (await widget.events("ready")).length], ["A ban in three steps", "ready", 1]);
  },
);

/** Freezes the page for half a second. While it is frozen, nothing runs in it. */
async function freeze() {
  const ask = (/** @type {string} */ command, /** @type {object} */ how) =>
    session.driver.sendDevToolsCommand(command, how);
  await ask("Page.setWebLifecycleState", { state: "frozen" });
  await fetch(`${origin}${SAMPLE}?delay=500`);
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
    const widget = await mountSample(session.driver, { date: "2020-02-01" }, { fresh: true });
    await widget.run((host) => host.play());
    const { date } = await widget.until("playback runs", ({ date }) => date > "2020-02-01");
    const frozen = await freeze();
    assert.ok(String(frozen) >= date);
    const later = await widget.until("it goes on", (state) => state.date > String(frozen));
    assert.ok(later.date < "2020-12-31", "the time of the freeze does not count");
    assert.equal(later.play, "Pause");
  },
);

fault(oneEngine, "a tab that is frozen while it loads, and resumed", "the figure is shown", freezes, async () => {
  await stage();
  const widget = await mountFailing({ wasmUrl: `${ENGINE}?delay=1500` });
  assert.equal(await freeze(), null);
  await widget.ready();
  assert.deepEqual(await codes(widget), []);
});

fault(eachEngine, "a clock that jumps an hour back and a day forward", "playback neither stops nor jumps", async () => {
  await open(session.driver, STAGE);
  await session.driver.executeScript(() => {
    const frame = requestAnimationFrame.bind(window);
    const [{ now }, today] = [performance, Date.now];
    window.noted = { offset: 0 };
    window.requestAnimationFrame = (run) => frame((time) => run(time + window.noted.offset));
    performance.now = () => now.call(performance) + window.noted.offset;
    Date.now = () => today() + window.noted.offset;
  });
  const widget = await mountMore(session.driver, { attributes: { src: SAMPLE, date: "2020-02-11" } });
  await widget.ready();
  await widget.run((host) => host.play());
  for (const offset of [-3_600_000, 86_400_000]) {
    const { date } = await widget.until("playback runs", ({ play }) => play === "Pause");
    await session.driver.executeScript((offset) => void (window.noted.offset = offset), offset);
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
