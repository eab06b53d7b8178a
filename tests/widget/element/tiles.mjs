/** The map: the tooltip of a tile, its selection, the history below, and the filter of the legend. */

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { hover, stroke } from "../gestures.mjs";
import { engine, useBrowser } from "../session.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";
import { mountSample } from "../widget.mjs";

/** @typedef {import("../widget.mjs").Widget} Widget */
/** @typedef {import("../widget.mjs").State} State */

const session = useBrowser();

const GERMANY = ["Germany", "Banned since 20 August 2020", "Germany bans it after all"];

eachEngine("the tooltip of a tile has its name, its status and the date", async () => {
  const widget = await mountSample(session.driver);
  await hover(session.driver, await widget.middle("#tile-DE"));
  const { tip } = await widget.until("the tooltip is there", ({ tip }) => tip);
  assert.deepEqual(tip, GERMANY);
});

oneEngine("the tooltip has the status on the shown date", async () => {
  const widget = await mountSample(session.driver, { date: "2020-06-01" });
  await hover(session.driver, await widget.middle("#tile-DE"));
  const { tip } = await widget.until("the tooltip is there", ({ tip }) => tip);
  assert.deepEqual(tip, ["Germany", "Permitted by May 2020", "Germany permits it"]);
});

oneEngine("a company has its own tile", async () => {
  const widget = await mountSample(session.driver);
  await showGroups(widget);
  await hover(session.driver, await widget.middle("#tile-works"));
  const { tip } = await widget.until("the tooltip is there", ({ tip }) => tip);
  assert.equal(tip?.[0], "Example Works");
});

eachEngine("a tooltip disappears with the pointer, and with Escape", async () => {
  const widget = await mountSample(session.driver);
  await hover(session.driver, await widget.middle("#tile-DE"));
  await widget.until("the tooltip is there", ({ tip }) => tip);
  await widget.press(Key.ESCAPE);
  await widget.until("Escape has dismissed it", ({ tip }) => !tip);
  await hover(session.driver, await widget.middle("#tile-FR"));
  await widget.until("another tile tells again", ({ tip }) => tip?.[0] === "France");
  await hover(session.driver, { x: 2, y: 2 });
  await widget.until("it has gone with the pointer", ({ tip }) => !tip);
});

eachEngine("a tooltip stays inside the figure", async () => {
  const widget = await mountSample(session.driver);
  for (const id of ["US", "NZ", "works"]) {
    if (id === "works") await showGroups(widget);
    await hover(session.driver, await widget.middle(`#tile-${id}`));
    await widget.until("the tooltip is there", ({ tip }) => tip);
    const [tip, figure] = [await widget.box(".tip"), await widget.box(".figure")];
    assert.ok(tip.left >= figure.left - 1 && tip.left + tip.width <= figure.left + figure.width + 1, id);
    await hover(session.driver, { x: 2, y: 2 });
    await widget.until("it has gone with the pointer", ({ tip }) => !tip);
  }
});

oneEngine("the keyboard gets the same tooltip as the pointer", async () => {
  const widget = await mountSample(session.driver);
  await widget.run((host) => (host.selected = "DE"));
  await widget.focus(".tiles");
  const { tip } = await widget.until("the focus is on Germany", ({ focus }) => focus?.startsWith("Germany"));
  assert.deepEqual(tip, GERMANY);
  await widget.press(Key.ESCAPE);
  await widget.until("Escape has dismissed it", ({ tip, history }) => !tip && history);
  await widget.press(Key.ESCAPE);
  await widget.until("a second Escape closes the history", ({ history }) => !history);
});

/** @typedef {{left: number, top: number}} Place */
/** @type {[typeof eachEngine, string, string, (from: Place, to: Place) => boolean][]} */
const ARROWS = [
  [eachEngine, "right", Key.ARROW_RIGHT, (from, to) => to.left > from.left],
  [oneEngine, "left", Key.ARROW_LEFT, (from, to) => to.left < from.left],
  [oneEngine, "up", Key.ARROW_UP, (from, to) => to.top < from.top],
  [oneEngine, "down", Key.ARROW_DOWN, (from, to) => to.top > from.top],
];

for (const [claim, name, key, lies] of ARROWS) {
  claim(`on the map, the ${name} arrow goes to a tile further ${name}`, async () => {
    const widget = await mountSample(session.driver);
    await widget.run((host) => (host.selected = "DE"));
    await widget.focus(".tiles");
    const { focus } = await widget.until("the focus is on Germany", ({ focus }) => focus?.startsWith("Germany"));
    const from = await focusedBox(widget);
    await widget.press(key);
    await widget.until("the focus has gone on", (state) => state.focus && state.focus !== focus);
    assert.ok(lies(from, await focusedBox(widget)));
  });
}

oneEngine("on the map, Home and End go to the first and the last tile", async () => {
  const widget = await mountSample(session.driver);
  const [first, last] = await widget.run((host) => {
    const tiles = [...host.shadowRoot.querySelectorAll("[role=option]")];
    return [tiles[0].id, tiles[tiles.length - 1].id];
  });
  await widget.focus(".tiles");
  await widget.press(Key.END);
  await widget.until("the last tile has the focus", ({ ring }) => ring === last);
  await widget.press(Key.HOME);
  await widget.until("the first tile has the focus", ({ ring }) => ring === first);
});

