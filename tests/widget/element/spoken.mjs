/** What assistive technology receives: roles, names, order of focus, announcements. */

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { useBrowser } from "../session.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";
import { mountSample } from "../widget.mjs";

const session = useBrowser();

/** Selector, role and name. @type {[string, string|null, string][]} */
const CONTROLS = [
  [".range", "slider", "Date on the timeline"],
  [".play", "button", "Play"],
  [".previous", "button", "Previous change"],
  [".next", "button", "Next change"],
  [".compare", "button", "Compare"],
  [".share", "button", "Share"],
  [".download", "button", "Download the picture"],
  [".legend", "group", "Filter by status"],
  ["[data-status=banned]", "button", "2 ban it"],
  [".tiles", "listbox", "Map"],
  [".figure", "figure", "How a ban spreads between neighbours"],
  [".fold", "button", "Latest changes"],
  [".key-button", "button", "How to read it"],
  [".changes", "group", "Latest changes"],
  [".latest .what-title", "button", "Example Works follows"],
  // Engines use different roles for it.
  [".field.day", null, "Date"],
];

eachEngine("every control has the role and the name that it appears to have", async () => {
  const widget = await mountSample(session.driver);
  await widget.unfold();
  for (const [selector, role, name] of CONTROLS) {
    const part = await widget.part(selector);
    if (role) assert.equal(await part.getAriaRole(), role, selector);
    assert.equal(await part.getAccessibleName(), name, selector);
  }
});

oneEngine("the name of the play button is the next action", async () => {
  const widget = await mountSample(session.driver, { date: "2020-02-01" });
  await widget.run((host) => host.play());
  await widget.until("playback runs", ({ play }) => play === "Pause");
  assert.equal(await (await widget.part(".play")).getAccessibleName(), "Pause");
});

oneEngine("the value of the slider is the date and the sentence", async () => {
  const widget = await mountSample(session.driver, { date: "2020-06-01" });
  const { spoken } = await widget.state();
  assert.equal(spoken, "1 June 2020. 1 country bans it and 1 permits it.");
});

eachEngine("a tile is an option whose name has its status after a pause", async () => {
  const widget = await mountSample(session.driver);
  const germany = await widget.part("#tile-DE");
  const isNamed = (/** @type {string} */ name) => async () => (await germany.getAccessibleName()) === name;
  await widget.until("the tile is named", isNamed("Germany: Banned since 20 August 2020"));
  assert.equal(await germany.getAriaRole(), "option");
  await widget.run((host) => (host.date = "2020-06-01"));
  await widget.until("the name has followed", isNamed("Germany: Permitted by May 2020"));
});

eachEngine("Tab goes from the legend over map and buttons to the timeline, one stop each", async () => {
  const widget = await mountSample(session.driver);
  await widget.run((host) => host.shadowRoot.querySelector("[data-status=permitted]").focus());
  const order = [];
  for (let n = 0; n < 5; n++) {
    await widget.press(Key.TAB);
    order.push(await widget.run((host) => host.shadowRoot.activeElement?.className.split(" ").at(-1)));
  }
  assert.deepEqual(order, ["tiles", "play", "previous", "next", "range"]);
});

eachEngine("the focus is visible wherever the keyboard goes", async () => {
  const widget = await mountSample(session.driver);
  for (const [before, selector] of [
    ["[data-status=permitted]", ".tiles"],
    [".tiles", ".play"],
    [".play", ".previous"],
    [".next", ".ring"],
    [".range", ".map-tab"],
  ]) {
    await widget.focus(before);
    await widget.press(Key.TAB);
    assert.equal(await widget.run(readOutline, selector), "solid", selector);
  }
});

oneEngine("a step by a button is announced after a pause", async () => {
  const widget = await mountSample(session.driver);
  const said = () => widget.run((host) => host.shadowRoot.querySelector("[role=status]").textContent);
  // The text on the page when the chart appears is not announced.
  await widget.rested();
  assert.equal(await said(), "");
  await widget.click(".previous");
  await widget.until("the new date is said", async () => (await said()) === "1 October 2020. 2 countries ban it.");
});

oneEngine("while the slider has the focus, only the slider speaks", async () => {
  const widget = await mountSample(session.driver);
  const named = (/** @type {Host} */ host) => host.shadowRoot.getElementById("tile-DE").ariaLabel;
  await widget.rested();
  await widget.focus(".range");
  await widget.press(Key.ARROW_LEFT, Key.ARROW_LEFT, Key.ARROW_LEFT);
  const permitted = async () => (await widget.run(named)) === "Germany: Permitted by May 2020";
  await widget.until("the date has come to rest", permitted);
  assert.equal(await widget.run((host) => host.shadowRoot.querySelector("[role=status]").textContent), "");
});

oneEngine("buttons and fields are large enough for a finger", async () => {
  const widget = await mountSample(session.driver, { src: "groups.json" });
  await widget.run((host) => (host.selected = "FR"));
  await widget.until("the history is open", ({ history }) => history);
  const small = await widget.run(({ shadowRoot }) => {
    const controls = [...shadowRoot.querySelectorAll("button, .controls input")];
    const isSmall = (/** @type {DOMRect} */ { width, height }) => width > 0 && (width < 24 || height < 24);
    return controls.filter((control) => isSmall(control.getBoundingClientRect())).map(({ className }) => className);
  });
  assert.deepEqual(small, []);
});

/**
 * Runs in the page.
 * @param {Host} host
 * @param {string} selector
 */
function readOutline({ shadowRoot }, selector) {
  return getComputedStyle(shadowRoot.querySelector(selector)).outlineStyle;
}
