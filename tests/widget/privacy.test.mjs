/** What a full visit requests, stores and sends: only the files of the package are requested. */

import assert from "node:assert/strict";
import { engine, open, origin, useBrowser } from "./session.mjs";
import { eachEngine, oneEngine } from "./tiers.mjs";
import { visit } from "./visit.mjs";
import { Widget } from "./widget.mjs";

const session = useBrowser();

const PAGES = "/tests/widget/pages";
/** All requests except those for the scripts of the page, each of them once. */
const SCRIPTS = ["/pkg/banspread.js", "/pkg/banspread-checker.js", "/pkg/banspread-supplement.js"];
const MODULES = ["/pkg/banspread.wasm", "/pkg/banspread-checker.wasm"];
const DATA = ["/pkg/banspread-places.txt", "/pkg/banspread-data.txt"];
const FILES = [...MODULES, ...DATA, "/pkg/messages/de.json", `${PAGES}/events.csv`];
const OF_THE_PAGE = [`${PAGES}/privacy/stubs.js`, `${PAGES}/watch.js`, `${PAGES}/sharing.js`];
/** A policy that blocks any other request. A blocked request fails the test. */
const POLICY = [
  "default-src 'none'",
  `script-src ${[...SCRIPTS, ...OF_THE_PAGE].map((path) => origin + path).join(" ")} 'wasm-unsafe-eval'`,
  `connect-src ${FILES.map((path) => origin + path).join(" ")}`,
  `img-src ${origin}/favicon.ico`,
].join("; ");

async function visitEverything() {
  await open(session.driver, `${PAGES}/privacy/page.html?csp=${encodeURIComponent(POLICY)}`);
  const widget = new Widget(session.driver);
  await visit(widget);
  await widget.click(".share");
  await widget.click(".download");
  const done = () => session.driver.executeScript(() => shared.copied.length + shared.saved.length === 2);
  await widget.until("both are done", done);
  await widget.run((host) => {
    dispatchEvent(new Event("pagehide"));
    host.remove();
  });
  await widget.frames(10);
}

eachEngine(
  "a full visit requests each file of the package and the dataset once, and stores and sends nothing",
  async () => {
    await visitEverything();
    const entries = await session.driver.executeScript(() => performance.getEntriesByType("resource"));
    // Chromium names a script in its cache by the address under which another page has loaded it, with the fragment.
    const asked = entries.map(({ name }) => name.split("#")[0]);
    // WebKit lists a script of the markup twice if the script is in its cache.
    const listed = engine === "webkit" ? [...new Set(asked)] : asked;
    const ofThePage = [...OF_THE_PAGE, "/favicon.ico"].map((path) => origin + path);
    const wanted = [...SCRIPTS, ...FILES].map((path) => origin + path);
    assert.deepEqual(listed.filter((url) => !ofThePage.includes(url)).sort(), wanted.sort());
    const { touched, kept } = await session.driver.executeScript(async () => {
      const touched = window.touched.splice(0);
      const [bases, stores] = await Promise.all([indexedDB.databases(), caches.keys()]);
      // The make page, which other tests open, keeps drafts under the same origin.
      const own = bases.filter(({ name }) => name !== "banspread-make");
      const kept = [document.cookie, localStorage.length, sessionStorage.length, own.length, stores.length];
      return { touched, kept };
    });
    assert.deepEqual(touched, []);
    assert.deepEqual(kept, ["", 0, 0, 0, 0]);
  },
);

oneEngine("a use of these APIs would be recorded", async () => {
  await open(session.driver, `${PAGES}/privacy/page.html`);
  const touched = await session.driver.executeScript(() => {
    window.touched.splice(0);
    document.cookie = "";
    localStorage.getItem("x");
    void navigator.sendBeacon;
    void WebSocket;
    return window.touched;
  });
  assert.deepEqual(touched, ["cookie", "localStorage", "sendBeacon", "WebSocket"]);
});
