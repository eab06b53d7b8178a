/**
 * The accessibility tree of a figure in Chromium, compared with files, so that every change is noticed. With `BLESS=1`
 * the files are written again; the test still fails if something is new.
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
/** A time longer than the pause of a figure, in ms. */
const RESTED = 1500;
const skip = engine !== "chromium" && "only Chromium gives its tree away";

oneEngine("the accessibility tree is that of the files", { skip }, async () => {
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
 * The tree of the figure after its last change: names of tiles change after a pause.
 * @param {Widget} widget
 */
async function settledTree(widget) {
  let last = "";
  for (let times = 0; times < 10; times++) {
    const figure = find(await readTree(/** @type {any} */ (session.driver)), ({ role }) => role === "region");
    const text = figure ? writeTree(figure) : "";
    if (text === last) return text;
    last = text;
    await widget.pass(RESTED);
  }
  throw new Error("the tree never comes to rest");
}

/**
 * Whether a file contains a text. With `BLESS=1` the text is written to the file.
 * @param {string} name
 * @param {string} text
 */
function isSame(name, text) {
  const file = new URL(name, FOLDER);
  let before = "";
  try {
    before = readFileSync(file, "utf8");
  } catch {
    // Nobody has checked it yet.
  }
  if (process.env.BLESS === "1" && before !== text) {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, text);
  }
  return before === text;
}
