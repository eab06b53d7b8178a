/** The form for frames: heights in every protocol, commands and events, and whom it listens to. */

import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { engine, open, origin, otherOrigin, takeFaults, useBrowser, waitUntil } from "./session.mjs";
import { after, before, eachEngine, oneEngine } from "./tiers.mjs";
import { SAMPLE, Widget } from "./widget.mjs";

const session = useBrowser();

const HOST = "/tests/widget/pages/frame/host.html";
const PAGES = "/tests/widget/pages/frame";
/** A frame page whose publisher lets pages of any origin know all. */
const EMBED = `${otherOrigin}/made/frame/${engine}/allowing.html?src=${SAMPLE}`;
/** By name: where each is tested. The engine matters to a sandbox, to the width of a page, and to what scripts of ours do. */
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

const FAILED = "The interactive chart could not be loaded.";

/** A published page whose files a test may leave out. */
const MADE = fileURLToPath(new URL(`../../target/made/frame/${engine}/`, import.meta.url));
const PACKAGE = fileURLToPath(new URL("../../pkg/", import.meta.url));

before(() => {
  rmSync(MADE, { recursive: true, force: true });
  mkdirSync(MADE, { recursive: true });
  const page = readFileSync(`${PACKAGE}embed.html`, "utf8").replaceAll(/(href|src)="(?=\w)/g, '$1="/pkg/');
  const meta = '<meta name="ban-spread-origins" content="*">';
  writeFileSync(`${MADE}allowing.html`, page.replace("<title>", `${meta}<title>`));
});
after(() => rmSync(MADE, { recursive: true, force: true }));

/** Opens the page around frames, anew. */
async function openHost(look = "") {
  await open(session.driver, HOST);
  await session.driver.executeScript((look) => (document.documentElement.className = look), look);
}

/**
 * Puts a frame on it.
 * @param {string} src
 * @param {Record<string, string|number>} [attributes]
 */
function addFrame(src, attributes = {}) {
  return session.driver.executeScript((src, attributes) => void window.addFrame(src, attributes), src, attributes);
}

/**
 * Puts one on it that is going to say nothing, and waits until it has loaded: one that comes cannot be looked into.
 * @param {string} src
 * @param {Record<string, string|number>} [attributes]
 */
function loadFrame(src, attributes = {}) {
  return session.driver.executeAsyncScript(
    (src, attributes, done) => {
      window.addFrame(src, attributes).addEventListener("load", () => done());
    },
    src,
    attributes,
  );
}

/**
 * Does something inside of a frame, and comes back.
 * @template T
 * @param {number} index
 * @param {(widget: Widget) => T|Promise<T>} run
 * @returns {Promise<T>}
 */
async function inside(index, run) {
  const frames = await session.driver.executeScript(() => [...document.querySelectorAll("iframe")]);
  await session.driver.switchTo().frame(frames[index]);
  try {
    return await run(new Widget(session.driver));
  } finally {
    await session.driver.switchTo().defaultContent();
  }
}

/**
 * What the page has heard in our own words.
 * @param {string} event
 * @param {number} [index]
 */
function heard(event, index = 0) {
  return session.driver.executeScript(
    (event, index) => {
      const ours = window.heard.filter(({ frame, data }) => frame === index && data.type === "ban-spread");
      return ours.map(({ data }) => data).filter((data) => data.event === event);
    },
    event,
    index,
  );
}

/** Everything that a frame has said. @returns {Promise<any[]>} */
function said(index = 0) {
  return session.driver.executeScript((index) => {
    return window.heard.filter(({ frame }) => frame === index).map(({ data }) => data);
  }, index);
}

/**
 * Waits until a frame has said something of this name, and returns the last of it.
 * @param {string} event
 * @param {(message: any) => boolean} [holds]
 * @param {number} [index]
 * @returns {Promise<any>}
 */
async function hear(event, holds = () => true, index = 0) {
  /** @type {any[]} */
  let found = [];
  const check = async () => (found = (await heard(event, index)).filter(holds)).length > 0;
  await waitUntil(check, `the frame says ${event}`);
  return found.at(-1);
}

/**
 * @param {object} message
 * @param {number} [index]
 */
function tell(message, index = 0) {
  return session.driver.executeScript((index, message) => window.tellFrame(index, message), index, message);
}

/** How high frames are on the page. */
function frameHeights() {
  const read = () => [...document.querySelectorAll("iframe")].map((frame) => frame.clientHeight);
  return session.driver.executeScript(read);
}

/** How high what a frame holds is, and whether it scrolls. */
function contentHeight(index = 0) {
  return inside(index, () =>
    session.driver.executeScript(() => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
      const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
      return { height, scrolls: scrollWidth > clientWidth || scrollHeight > clientHeight };
    }),
  );
}

