/** axe-core finds no violation in any state of a figure. */

import assert from "node:assert/strict";
import { axe, COLORS, EVERYTHING } from "./axe.mjs";
import { engine, useBrowser } from "./session.mjs";
import { rest, STATES } from "./states.mjs";
import { eachEngine, oneEngine } from "./tiers.mjs";
import { mount, SAMPLE } from "./widget.mjs";

const session = useBrowser();

const BROKEN = "/tests/widget/pages/broken.json";
const FALLBACK = "<table><caption>Bans</caption><tr><th scope='row'>France</th><td>2020</td></tr></table>";

/** States that together show every kind of part, also parts with another layout in right-to-left pages. */
const MAIN = ["ready", "selected", "comparing", "table"];
/** The rules check the same elements in each engine. Only colours and sizes can differ, and a few states show these. */
const ALL = engine === "chromium" ? Object.keys(STATES) : MAIN;

/** Styles of the page: what is set, the rules that this can break, and the states of the built-in dataset to check. */
const LOOKS = {
  light: { page: { scheme: "light", ground: "#ffffff", lang: "en", dir: "ltr" }, rules: EVERYTHING, states: ALL },
  dark: { page: { scheme: "dark", ground: "#16181d", lang: "en", dir: "ltr" }, rules: COLORS, states: ALL },
  Arabic: { page: { scheme: "light", ground: "#ffffff", lang: "ar", dir: "rtl" }, rules: EVERYTHING, states: MAIN },
};

/**
 * Runs in the page.
 * @param {any} what
 */
function applyLook({ scheme, ground, lang, dir }) {
  Object.assign(document.documentElement, { lang, dir });
  document.documentElement.style.colorScheme = scheme;
  Object.assign(document.body.style, { background: ground, color: scheme === "dark" ? "#ffffff" : "#000000" });
}

/**
 * A fading element has no final contrast yet.
 * @param {Widget} widget
 */
async function settle(widget) {
  await widget.frames(3);
  await widget.faded();
}

/**
 * Runs axe on a figure in several states, on a page with one style.
 * @param {import("./widget.mjs").Widget} widget
 * @param {keyof typeof LOOKS} look
 * @param {Record<string, (widget: import("./widget.mjs").Widget) => Promise<unknown>>} states
 */
async function assertClean(widget, look, states) {
  const { page, rules } = LOOKS[look];
  await session.driver.executeScript(applyLook, page);
  await widget.until(
    `it looks ${look}`,
    ({ state, scheme, lang }) => state !== "ready" || (scheme === page.scheme && lang === page.lang),
  );
  /** @type {Record<string, string[]>} */
  const found = {};
  for (const [state, enter] of Object.entries(states)) {
    await enter(widget);
    await settle(widget);
    const findings = await axe(session.driver, rules);
    if (findings.length > 0) found[`${look}: ${state}`] = findings;
  }
  assert.deepEqual(found, {});
}

for (const [name, { states }] of Object.entries(LOOKS)) {
  const look = /** @type {keyof typeof LOOKS} */ (name);
  const claims = look === "Arabic" ? oneEngine : eachEngine;
  claims(`a figure on a page that is ${look} has no violation in any of its states`, { timeout: 120_000 }, async () => {
    const widget = await mount(session.driver);
    await widget.ready();
    const entered = states.map((state) => {
      const enter = async () => {
        await rest(widget);
        await STATES[state](widget);
      };
      return [state, enter];
    });
    await assertClean(widget, look, Object.fromEntries(entered));
  });
}

eachEngine("axe finds no violation while the figure loads, after it has failed, or where newer data has", async () => {
  const attributes = { src: `${SAMPLE}?delay=60000` };
  const widget = await mount(session.driver, { attributes, children: FALLBACK, fresh: true });
  const show = async (/** @type {string} */ src) => {
    await widget.run((host, src) => (host.src = src), src);
    await widget.until("the notice is there", ({ notice }) => Boolean(notice) === (src === BROKEN));
  };
  const assertInEachLook = async (/** @type {string} */ state) => {
    const looks = /** @type {(keyof typeof LOOKS)[]} */ (Object.keys(LOOKS));
    for (const look of looks) await assertClean(widget, look, { [state]: async () => {} });
  };
  await widget.until("the fallback stands in", ({ state }) => state === "loading");
  await assertInEachLook("loading");
  await show(BROKEN);
  await assertInEachLook("failed, without a picture");
  await show(SAMPLE);
  await widget.ready();
  await show(BROKEN);
  await assertInEachLook("failed, with the picture kept");
  await show(SAMPLE);
  await widget.run((host, src) => Object.assign(host, { src: "/nowhere.json", fallbackSrc: src }), SAMPLE);
  const codes = async () => (await widget.events("error")).map(({ code }) => code);
  await widget.until("the line is there", async () => (await codes()).includes("dataset-refresh"));
  await assertInEachLook("newer data not loaded");
});
