/**
 * The output of `publish` on a host and on pages of others: written into a folder of the engine, and opened like
 * readers do.
 */

import assert from "node:assert/strict";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { banspread, ROOT } from "./command.mjs";
import { consoleEntries, engine, open, origin, otherOrigin, takeFaults, useBrowser, waitUntil } from "./session.mjs";
import { before, eachEngine, oneEngine } from "./tiers.mjs";
import { SAMPLE, Widget } from "./widget.mjs";

const session = useBrowser();
/** Engines run at the same time, so each has its own folder. */
const PATH = `/made/publish/${engine}/`;
const MADE = join(ROOT, "target", PATH);
const SITE = join(MADE, "site");
const ADDRESS = `${origin}${PATH}site/`;
const SAMPLE_FILE = join(ROOT, SAMPLE);

before(() => {
  rmSync(MADE, { recursive: true, force: true });
  banspread("publish", "--url", ADDRESS, "--provider", "The Tile", "--out", SITE);
});

/** @param {string} file  in the published folder */
const read = (file) => readFileSync(join(SITE, file), "utf8");

/**
 * Makes a page of another author, and opens it.
 * @param {string} name
 * @param {string} markup
 * @param {{width?: number, at?: string}} [options]  the width of its column, and the origin of the page
 */
async function openHost(name, markup, { width = 680, at = origin } = {}) {
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>A page of somebody else</title>
<link rel="icon" href="data:,">
<script src="/tests/widget/pages/watch.js"></script>
<style>body { margin: 0 } main { width: ${width}px }</style>
</head>
<body><main>
${markup}
</main><p id="below">Below</p></body>
</html>`;
  writeFileSync(join(MADE, `${name}.html`), html);
  await session.driver.get(`${at}${PATH}${name}.html`);
}

/**
 * Waits until the frame of the page has its own height, and returns it with that of its content.
 * @returns {Promise<{frame: number, inside: number|null}>}
 */
async function frameHeights() {
  return waitUntil(async () => {
    const heights = await session.driver.executeScript(() => {
      const frame = document.querySelector("iframe");
      const inside = frame.contentDocument?.documentElement.getBoundingClientRect().height ?? null;
      const said = frame.style.height.endsWith("px");
      return said ? { frame: frame.clientHeight, inside: inside && Math.ceil(inside) } : null;
    });
    const fits = heights && (heights.inside === null || Math.abs(heights.frame - heights.inside) <= 1);
    return fits ? heights : undefined;
  }, "the frame has the height of what it holds");
}

eachEngine("the published page shows the chart", async () => {
  if (engine === "chromium") await consoleEntries(session.driver);
  await open(session.driver, `${PATH}site/`);
  const state = await new Widget(session.driver).ready();
  assert.equal(state.title, "How the bans on Huawei spread");
  assert.equal(state.notice, "");
  if (engine === "chromium") assert.deepEqual(await consoleEntries(session.driver), []);
});

oneEngine("before that, and without scripts, the page has a picture with a description", async () => {
  await open(session.driver, `${PATH}site/figure.svg`);
  const drawn = await session.driver.executeScript(() => document.querySelector("desc").textContent);
  await open(session.driver, `${PATH}site/`);
  const widget = new Widget(session.driver);
  const { spoken } = await widget.ready();
  const alt = await widget.run((host) => host.querySelector("img").alt);
  assert.deepEqual([alt, drawn], [spoken, spoken]);
});

oneEngine("the link of the page leads to its oEmbed answer, and the answer leads back", async () => {
  await open(session.driver, `${PATH}site/`);
  const { canonical, answer, thumbnail } = await session.driver.executeScript(async () => {
    /** @param {string} attributes @returns {HTMLLinkElement} */
    const link = (attributes) => document.querySelector(`link${attributes}`);
    const { href } = link('[rel="alternate"][type="application/json+oembed"]');
    const answer = await (await fetch(href)).json();
    const picture = new Image();
    picture.src = answer.thumbnail_url;
    await picture.decode();
    const thumbnail = [picture.naturalWidth, picture.naturalHeight];
    return { canonical: link('[rel="canonical"]').href, answer, thumbnail };
  });
  assert.equal(canonical, ADDRESS);
  assert.deepEqual([answer.type, answer.version, answer.provider_name], ["rich", "1.0", "The Tile"]);
  assert.match(answer.html, new RegExp(`^<iframe src="${ADDRESS}"`));
  assert.deepEqual([answer.thumbnail_width, answer.thumbnail_height], thumbnail);
});

eachEngine("a page that embeds the frame gives it the height of its content", async () => {
  await openHost("iframe", read("snippets/iframe.html"));
  const { frame } = await frameHeights();
  const reserved = Number(read("snippets/iframe.html").match(/ height="(\d+)"/)?.[1]);
  assertNear(reserved, frame);
  await session.driver.switchTo().frame(0);
  await new Widget(session.driver).ready();
  await session.driver.switchTo().defaultContent();
});

eachEngine("the frame works in the sandbox that systems make from an oEmbed answer", async () => {
  const { html } = JSON.parse(read("oembed.json"));
  const frames = read("snippets/iframe.html").match(/<script.*<\/script>/)?.[0] ?? "";
  await openHost("sandbox", html.replace("<iframe", '<iframe sandbox="allow-scripts"') + frames);
  const { frame } = await frameHeights();
  assertNear(JSON.parse(read("oembed.json")).height, frame);
});

eachEngine("a page of another origin embeds the element with the script, whose integrity is checked", async () => {
  await openHost("script", read("snippets/script.html"), { at: otherOrigin });
  const { title } = await new Widget(session.driver).ready();
  assert.equal(title, "How the bans on Huawei spread");

  const damaged = read("snippets/script.html").replace(/integrity="sha384-.{8}/, 'integrity="sha384-AAAAAAAA');
  assert.notEqual(damaged, read("snippets/script.html"));
  await openHost("script-damaged", damaged, { at: otherOrigin });
  const defined = await session.driver.executeAsyncScript((done) => {
    addEventListener("load", () => done(customElements.get("ban-spread") !== undefined));
    if (document.readyState === "complete") done(customElements.get("ban-spread") !== undefined);
  });
  assert.equal(defined, false);
  // The refusal is the purpose of this page. Browsers can write it to the console.
  await takeFaults(session.driver);
});

for (const [name, dataset] of [
  ["the built-in dataset", null],
  ["a small one", SAMPLE_FILE],
]) {
  for (const width of [360, 480, 680]) {
    oneEngine(`the height that a page reserves for ${name} at ${width} px is about right`, async () => {
      const words = ["--url", ADDRESS, "--form", "script", "--width", String(width), ...(dataset ? [dataset] : [])];
      const reserved = Number(banspread("snippet", ...words).match(/min-height: clamp\((\d+)px/)?.[1]);
      const src = dataset ? SAMPLE : `${ADDRESS}data.json`;
      const tag = `<script type="module" src="/pkg/banspread.js"></script><ban-spread src="${src}"></ban-spread>`;
      await openHost("room", tag, { width });
      const widget = new Widget(session.driver);
      await widget.ready();
      assertNear(reserved, await widget.run((host) => host.offsetHeight));
    });
  }
}

oneEngine("the snippet for AMP keeps AMP's rules for frames", async () => {
  const markup = banspread("snippet", "--url", "https://paper.example/story/", "--form", "amp");
  await openHost("amp", "");
  const frame = await session.driver.executeScript((markup) => {
    const parsed = new DOMParser().parseFromString(markup, "text/html");
    const frame = parsed.querySelector("amp-iframe");
    const attributes = Object.fromEntries([...frame.attributes].map(({ name, value }) => [name, value]));
    const inside = [...frame.children].map((child) => [child.localName, child.getAttributeNames()]);
    return { attributes, inside, head: markup.split("-->")[0] };
  }, markup);
  const { attributes, inside } = frame;
  assert.match(frame.head, /custom-element="amp-iframe"/);
  assert.match(attributes.src, /^https:\/\//);
  const tokens = attributes.sandbox.split(" ");
  // Together with allow-same-origin, AMP requires another origin than that of the page. The publisher's own frame has
  // the same.
  assert.ok(tokens.includes("allow-scripts") && !tokens.includes("allow-same-origin"));
  assert.equal(attributes.layout, "responsive");
  assert.ok(Number(attributes.width) > 0 && Number(attributes.height) >= 100);
  assert.ok("resizable" in attributes && attributes.title);
  const [[placeholder, ofPlaceholder], [overflow, ofOverflow]] = inside;
  assert.equal(placeholder, "amp-img");
  assert.ok(["placeholder", "layout", "alt"].every((name) => ofPlaceholder.includes(name)));
  assert.equal(overflow, "div");
  assert.ok(["overflow", "tabindex", "role", "aria-label"].every((name) => ofOverflow.includes(name)));
});

oneEngine("the headers give every file a lifetime, and no file the same header twice", () => {
  /** @type {{path: string, headers: [name: string, value: string][]}[]} */
  const rules = [];
  for (const line of read("_headers").trimEnd().split("\n")) {
    const header = line.match(/^ {2}([\w-]+): (.+)$/);
    if (header) rules.at(-1)?.headers.push([header[1], header[2]]);
    else rules.push({ path: line, headers: [] });
  }
  const holds = (/** @type {{path: string}} */ { path }, /** @type {string} */ file) =>
    path.endsWith("*") ? file.startsWith(path.slice(0, -1)) : file === path;
  const files = readdirSync(SITE, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, path, name }) => join(parentPath ?? path, name).slice(SITE.length));
  for (const path of paths.filter((path) => !/^\/(snippets|_headers)/.test(path))) {
    const headers = rules.filter((rule) => holds(rule, `${PATH}site${path}`)).flatMap(({ headers }) => headers);
    const names = headers.map(([name]) => name);
    assert.equal(new Set(names).size, names.length, path);
    const found = Object.fromEntries(headers);
    assert.equal(/immutable/.test(found["Cache-Control"]), /^\/engine-/.test(path), path);
    assert.equal(found["Access-Control-Allow-Origin"], "*");
    if (path.endsWith(".wasm")) assert.equal(found["Content-Type"], "application/wasm");
  }
});

eachEngine("the single file opens from a disk and requests nothing", async () => {
  const file = join(MADE, "standalone.html");
  banspread("standalone", SAMPLE_FILE, "--date", "2020-09", "--out", file);
  await session.driver.get(pathToFileURL(file).href);
  const widget = new Widget(session.driver);
  const state = await widget.ready();
  assert.deepEqual([state.title, state.date], ["How a ban spreads between neighbours", "2020-09-01"]);
  await widget.click(".next");
  await widget.until("it goes on", ({ date }) => date === "2020-10-01");
  const asked = await session.driver.executeScript(() => performance.getEntriesByType("resource").length);
  assert.equal(asked, 0);
});

eachEngine(
  "a published page shows live data of another origin, and in a frame of a stranger says if there is none",
  async () => {
    const site = join(MADE, "live");
    const live = `${PATH}live.json`;
    const fixed = ["publish", SAMPLE_FILE, "--live", otherOrigin + live, "--url", `${origin}${PATH}live/`];
    banspread(...fixed, "--out", site);
    const sample = JSON.parse(readFileSync(SAMPLE_FILE, "utf8"));
    writeFileSync(join(ROOT, "target", live), JSON.stringify({ ...sample, updated: "2021-02-28" }));
    await open(session.driver, `${PATH}live/`);
    const widget = new Widget(session.driver);
    await widget.until("the live data is there", ({ notes }) => notes.includes("Data to 28 February 2021"));

    rmSync(join(ROOT, "target", live));
    const snippet = readFileSync(join(site, "snippets/iframe.html"), "utf8");
    await openHost("stale", snippet, { at: otherOrigin });
    await frameHeights();
    await session.driver.switchTo().frame(0);
    const inside = new Widget(session.driver);
    const line = "Data to 31 December 2020: newer data could not be loaded.";
    await inside.until("the line is there", ({ notes }) => notes.includes(line));
    await session.driver.switchTo().defaultContent();
  },
);

/**
 * Within a tenth: a later change moves the page only a little, and below the chart.
 * @param {number} reserved
 * @param {number} real
 */
function assertNear(reserved, real) {
  assert.ok(Math.abs(reserved - real) <= real / 10, `${reserved} px were kept for ${real} px`);
}
