/** The height of a frame: in every protocol, and set by the script for hosts. */

import assert from "node:assert/strict";
import { otherOrigin, useBrowser, waitUntil } from "../session.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";
import {
  EMBED,
  PAGES,
  addFrame,
  contentHeight,
  fits,
  frameHeights,
  hear,
  heard,
  inside,
  lastHeight,
  loadFrame,
  openHost,
  overflow,
  said,
  settle,
  settleHost,
  tell,
  until,
} from "./host.mjs";

const session = useBrowser();

/**
 * The systems, each with its tier. A sandbox, the width of a page and our own scripts must be tested in each engine.
 */
const SYSTEMS = {
  AMP: eachEngine,
  "@newswire/frames": oneEngine,
  "NPR sidechain": oneEngine,
  "Pym.js": eachEngine,
  "Datawrapper's listener": oneEngine,
  "Datawrapper's older listener": oneEngine,
  Medium: oneEngine,
  "Flourish's listener": oneEngine,
  "The Guardian": oneEngine,
  "iframe-resizer": oneEngine,
  "frames.js": eachEngine,
};

for (const [system, claims] of Object.entries(SYSTEMS)) {
  claims(`${system} gives the frame its height, also a smaller one`, async () => {
    await openHost();
    await session.driver.executeScript((system, src) => window.systems[system](src), system, EMBED);
    await hear("ready");
    const first = await fits();
    await inside(0, (widget) => widget.run(() => (document.body.style.paddingBottom = "150px")));
    await waitUntil(async () => (await fits()) > first, "the frame grows");
    await inside(0, (widget) => widget.run(() => (document.body.style.paddingBottom = "")));
    await waitUntil(async () => (await fits()) === first, "the frame shrinks");
  });
}

eachEngine(
  "WordPress receives its secret, and shows 200 to 1,000 px of a frame, which scrolls if it is higher",
  async () => {
    await openHost();
    await session.driver.executeScript((src) => window.systems.WordPress(src), EMBED);
    await hear("ready");
    await inside(0, (widget) => widget.run(() => (document.body.style.paddingBottom = "800px")));
    await until("the frame is as high as WordPress allows", async () => (await frameHeights())[0] === 1000);
    const { height } = await contentHeight();
    assert.ok(height > 1000, `${height} px`);
    const last = (await said()).filter(({ secret }) => secret).at(-1);
    assert.deepEqual(last, { secret: "k3Xq9aBz", message: "height", value: height });
    await until("it scrolls", async () => (await contentHeight()).scrolls && (await overflow()) === "scroll");
    await inside(0, (widget) =>
      widget.run((host) => ((document.body.style.cssText = "font: 1px/1 serif"), host.remove())),
    );
    await until("the frame is as low as WordPress allows", async () => (await frameHeights())[0] === 200);
  },
);

oneEngine("WordPress can start listening late: it announces this, and then receives the height", async () => {
  await openHost();
  await addFrame(`${EMBED}#?secret=k3Xq9aBz`);
  await hear("ready");
  const { height } = await lastHeight();
  await session.driver.executeScript(() => {
    window.heard = [];
    frames[0].postMessage({ message: "ready", secret: "k3Xq9aBz" }, "*");
  });
  await until("it has heard", async () => (await said()).some(({ secret, value }) => secret && value === height));
});

oneEngine("a frame reports its height once, and nothing while it stays the same", async () => {
  await openHost();
  await addFrame(EMBED);
  await session.driver.executeScript(() => window.loadFramesScript());
  await hear("ready");
  await fits();
  assert.ok((await heard("height")).length <= 2, "at most once again, to the script that asks");
  const count = (await said()).filter(({ type }) => type !== "ban-spread").length;
  for (const date of ["2020-03-01", "2020-06-01", "2020-09-01"]) {
    await tell({ set: { date } });
    await hear("change", ({ detail }) => detail.date === date);
  }
  await settle();
  assert.equal((await said()).filter(({ type }) => type !== "ban-spread").length, count);
});

