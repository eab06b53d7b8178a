/** A page around frames: it adds them, speaks with them, and looks into them. */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { engine, open, otherOrigin, useBrowser, waitUntil } from "../session.mjs";
import { after, before } from "../tiers.mjs";
import { SAMPLE, Widget } from "../widget.mjs";

const session = useBrowser();

const HOST = "/tests/widget/pages/frame/host.html";
export const PAGES = "/tests/widget/pages/frame";
/** A frame page whose publisher lets pages of any origin know all. */
export const EMBED = `${otherOrigin}/made/frame/${engine}/allowing.html?src=${SAMPLE}`;

export const FAILED = "The interactive chart could not be loaded.";

/** A published page whose files a test may leave out. */
export const MADE = fileURLToPath(new URL(`../../../target/made/frame/${engine}/`, import.meta.url));
export const PACKAGE = fileURLToPath(new URL("../../../pkg/", import.meta.url));

before(() => {
  rmSync(MADE, { recursive: true, force: true });
  mkdirSync(MADE, { recursive: true });
  const page = readFileSync(`${PACKAGE}embed.html`, "utf8").replaceAll(/(href|src)="(?=\w)/g, '$1="/pkg/');
  const meta = '<meta name="ban-spread-origins" content="*">';
  writeFileSync(`${MADE}allowing.html`, page.replace("<title>", `${meta}<title>`));
});
after(() => rmSync(MADE, { recursive: true, force: true }));

/** Opens the page around frames, anew. */
export async function openHost(look = "") {
  await open(session.driver, HOST);
  await session.driver.executeScript((look) => (document.documentElement.className = look), look);
}

/**
 * Puts a frame on it.
 * @param {string} src
 * @param {Record<string, string|number>} [attributes]
 */
export function addFrame(src, attributes = {}) {
  return session.driver.executeScript((src, attributes) => void window.addFrame(src, attributes), src, attributes);
}

/**
 * Puts one on it that is going to say nothing, and waits until it has loaded: one that comes cannot be looked into.
 * @param {string} src
 * @param {Record<string, string|number>} [attributes]
 */
export function loadFrame(src, attributes = {}) {
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
export async function inside(index, run) {
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
export function heard(event, index = 0) {
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
export function said(index = 0) {
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
export async function hear(event, holds = () => true, index = 0) {
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
export function tell(message, index = 0) {
  return session.driver.executeScript((index, message) => window.tellFrame(index, message), index, message);
}

/** How high frames are on the page. */
export function frameHeights() {
  const read = () => [...document.querySelectorAll("iframe")].map((frame) => frame.clientHeight);
  return session.driver.executeScript(read);
}

/** How high what a frame holds is, and whether it scrolls. */
export function contentHeight(index = 0) {
  return inside(index, () =>
    session.driver.executeScript(() => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
      const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
      return { height, scrolls: scrollWidth > clientWidth || scrollHeight > clientHeight };
    }),
  );
}

/** Waits until a frame is as high as what it holds. */
export async function fits(index = 0) {
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
export async function settle(index = 0) {
  await inside(index, (widget) => widget.frames(5));
  await settleHost();
}

/** Lets the page around draw, and hear what it was told before. */
export function settleHost() {
  return new Widget(session.driver).frames(5);
}

/**
 * Waits until something holds.
 * @param {string} claim
 * @param {() => unknown} holds
 */
export function until(claim, holds) {
  return waitUntil(holds, claim);
}

/** The last height that a frame has said. */
export async function lastHeight(index = 0) {
  return (await hear("height", () => true, index)).detail;
}

/** How what a frame holds overflows. */
export function overflow(index = 0) {
  return inside(index, () => session.driver.executeScript(() => getComputedStyle(document.documentElement).overflowY));
}

/** What a frame says to readers, without a chart. */
export function words(index = 0) {
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

/**
 * The size of the window's picture, and the colours of some of its pixels.
 * @param {[x: number, y: number][]} places
 */
export async function readPixels(places) {
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
