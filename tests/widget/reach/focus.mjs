/** The focus: the order of Tab through the whole figure, its visibility, and that it is never lost. */

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { hover } from "../gestures.mjs";
import { engine, useBrowser } from "../session.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";
import { mount, mountSample, SAMPLE_DATA } from "../widget.mjs";

const session = useBrowser();

const PAIR = { date: "2020-12-31", compare: "2020-03-01" };
/** Tab on every kind of part, with the settings of this engine's readers. */
const tabs = { skip: engine === "webkit" && "this engine's driver tabs to parts of date fields as it likes" };

eachEngine("Tab goes through all controls in reading order, and the focus is visible", tabs, async () => {
  const widget = await mount(session.driver, { attributes: { date: "2020-07-15", compare: "2019-09-15" } });
  await widget.ready();
  const all = await widget.run(({ shadowRoot }) => {
    const parts = [...shadowRoot.querySelectorAll(".figure :is(button, input, a, [tabindex='0'])")];
    // Of the tabs, Tab reaches the selected one, and of the radio buttons the checked one. Arrow keys lead to the others.
    const stops = parts.filter((part) => part.tabIndex >= 0 && !part.matches("[type=radio]:not(:checked)"));
    const reached = stops.filter((part) => part.checkVisibility({ visibilityProperty: true }));
    return reached.map((part) => part.className);
  });
  await widget.addButtonAfter();
  await widget.run((host) => host.ownerDocument.getElementById("before").focus());
  /** @type {string[]} */
  const order = [];
  /** @type {string[]} */
  const unseen = [];
  for (let n = 0; n < all.length * 2; n++) {
    await widget.press(Key.TAB);
    const at = await widget.run(readFocus);
    if (!at) break;
    // A date field has a stop for each of its parts.
    if (order.at(-1) !== at.name || !at.field) order.push(at.name);
    if (!at.seen) unseen.push(at.name);
  }
  assert.deepEqual(order, all);
  assert.deepEqual(unseen, []);
});

/** @type {[typeof eachEngine, string, (host: Host) => void, string][]} */
const GOING = [
  [eachEngine, ".field.compared", (host) => (host.compare = null), "field day"],
  [oneEngine, ".range.compared", (host) => (host.compare = null), "range"],
  [eachEngine, ".latest .what-title", (host) => (host.selected = "FR"), "button back"],
];
for (const [claim, selector, act, next] of GOING) {
  claim(`if ${selector} disappears with the focus in it, ${next} gets the focus`, async () => {
    const widget = await mountSample(session.driver, PAIR);
    await widget.focus(selector);
    await widget.run(act);
    await widget.until("it has been handed on", async () => (await widget.run(readFocus))?.name === next);
  });
}

eachEngine("if a tab with the focus disappears, the focus stays in the figure", async () => {
  const widget = await mount(session.driver, {});
  await widget.ready();
  await widget.focus(".groups-tab");
  await widget.press(Key.ENTER);
  await widget.until("they are shown", ({ view }) => view === "groups");
  const entities = SAMPLE_DATA.entities.filter((/** @type {{kind: string}} */ { kind }) => kind === "country");
  const events = SAMPLE_DATA.events.filter((/** @type {{entity: string}} */ { entity }) => entity !== "works");
  const data = JSON.stringify({ ...SAMPLE_DATA, entities, events });
  await widget.run((host, data) => (host.data = data), data);
  await widget.until("they are gone", ({ tabs, view }) => tabs.length === 3 && view === "map");
  await widget.until("something has the focus", () => widget.run(readFocus));
});

for (const [view, selector, next] of /** @type {const} */ ([
  ["table", ".tiles", "table"],
  ["map", ".search", "map"],
])) {
  eachEngine(`if the page shows the ${view}, the focus of hidden parts stays in the figure`, async () => {
    const widget = await mountSample(session.driver);
    await widget.run((host, view) => (host.view = view === "map" ? "table" : "map"), view);
    await widget.until("it begins elsewhere", (state) => state.view !== view);
    await widget.focus(selector);
    await widget.run((host, view) => (host.view = view), view);
    await widget.until(`the ${next} is shown`, (state) => state.view === view);
    await widget.until("something has the focus", () => widget.run(readFocus));
  });
}

eachEngine("a history that a click or the page closes leaves the focus in the figure", async () => {
  const widget = await mountSample(session.driver);
  for (const close of [() => widget.click(".back"), () => widget.run((host) => (host.selected = null))]) {
    await widget.run((host) => (host.selected = "DE"));
    await widget.until("the history is open", ({ history }) => history);
    await widget.focus(".back");
    await close();
    await widget.until("the history is closed", ({ history }) => !history);
    await widget.until("something has the focus", () => widget.run(readFocus));
  }
});

eachEngine(
  "a figure that is moved while a tile has the focus has neither focus ring nor tooltip afterwards",
  async () => {
    const widget = await mountSample(session.driver);
    // The figure can move below the mouse, which would show another tooltip.
    await hover(session.driver, { x: 2, y: 2 });
    await widget.focus(".tiles");
    await widget.until("a tile tells", ({ focus, tip }) => focus && tip);
    await widget.run((host) => host.ownerDocument.body.append(host));
    await widget.until("there is nothing of it", ({ focus, tip }) => !focus && !tip);
  },
);

oneEngine("the end of a tour moves the focus to the button that starts it", async () => {
  const widget = await mount(session.driver, {});
  await widget.ready();
  await widget.run((host) => (host.step = 1));
  await widget.until("the step is shown", ({ tour }) => tour && tour.length > 1);
  await widget.focus(".end");
  await widget.run((host) => (host.step = null));
  await widget.until("it is back", async () => (await widget.run(readFocus))?.name === "button quiet start");
});

/**
 * Runs in the page: the element with the focus, and whether the focus is visible.
 * @param {Host} host
 */
function readFocus({ shadowRoot }) {
  const part = shadowRoot.activeElement;
  if (!part) return null;
  const shown = part.classList.contains("range") ? shadowRoot.querySelector(".ring") : part;
  const { outlineStyle, outlineWidth } = getComputedStyle(shown);
  const { top, bottom } = part.getBoundingClientRect();
  const seen = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && bottom > 0 && top < innerHeight;
  return { name: part.className, field: part.matches("[type=date]"), seen };
}
