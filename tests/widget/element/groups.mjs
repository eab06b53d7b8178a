/** The tabs; the groups of entities that are not on the map; and who acts where. */

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { useBrowser } from "../session.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";
import { mount, mountSample, SAMPLE_DATA } from "../widget.mjs";

/** @typedef {import("../widget.mjs").State} State */

const session = useBrowser();

/** Opens a page with the dataset of 31 companies. */
function mountGroups(attributes = {}) {
  return mountSample(session.driver, { src: "groups.json", ...attributes });
}

oneEngine("companies and blocs have a tab with their number, and replace the map", async () => {
  const widget = await mountGroups();
  const before = await widget.state();
  assert.deepEqual(before.tabs, ["Map", "Who, when", "Companies and blocs (32)", "Table"]);
  await widget.click(".groups-tab");
  const after = await widget.until("the groups are shown", ({ view, tiles }) => view === "groups" && tiles === 32);
  assert.deepEqual([after.date, after.legend], [before.date, before.legend], "date and counts stay");
  assert.equal(await widget.run((host) => host.view), "groups");
  await widget.click(".map-tab");
  await widget.until("the map is back", ({ view, tiles }) => view === "map" && tiles === before.tiles);
});

eachEngine("arrow keys go from tab to tab, keep the focus and name the new tiles", async () => {
  const widget = await mountGroups();
  await widget.focus(".map-tab");
  await widget.press(Key.ARROW_RIGHT, Key.ARROW_RIGHT);
  await widget.until("the groups are shown", ({ view }) => view === "groups");
  assert.equal(await widget.run(({ shadowRoot }) => shadowRoot.activeElement?.id), "groups-tab");
  const name = (/** @type {Host} */ { shadowRoot }) => shadowRoot.getElementById("tile-works-30")?.ariaLabel;
  const told = async () => (await widget.run(name)) === "Works number 30: Not documented";
  await widget.until("the last tile is named", told);
  await widget.press(Key.END);
  await widget.until("the table is shown", ({ view }) => view === "table");
  await widget.press(Key.ARROW_RIGHT);
  await widget.until("after the last comes the first", ({ view }) => view === "map");
  assert.equal(await widget.run(({ shadowRoot }) => shadowRoot.activeElement?.id), "map-tab");
});

oneEngine("on a right-to-left page the left arrow goes to the next tab", async () => {
  const widget = await mountGroups();
  await widget.run((host) => (host.ownerDocument.documentElement.dir = "rtl"));
  await widget.focus(".map-tab");
  await widget.press(Key.ARROW_LEFT, Key.ARROW_LEFT);
  await widget.until("the groups are shown", ({ view }) => view === "groups");
  await widget.press(Key.ARROW_RIGHT, Key.ARROW_RIGHT);
  await widget.until("the map is back", ({ view }) => view === "map");
});

oneEngine("a tile of the groups works like other tiles", async () => {
  const widget = await mountGroups();
  await widget.click(".groups-tab");
  await widget.until("the groups are shown", ({ view }) => view === "groups");
  await widget.focus(".tiles");
  await widget.press(Key.END, Key.ENTER);
  await widget.until("its history is open", ({ history }) => history?.name === "Works number 30");
});

oneEngine("without companies and blocs there is no tab for them, and the page cannot request it", async () => {
  const dataset = /** @type {any} */ (SAMPLE_DATA);
  const entities = dataset.entities.filter((/** @type {any} */ { kind }) => kind === "country");
  const events = dataset.events.filter((/** @type {any} */ { entity }) => entity !== "works");
  const data = JSON.stringify({ ...dataset, entities, events });
  const widget = await mount(session.driver, { properties: { data } });
  const { tabs } = await widget.ready();
  assert.deepEqual(tabs, ["Map", "Who, when", "Table"]);
  await widget.run((host) => (host.view = "groups"));
  await widget.frames(2);
  assert.equal((await widget.state()).view, "map");
});

oneEngine("the history of a country names who acts there, and that of a bloc the countries", async () => {
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
  await widget.unfold();
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
