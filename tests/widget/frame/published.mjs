/** Published pages and datasets in frames: what fails, what is refused, and what another origin learns. */

import assert from "node:assert/strict";
import { copyFileSync, rmSync, writeFileSync } from "node:fs";
import { engine, open, origin, otherOrigin, takeFaults, useBrowser } from "../session.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";
import { SAMPLE, Widget } from "../widget.mjs";
import {
  FAILED,
  MADE,
  PACKAGE,
  PAGES,
  addFrame,
  contentHeight,
  hear,
  inside,
  lastHeight,
  loadFrame,
  openHost,
  said,
  tell,
  words,
} from "./host.mjs";

const session = useBrowser();

for (const [missing, cause] of [
  [true, "not-found"],
  [false, "damaged"],
]) {
  eachEngine(
    `a published page whose script is ${missing ? "missing" : "broken"} keeps its picture: ${cause}`,
    async () => {
      for (const file of ["embed.js", "embed.css"]) copyFileSync(PACKAGE + file, MADE + file);
      rmSync(`${MADE}banspread.js`, { force: true });
      if (!missing) writeFileSync(`${MADE}banspread.js`, "export const half = {");
      writeFileSync(`${MADE}page.html`, publishedPage());
      await openHost();
      await addFrame(`${otherOrigin}/made/frame/${engine}/page.html`);
      const { detail } = await hear("error");
      assert.deepEqual([detail.code, detail.cause], ["engine-load", cause]);
      assert.ok(detail.message.includes(`${otherOrigin}/made/frame/${engine}/banspread.js`), detail.message);
      assert.equal(await words(), `${FAILED}\nTwo countries ban it.`);
      assert.equal((await lastHeight()).height, (await contentHeight()).height);
    },
  );
}

oneEngine("a published page that refuses the request of its address keeps its picture", async () => {
  await openHost();
  await addFrame(`${otherOrigin}${PAGES}/watched.html?src=https://a.example/b.json`);
  const { detail } = await hear("error");
  assert.ok(detail.message.startsWith("This page shows only datasets from "), detail.message);
  assert.equal(await words(), `${FAILED}\nTwo countries ban it.`);
});

oneEngine(
  "a dataset in a frame's address is requested without cookies, the publisher's own only in a frame of another origin",
  async () => {
    for (const [place, query, credentials] of [
      [origin, "", "same-origin"],
      [otherOrigin, "", "omit"],
      [origin, `?src=${SAMPLE}`, "omit"],
      [otherOrigin, `?src=${SAMPLE}`, "omit"],
    ]) {
      await openHost();
      await addFrame(`${place}${PAGES}/watched.html${query}`);
      await hear("ready");
      const asked = await inside(0, () => session.driver.executeScript(() => window.asked));
      assert.deepEqual(
        asked.find(([address]) => address.endsWith(SAMPLE)),
        [place + SAMPLE, credentials],
      );
    }
  },
);

oneEngine("a frame refuses the dataset of another origin", async () => {
  const src = `${origin}${SAMPLE}`;
  await openHost();
  await addFrame(`${otherOrigin}/pkg/embed.html?src=${encodeURIComponent(src)}`);
  const { detail } = await hear("error");
  assert.deepEqual([detail.code, detail.cause], ["dataset-load", "policy"]);
  const line = await inside(0, () => session.driver.executeScript(() => document.body.innerText.trim()));
  assert.equal(line, `This page shows only datasets from ${otherOrigin}/.`);
  assert.equal(detail.message, line);
  assert.ok((await lastHeight()).height < 100);
  assert.equal((await said()).find(({ sentinel }) => sentinel === "amp").height, 100);
});

eachEngine("a page of another origin cannot learn why a dataset is not shown, not even from the height", async () => {
  const heights = new Set();
  for (const src of ["/tests/widget/pages/broken.json", "/nowhere.json", "/pkg/embed.html", "/pkg/banspread.wasm"]) {
    await openHost();
    await addFrame(`${otherOrigin}/pkg/embed.html?src=${src}`);
    const { detail } = await hear("error");
    const quiet = { code: "dataset-load", cause: null, message: FAILED, diagnostics: [] };
    assert.deepEqual(detail, quiet, src);
    const line = await inside(0, () => session.driver.executeScript(() => document.body.innerText.trim()));
    assert.equal(line, FAILED);
    heights.add((await lastHeight()).height);
  }
  assert.equal(heights.size, 1, [...heights].join(" "));
});

oneEngine("a page of another origin receives no date of a dataset that it has chosen", async () => {
  await openHost();
  await addFrame(`${otherOrigin}/pkg/embed.html?src=${SAMPLE}`);
  assert.deepEqual(await hear("ready"), { type: "ban-spread", event: "ready", detail: null });
  await tell({ set: { date: "2020-06-01" } });
  await inside(0, (widget) => widget.until("it is obeyed", ({ date }) => date === "2020-06-01"));
  await tell({ get: "state" });
  assert.equal((await hear("state")).detail, null);
  assert.ok((await said()).every(({ event }) => event !== "input" && event !== "change"));
});

