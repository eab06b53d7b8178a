/** What the panels write for a description of the core: words, links and buttons, and what keeps its place. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { forever, give, send, sent } from "./page.mjs";
import { GERMAN, description, info, parts, swatch, words } from "./figure.mjs";
import { Listbox } from "../../www/a11y/listbox.js";
import { Controls } from "../../www/panels/controls.js";
import { listenFirm, renderFirm } from "../../www/panels/firm.js";
import { setOpen } from "../../www/panels/fold.js";
import { renderHeadline } from "../../www/panels/headline.js";
import { Weights } from "../../www/panels/weights.js";
import { Legend } from "../../www/panels/legend.js";
import { renderNotes } from "../../www/panels/notes.js";
import { clearNotice, showNotice } from "../../www/panels/notice.js";
import { Tabs } from "../../www/panels/tabs.js";
import { Tooltip } from "../../www/panels/tooltip.js";
import { Tour } from "../../www/panels/tour.js";
import { ENGLISH } from "../../www/i18n/words.js";

for (const [what, given, days] of /** @type {[string, object, string][]} */ ([
  ["a day", {}, "14 July 2020"],
  [
    "two days, the later one last",
    { period: "1 May – 14 July 2020", compare: { date: "1 May" }, date: "14 July 2020" },
    "1 May – 14 July 2020",
  ],
  [
    "two days without blanks between",
    { period: "5月1日～7月14日", compare: { date: "5月1日" }, date: "7月14日" },
    "5月1日～7月14日",
  ],
  [
    "two days, the shown one earlier",
    { period: "1 May – 14 July", compare: { date: "14 July" }, date: "1 May" },
    "1 May – 14 July",
  ],
])) {
  test(`the headline has ${what}`, () => {
    renderHeadline(parts.headline, description({ sentence: GERMAN, ...given }), info());
    assert.equal(parts.headline.day.textContent, days);
    assert.equal(parts.headline.date.hasAttribute("data-period"), "period" in given);
    assert.equal(parts.headline.sentence.lang, "de");
  });
}

/** @param {string} id @param {object} [given] @returns {any} */
const item = (id, given) => ({
  id,
  label: id,
  pattern: `{n} are ${id}`,
  count: 2,
  before: null,
  most: 120,
  index: 0,
  ...given,
});

/** What is seen and what is spoken of an item. @param {Element} button */
const read = (button) => [".label", ".visually-hidden"].map((part) => button.querySelector(part)?.textContent);

test("the words of the legend wait for the end of playback, its numbers do not", () => {
  const legend = new Legend(parts.legend, { send, words, signal: forever });
  legend.render(description({ legend: [item("a")], filter: null }), swatch, true);
  const [a] = /** @type {any[]} */ ([...parts.legend.children]);
  legend.render(description({ legend: [item("a", { count: 3 })], filter: null, playing: true }), swatch, false);
  assert.deepEqual(read(a), ["3 are a", "2 are a"]);
  legend.render(description({ legend: [item("a", { count: 3 })], filter: null }), swatch, false);
  assert.deepEqual(read(a), ["3 are a", "3 are a"]);
});

test("a status filters, and a second press ends this; no data is not a button", () => {
  const legend = new Legend(parts.legend, { send, words, signal: forever });
  const all = [item("banned"), item("none", { index: -1 })];
  legend.render(description({ legend: all, filter: null }), swatch, true);
  const [banned, none] = /** @type {any[]} */ ([...parts.legend.children]);
  assert.deepEqual(
    [banned.localName, none.localName, read(banned)],
    ["button", "span", ["2 are banned", "2 are banned"]],
  );
  banned.click();
  legend.render(description({ legend: all, filter: "banned" }), swatch, false);
  assert.deepEqual([banned.getAttribute("aria-pressed"), none.hasAttribute("aria-pressed")], ["true", false]);
  banned.click();
  none.click();
  assert.deepEqual(sent, [{ filter: "banned" }, { filter: null }]);
});

test("the switch is there for a dataset with both kinds of statuses, and asks for one kind or for all", () => {
  const { root, box } = parts.firm;
  listenFirm(parts.firm, send, forever);
  renderFirm(parts.firm, description({ firm: false }), info({ bases: false }));
  assert.equal(root.hidden, true);
  renderFirm(parts.firm, description({ firm: true }), info({ bases: true }));
  assert.deepEqual([root.hidden, box.checked], [false, true]);
  box.checked = false;
  box.dispatchEvent(new Event("change"));
  assert.deepEqual(sent, [{ firm: false }]);
});

