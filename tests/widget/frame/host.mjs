/** A page around frames: it adds them, speaks with them, and looks into them. */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { engine, open, otherOrigin, useBrowser, waitUntil } from "../session.mjs";
import { after, before } from "../tiers.mjs";
import { SAMPLE, Widget } from "../widget.mjs";

const session = useBrowser();

const HOST = "/tests/widget/pages/frame/host.html";
export const PAGES = "/tests/widget/pages/frame";
/** A page for frames whose publisher allows every origin to hear all messages. */
export const EMBED = `${otherOrigin}/made/frame/${engine}/allowing.html?src=${SAMPLE}`;

export const FAILED = "The interactive chart could not be loaded.";

/** The folder for published pages, in which a test can leave out files. */
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

/** Opens the page around the frames again. */
export async function openHost(look = "") {
  await open(session.driver, HOST);
  await session.driver.executeScript((look) => (document.documentElement.className = look), look);
}

/**
 * Puts a frame on the page.
 * @param {string} src
 * @param {Record<string, string|number>} [attributes]
 */
export function addFrame(src, attributes = {}) {
  return session.driver.executeScript((src, attributes) => void window.addFrame(src, attributes), src, attributes);
}

/**
 * Puts a frame on the page that sends no messages, and waits until it has loaded. WebDriver cannot look into a frame that
 * is still loading.
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
 * Runs a function inside of a frame, and returns to the page.
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
 * The messages of one event that the page has heard in our own protocol.
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

/** All messages of a frame. @returns {Promise<any[]>} */
export function said(index = 0) {
  return session.driver.executeScript((index) => {
    return window.heard.filter(({ frame }) => frame === index).map(({ data }) => data);
  }, index);
}

/**
 * Waits for a message of a frame with this event, and returns the last one.
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

/** The heights of the frames on the page. */
export function frameHeights() {
  const read = () => [...document.querySelectorAll("iframe")].map((frame) => frame.clientHeight);
  return session.driver.executeScript(read);
}

/** The height of the content of a frame, and whether it scrolls. */
export function contentHeight(index = 0) {
  return inside(index, () =>
    session.driver.executeScript(() => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
      const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
      return { height, scrolls: scrollWidth > clientWidth || scrollHeight > clientHeight };
    }),
  );
}

/** Waits until a frame has the height of its content. */
export async function fits(index = 0) {
  let found = { frame: -1, height: 0, scrolls: false };
  let last;
  const check = async () => {
    last = found.frame;
    found = { frame: (await frameHeights())[index], ...(await contentHeight(index)) };
    // When a frame stops scrolling, its content becomes wider by the scroll bar, and its height can change once more.
    return found.frame === found.height && !found.scrolls && found.frame === last;
  };
  await waitUntil(check, "the frame has the height of its content").catch((cause) => {
    throw new Error(`never fitted: ${JSON.stringify(found)}`, { cause });
  });
  return found.frame;
}

/** Waits as many animation frames as a new height takes, and until the page has heard the messages. */
export async function settle(index = 0) {
  await inside(index, (widget) => widget.frames(5));
  await settleHost();
}

/** Waits until the page around has drawn and has heard all messages. */
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

/** The last height that a frame has sent. */
export async function lastHeight(index = 0) {
  return (await hear("height", () => true, index)).detail;
}

/** The style `overflow-y` of the page in a frame. */
export function overflow(index = 0) {
  return inside(index, () => session.driver.executeScript(() => getComputedStyle(document.documentElement).overflowY));
}

/** The text that readers see in a frame without a chart. */
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
 * The size of a screenshot of the window, and the colours of some of its pixels.
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
