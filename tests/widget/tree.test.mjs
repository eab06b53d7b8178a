/**
 * What Chromium tells assistive technology of a figure, held against files, so that every change of it is seen. With
 * `BLESS=1` the files are written anew; the test fails all the same where that is something new.
 */

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { engine, useBrowser } from "./session.mjs";
import { rest, STATES } from "./states.mjs";
import { oneEngine } from "./tiers.mjs";
import { find, readTree, writeTree } from "./tree.mjs";
import { mount } from "./widget.mjs";

const session = useBrowser();

const FOLDER = new URL("tree/", import.meta.url);
const SHOWN = ["ready", "comparing", "selected", "tour", "table"];
/** Longer than a figure waits before it counts as at rest, in ms. */
const RESTED = 1200;
const skip = engine !== "chromium" && "only Chromium gives its tree away";

oneEngine("the accessibility tree is the one that was looked at", { skip }, async () => {
  const widget = await mount(session.driver);
  await widget.ready();
  const news = [];
  for (const state of SHOWN) {
    await rest(widget);
    await STATES[state](widget);
    if (!isSame(`${state}.txt`, await settledTree(widget))) news.push(state);
  }
  assert.deepEqual(news, [], "these differ: look at `git diff` after a run with BLESS=1");
});

/**
 * The figure's tree once it no longer changes: names of tiles follow after a rest.
 * @param {Widget} widget
 */
async function settledTree(widget) {
  let last = "";
  for (let times = 0; times < 10; times++) {
    const figure = find(await readTree(/** @type {any} */ (session.driver)), ({ role }) => role === "figure");
    const text = figure ? writeTree(figure) : "";
    if (text === last) return text;
    last = text;
    await widget.pass(RESTED);
  }
  throw new Error("the tree never comes to rest");
}

/**
 * Whether a file holds a text. With `BLESS=1` it does from now on.
 * @param {string} name
 * @param {string} text
 */
function isSame(name, text) {
  const file = new URL(name, FOLDER);
  let before = "";
  try {
    before = readFileSync(file, "utf8");
  } catch {
    // Nobody has looked at it yet.
  }
  if (process.env.BLESS === "1" && before !== text) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, text);
  }
  return before === text;
}