eachEngine("a click on a tile opens its history with every source, and a second click closes it", async () => {
  const widget = await mountSample(session.driver);
  const place = await widget.middle("#tile-DE");
  await stroke(session.driver, [place]);
  const { history } = await widget.until("the history is open", ({ history }) => history);
  assert.deepEqual(history, { name: "Germany", state: "Banned since 20 August 2020" });
  assert.deepEqual(await historyLinks(widget), [
    ["Die Zeitung, 21 August 2020", "https://zeitung.example/ban"],
    ["Die Zeitung", "https://zeitung.example/permit"],
  ]);
  const words = await widget.run((host) => host.shadowRoot.querySelector(".history").innerText);
  for (const part of ["The permission of May is taken back.", "A second paper has", "The Wire", "a misprint"]) {
    assert.ok(words.includes(part), part);
  }
  await stroke(session.driver, [await widget.middle("#tile-DE")]);
  await widget.until("the latest changes are back", ({ history, changes }) => !history && changes?.length === 4);
  assert.deepEqual(
    (await widget.events("select")).map(({ selected }) => selected),
    ["DE", null],
  );
});

const fingers = { skip: engine === "webkit" && "this driver turns a finger into a mouse" };
eachEngine("a tap of a finger shows the tooltip and opens the history", fingers, async () => {
  const widget = await mountSample(session.driver);
  await stroke(session.driver, [await widget.middle("#tile-FR")], "touch");
  const state = await widget.until("the history is open", ({ history }) => history);
  assert.equal(state.history?.name, "France");
  assert.equal(state.tip?.[0], "France");
});

eachEngine("Enter opens the history of the tile with the focus, and Escape returns the focus", async () => {
  const widget = await mountSample(session.driver);
  await showGroups(widget);
  await widget.focus(".tiles");
  await widget.press(Key.END, Key.ENTER);
  await widget.until("the history is open", ({ history }) => history?.name === "Example Works");
  assert.equal(await focusedClass(widget), "history");
  await widget.press(Key.ESCAPE);
  await widget.until("the history is closed", ({ history }) => !history);
  assert.equal(await focusedClass(widget), "tiles");
});

oneEngine("events after the date are marked in a history", async () => {
  const widget = await mountSample(session.driver, { date: "2020-06-01" });
  await widget.run((host) => (host.selected = "DE"));
  await widget.until("the history is open", ({ history }) => history?.state === "Permitted by May 2020");
  const future = await widget.run((host) => {
    const rows = [...host.shadowRoot.querySelectorAll(".history .entry")];
    return rows.map((row) => [row.querySelector(".what-title").textContent, row.hasAttribute("data-future")]);
  });
  assert.deepEqual(future, [
    ["Germany bans it after all", true],
    ["Germany permits it", false],
  ]);
});

oneEngine("a date in a list of events goes to that day", async () => {
  const widget = await mountSample(session.driver);
  await widget.unfold();
  await widget.click(".latest .entry:nth-child(2) .when");
  await widget.until("the date is that of the event", ({ date }) => date === "2020-08-20");
});

oneEngine("the legend filters one status, and ends the filter again", async () => {
  const widget = await mountSample(session.driver);
  const pressed = (/** @type {State} */ { legend }) => legend.map(({ pressed }) => pressed);
  await widget.click("[data-status=banned]");
  const state = await widget.until("the button is pressed", ({ legend }) => legend[0].pressed === "true");
  assert.deepEqual(pressed(state), ["true", "false", null]);
  await widget.click("[data-status=permitted]");
  await widget.until("the other is pressed in its place", (state) => pressed(state).join() === "false,true,");
  await widget.click("[data-status=permitted]");
  await widget.until("none is pressed", (state) => pressed(state).join() === "false,false,");
  assert.deepEqual(
    (await widget.events("change")).map(({ filter }) => filter),
    ["banned", "permitted", null],
  );
});

/** @param {Widget} widget */
function historyLinks(widget) {
  return widget.run((host) => {
    return [...host.shadowRoot.querySelectorAll(".history a")].map((link) => [
      link.textContent,
      link.getAttribute("href"),
    ]);
  });
}

/** @param {Widget} widget */
function focusedBox(widget) {
  return widget.run(({ shadowRoot }) => {
    const id = String(shadowRoot.querySelector(".tiles").getAttribute("aria-activedescendant"));
    const { left, top } = shadowRoot.getElementById(id).getBoundingClientRect();
    return { left, top };
  });
}

/** @param {Widget} widget */
function focusedClass(widget) {
  return widget.run((host) => host.shadowRoot.activeElement?.className ?? null);
}

/** @param {import("../widget.mjs").Widget} widget */
async function showGroups(widget) {
  await widget.run((host) => (host.view = "groups"));
  await widget.until("the groups are shown", ({ view }) => view === "groups");
}