eachEngine("a page of another origin chooses nothing by whose height it would learn of a dataset", async () => {
  const heights = new Set();
  const chosen = "&selected=DE&filter=banned&view=groups&compare=2020-03-01";
  for (const query of ["&date=2020-06-01", `&date=2020-06-01${chosen}`, "&date=2020-06-01#ban-spread=2020-06-01,DE"]) {
    await openHost();
    await addFrame(`${otherOrigin}/pkg/embed.html?src=${SAMPLE}${query}`);
    await hear("ready");
    heights.add((await lastHeight()).height);
    const set = { selected: "DE", filter: "banned", view: "groups", compare: "2020-03-01", step: 0 };
    await tell({ set: { ...set, date: "2020-06-02" } });
    const shown = await inside(0, async (widget) => {
      await widget.until("the date is obeyed", ({ date }) => date === "2020-06-02");
      return widget.run((host) => host.state);
    });
    const nothing = { selected: null, filter: null, firm: false, view: "map", compare: null, step: null };
    assert.deepEqual(shown, { ...nothing, date: "2020-06-02", weighted: false, playing: false }, query);
    await inside(0, () => session.driver.executeScript(() => void (location.hash = "ban-spread=2020-06-03,DE")));
    await tell({ call: "next" });
    await inside(0, (widget) => widget.until("the next change", ({ date }) => date !== "2020-06-02"));
    assert.equal(await inside(0, (widget) => widget.run((host) => host.selected)), null);
    heights.add((await lastHeight()).height);
  }
  assert.equal(heights.size, 1, [...heights].join(" "));
});

eachEngine("a page of another origin cannot choose by a link that it sets before the chart is drawn", async () => {
  const src = `${otherOrigin}/pkg/embed.html?src=${SAMPLE}`;
  const heights = new Set();
  for (const link of ["", "#ban-spread=2020-06-01,DE", "#ban-spread=2020-03-01..2020-06-01/groups,FR"]) {
    await openHost();
    // A chart without a width is not drawn.
    await loadFrame(src, { hidden: "" });
    await session.driver.executeScript((src) => {
      const frame = document.querySelector("iframe");
      // The same address again would load the page anew.
      if (frame.src !== src) frame.src = src;
      frame.hidden = false;
    }, src + link);
    await hear("ready");
    const shown = await inside(0, (widget) =>
      widget.run((host) => [location.hash, host.selected, host.compare, host.view]),
    );
    assert.deepEqual(shown, [link, null, null, "map"]);
    heights.add((await lastHeight()).height);
  }
  assert.equal(heights.size, 1, [...heights].join(" "));
});

oneEngine("a page of the dataset's own origin hears what is wrong with it", async () => {
  await openHost();
  await addFrame("/pkg/embed.html?src=/tests/widget/pages/broken.json");
  const { detail } = await hear("error");
  assert.equal(detail.diagnostics.length, 3);
  assert.notEqual(detail.message, FAILED);
});

for (const sandbox of [null, "allow-scripts"]) {
  eachEngine(
    `the page applies its own policy ${sandbox ? "in a sandbox that allows only scripts" : "in a frame"}`,
    async () => {
      await openHost();
      await addFrame(`${otherOrigin}${PAGES}/watched.html?filter=banned`, sandbox ? { sandbox } : {});
      await hear("ready");
      await tell({ call: "next" });
      await hear("change", ({ detail }) => detail.date === "2020-08-20");
      await lastHeight();
      const senders = await session.driver.executeScript(() => [...new Set(window.heard.map(({ origin }) => origin))]);
      assert.deepEqual(senders, [sandbox ? "null" : otherOrigin]);
      await inside(0, async ({ driver }) => {
        assert.deepEqual(await takeFaults(driver), []);
        await driver.executeAsyncScript(tryElsewhere, origin);
        assert.deepEqual(await takeFaults(driver), [`policy: ${origin}/article.css`]);
      });
    },
  );
}

eachEngine(
  "opened by itself, the page is a column, shows the settings of the publisher, and sends nothing",
  async () => {
    await open(session.driver, `${PAGES}/watched.html?theme=dark`);
    const widget = new Widget(session.driver);
    const { date, scheme } = await widget.ready();
    assert.deepEqual([date, scheme], ["2020-06-01", "dark"]);
    await widget.click(".next");
    await widget.until("it has moved on", (state) => state.date === "2020-08-20");
    assert.deepEqual(await session.driver.executeScript(() => window.told), []);
    assert.ok((await widget.run((host) => host.getBoundingClientRect().left)) >= 20);
  },
);

/**
 * Runs in the page: requests a file of another origin, and waits until the policy blocks it.
 * @param {string} elsewhere
 * @param {() => void} done
 */
function tryElsewhere(elsewhere, done) {
  addEventListener("securitypolicyviolation", () => done(), { once: true });
  fetch(`${elsewhere}/article.css`).catch(() => {});
}

/** A published page. */
function publishedPage() {
  return `<!doctype html><title>Published</title><link rel="stylesheet" href="embed.css">
    <script type="module" src="embed.js"></script><ban-spread><p>Two countries ban it.</p></ban-spread>`;
}
