/** Pages with strict policies: everything works, nothing is blocked, and every directive of the list is necessary. */

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { engine, open, origin, otherOrigin, takeFaults, useBrowser } from "./session.mjs";
import { after, before, eachEngine, oneEngine } from "./tiers.mjs";
import { visit } from "./visit.mjs";
import { Widget } from "./widget.mjs";

const session = useBrowser();

const PAGE = "/tests/widget/pages/policy/page.html";
const MADE = fileURLToPath(new URL(`../../target/made/policy/${engine}/`, import.meta.url));
/** The directives that docs/embedding.md lists. */
const LISTED = readListed();

/** The same for files of an origin. */
const list = (/** @type {string} */ source) =>
  LISTED.map((directive) => directive.replaceAll("https://static.example", source));
/** The tests' own scripts, and the table that the visit requests, belong to the page. */
const listWithPage = (/** @type {string} */ source) => list(source === origin ? source : `${origin} ${source}`);
/** Browsers request the icon of a page without being asked. */
const ICON = `img-src ${origin}/favicon.ico`;
const policy = (/** @type {string[]} */ directives) => [...directives, ICON].join("; ");

before(() => mkdirSync(MADE, { recursive: true }));
after(() => rmSync(MADE, { recursive: true, force: true }));

// Each location of the files and each location of the list is tested in each engine, each pair of them in one.
for (const { where, source, asHeader, asMeta } of [
  { where: "beside the page", source: origin, asHeader: eachEngine, asMeta: oneEngine },
  { where: "on another origin", source: otherOrigin, asHeader: oneEngine, asMeta: eachEngine },
]) {
  asHeader(`with the files ${where} and the list as a header, everything works`, async () => {
    const page = write("header.html", source);
    await assertWorks(`${page}?csp=${encodeURIComponent(policy(listWithPage(source)))}`);
  });

  asMeta(`with the files ${where} and the list as a meta element, everything works`, async () => {
    await assertWorks(write("meta.html", source, policy(listWithPage(source))));
  });
}

eachEngine("a policy with the list that only reports has nothing to report", async () => {
  await assertWorks(`${PAGE}?report=${encodeURIComponent(policy(list(origin)))}`);
});

eachEngine("without 'wasm-unsafe-eval' in the list the plain script is used instead", async () => {
  const shorter = list(origin).map((directive) => directive.replace(" 'wasm-unsafe-eval'", ""));
  await open(session.driver, `${PAGE}?csp=${encodeURIComponent(policy(shorter))}`);
  await new Widget(session.driver).ready();
  // WebKit does not report this to the page.
  assert.deepEqual(await takeFaults(session.driver), engine === "webkit" ? [] : ["policy: wasm-eval"]);
  const entries = await session.driver.executeScript(() => performance.getEntriesByType("resource"));
  assert.ok(entries.some(({ name }) => name === `${origin}/pkg/banspread-plain.js`));
});

eachEngine("without connect-src in the list there is no chart", async () => {
  const without = list(origin).filter((directive) => !directive.startsWith("connect-src"));
  await open(session.driver, `${PAGE}?csp=${encodeURIComponent(policy(without))}`);
  await new Widget(session.driver).until("it has failed", ({ state }) => state === "failed");
  const files = ["banspread-data.txt", "banspread-places.txt", "banspread.wasm"];
  const blocked = files.map((file) => `policy: ${origin}/pkg/${file}`);
  assert.deepEqual([...new Set(await takeFaults(session.driver))].sort(), blocked);
});

// Firefox's driver cannot drag in a frame. WebKit's driver has neither keys nor mouse there, so scripts replace them.
eachEngine(
  "in a frame that allows only scripts, everything works",
  async (/** @type {import("node:test").TestContext} */ t) => {
    await open(session.driver, "/tests/widget/pages/stage.html");
    t.after(() => session.driver.switchTo().defaultContent());
    const frame = await session.driver.executeAsyncScript((done) => {
      const frame = document.createElement("iframe");
      frame.sandbox = "allow-scripts";
      frame.width = "800";
      // As tall as the figure and fixed: a page that scrolls would move the frame under the driver's pointer.
      frame.height = "840";
      frame.style.cssText = "position: fixed; inset: 0 auto auto 0";
      frame.src = "policy/framed.html";
      frame.onload = () => done(frame);
      document.body.prepend(frame);
    });
    await session.driver.switchTo().frame(frame);
    const widget = new Widget(session.driver);
    assert.equal(await session.driver.executeScript(() => self.origin), "null");
    await visit(widget, { frame: true });
    // The feedback disappears after a moment.
    await widget.run(({ shadowRoot }) => {
      const status = shadowRoot.querySelector("[role=status]");
      window.said = [];
      const changes = { childList: true, characterData: true, subtree: true };
      new MutationObserver(() => said.push(status.textContent)).observe(status, changes);
    });
    // The visit ends in German.
    const answers = { ".share": /^Diesen Link kopieren$|^Link kopiert$/, ".download": /^Speichern ist hier womöglich/ };
    for (const [button, words] of Object.entries(answers)) {
      await (await widget.part(button)).click();
      const said = () => session.driver.executeScript(() => window.said);
      await widget.until(`${button} says so`, async () => (await said()).some((line) => words.test(line ?? "")));
    }
    assert.deepEqual(await session.driver.executeScript(() => window.watched.faults), []);
  },
);

/** The policy of the document, without the name of the header. @returns {string[]} */
function readListed() {
  const text = readFileSync(new URL("../../docs/embedding.md", import.meta.url), "utf8");
  const [block] = text.slice(text.indexOf("The shortest policy")).match(/(?:^ {4}.*\n)+/m) ?? [""];
  const directives = block.replace("Content-Security-Policy:", "").split(";");
  return directives.map((directive) => directive.trim().replace(/\s+/g, " "));
}

/**
 * Writes the page with its script from an origin, and with a policy in its markup.
 * @param {string} name
 * @param {string} source
 * @param {string} [inside]
 */
function write(name, source, inside) {
  let html = readFileSync(new URL(`./pages/policy/page.html`, import.meta.url), "utf8");
  html = html.replace('"/pkg/', `"${source}/pkg/`);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${inside}">`;
  if (inside) html = html.replace("<head>", `<head>\n  ${meta}`);
  writeFileSync(MADE + name, html);
  return `/made/policy/${engine}/${name}`;
}

/**
 * A visit with sharing and download. Every test checks at its end what was blocked.
 * @param {string} page
 */
async function assertWorks(page) {
  await open(session.driver, page);
  const widget = new Widget(session.driver);
  await visit(widget);
  await widget.click(".share");
  await widget.click(".download");
  const shared = () => session.driver.executeScript(() => window.shared);
  await widget.until("the picture is saved", async () => (await shared()).saved.length === 1);
  const { copied, saved } = await shared();
  assert.equal(copied.length, 1);
  assert.equal(saved[0].type, "image/png");
}
