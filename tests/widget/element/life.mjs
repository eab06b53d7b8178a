/** The lifecycle of the element on a page: several elements, moved, removed and put back. */

import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import { open, useBrowser, waitUntil } from "../session.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";
import { mountMore, mountSample, SAMPLE, Widget } from "../widget.mjs";

const session = useBrowser();

oneEngine("two elements share the engine's code and nothing else", async () => {
  const first = await mountSample(session.driver, { id: "first", date: "2020-06-01" }, { fresh: true });
  const second = await mountMore(session.driver, { attributes: { src: SAMPLE, id: "second", date: "2020-09-01" } });
  await second.ready();
  await first.click(".next");
  await first.until("the first has moved", ({ date }) => date === "2020-08-20");
  await second.click("[data-status=banned]");
  await second.until("the second is filtered", ({ legend }) => legend[0].pressed === "true");
  assert.equal((await second.state()).date, "2020-09-01");
  assert.equal((await first.state()).legend[0].pressed, "false");
  assert.deepEqual(
    (await second.events("change")).map(({ date }) => date),
    ["2020-09-01"],
  );
  const fetched = await session.driver.executeScript(() => {
    return performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".wasm")).length;
  });
  assert.equal(fetched, 1);
});

oneEngine("a failure affects only its own element", async () => {
  const first = await mountSample(session.driver, { id: "first" });
  const second = await mountMore(session.driver, { attributes: { src: "broken.json", id: "second" } });
  await second.until("the second has failed", ({ state }) => state === "failed");
  assert.deepEqual(await first.events("error"), []);
  await first.click(".previous");
  await first.until("the first goes on", ({ date }) => date === "2020-10-01");
});

eachEngine("a second copy of the script is harmless", async () => {
  const widget = await mountSample(session.driver);
  await session.driver.executeAsyncScript((done) => void import(String("/pkg/banspread.js?again")).then(() => done()));
  await widget.click(".previous");
  await widget.until("the element goes on", ({ date }) => date === "2020-10-01");
});

eachEngine("if another version of the script was first, its elements stay and nothing is thrown", async () => {
  await open(session.driver, "/tests/widget/pages/stage.html");
  const kept = await session.driver.executeAsyncScript(async (done) => {
    class Other extends HTMLElement {}
    customElements.define("ban-spread", Other);
    const element = window.mount();
    await window.define();
    done(element.constructor === Other && customElements.get("ban-spread") === Other);
  });
  assert.ok(kept);
});

for (const [claim, way, make] of /** @type {const} */ ([
  [oneEngine, "created by name", () => document.createElement("ban-spread")],
  [
    oneEngine,
    "made by its class",
    () => new /** @type {CustomElementConstructor} */ (customElements.get("ban-spread"))(),
  ],
  [oneEngine, "cloned from another", () => document.createElement("ban-spread").cloneNode(true)],
  [
    eachEngine,
    "cloned from a template",
    () => {
      const template = document.createElement("template");
      template.innerHTML = "<ban-spread><p>Two countries ban it.</p></ban-spread>";
      return template.content.cloneNode(true).firstChild;
    },
  ],
])) {
  claim(`an element that was ${way} starts`, async () => {
    await open(session.driver, "/tests/widget/pages/stage.html");
    await session.driver.executeAsyncScript(`
      window.define().then(() => {
        const element = (${make})();
        element.src = ${JSON.stringify(SAMPLE)};
        document.getElementById("stage").append(element);
      }).then(arguments[0]);
    `);
    assert.equal((await new Widget(session.driver).ready()).headline, "31 December 2020");
  });
}

