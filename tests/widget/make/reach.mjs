/** Who can use the page: axe, keys, widths, right-to-left, languages, policies. */

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { axe, EVERYTHING } from "../axe.mjs";
import { ROOT } from "../command.mjs";
import { emulate, emulates, engine, useBrowser } from "../session.mjs";
import { before, eachEngine, oneEngine } from "../tiers.mjs";
import { CLEAR, MakePage, MISSPELT, PATIENT } from "./page.mjs";

const session = useBrowser();
const PATH = `/made/make-open-${engine}/`;
/** Rules that hold for a part of a page, and those of the page as a whole. */
const RULES = [...EVERYTHING];

/** axe runs as a script of the page, which its policy forbids: this copy has no policy. */
before(() => {
  const folder = join(ROOT, "target", PATH);
  mkdirSync(folder, { recursive: true });
  const page = readFileSync(join(ROOT, "pkg/make.html"), "utf8");
  const open = page.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '<base href="/make/">');
  assert.notEqual(open, page);
  writeFileSync(join(folder, "index.html"), open);
});

/** @param {MakePage} page */
async function settle(page) {
  await page.figure.frames(3);
}

eachEngine("axe finds no violation on the page, before and after a sheet is given", PATIENT, async () => {
  const page = await MakePage.open(session.driver, PATH);
  /** @type {Record<string, string[]>} */
  const found = {};
  const look = async (/** @type {string} */ state) => {
    await settle(page);
    const findings = await axe(session.driver, RULES, "html");
    if (findings.length > 0) found[state] = findings;
  };
  await look("empty");
  await page.paste(`${MISSPELT}Peru,soon,banned,A\n`);
  await page.until("there is a question", () => document.querySelector(".question"));
  await page.until("the cell is marked", () => document.querySelector("td.marked"));
  await page.run(() => document.querySelectorAll("details").forEach((part) => part.setAttribute("open", "")));
  await look("with a question");
  await page.click("Frnce is France");
  await page.counts({ Banned: 2 });
  await page.type("Address of the folder on the web", "https://paper.example/story/");
  await page.until("there are snippets", () => document.querySelector(".snippets textarea"));
  await page.click("Add a step for 2021-03-05");
  await page.run(() => document.querySelectorAll("details").forEach((part) => part.setAttribute("open", "")));
  await look("with a figure");
  assert.deepEqual(found, {});
});

oneEngine("axe finds no violation in the dark", emulates, async (t) => {
  await emulate(t, [{ name: "prefers-color-scheme", value: "dark" }]);
  const page = await MakePage.open(session.driver, PATH);
  await page.paste(MISSPELT);
  await page.until("there is a question", () => document.querySelector(".question"));
  await settle(page);
  assert.deepEqual(await axe(session.driver, RULES, "html"), []);
});

oneEngine("nothing is wider than the window from 320 to 1400 px, in both directions", emulates, async (t) => {
  const { driver } = session;
  t.after(() => driver.sendDevToolsCommand("Emulation.clearDeviceMetricsOverride", {}));
  const page = await MakePage.open(driver);
  await page.paste(CLEAR);
  await page.counts({ Banned: 1, Allowed: 1 });
  for (const lang of ["en", "ar"]) {
    await page.run((lang) => {
      const list = /** @type {HTMLSelectElement} */ (document.querySelector("#language"));
      list.value = lang;
      list.dispatchEvent(new Event("change", { bubbles: true }));
    }, lang);
    await page.until(`the page is in ${lang}`, (lang) => document.documentElement.lang === lang, lang);
    for (const width of [320, 350, 680, 960, 1280, 1400]) {
      const metrics = { width, height: 900, deviceScaleFactor: 1, mobile: false };
      await driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", metrics);
      await settle(page);
      const over = await page.run(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(over <= 0, `${lang} at ${width} px: ${over} px wider`);
    }
  }
});

eachEngine("the page runs under its own policy, with Trusted Types where the browser has them", PATIENT, async () => {
  const page = await MakePage.open(session.driver);
  await page.run(() => {
    const watched = /** @type {any} */ (window);
    watched.broken = [];
    addEventListener("securitypolicyviolation", ({ violatedDirective }) => watched.broken.push(violatedDirective));
  });
  await page.paste(CLEAR);
  await page.counts({ Banned: 1, Allowed: 1 });
  assert.deepEqual(await page.run(() => /** @type {any} */ (window).broken), []);
  const policy = await page.run(() => document.querySelector("meta[http-equiv]")?.getAttribute("content") ?? "");
  assert.match(policy, /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/);
  assert.match(policy, /require-trusted-types-for 'script'/);
});

eachEngine("each field and each button has a name", PATIENT, async () => {
  const page = await MakePage.open(session.driver);
  await page.paste(MISSPELT);
  await page.until("there is a question", () => document.querySelector(".question"));
  await page.run(() => document.querySelectorAll("details").forEach((part) => part.setAttribute("open", "")));
  const nameless = await page.run(() => {
    const parts = /** @type {NodeListOf<any>} */ (document.querySelectorAll("button, input, select, textarea"));
    const named = (/** @type {any} */ part) => part.ariaLabel || part.labels?.length || part.textContent?.trim();
    return [...parts].filter((part) => !named(part)).map((part) => part.outerHTML);
  });
  assert.deepEqual(nameless, []);
});