eachEngine("larger letters and a narrower frame cause new heights", async () => {
  await openHost();
  await addFrame(EMBED);
  await session.driver.executeScript(() => window.loadFramesScript());
  await hear("ready");
  const first = await fits();
  await inside(0, (widget) => widget.run((host) => (host.style.fontSize = "20px")));
  await until("it has grown", async () => (await fits()) > first);
  await session.driver.executeScript(() => (document.querySelector("iframe").style.width = "320px"));
  await until("it has grown again", async () => (await fits()) > first + 100);
});

eachEngine("a hidden frame reports nothing until it is visible", async () => {
  await openHost();
  await loadFrame(EMBED, { hidden: "" });
  // A hidden frame draws nothing, so only the page around can wait.
  await settleHost();
  assert.deepEqual(await heard("height"), []);
  await session.driver.executeScript(() => (document.querySelector("iframe").hidden = false));
  await hear("ready");
  assert.ok((await lastHeight()).height > 200);
});

for (const width of [320, 680]) {
  eachEngine(`a frame ${width} px wide shows everything, and has no scroll bar`, async () => {
    await openHost();
    await addFrame(`${otherOrigin}/pkg/embed.html`, { width });
    await session.driver.executeScript(() => window.loadFramesScript("module"));
    await hear("ready");
    assert.ok((await fits()) > 700);
    assert.equal(await overflow(), "hidden");
    assert.equal(await inside(0, (widget) => widget.run((host) => Math.round(host.clientWidth))), width - 8);
  });
}

eachEngine("two frames of a page keep their heights apart, also with two copies of the script", async () => {
  await openHost();
  await session.driver.executeScript(() => {
    window.loadFramesScript();
    window.loadFramesScript("module");
  });
  await addFrame(EMBED, { width: 320 });
  await addFrame(EMBED, { width: 680 });
  await hear("ready", () => true, 0);
  const narrow = await fits(0);
  // An element loads only when it is near the viewport, so the page scrolls to the lower frame.
  await session.driver.executeScript(() => document.querySelectorAll("iframe")[1].scrollIntoView());
  await hear("ready", () => true, 1);
  const wide = await fits(1);
  assert.ok(narrow > wide, `${narrow}, ${wide}`);
  assert.deepEqual(await frameHeights(), [narrow, wide]);
});

eachEngine("the script for hosts also fits frames with borders, and those that are sandboxed", async () => {
  await openHost();
  await session.driver.executeScript(() => window.loadFramesScript());
  await addFrame(EMBED, { sandbox: "allow-scripts", style: "box-sizing: border-box; border: 7px solid" });
  await hear("ready");
  await fits();
});

eachEngine("the script for hosts follows a frame to other pages, within limits, and no other window", async () => {
  await openHost();
  await session.driver.executeScript(() => window.loadFramesScript());
  await addFrame(`${PAGES}/stranger.html?go=${encodeURIComponent(`${otherOrigin}${PAGES}/stranger.html?claim=1234`)}`);
  await addFrame(`${PAGES}/stranger.html?claim=1e9`);
  await addFrame(`${PAGES}/stranger.html?claim=much`);
  await addFrame(`${PAGES}/stranger.html?claim=1234`);
  const all = async () => (await Promise.all([0, 1, 2, 3].map(said))).every((words) => words.some((it) => it.stranger));
  await until("all have spoken", all);
  await settleHost();
  assert.deepEqual(await frameHeights(), [1234, 8_000, 900, 1234]);
  await session.driver.executeScript(() => {
    postMessage({ type: "ban-spread", event: "height", detail: { height: 777 } }, "*");
  });
  await settleHost();
  assert.deepEqual(await frameHeights(), [1234, 8_000, 900, 1234]);
});

eachEngine("the script for hosts ignores frames of another origin without the attribute", async () => {
  await openHost();
  await session.driver.executeScript(() => window.loadFramesScript());
  const stranger = `${PAGES}/stranger.html?claim=1234`;
  await addFrame(otherOrigin + stranger, { marked: 0 });
  await addFrame(stranger, { marked: 0, sandbox: "allow-scripts" });
  await addFrame(stranger, { marked: 0 });
  const all = async () => (await Promise.all([0, 1, 2].map(said))).every((words) => words.some((it) => it.stranger));
  await until("all have spoken", all);
  await settleHost();
  assert.deepEqual(await frameHeights(), [900, 900, 1234]);
});
