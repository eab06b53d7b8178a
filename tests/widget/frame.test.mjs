/** The form for frames: heights in every dialect, orders and events, and whom it listens to. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { open, origin, PATIENCE, useBrowser } from "./session.mjs";
import { SAMPLE, Widget } from "./widget.mjs";

const session = useBrowser();

const HOST = "/tests/widget/pages/frame/host.html";
const PAGES = "/tests/widget/pages/frame";
/** The same server under another name is another origin. */
const ELSEWHERE = origin.replace("127.0.0.1", "localhost");
const EMBED = `${ELSEWHERE}/pkg/embed.html?src=${SAMPLE}`;
const SYSTEMS = [
  "AMP", "@newswire/frames", "NPR sidechain", "Pym.js", "Datawrapper's listener", "Datawrapper's older listener",
  "Medium", "Flourish's listener", "The Guardian", "iframe-resizer", "frames.js",
];

/** Opens the page around frames, anew. */
async function openHost(look = "") {
  await open(session.driver, HOST);
  await session.driver.executeScript((look) => (document.body.parentElement.className = look), look);
}

/** Puts a frame on it. */
function addFrame(src, attributes = {}) {
  return session.driver.executeScript((src, attributes) => void window.addFrame(src, attributes), src, attributes);
}

/** Does something inside of a frame, and comes back. */
async function inside(index, run) {
  const frames = await session.driver.executeScript(() => [...document.querySelectorAll("iframe")]);
  await session.driver.switchTo().frame(frames[index]);
  try {
    return await run(new Widget(session.driver));
  } finally {
    await session.driver.switchTo().defaultContent();
  }
}

/** What the page has heard in our own words. */
function heard(event, index = 0) {
  return session.driver.executeScript((event, index) => {
    const ours = window.heard.filter(({ frame, data }) => frame === index && data.type === "ban-spread");
    return ours.map(({ data }) => data).filter((data) => data.event === event);
  }, event, index);
}

/** Everything that a frame has said. */
function said(index = 0) {
  return session.driver.executeScript((index) => {
    return window.heard.filter(({ frame }) => frame === index).map(({ data }) => data);
  }, index);
}

/** Waits until a frame has said something of this name, and returns the last of it. */
async function hear(event, holds = () => true, index = 0) {
  let found = [];
  const check = async () => (found = (await heard(event, index)).filter(holds)).length > 0;
  await session.driver.wait(check, PATIENCE, `never heard: ${event}`);
  return found.at(-1);
}

function tell(message, index = 0) {
  return session.driver.executeScript((index, message) => window.tellFrame(index, message), index, message);
}

/** How high frames are on the page. */
function frameHeights() {
  return session.driver.executeScript(() => [...document.querySelectorAll("iframe")].map((frame) => frame.clientHeight));
}

/** How high what a frame holds is, and whether it scrolls. */
function contentHeight(index = 0) {
  return inside(index, () => session.driver.executeScript(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    return { height, scrolls: scrollWidth > clientWidth || scrollHeight > clientHeight };
  }));
}

/** Waits until a frame is as high as what it holds. */
async function fits(index = 0) {
  let found;
  let last;
  const check = async () => {
    last = found?.frame;
    found = { frame: (await frameHeights())[index], ...(await contentHeight(index)) };
    // A frame that no longer scrolls is wider by the scroll bar, so that it may have to be heard once more.
    return found.frame === found.height && !found.scrolls && found.frame === last;
  };
  await session.driver.wait(check, PATIENCE).catch((cause) => {
    throw new Error(`never fitted: ${JSON.stringify(found)}`, { cause });
  });
  return found.frame;
}

/** Lets the page draw, and hear what was said meanwhile. */
async function settle() {
  await session.driver.executeAsyncScript((done) => setTimeout(done, 300));
}

for (const system of SYSTEMS) {
  test(`${system} gives the frame its height, also a smaller one`, async () => {
    await openHost();
    await session.driver.executeScript((system, src) => window.systems[system](src), system, EMBED);
    await hear("ready");
    const first = await fits();
    await inside(0, (widget) => widget.run(() => (document.body.style.paddingBottom = "150px")));
    await session.driver.wait(async () => (await fits()) > first, PATIENCE, "never grew");
    await inside(0, (widget) => widget.run(() => (document.body.style.paddingBottom = "")));
    await session.driver.wait(async () => (await fits()) === first, PATIENCE, "never shrank");
  });
}