/** Waits until a frame is as high as what it holds. */
async function fits(index = 0) {
  let found = { frame: -1, height: 0, scrolls: false };
  let last;
  const check = async () => {
    last = found.frame;
    found = { frame: (await frameHeights())[index], ...(await contentHeight(index)) };
    // A frame that no longer scrolls is wider by the scroll bar, so that it may have to be heard once more.
    return found.frame === found.height && !found.scrolls && found.frame === last;
  };
  await waitUntil(check, "the frame has the height of its content").catch((cause) => {
    throw new Error(`never fitted: ${JSON.stringify(found)}`, { cause });
  });
  return found.frame;
}

/** Lets a frame draw as often as a new height takes, and the page hear what was said meanwhile. */
async function settle(index = 0) {
  await inside(index, (widget) => widget.frames(5));
  await settleHost();
}

/** Lets the page around draw, and hear what it was told before. */
function settleHost() {
  return new Widget(session.driver).frames(5);
}

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
  "WordPress hears its secret, and shows 200 to 1,000 px of a frame, which scrolls if there is more",
  async () => {
    await openHost();
    await session.driver.executeScript((src) => window.systems.WordPress(src), EMBED);
    await until("the frame is as high as WordPress allows", async () => (await frameHeights())[0] === 1000);
    const { height } = await contentHeight();
    assert.ok(height > 1000, `${height} px`);
    const last = (await said()).filter(({ secret }) => secret).at(-1);
    assert.deepEqual(last, { secret: "k3Xq9aBz", message: "height", value: height });
    await until("it scrolls", async () => (await contentHeight()).scrolls && (await overflow()) === "scroll");
    await inside(0, (widget) => widget.run((host) => ((document.body.style.font = "1px/1 serif"), host.remove())));
    await until("the frame is as low as WordPress allows", async () => (await frameHeights())[0] === 200);
  },
);