test("the legend keeps the buttons of statuses that stay, and counts have the same width on every day", () => {
  const legend = new Legend(parts.legend, { send, words, signal: forever });
  legend.render(description({ legend: [item("a"), item("b")], filter: null }), swatch, false);
  const [a] = /** @type {any[]} */ ([...parts.legend.children]);
  assert.equal(a.style.marginInlineEnd, "2ch");
  legend.render(
    description({ legend: [item("c"), item("a", { before: 10, count: 115 }), item("b")], filter: null }),
    swatch,
    false,
  );
  assert.equal(parts.legend.children[1], a);
  assert.deepEqual([read(a), a.style.marginInlineEnd], [["10 → 115 are a", "from 10 to 115 are a"], "1ch"]);
});

test("with weights, numbers have words and the width of the largest", () => {
  const legend = new Legend(parts.legend, { send, words, signal: forever });
  const given = { pattern: "Banned: {n}", count: 1_440_000_000, most: 22_000_000_000 };
  const render = (/** @type {boolean} */ weighted) =>
    legend.render(description({ legend: [item("a", given)], filter: null, weighted }), swatch, false);
  render(true);
  const [a] = /** @type {any[]} */ ([...parts.legend.children]);
  assert.deepEqual([read(a), a.style.marginInlineEnd], [["Banned: 1.4 billion", "Banned: 1.4 billion"], "0ch"]);
  render(false);
  assert.deepEqual(read(a), ["Banned: 1440000000", "Banned: 1440000000"]);
});

test("the switch to weights is there only for datasets with weights", () => {
  const { root, choices } = parts.weights;
  const weights = new Weights(parts.weights, { send, signal: forever });
  weights.render(description(), info());
  assert.equal(root.hidden, true);
  const units = ["governments", { text: "Stimmen", lang: "de" }];
  weights.render(description({ weighted: true }), info({ units }));
  const checked = choices.map(({ box }) => box.checked);
  assert.deepEqual(
    [root.hidden, choices[1].root.textContent, choices[1].text.lang, checked],
    [false, "Stimmen", "de", [false, true]],
  );
  for (const { box } of choices) box.click();
  assert.deepEqual(sent.slice(-2), [{ weighted: false }, { weighted: true }]);
});

test("a form without its number gets numbers only during a comparison", () => {
  const legend = new Legend(parts.legend, { send, words, signal: forever });
  const two = (/** @type {number|null} */ before) => [item("a", { pattern: "two ban it", before })];
  legend.render(description({ legend: two(null), filter: null }), swatch, true);
  const [a] = /** @type {any[]} */ ([...parts.legend.children]);
  assert.deepEqual([a.querySelector(".count").hidden, read(a)], [true, ["two ban it 2", "two ban it"]]);
  legend.render(description({ legend: two(1), filter: null }), swatch, false);
  assert.deepEqual(
    [a.querySelector(".count").hidden, read(a)],
    [false, ["two ban it 1 → 2", "two ban it from 1 to 2"]],
  );
});

test("options lie over the drawn tiles, and new ones need names", () => {
  const listbox = new Listbox(parts.map.tiles);
  const tile = (/** @type {string} */ id, x = 0) => ({ id, name: id, x, y: 0, width: 10, height: 10 });
  assert.equal(listbox.arrange([tile("A"), tile("B", 10)]), true);
  listbox.name(["A: banned", GERMAN]);
  const [a, b] = /** @type {any[]} */ ([...parts.map.tiles.children]);
  assert.deepEqual(
    [a.getAttribute("aria-label"), b.getAttribute("aria-label"), b.lang, b.style.left],
    ["A: banned", "Verbot", "de", "10px"],
  );
  assert.equal(listbox.arrange([tile("B"), tile("A", 10)]), false);
  assert.deepEqual([...parts.map.tiles.children], [b, a]);
  listbox.rename("A", "A: permitted");
  listbox.rename("nowhere", "x");
  listbox.render(description({ focus: "A", selected: { id: "B" } }));
  assert.deepEqual(
    [
      a.getAttribute("aria-label"),
      parts.map.tiles.getAttribute("aria-activedescendant"),
      b.getAttribute("aria-current"),
    ],
    ["A: permitted", "tile-A", "true"],
  );
  listbox.render(description({ focus: "gone" }));
  assert.equal(parts.map.tiles.hasAttribute("aria-activedescendant"), false);
  assert.deepEqual(
    [a, b].map((option) => option.hasAttribute("aria-current")),
    [false, false],
  );
  listbox.name(["", "A: permitted"]);
  assert.deepEqual([b.hidden, a.hidden], [true, false]);
  assert.deepEqual(
    listbox.shown.map(({ id }) => id),
    ["A"],
    "the filter shows those with a name",
  );
  listbox.rename("B", "B: banned");
  assert.equal(b.hidden, false, "the tile in focus is never hidden");
  listbox.render(description({ focus: "B" }));
  listbox.name(["", "A: permitted"]);
  assert.deepEqual([b.hidden, b.getAttribute("aria-label")], [false, "B: banned"], "also when the date moves");
  assert.deepEqual(
    listbox.shown.map(({ id }) => id),
    ["A"],
    "it is still none of those that the filter shows",
  );
  listbox.render(description({ focus: null }));
  assert.equal(b.hidden, true, "it is hidden when the focus leaves it");
});

