/** What assistive technology receives: roles, names, order of focus, announcements. */

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { useBrowser } from "../session.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";
import { mount, mountSample } from "../widget.mjs";

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
  [".statuses", "group", "Filter by status"],
  ["[data-status=banned]", "button", "2 ban it"],
  [".tiles", "listbox", "Map"],
  [".title", "heading", "How a ban spreads between neighbours"],
  [".figure", "region", "How a ban spreads between neighbours"],
  [".fold", "button", "Latest changes"],
  [".key-button", "button", "How to read it"],
  [".changes", "group", "Latest changes"],
  [".latest .when", "button", "Show the date: 1 October 2020"],
  [".latest .what-title", "button", "History: Example Works follows"],
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

oneEngine("a change of the width leaves the rows of the latest changes in their place", async () => {
  const widget = await mountSample(session.driver);
  await widget.run((host) => {
    for (const row of host.shadowRoot.querySelectorAll(".latest .entry")) row.setAttribute("data-kept", "");
    host.closest("#stage").style.width = "500px";
  });
  const width = (/** @type {Host} */ { shadowRoot }) => shadowRoot.querySelector(".map canvas").clientWidth;
  await widget.until("the picture follows", async () => (await widget.run(width)) === 500);
  const kept = (/** @type {Host} */ { shadowRoot }) => {
    const rows = [...shadowRoot.querySelectorAll(".latest .entry")];
    return [rows.length, rows.filter((row) => row.hasAttribute("data-kept")).length];
  };
  assert.deepEqual(await widget.run(kept), [4, 4]);
});

oneEngine("the name of the play button is the next action", async () => {
  const widget = await mountSample(session.driver, { date: "2020-02-01" });
  await widget.run((host) => host.play());
  await widget.until("playback runs", ({ play }) => play === "Pause");
  assert.equal(await (await widget.part(".play")).getAccessibleName(), "Pause");
});

oneEngine("the value of the slider is the date and who changed on it, otherwise the sentence", async () => {
  const widget = await mountSample(session.driver, { date: "2020-06-01" });
  const { spoken } = await widget.state();
  assert.equal(spoken, "1 June 2020. 1 country bans it and 1 permits it.");
  await widget.run((host) => host.next());
  await widget.until("who changed is named", ({ spoken }) => spoken === "20 August 2020. Germany: Banned.");
});

oneEngine("the page sets the level of the headings", async () => {
  const widget = await mountSample(session.driver, { "heading-level": "4" });
  const levels = (/** @type {Host} */ { shadowRoot }) =>
    [".title", ".changes .heading"].map((part) => shadowRoot.querySelector(part).ariaLevel);
  assert.deepEqual(await widget.run(levels), ["4", "5"]);
  await widget.run((host) => (host.headingLevel = "1"));
  await widget.until("the levels follow", async () => String(await widget.run(levels)) === "1,2");
});

eachEngine("the open tile is the current option, and no option is selected or not selected", async () => {
  const widget = await mountSample(session.driver);
  await widget.run((host) => (host.selected = "DE"));
  await widget.until("the history is open", ({ history }) => history);
  const marked = await widget.run(({ shadowRoot }) =>
    ["[role=option][aria-current=true]", "[role=option][aria-selected]"].map((options) =>
      [...shadowRoot.querySelectorAll(options)].map(({ id }) => id),
    ),
  );
  assert.deepEqual(marked, [["tile-DE"], []]);
});

oneEngine("a filter leaves its tiles in the list, arrows go to them, and the status line names them", async () => {
  const widget = await mountSample(session.driver, { date: "2020-06-01" });
  await widget.rested();
  await widget.click("[data-status=banned]");
  const said = () => widget.run((host) => host.shadowRoot.querySelector("[role=status]").textContent);
  await widget.until("the tiles are named", async () => (await said()) === "1: France");
  const options = (/** @type {Host} */ { shadowRoot }) =>
    [...shadowRoot.querySelectorAll("[role=option]:not([hidden])")].map(({ id }) => id);
  assert.deepEqual(await widget.run(options), ["tile-FR"]);
  await widget.focus(".tiles");
  await widget.press(Key.END);
  await widget.until("the last one is the only one", ({ ring }) => ring === "tile-FR");
  await widget.press("i");
  await widget.frames(3);
  assert.equal((await widget.state()).ring, "tile-FR", "typing finds only what is shown");
  await widget.click("[data-status=banned]");
  await widget.until("all tiles are back", async () => (await widget.run(options)).length > 1);
});

oneEngine("a text that changes stays the same text node, so that nobody who reads it is moved", async () => {
  const widget = await mountSample(session.driver, { date: "2020-06-01" });
  await widget.rested();
  const kept = await widget.run(async (host) => {
    const texts = [".sentence", ".date .visually-hidden", "[data-status=banned] .visually-hidden"].map(
      (part) => /** @type {Text} */ (host.shadowRoot.querySelector(part).firstChild),
    );
    const before = texts.map((text) => text.nodeValue);
    host.date = "2020-12-31";
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return texts.map((text, n) => text.isConnected && text.nodeValue !== before[n]);
  });
  assert.deepEqual(kept, [true, true, true]);
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

eachEngine(
  "the switch to weights is one stop, arrows change it, and it follows a page that prevents this",
  async () => {
    const widget = await mount(session.driver);
    await widget.ready();
    const focused = () =>
      widget.run(({ shadowRoot }) => shadowRoot.activeElement?.closest("label, .tiles")?.textContent);
    await widget.focus("[data-status=permitted]");
    await widget.press(Key.TAB);
    assert.equal(await focused(), "governments");
    await widget.press(Key.ARROW_RIGHT);
    await widget.until("people are counted", () => widget.run((host) => host.weighted));
    assert.equal(await focused(), "people");
    await widget.press(Key.TAB);
    assert.equal(await widget.run(({ shadowRoot }) => shadowRoot.activeElement?.className), "tiles");
    await widget.focus(".choice :checked");
    await widget.run((host) => host.addEventListener("ban-spread-beforechange", (event) => event.preventDefault()));
    await widget.press(Key.ARROW_LEFT);
    const checked = () =>
      widget.run(({ shadowRoot }) => shadowRoot.querySelector(".choice :checked").closest("label").textContent);
    await widget.until("the press changes nothing", async () => (await checked()) === "people");
    assert.equal(await widget.run((host) => host.weighted), true);
  },
);

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

oneEngine("while the slider has the focus, it says who changed, and the status line what holds at rest", async () => {
  const widget = await mountSample(session.driver);
  const named = (/** @type {Host} */ host) => host.shadowRoot.getElementById("tile-DE").ariaLabel;
  await widget.rested();
  await widget.focus(".range");
  await widget.press(Key.ARROW_LEFT, Key.ARROW_LEFT, Key.ARROW_LEFT);
  const permitted = async () => (await widget.run(named)) === "Germany: Permitted by May 2020";
  await widget.until("the date has come to rest", permitted);
  const said = await widget.run((host) => host.shadowRoot.querySelector("[role=status]").textContent);
  assert.deepEqual(
    [(await widget.state()).spoken, said],
    ["1 May 2020. Germany: Permitted.", "1 country bans it and 1 permits it."],
  );
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
