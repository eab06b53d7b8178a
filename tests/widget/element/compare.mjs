/** A comparison of two days: both handles, both fields, both counts, and the entities that changed. */

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { stroke } from "../gestures.mjs";
import { useBrowser } from "../session.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";
import { mount, mountSample } from "../widget.mjs";

/** @typedef {import("../widget.mjs").Widget} Widget */

const session = useBrowser();

const MARCH = { date: "2020-12-31", compare: "2020-03-01" };

oneEngine("Compare adds a second day and lists the changes; a second press ends the comparison", async () => {
  const widget = await mountSample(session.driver);
  const before = await widget.state();
  assert.equal(await isPressed(widget), "false");
  await widget.click(".compare");
  const state = await widget.until("two days are compared", ({ comparing }) => comparing);
  assert.equal(await isPressed(widget), "true");
  assert.equal(state.headline, "1 January 2020 to 31 December 2020");
  assert.deepEqual(state.comparing, { date: "2020-01-01", field: "2020-01-01" });
  assert.equal((await widget.events("change")).at(-1).compare, "2020-01-01");
  assert.deepEqual(await rows(widget), [
    ["Example Works", 2],
    ["Germany", 2],
    ["France", 2],
  ]);
  await widget.click(".compare");
  const after = await widget.until("one day is left", ({ comparing }) => !comparing);
  assert.deepEqual({ ...after, tip: null }, { ...before, tip: null });
  assert.equal((await widget.events("change")).at(-1).compare, null);
});

eachEngine("during a comparison the legend shows and announces both counts", async () => {
  const widget = await mountSample(session.driver, MARCH);
  const banned = await widget.part("[data-status=banned]");
  assert.match(await banned.getText(), /1 →.*2/s);
  assert.equal(await banned.getAccessibleName(), "from 1 to 2 ban it");
});

for (const [claim, widths] of /** @type {const} */ ([
  [eachEngine, [280, 520]],
  [oneEngine, [320, 356, 400, 720]],
])) {
  claim(`while a handle moves and counts grow, the legend's rows stay at ${widths.join(", ")} px`, async () => {
    const widget = await mount(session.driver, { attributes: { date: "2012-01-01", compare: "2012-01-01" } });
    await widget.ready();
    for (const width of widths) {
      await widget.run((host, width) => (host.closest("#stage").style.width = `${width}px`), width);
      await widget.until(`the map is ${width} px wide`, async () => (await widget.run(readMapWidth)) === width);
      const rows = await widget.run(readRows, ["2012-06-01", "2019-06-01", "2020-10-20", "2026-06-30"]);
      assert.equal(new Set(rows).size, 1, `at ${width} px: ${rows.join(" and ")}`);
    }
  });
}

eachEngine("the list of changes has a name, scrolls by keyboard, and a name in it opens a history", async () => {
  const widget = await mountSample(session.driver, MARCH);
  await widget.focus(".latest");
  const list = await widget.part(".latest");
  assert.equal(await list.getAccessibleName(), "Changes");
  assert.equal(await widget.run((host) => host.shadowRoot.activeElement?.className), "entries latest");
  await widget.press(Key.TAB, Key.TAB, Key.ENTER);
  await widget.until("the history is open", ({ history }) => history?.name === "Example Works");
});

// Other drivers cannot print.
oneEngine("on paper the list of changes is complete", async (t) => {
  const show = (/** @type {string} */ media) =>
    session.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { media });
  t.after(() => show(""));
  const widget = await mount(session.driver, { attributes: { date: "2020-10-20", compare: "2019-01-01" } });
  await widget.ready();
  const hidden = (/** @type {Host} */ { shadowRoot }) => {
    const { scrollHeight, clientHeight } = shadowRoot.querySelector(".latest");
    return scrollHeight - clientHeight;
  };
  assert.ok((await widget.run(hidden)) > 0);
  await show("print");
  assert.equal(await widget.run(hidden), 0);
});

eachEngine("a comparison opens the list of changes, and its end folds it again", async () => {
  const widget = await mount(session.driver, { attributes: { date: "2020-10-20", compare: "2018-01-01" } });
  await widget.ready();
  const shown = () => widget.run(({ shadowRoot }) => shadowRoot.querySelector(".latest").checkVisibility());
  assert.equal(await shown(), true);
  await widget.run((host) => (host.compare = null));
  await widget.until("the latest changes are listed", ({ changes }) => changes?.[0].startsWith("Sweden excludes"));
  assert.equal(await shown(), false);
  await widget.click(".fold");
  assert.equal(await shown(), true);
});

