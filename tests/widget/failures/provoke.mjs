/** Makes loading fail on purpose, and asserts what readers see and the page hears. */

import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { engine, open, origin, takeFaults, useBrowser } from "../session.mjs";
import { after, before } from "../tiers.mjs";
import { mountMore, SAMPLE, Widget } from "../widget.mjs";

const session = useBrowser();

export const STAGE = "/tests/widget/pages/stage.html";
export const EVENTS = "/tests/widget/pages/events.csv";
export const ENGINE = "/pkg/banspread.wasm";
export const FOLDER = "/pkg/";
export const CHECKER = "banspread-checker.js";
const FAILED = "The interactive chart could not be loaded.";

export const LISTS = "default-src 'none'; style-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src data:";

/**
 * The page and the element of a test: the policy of the page, static properties of the class, and attributes.
 * @typedef {object} Given
 * @property {string} [policy]
 * @property {object} [statics]
 * @property {string|null} [src]
 * @property {Record<string, string>} [attributes]
 * @property {boolean} [spoilt]  whether the places of the grids come from the folder of the page, too
 */

/** An origin without a server. It is set when the tests begin. */
export let nowhere = "";

/** The folder for copies of the package's files, which a test can damage. */
export const MADE = fileURLToPath(new URL(`../../../target/made/failures/${engine}/`, import.meta.url));
export const PACKAGE = fileURLToPath(new URL("../../../pkg/", import.meta.url));
export const made = (/** @type {string} */ file) => `/made/failures/${engine}/${file}`;
/** Static properties with the address of the package's files. The address of the engine stays right. */
export const others = (/** @type {string} */ assetsUrl) => ({ assetsUrl, wasmUrl: ENGINE });

before(async () => {
  nowhere = await findClosedPort();
  rmSync(MADE, { recursive: true, force: true });
  mkdirSync(MADE, { recursive: true });
  // The hashes of files that few pages load.
  copyFileSync(`${PACKAGE}banspread-hashes.json`, `${MADE}banspread-hashes.json`);
});
after(() => rmSync(MADE, { recursive: true, force: true }));

/**
 * An address in the form of the error messages.
 * @param {string} path
 * @param {string} [folder]  its folder, with a query
 */
export function address(path, folder = "") {
  const url = new URL(folder, origin);
  return new URL(path + url.search, url).href;
}

/** The origin of a port of this machine that is not in use. @returns {Promise<string>} */
function findClosedPort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(`http://127.0.0.1:${port}`));
    });
  });
}

/** An answer that the server holds until it is released: the query for it, and when it is held. */
export function holdAnswer() {
  const name = randomUUID();
  const ask = (/** @type {string} */ what) => fetch(`${origin}${SAMPLE}?${what}=${name}`);
  return { query: `hold=${name}`, held: () => ask("held"), release: () => ask("release") };
}

/**
 * Waits until the page has an answer, and has drawn. What it requested earlier from the same address has come before.
 * @param {string} url
 */
export async function answered(url) {
  await session.driver.executeAsyncScript((url, done) => {
    const frame = (/** @type {() => void} */ then) => void requestAnimationFrame(() => setTimeout(then));
    fetch(url, { cache: "no-store" })
      .then((answer) => answer.arrayBuffer())
      .then(() => frame(() => frame(done)));
  }, url);
}

/** Opens a page with a policy. */
export async function stage(policy = "") {
  await open(session.driver, `${STAGE}?csp=${encodeURIComponent(policy)}`);
  await session.driver.executeScript(() => window.define());
}

/**
 * Puts an element on the page whose loading can fail.
 * @param {object} [statics]
 * @param {string|null} [src]
 * @param {Record<string, string>} [more]
 * @param {boolean} [spoilt]
 */
export async function mountFailing(statics = {}, src = SAMPLE, more = {}, spoilt = false) {
  const attributes = { ...(src && { src }), id: "failing", ...more };
  const index = await session.driver.executeScript(
    (statics, attributes, spoilt) => {
      Object.assign(customElements.get("ban-spread") ?? {}, statics);
      if ("assetsUrl" in statics && !spoilt) window.keepPlaces();
      window.mount({ attributes, children: "<p>Two countries ban it.</p>" });
      return document.querySelectorAll("ban-spread").length - 1;
    },
    statics,
    attributes,
    spoilt,
  );
  return new Widget(session.driver, index);
}

/** @param {Given} given */
export async function provoke({ policy, statics, src, attributes, spoilt }) {
  await stage(policy);
  return mountFailing({ integrity: false, ...statics }, src, attributes, spoilt);
}

/**
 * Puts an element on the page whose loading succeeds.
 * @param {string} src
 */
async function mountHealthy(src) {
  await session.driver.executeScript(
    (statics) => {
      Object.assign(customElements.get("ban-spread") ?? {}, statics);
    },
    { assetsUrl: null, wasmUrl: null, timeout: 30_000, integrity: false },
  );
  const widget = await mountMore(session.driver, { attributes: { src, id: "healthy" } });
  await widget.ready();
  return widget;
}

/**
 * Asserts what readers see and what the page receives. Another element on the page must still work: one that has
 * started before, or one that starts later.
 * @param {Given & {healthy?: string, started?: boolean}} given
 * @param {{code: string, cause: string, words: string[], blocked?: string|false}} told
 */
export async function assertFails(
  { policy, statics, src, attributes, spoilt, healthy = SAMPLE, started = false },
  told,
) {
  await stage(policy);
  const earlier = started && (await mountHealthy(healthy));
  // The page imports the script without a tag, so files would be checked by their hashes, and every wrong file would fail
  // for its hash.
  const widget = await mountFailing({ integrity: false, ...statics }, src, attributes, spoilt);
  const { notice } = await widget.until("the loading has failed", ({ state }) => state === "failed");
  assert.equal(notice, FAILED);
  const [{ code, cause, message, diagnostics }, ...more] = await widget.events("error");
  assert.deepEqual([code, cause, diagnostics, more], [told.code, told.cause, [], []], message);
  for (const word of told.words) assert.ok(message.includes(word), `${message}\nshould say: ${word}`);
  if (told.blocked) await assertBlocked(told.blocked);
  const other = earlier || (await mountHealthy(healthy));
  assert.equal((await other.state()).state, "ready");
  assert.deepEqual(await other.events("error"), []);
  await assertFallback(widget);
}

/** @param {Widget} widget */
export async function assertFallback(widget) {
  assert.ok(await widget.run((host) => host.querySelector("p").getClientRects().length > 0));
}

/**
 * Asserts that the policy of the page blocked one file, and removes this from the faults of the page.
 * @param {string} uri
 */
export async function assertBlocked(uri) {
  const faults = await takeFaults(session.driver);
  assert.deepEqual(faults, [`policy: ${uri}`]);
}