test("notes and licence are shown only if there are any", () => {
  renderNotes(parts.notes, info(), words);
  const { periods, footnotes, license } = parts.notes;
  assert.deepEqual([periods.hidden, footnotes.hidden, license.hidden], [true, true, true]);
  renderNotes(parts.notes, info({ periods: ["Summit: 2020"], footnotes: ["One", GERMAN], license: "CC BY" }), words);
  assert.deepEqual([footnotes.children.length, license.textContent], [2, "Data: CC BY"]);
  assert.deepEqual([periods.hidden, periods.textContent], [false, "Summit: 2020"]);
});

test("the notes say until when the data goes", () => {
  renderNotes(parts.notes, info({ updated: "June 2026" }), words);
  assert.equal(parts.notes.updated.textContent, "Data to June 2026");
});

test("the key explains a corner only where a company can act in a country of the map", () => {
  const lines = (/** @type {object} */ given) => {
    renderNotes(parts.notes, info(given), words);
    return [...parts.notes.meaning.children].map(({ textContent }) => textContent);
  };
  const [slopes, strip] = [words.text("key_slopes"), words.text("key_strip")];
  assert.deepEqual(lines({ map: true, groups: null }), [slopes, strip]);
  const groups = { name: "Companies", count: 2 };
  assert.deepEqual(lines({ map: true, groups }), [words.text("key_corner"), slopes, strip]);
  assert.deepEqual(lines({ map: false, groups, description: "About it." }), ["About it.", slopes, strip]);
});

test("a fold shows its part and hides it again", () => {
  const { keyButton, key } = parts.notes;
  setOpen(keyButton, key);
  assert.deepEqual([keyButton.getAttribute("aria-expanded"), key.hasAttribute("data-open")], ["true", true]);
  setOpen(keyButton, key);
  assert.deepEqual([keyButton.getAttribute("aria-expanded"), key.hasAttribute("data-open")], ["false", false]);
});

test("the subtitle is there only where the dataset has one", () => {
  renderHeadline(parts.headline, description({ sentence: GERMAN }), info({ subtitle: "Of its networks" }));
  assert.deepEqual([parts.headline.subtitle.hidden, parts.headline.subtitle.textContent], [false, "Of its networks"]);
  renderHeadline(parts.headline, description({ sentence: GERMAN }), info());
  assert.equal(parts.headline.subtitle.hidden, true);
});

/** @param {object} given @param {boolean} [kept] */
const notice = (given, kept = false) => {
  showNotice(
    parts.notice,
    /** @type {any} */ ({ code: "invalid-dataset", cause: null, message: "All.", diagnostics: [], ...given }),
    kept,
    words,
  );
  return [...parts.notice.querySelectorAll("p, li")].map(({ textContent }) => textContent);
};
const fault = { severity: "error", path: "events[1]", message: "is wrong", line: 3, column: 7, help: "mend it" };

test("readers see one general line, whatever the reason", () => {
  assert.deepEqual(notice({ code: "engine-load" }), [words.text("failed")]);
  assert.deepEqual(notice({ cause: "not-found" }, true), [words.text("not_loaded")]);
});

test("on a page from a disk the line says which form works there, in English", () => {
  const web = location;
  give("location", { protocol: "file:" });
  assert.match(notice({ code: "engine-load", cause: "unreachable" })[0], /^A page opened from a disk needs /);
  assert.equal(parts.notice.lang, "en");
  assert.deepEqual(notice({ code: "engine-fault" }), [words.text("failed")]);
  give("location", web);
});

test("editors see five faults with their positions, and the number of further faults", () => {
  const diagnostics = [
    { ...fault, severity: "warning" },
    fault,
    { ...fault, line: null, help: null },
    ...[..."abcdef"].map((code) => ({ ...fault, code, column: null })),
  ];
  const lines = notice({ diagnostics });
  assert.equal(lines[0], words.text("refused_first"));
  assert.deepEqual(lines.slice(1, 4), [
    "events[1] (line 3, column 7): is wrong (mend it)",
    "events[1]: is wrong",
    "events[1] (line 3): is wrong (mend it)",
  ]);
  assert.deepEqual(lines.slice(6), [words.count("more", 3)]);
});