oneEngine("a day compared with itself has no changes", async () => {
  const widget = await mountSample(session.driver, { date: "2020-06-01", compare: "2020-06-01" });
  assert.deepEqual((await widget.state()).changes, []);
  assert.match(await (await widget.part(".changes")).getText(), /No changes\.$/);
});

eachEngine("a drag takes the nearer handle and leaves the other in its place", async () => {
  const widget = await mountSample(session.driver, MARCH);
  const { left, top, width, height } = await widget.box(".ring");
  const at = (/** @type {number} */ share) => ({
    x: Math.round(left + share * width),
    y: Math.round(top + height / 2),
  });
  await stroke(session.driver, [at(0.15), at(0.3), at(0.4)]);
  const first = await widget.until(
    "the compared day was dragged",
    ({ comparing }) => comparing && comparing.date > "2020-05-01",
  );
  assert.equal(first.date, MARCH.date);
  assert.equal(await focused(widget), "range compared");
  await stroke(session.driver, [at(0.95), at(0.7)]);
  const second = await widget.until("the date was dragged", ({ date }) => date < "2020-10-01");
  assert.equal(second.comparing?.date, first.comparing?.date);
  assert.equal(await focused(widget), "range");
});

eachEngine("keys move the handle with the focus, Tab goes to the other, and each announces its own day", async () => {
  const widget = await mountSample(session.driver, MARCH);
  await widget.focus(".range");
  await widget.press(Key.TAB);
  assert.equal(await focused(widget), "range compared");
  const other = await widget.part(".range.compared");
  assert.equal(await other.getAccessibleName(), "Compared date on the timeline");
  await widget.press(Key.ARROW_RIGHT);
  await widget.until("the compared day is at the next change", ({ comparing }) => comparing?.date === "2020-05-01");
  assert.match(String(await other.getAttribute("aria-valuetext")), /^1 May 2020\. /);
  assert.equal((await widget.state()).date, "2020-12-31");
  await widget.focus(".range");
  await widget.press(Key.ARROW_LEFT);
  const state = await widget.until("the date is at the change before", ({ date }) => date === "2020-10-01");
  assert.equal(state.comparing?.date, "2020-05-01");
});

oneEngine("a compared date that is typed into its field is used", async () => {
  const widget = await mountSample(session.driver, MARCH);
  assert.equal(await (await widget.part(".field.compared")).getAccessibleName(), "Compared date");
  await widget.focus(".compare");
  await widget.press(Key.TAB, ..."06152020", Key.TAB);
  const state = await widget.until("it is the typed one", ({ comparing }) => comparing?.date === "2020-06-15");
  assert.equal(state.date, "2020-12-31");
});

oneEngine("the attribute and the property begin, move and end a comparison", async () => {
  const widget = await mountSample(session.driver, { compare: "2020-03" });
  assert.equal((await widget.state())?.comparing?.date, "2020-03-01");
  await widget.run((host) => (host.compare = "2020-08-01"));
  await widget.until("the day is another", ({ comparing }) => comparing?.date === "2020-08-01");
  await widget.run((host) => (host.compare = "next Tuesday"));
  assert.match((await widget.events("error"))[0].message, /^compare .*next Tuesday/);
  await widget.run((host) => (host.compare = null));
  await widget.until("nothing is compared", ({ comparing }) => !comparing);
  assert.equal(await widget.run((host) => host.compare), null);
});

/** @param {Widget} widget */
function isPressed(widget) {
  return widget.run(({ shadowRoot }) => shadowRoot.querySelector(".compare").ariaPressed);
}

/** @param {Widget} widget */
function focused(widget) {
  return widget.run(({ shadowRoot }) => shadowRoot.activeElement?.className);
}

/**
 * Runs in the page.
 * @param {Host} host
 */
function readMapWidth({ shadowRoot }) {
  return shadowRoot.querySelector(".map canvas").getBoundingClientRect().width;
}

/**
 * Runs in the page: the positions of the rows of the legend on several dates.
 * @param {Host} host
 * @param {string[]} dates
 */
async function readRows(host, dates) {
  const { shadowRoot } = host;
  /** @type {HTMLInputElement} */
  const field = shadowRoot.querySelector(".field.day");
  const rows = [];
  for (const date of dates) {
    host.date = date;
    while (field.value !== date) await new Promise(requestAnimationFrame);
    rows.push([...shadowRoot.querySelectorAll(".status")].map(({ offsetTop }) => offsetTop).join());
  }
  return rows;
}

/**
 * The entities that changed, each with the number of its swatches.
 * @param {Widget} widget
 */
function rows(widget) {
  return widget.run(({ shadowRoot }) =>
    [...shadowRoot.querySelectorAll(".latest .entry")].map((row) => {
      return [row.querySelector(".what-title bdi").textContent, row.querySelectorAll("canvas").length];
    }),
  );
}