eachEngine(
  "an element that moves into the document of a frame works there, and works again after it returns",
  async () => {
    const widget = await mountSample(session.driver, { date: "2020-06-01", style: "width: 600px" });
    await widget.run((host) => (host.selected = "DE"));
    await widget.until("the history is open", ({ history }) => history);
    const look = () => {
      const { shadowRoot, date, selected } = window.away;
      const root = shadowRoot.querySelector(".root");
      const view = root.ownerDocument.defaultView;
      return [view === window, date, selected, root.dataset.state, view?.getComputedStyle(root).display];
    };
    /** @param {boolean} home @param {string} before @param {string} after */
    const steps = async (home, before, after) => {
      const looks = async (/** @type {string} */ date) => {
        return (await session.driver.executeScript(look)).join() === `${home},${date},DE,ready,grid`;
      };
      await waitUntil(() => looks(before), `it is as before, at home: ${home}`);
      await session.driver.executeScript(() => window.away.next());
      await waitUntil(() => looks(after), `it answers, at home: ${home}`);
    };
    await widget.run((host) => {
      window.away = host;
      const frame = document.createElement("iframe");
      frame.style.cssText = "width: 700px; height: 900px";
      document.body.prepend(frame);
      frame.contentDocument?.body.append(host);
    });
    await steps(false, "2020-06-01", "2020-08-20");
    await session.driver.executeScript(() => document.getElementById("stage").append(window.away));
    await steps(true, "2020-08-20", "2020-10-01");
  },
);

eachEngine("an element that is moved keeps its date, its history and its filter", async () => {
  const widget = await mountSample(session.driver, { date: "2020-06-01" });
  await widget.run((host) => (host.selected = "DE"));
  await widget.click("[data-status=banned]");
  await widget.click(".next");
  const before = await widget.until("the reader has moved on", ({ date, history }) => date === "2020-08-20" && history);
  await widget.run((host) => document.body.prepend(host));
  // The mouse stays at its position, which is on another tile now.
  await widget.until("it is as before", (state) =>
    isDeepStrictEqual({ ...state, tip: null }, { ...before, tip: null }),
  );
  assert.equal((await widget.events("ready")).length, 1);
  await widget.click(".previous");
  await widget.until("it still answers", ({ date }) => date === "2020-05-01");
});

eachEngine("an element that is put back shows what it showed before", async () => {
  const widget = await mountSample(session.driver, { date: "2020-06-01" });
  await widget.run((host) => (host.selected = "DE"));
  await widget.click(".next");
  const before = await widget.until("the reader has moved on", ({ date, history }) => date === "2020-08-20" && history);
  await widget.run((host) => {
    window.away = host;
    host.remove();
  });
  await widget.frames(5);
  await session.driver.executeScript(() => document.getElementById("stage").append(window.away));
  await widget.until("it is as before", async ({ date, history }) => date === before.date && history);
  // The picture is kept before a new chart exists. The chart first receives what the page has requested.
  await widget.run((host) => host.next());
  await widget.until("there is a chart again", ({ date }) => date === "2020-10-01");
  await widget.click(".previous");
  await widget.until("it answers", ({ date }) => date === before.date);
});

eachEngine("a removed element stops at once, also during playback", async () => {
  await openCounting();
  const widget = await mountMore(session.driver, { attributes: { src: SAMPLE, date: "2020-02-01" } });
  await widget.ready();
  await widget.run((host) => {
    host.play();
    window.away = host;
  });
  await widget.until("playback runs", ({ play }) => play === "Pause");
  await widget.run((host) => host.remove());
  await widget.frames(5);
  const before = await session.driver.executeScript(() => [window.counted.frames, window.watched.events.length]);
  await session.driver.executeScript(() => {
    dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
    document.documentElement.className = "dark";
  });
  await widget.frames(5);
  const after = await session.driver.executeScript(() => [window.counted.frames, window.watched.events.length]);
  assert.deepEqual(after, before);
});

eachEngine("an element that is removed before it is ready never starts", async () => {
  await openCounting();
  const widget = await mountMore(session.driver, { attributes: { src: SAMPLE } });
  await widget.until("the element is defined", () => true);
  await session.driver.executeScript(() => {
    const late = window.mount({ attributes: { src: "sample.json", id: "late" } });
    late.remove();
  });
  await widget.ready();
  await widget.frames(5);
  const heard = await session.driver.executeScript(() => window.watched.events.filter(({ id }) => id === "late"));
  assert.deepEqual(heard, []);
});

/** Opens a page that counts what elements start and stop. */
async function openCounting() {
  await open(session.driver, "/tests/widget/pages/counting.html");
}