test("faults that the same repair helps are one line with their number", () => {
  const date = (/** @type {number} */ row, /** @type {string} */ day) => ({
    ...fault,
    code: "invalid-date",
    path: `events[${row}].date`,
    message: `not a date: ${day}`,
    help: `did you mean ${day}?`,
    line: row + 2,
    column: null,
  });
  const diagnostics = [...Array.from({ length: 12 }, (_, row) => date(row, `2020-01-${10 + row}`)), fault];
  assert.deepEqual(notice({ diagnostics }).slice(1), [
    `events[0].date (line 2): not a date: 2020-01-10 (did you mean 2020-01-10?) ${words.count("more", 11)}`,
    "events[1] (line 3, column 7): is wrong (mend it)",
  ]);
});

test("a refusal without faults shows its message, and a notice can be cleared", () => {
  assert.deepEqual(notice({}, true), [words.text("refused"), "All."]);
  clearNotice(parts.notice);
  assert.equal(parts.notice.childNodes.length, 0);
});

test("a tooltip that a reader has dismissed stays hidden until there is another target", () => {
  const tooltip = new Tooltip(parts);
  const tip = /** @type {any} */ ({
    part: "map",
    title: "France",
    status: GERMAN,
    index: 0,
    lines: ["since May"],
    x: 0,
    y: 0,
    width: 10,
    height: 10,
  });
  tooltip.render(tip, swatch);
  assert.deepEqual([tooltip.shown, parts.tip.textContent], [true, "FranceVerbotsince May"]);
  tooltip.dismiss();
  tooltip.render(tip, swatch);
  assert.equal(tooltip.shown, false);
  tooltip.revive();
  tooltip.render(tip, swatch);
  assert.equal(tooltip.shown, true);
  tooltip.render(null, swatch);
  assert.equal(tooltip.shown, false);
});

for (const [what, thing, at] of /** @type {[string, object, string][]} */ ([
  ["above it and centred", { x: 100, y: 100, width: 20, height: 20 }, "translate(80px, 52px)"],
  ["below it where there is no room above", { x: 100, y: 20, width: 20, height: 20 }, "translate(80px, 48px)"],
  ["within the figure at its left", { x: 0, y: 100, width: 20, height: 20 }, "translate(0px, 52px)"],
  ["within the figure at its right", { x: 280, y: 100, width: 20, height: 20 }, "translate(240px, 52px)"],
  ["within the figure at its end", { x: 100, y: 10, width: 20, height: 170 }, "translate(80px, 160px)"],
])) {
  test(`the tooltip of a target is ${what}`, () => {
    const size = (/** @type {any} */ element, /** @type {object} */ values) => {
      for (const [name, value] of Object.entries(values))
        Object.defineProperty(element, name, { value, configurable: true });
    };
    size(parts.tip, { offsetWidth: 60, offsetHeight: 40 });
    size(parts.figure, { clientWidth: 300, clientHeight: 200 });
    new Tooltip(parts).render(
      /** @type {any} */ ({ part: "timeline", title: "x", status: null, lines: [], ...thing }),
      swatch,
    );
    assert.equal(parts.tip.style.transform, at);
  });
}

test("a tour leads from its button through its steps and back, and each step is announced once with its number", () => {
  const tour = new Tour(parts.tour, { send, flush: () => {}, words, signal: forever });
  const steps = [
    { date: "May", title: "One", text: null },
    { date: "June", title: GERMAN, text: "Words." },
  ];
  const render = (/** @type {number|null} */ step, fresh = false) =>
    tour.render(description({ step, spoken: "What holds." }), info({ steps }), fresh);
  render(null, true);
  assert.equal(parts.tour.start.getAttribute("aria-label"), "Start the tour, 2 steps");
  assert.deepEqual(
    [parts.tour.start.textContent, parts.tour.open.hidden, tour.takeWords()],
    ["Start the tour · 2 steps", true, null],
  );
  parts.tour.start.click();
  render(0);
  assert.equal(tour.takeWords(), "1 of 2. May. One. ");
  assert.equal(tour.takeWords(), null);
  parts.tour.previous.click();
  parts.tour.next.click();
  render(1);
  assert.deepEqual(tour.takeWords(), { text: "2 of 2. June. Verbot. Words.", lang: "de" });
  render(1, true);
  assert.equal(tour.takeWords(), null, "the same step in another look is not said again");
  parts.tour.next.click();
  parts.tour.previous.click();
  parts.tour.end.click();
  assert.deepEqual(
    sent,
    [{ tour: 0 }, { tour: 1 }, { tour: 0 }, { tour: null }],
    "a button that leads nowhere does nothing",
  );
  render(null);
  assert.equal(tour.takeWords(), "What holds.", "the end is announced, too");
  tour.render(description({ step: null }), info(), true);
  assert.equal(parts.tour.root.hidden, true);
});