oneEngine("WordPress may begin to listen late: it says so, and hears the height then", async () => {
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

oneEngine("a frame says its height once, and nothing while it stays the same", async () => {
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

eachEngine("larger letters and a narrower frame are new heights", async () => {
  await openHost();
  await addFrame(EMBED);
  await session.driver.executeScript(() => window.loadFramesScript());
  await hear("ready");
  const first = await fits();
  await inside(0, (widget) => widget.run((host) => (host.style.fontSize = "20px")));
  await until("it has grown", async () => (await fits()) > first);
  await session.driver.executeScript(() => (document.querySelector("iframe").style.width = "320px"));
  await until("it has grown again", async () => (await fits()) > first + 200);
});

eachEngine("a frame that is not shown says nothing until it is", async () => {
  await openHost();
  await loadFrame(EMBED, { hidden: "" });
  // A frame that is not shown draws nothing.
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
    assert.ok((await fits()) > 1000);
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
  // The lower one only works once somebody may see it, and the upper one no longer where nobody does.
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

eachEngine(
  "the script for hosts follows a frame wherever it has gone to, within bounds, and no other window",
  async () => {
    await openHost();
    await session.driver.executeScript(() => window.loadFramesScript());
    await addFrame(
      `${PAGES}/stranger.html?go=${encodeURIComponent(`${otherOrigin}${PAGES}/stranger.html?claim=1234`)}`,
    );
    await addFrame(`${PAGES}/stranger.html?claim=1e9`);
    await addFrame(`${PAGES}/stranger.html?claim=much`);
    await addFrame(`${PAGES}/stranger.html?claim=1234`);
    const all = async () =>
      (await Promise.all([0, 1, 2, 3].map(said))).every((words) => words.some((it) => it.stranger));
    await until("all have spoken", all);
    await settleHost();
    assert.deepEqual(await frameHeights(), [1234, 8_000, 900, 1234]);
    await session.driver.executeScript(() => {
      postMessage({ type: "ban-spread", event: "height", detail: { height: 777 } }, "*");
    });
    await settleHost();
    assert.deepEqual(await frameHeights(), [1234, 8_000, 900, 1234]);
  },
);

eachEngine("the script for hosts leaves frames alone that have no mark and are of another origin", async () => {
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

oneEngine("a host sets what is shown, and calls the element's methods", async () => {
  await openHost();
  await addFrame(EMBED);
  await hear("ready");
  await tell({ set: { date: "2020-06-01", compare: "2020-03-01", filter: "banned", selected: "DE" } });
  const { detail } = await hear("change", ({ detail }) => detail.date === "2020-06-01");
  const set = { date: "2020-06-01", compare: "2020-03-01", filter: "banned", selected: "DE" };
  assert.deepEqual(detail, { ...set, step: null, playing: false });
  await tell({ set: { compare: null, filter: null, selected: null } });
  await hear("change", ({ detail }) => detail.compare === null && detail.filter === null);
  await tell({ call: "next" });
  await hear("change", ({ detail }) => detail.date === "2020-08-20");
  await tell({ call: "previous" });
  await hear("change", ({ detail }) => detail.date === "2020-05-01");
  await tell({ call: "play" });
  await hear("input", ({ detail }) => detail.playing);
  await tell({ call: "pause" });
  await hear("change", ({ detail }) => !detail.playing);
  await tell({ set: { theme: "dark", lang: "de" } });
  await until("it is dark and German", async () => {
    const { scheme, headline } = await inside(0, (widget) => widget.state());
    return scheme === "dark" && /^\d+\. \p{L}+ 2020$/u.test(headline);
  });
  const direction = () => inside(0, (widget) => widget.run(() => document.documentElement.dir));
  assert.equal(await direction(), "ltr");
  await tell({ set: { lang: "ar" } });
  await until("the page runs as its language does", async () => (await direction()) === "rtl");
  await tell({ set: { lang: "en" } });
  await until("and back as English does", async () => (await direction()) === "ltr");
  await tell({ set: { src: "/tests/widget/pages/tour.json" } });
  await until("another dataset is there", async () => (await inside(0, (widget) => widget.state())).tour !== null);
  await tell({ set: { step: 1 } });
  await hear("change", ({ detail }) => detail.step === 1);
});

oneEngine("a host asks for the state, and restores it later", async () => {
  await openHost();
  await addFrame(`${EMBED}&date=2020-09-01&selected=FR&filter=banned`);
  await hear("ready");
  await until("all is as asked", async () => {
    await tell({ get: "state" });
    const { detail } = await hear("state");
    return detail.date === "2020-09-01" && detail.selected === "FR" && detail.filter === "banned";
  });
  const kept = (await hear("state")).detail;
  await tell({ set: { date: "2020-03-01", selected: null, filter: null } });
  await hear("change", ({ detail }) => detail.filter === null && detail.date === "2020-03-01");
  await tell({ set: kept });
  const { detail } = await hear("change", ({ detail }) => detail.filter === "banned");
  assert.deepEqual(detail, kept);
});

oneEngine("what cannot be set is answered with an error, and nothing of it is done", async () => {
  await openHost();
  await addFrame(`${EMBED}&date=2020-06-01`);
  await hear("ready");
  await tell({ set: { date: "2020-09-01", step: -1 } });
  const { detail } = await hear("error");
  assert.equal(detail.code, "invalid-message");
  assert.ok(detail.message.startsWith("set: invalid step: -1"), detail.message);
  await tell({ get: "state" });
  assert.equal((await hear("state")).detail.date, "2020-06-01");
  await tell({ set: { date: "the day before" } });
  await hear("error", ({ detail }) => detail.code === "invalid-date");
});

oneEngine("only the page around is listened to, not another frame of it", async () => {
  await openHost();
  await addFrame(`${EMBED}&date=2020-06-01`);
  await addFrame(`${PAGES}/stranger.html`);
  await hear("ready");
  await until("the stranger is there", async () => (await said(1)).length > 0);
  await inside(0, () =>
    session.driver.executeScript(() => {
      Object.assign(window, { arrived: [] });
      addEventListener("message", ({ data }) => Reflect.get(window, "arrived").push(data.set?.date));
    }),
  );
  await session.driver.executeScript(() => {
    const pass = { type: "ban-spread", set: { date: "2020-01-01" } };
    frames[1].postMessage({ pass }, "*");
  });
  const arrived = () => inside(0, () => session.driver.executeScript(() => Reflect.get(window, "arrived")));
  await until("its message has arrived", async () => (await arrived()).includes("2020-01-01"));
  await settle();
  await tell({ get: "state" });
  assert.equal((await hear("state")).detail.date, "2020-06-01");
});

oneEngine("a frame that is told an origin speaks with that one", async () => {
  await openHost();
  await addFrame(`${EMBED}&origin=${encodeURIComponent(`${origin}/`)}`);
  await hear("ready");
  await tell({ set: { date: "2020-06-01" } });
  await hear("change", ({ detail }) => detail.date === "2020-06-01");
});

oneEngine("a frame that is told another origin neither says nor does anything", async () => {
  await openHost();
  await loadFrame(`${EMBED}&date=2020-06-01&origin=https://news.example`);
  await inside(0, (widget) => widget.ready());
  await tell({ set: { date: "2020-01-01" } });
  await settle();
  assert.deepEqual(await said(), []);
  assert.equal(await inside(0, async (widget) => (await widget.state()).date), "2020-06-01");
});

oneEngine("a frame whose address names no origin to speak with refuses, and says nothing", async () => {
  await openHost();
  await loadFrame(`${EMBED}&origin=`);
  await until("it says so to readers", async () => (await words()).startsWith('The parameter "origin"'));
  await settle();
  assert.deepEqual(await said(), []);
});

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

oneEngine("a published page that refuses what its address asks for keeps its picture", async () => {
  await openHost();
  await addFrame(`${otherOrigin}${PAGES}/watched.html?src=https://a.example/b.json`);
  const { detail } = await hear("error");
  assert.ok(detail.message.startsWith("This page shows only datasets from "), detail.message);
  assert.equal(await words(), `${FAILED}\nTwo countries ban it.`);
});

oneEngine(
  "a dataset that a frame's address names is asked for as by a stranger, the publisher's own only in a frame of another origin",
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

eachEngine("a page of another origin learns of no dataset why it is not shown, not even by the height", async () => {
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

oneEngine("a page of another origin hears no date of a dataset that it has chosen", async () => {
  await openHost();
  await addFrame(`${otherOrigin}/pkg/embed.html?src=${SAMPLE}`);
  assert.deepEqual(await hear("ready"), { type: "ban-spread", event: "ready", detail: null });
  await tell({ set: { date: "2020-06-01" } });
  await inside(0, (widget) => widget.until("it is obeyed", ({ date }) => date === "2020-06-01"));
  await tell({ get: "state" });
  assert.equal((await hear("state")).detail, null);
  assert.ok((await said()).every(({ event }) => event !== "input" && event !== "change"));
});

oneEngine("a page of the dataset's own origin hears what is wrong with it", async () => {
  await openHost();
  await addFrame("/pkg/embed.html?src=/tests/widget/pages/broken.json");
  const { detail } = await hear("error");
  assert.equal(detail.diagnostics.length, 3);
  assert.notEqual(detail.message, FAILED);
});

oneEngine(
  "a link to a day and an entity works in the frame's address, and is worth more than the rest of it",
  async () => {
    await openHost();
    await addFrame(`${EMBED}&date=2020-12-01&selected=FR#ban-spread=2020-03-01..2020-06-01,DE`);
    const { detail } = await hear("ready");
    await settle();
    await tell({ get: "state" });
    const later = (await hear("state")).detail;
    assert.deepEqual([later.date, later.compare, later.selected], ["2020-06-01", "2020-03-01", "DE"]);
    assert.equal(detail.date, "2020-06-01");
  },
);

for (const sandbox of [null, "allow-scripts"]) {
  eachEngine(
    `the page keeps to its own policy ${sandbox ? "in a sandbox of scripts alone" : "in a frame"}`,
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

eachEngine("opened by itself the page stands in a column, shows what a publisher has set, and is quiet", async () => {
  await open(session.driver, `${PAGES}/watched.html?theme=dark`);
  const widget = new Widget(session.driver);
  const { date, scheme } = await widget.ready();
  assert.deepEqual([date, scheme], ["2020-06-01", "dark"]);
  await widget.click(".next");
  await widget.until("it has moved on", (state) => state.date === "2020-08-20");
  assert.deepEqual(await session.driver.executeScript(() => window.told), []);
  assert.ok((await widget.run((host) => host.getBoundingClientRect().left)) >= 20);
});

// WebKit tells frames the system's scheme, not the page's: there the frame has to be told.
const AUTO = engine === "webkit" ? "&theme=dark" : "";
for (const [claim, look, query, style] of [
  ["a dark page that says so", "night declared", AUTO, ""],
  ["a dark page that says nothing, where the frame's tag and address do", "night", "&theme=dark", "color-scheme: dark"],
  ["a light page", "", "&theme=light", ""],
]) {
  eachEngine(`the ground of ${claim} is seen through the frame`, async () => {
    await openHost(look);
    await addFrame(EMBED + query, { style });
    await hear("ready");
    const [, ground, frame] = await readPixels([
      [5, 5],
      [22, 30],
    ]);
    assert.deepEqual(frame, ground);
    assert.equal(await inside(0, async (widget) => (await widget.state()).scheme), look ? "dark" : "light");
  });
}

eachEngine("a frame that is told the ground of its host stands on it, and nothing but a colour is one", async () => {
  await openHost();
  await addFrame(`${EMBED}&theme=dark&background=%2310263c`);
  await addFrame(`${EMBED}&background=url(/pkg/embed.css)`);
  await hear("ready");
  const [, frame, inFigure] = await readPixels([
    [22, 30],
    [650, 30],
  ]);
  assert.deepEqual([frame, inFigure], ["16,38,60,255", "16,38,60,255"]);
  const ground = () => getComputedStyle(document.body).backgroundColor;
  assert.equal(await inside(1, (widget) => widget.run(ground)), "rgba(0, 0, 0, 0)");
});

/**
 * Waits until something holds.
 * @param {string} claim
 * @param {() => unknown} holds
 */
function until(claim, holds) {
  return waitUntil(holds, claim);
}

/** The last height that a frame has said. */
async function lastHeight(index = 0) {
  return (await hear("height", () => true, index)).detail;
}

/** How what a frame holds overflows. */
function overflow(index = 0) {
  return inside(index, () => session.driver.executeScript(() => getComputedStyle(document.documentElement).overflowY));
}

/**
 * Runs in the page: asks for a file of another origin, and waits until the policy says what it has against it.
 * @param {string} elsewhere
 * @param {() => void} done
 */
function tryElsewhere(elsewhere, done) {
  addEventListener("securitypolicyviolation", () => done(), { once: true });
  fetch(`${elsewhere}/article.css`).catch(() => {});
}

/** What a frame says to readers, without a chart. */
function words(index = 0) {
  const read = () => {
    const parts = [document.body, document.querySelector("ban-spread")?.shadowRoot?.querySelector(".notice")];
    return parts
      .map((part) => part?.innerText ?? "")
      .join("\n")
      .trim()
      .replace(/\n+/g, "\n");
  };
  return inside(index, () => session.driver.executeScript(read));
}

/** A page as a publisher has it. */
function publishedPage() {
  return `<!doctype html><title>Published</title><link rel="stylesheet" href="embed.css">
    <script type="module" src="embed.js"></script><ban-spread><p>Two countries ban it.</p></ban-spread>`;
}

/**
 * The size of the window's picture, and the colours of some of its pixels.
 * @param {[x: number, y: number][]} places
 */
async function readPixels(places) {
  await settle();
  const picture = await session.driver.takeScreenshot();
  return session.driver.executeAsyncScript(
    async (/** @type {string} */ picture, /** @type {[number, number][]} */ places, done) => {
      const image = new Image();
      image.src = `data:image/png;base64,${picture}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
      if (!canvas) return done();
      canvas.drawImage(image, 0, 0);
      const pixels = places.map(([x, y]) => [...canvas.getImageData(x, y, 1, 1).data].join());
      done([[image.width, image.height], ...pixels]);
    },
    picture,
    places,
  );
}
