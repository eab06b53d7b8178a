/** The groups below the map: two rows of each, the rest by a button; and who acts where. */

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { useBrowser } from "../session.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";
import { mountSample } from "../widget.mjs";

/** @typedef {import("../widget.mjs").Widget} Widget */
/** @typedef {import("../widget.mjs").State} State */

const session = useBrowser();

/** Opens a page with the dataset of 31 companies. */
function mountGroups(attributes = {}) {
  return mountSample(session.driver, { src: "groups.json", ...attributes });
}

oneEngine(
  "a button shows the members of groups that have no place in two rows, and takes them away again",
  async () => {
    const widget = await mountGroups();
    const before = await widget.state();
    const folded = Number(/^Show (\d+) more$/.exec(before.unfold ?? "")?.[1]);
    assert.ok(folded > 0 && folded < 31, `${before.unfold}`);
    const low = await lowestTile(widget);
    await widget.click(".unfold");
    const after = await widget.until("the groups are unfolded", ({ unfold }) => unfold === "Show fewer");
    assert.equal(after.tiles, before.tiles + folded);
    assert.ok((await lowestTile(widget)) > low);
    assert.equal(await widget.run(readExpanded), "true");
    await widget.click(".unfold");
    const asBefore = (/** @type {State} */ { unfold, tiles }) => unfold === before.unfold && tiles === before.tiles;
    await widget.until("the groups are folded", asBefore);
    assert.equal(await widget.run(readExpanded), "false");
  },
);

eachEngine("Tab reaches the button from the map; Enter unfolds, keeps the focus and names the new tiles", async () => {
  const widget = await mountGroups();
  await widget.focus(".tiles");
  await widget.press(Key.TAB, Key.ENTER);
  await widget.until("the groups are unfolded", ({ unfold }) => unfold === "Show fewer");
  assert.ok(await widget.run(({ shadowRoot }) => shadowRoot.activeElement === shadowRoot.querySelector(".unfold")));
  const name = (/** @type {Host} */ { shadowRoot }) => shadowRoot.getElementById("tile-works-30").ariaLabel;
  const told = async () => (await widget.run(name)) === "Works number 30: Not documented";
  await widget.until("the last tile is named", told);
});

oneEngine("a tile that was unfolded answers like the others", async () => {
  const widget = await mountGroups();
  await widget.click(".unfold");
  await widget.until("the groups are unfolded", ({ unfold }) => unfold === "Show fewer");
  await widget.focus(".tiles");
  await widget.press(Key.END, Key.ENTER);
  await widget.until("its history is open", ({ history }) => history?.name === "Works number 30");
});

oneEngine("groups that fit into two rows need no button", async () => {
  const widget = await mountSample(session.driver);
  assert.equal((await widget.state()).unfold, null);
});

oneEngine("a country's history names who acts there, and a bloc's the countries", async () => {
  const widget = await mountGroups();
  await widget.run((host) => (host.selected = "FR"));
  const france = await widget.until("the history is open", ({ history }) => history?.name === "France");
  assert.deepEqual(france.related, ["Companies and blocs here", "The League Permitted", "Wire and Sons Banned"]);
  await widget.run((host) => (host.selected = "league"));
  const league = await widget.until("the other is open", ({ history }) => history?.name === "The League");
  assert.deepEqual(league.related, ["Acts in", "France Banned", "Germany Banned"]);
  await widget.run((host) => (host.date = "2020-06-15"));
  const waits = (/** @type {State} */ { related }) => related?.at(-1) === "Germany Not documented";
  await widget.until("the statuses are those of the date", waits);
  await widget.run((host) => (host.selected = "IT"));
  await widget.until("nobody acts there", ({ history, related }) => history?.name === "Italy" && !related);
});

eachEngine("a button leads from one history to the next, and Escape back to where the first was opened", async () => {
  const widget = await mountGroups();
  await widget.focus(".latest .what-title");
  await widget.press(Key.ENTER);
  await widget.until("the first is open", ({ history }) => history?.name === "Germany");
  await widget.click(".related [data-entity=league]");
  await widget.until("the second is open", ({ history }) => history?.name === "The League");
  assert.equal(await widget.run(({ shadowRoot }) => shadowRoot.activeElement?.className), "history");
  const selected = (await widget.events("select")).map(({ selected }) => selected);
  assert.deepEqual(selected, ["DE", "league"]);
  await widget.press(Key.ESCAPE);
  await widget.until("the history is closed", ({ history }) => !history);
  assert.ok(await widget.run(({ shadowRoot }) => shadowRoot.activeElement !== null));
});

/**
 * Runs in the page.
 * @param {Host} host
 */
function readExpanded({ shadowRoot }) {
  return shadowRoot.querySelector(".unfold").getAttribute("aria-expanded");
}

/**
 * Where the lowest tile ends, from the top of the map.
 * @param {Widget} widget
 */
function lowestTile(widget) {
  return widget.run(({ shadowRoot }) => {
    const top = shadowRoot.querySelector(".map").getBoundingClientRect().top;
    const tiles = [...shadowRoot.querySelectorAll("[role=option]")];
    return Math.max(...tiles.map((tile) => tile.getBoundingClientRect().bottom - top));
  });
}