test("the tabs show the available views, and request another by click and key", () => {
  const flushed = { count: 0 };
  const tabs = new Tabs(parts.tabs, { send, flush: () => void flushed.count++, words, signal: forever });
  const { root, map, lanes, groups, table, groupsName, groupsCount } = parts.tabs;
  tabs.render(description({ view: "map" }), info({ map: true, groups: null }));
  assert.deepEqual([map.hidden, groups.hidden, table.hidden], [false, true, false]);
  tabs.render(description({ view: "map" }), info({ map: true, groups: { name: "Companies", count: 12 } }));
  assert.deepEqual([groups.hidden, groupsName.textContent, groupsCount.textContent], [false, "Companies", "12"]);
  assert.equal(lanes.hidden, true);
  const selected = () => [map, groups, table].map((tab) => tab.getAttribute("aria-selected"));
  assert.deepEqual([selected(), map.tabIndex, groups.tabIndex], [["true", "false", "false"], 0, -1]);
  groups.click();
  assert.deepEqual(sent.splice(0), [{ view: "groups" }]);
  const press = (/** @type {string} */ key, /** @type {object} */ more = {}) =>
    root.dispatchEvent(Object.assign(new Event("keydown"), { key, ...more }));
  press("ArrowRight");
  press("ArrowLeft");
  press("End");
  press("Home");
  press("ArrowRight", { ctrlKey: true });
  press("a");
  assert.deepEqual(sent, [{ view: "groups" }, { view: "table" }, { view: "table" }, { view: "map" }]);
  assert.equal(flushed.count, 4);
  tabs.render(description({ view: "lanes" }), info({ map: true, lanes: true, groups: null }));
  const named = () => parts.tabs.named.map((element) => element.getAttribute("aria-labelledby"));
  assert.deepEqual([lanes.hidden, lanes.getAttribute("aria-selected"), named()[1]], [false, "true", "lanes-tab"]);
  press("ArrowLeft");
  assert.deepEqual(sent.slice(4), [{ view: "map" }]);
  tabs.render(description({ view: "table" }), info({ map: true, lanes: true, groups: null }));
  assert.deepEqual(named(), ["map-tab", "map-tab"], "the map is behind the table");
});

test("the controls request a change, and accept only valid dates", () => {
  /** @type {any[]} */
  const dates = [];
  const controls = new Controls(parts.controls, {
    send,
    setDate: (...date) => void dates.push(date),
    words,
    signal: forever,
  });
  const given = info({ first: "2003-01-01", last: "2026-06-30" });
  const render = (/** @type {object} */ change) =>
    controls.render(description({ playing: false, has_previous: true, has_next: true, ...change }), given);
  render({ has_next: false });
  const { play, compare, next, previous, date, other } = parts.controls;
  assert.deepEqual(
    [next.getAttribute("aria-disabled"), previous.getAttribute("aria-disabled"), date.min, date.max, other.hidden],
    ["true", "false", "2003-01-01", "2026-06-30", true],
  );
  play.click();
  compare.click();
  render({ playing: true, compare: { iso: "2019-01-01" } });
  assert.deepEqual([date.value, other.value, other.hidden], ["2020-07-14", "2019-01-01", false]);
  play.click();
  compare.click();
  next.click();
  previous.click();
  assert.deepEqual(sent, ["play", { compare: true }, "pause", { compare: null }, { step: 1 }, { step: -1 }]);
  other.value = "2018-01-01";
  other.dispatchEvent(new Event("change"));
  date.value = "";
  date.dispatchEvent(new Event("change"));
  assert.deepEqual(dates, [["2018-01-01", "compare"]]);
});

// The supplement has the other words, and can arrive after the texts are written.
test("the first script has the English words of the whole template", () => {
  const elements = /** @type {NodeListOf<HTMLElement>} */ (parts.root.querySelectorAll("[data-word], [data-name]"));
  const keys = [...elements].flatMap(({ dataset: { word, name } }) => [word ?? [], name ?? []].flat());
  assert.ok(keys.length > 20);
  assert.deepEqual(
    keys.filter((key) => !(key in ENGLISH)),
    [],
  );
});
