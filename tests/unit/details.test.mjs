/** The details below the controls: the changes of a day, and the history of an entity. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { forever, send, sent } from "./page.mjs";
import { GERMAN, description, parts, swatch, words } from "./figure.mjs";
import { Changes } from "../../www/panels/changes.js";
import { Details } from "../../www/panels/details.js";
import { History } from "../../www/panels/history.js";
import { setSupplement } from "../../www/loading/arrived.js";

/** @param {string} entity @param {object} [given] @returns {any} */
const change = (entity, given) => ({
  entity,
  iso: "2020-05",
  day: 5,
  date: "May",
  status: "Ban",
  index: 0,
  title: entity,
  sources: [],
  ...given,
});

/** The list of changes, and the ids of entities that it has opened. */
function changesOf() {
  /** @type {string[]} */
  const opened = [];
  const changes = new Changes(parts.details, { send, open: (id) => void opened.push(id), words, signal: forever });
  const render = (/** @type {object} */ given, fresh = false) =>
    changes.render(description({ changes: [], moved: null, ...given }), swatch, fresh);
  const rows = () => [...parts.details.list.children];
  return { opened, render, rows };
}

test("rows of changes that stay are the same elements, also in a new order", () => {
  const { render, rows } = changesOf();
  render({ changes: [change("A"), change("B")] });
  const [a, b] = rows();
  render({ changes: [change("C"), change("B"), change("A")] });
  assert.deepEqual([rows()[1] === b, rows()[2] === a, rows().length], [true, true, 3]);
  render({ changes: [change("A")] }, true);
  assert.notEqual(rows()[0], a, "in another look it is built anew");
});

test("while the date runs the list follows at a pace, in another look and at the end of playback at once", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { render, rows } = changesOf();
  const all = ["A", "B", "C", "D"].map((entity) => change(entity));
  const count = (/** @type {number} */ n, playing = true, fresh = false) => {
    render({ changes: all.slice(0, n), playing }, fresh);
    return rows().length;
  };
  assert.deepEqual([count(1), count(2)], [1, 1]);
  t.mock.timers.tick(1500);
  assert.deepEqual([count(2), count(3)], [2, 2]);
  assert.deepEqual([count(3, true, true), count(4)], [3, 3]);
  assert.equal(count(4, false), 4);
});

test("an event that changes no status has no swatch", () => {
  const { render, rows } = changesOf();
  render({ changes: [change("A", { status: null }), change("B")] });
  assert.deepEqual(
    rows().map((row) => row.querySelectorAll(".swatch").length),
    [0, 1],
  );
});

test("an empty list has a sentence", () => {
  const { render } = changesOf();
  render({});
  assert.deepEqual([parts.details.none.hidden, parts.details.none.textContent], [false, words.text("no_changes")]);
  render({ moved: [] });
  assert.equal(parts.details.none.textContent, words.text("nothing_moved"));
  render({ changes: [change("A")] });
  assert.equal(parts.details.none.hidden, true);
});

test("a comparison lists who changed from what to what, and scrolls", () => {
  const { render, rows, opened } = changesOf();
  const moved = {
    entity: "GB",
    name: "United Kingdom",
    from: "Permitted",
    from_index: 1,
    to: GERMAN,
    to_index: 0,
    date: "May",
    day: 5,
    title: "Act",
  };
  render({ moved: [moved] });
  assert.deepEqual(
    [...rows()[0].querySelectorAll("p")].map(({ textContent }) => textContent),
    ["from Permitted →to  Verbot", "Act"],
  );
  assert.equal(parts.details.list.tabIndex, 0);
  /** @type {any} */ (rows()[0].querySelector(".what button")).click();
  assert.deepEqual(opened, ["GB"]);
  assert.equal(parts.details.fold.getAttribute("aria-expanded"), "true", "the list is what a comparison is for");
  render({ changes: [] });
  assert.equal(parts.details.list.hasAttribute("tabindex"), false);
  assert.equal(parts.details.fold.getAttribute("aria-expanded"), "false");
});

test("the folded list names the newest change", () => {
  const { render } = changesOf();
  const { fold, newest, changes } = parts.details;
  render({ changes: [change("A"), change("B")] });
  assert.equal(newest.textContent, change("A").title);
  fold.click();
  assert.equal(changes.hasAttribute("data-open"), true);
  render({ changes: [] });
  assert.deepEqual([newest.textContent, changes.hasAttribute("data-open")], ["", true]);
  fold.click();
  assert.equal(changes.hasAttribute("data-open"), false);
});

test("while a history is open the changes are hidden, and are not built", () => {
  const { render, rows } = changesOf();
  render({ selected: {}, changes: [change("A")] });
  assert.deepEqual([parts.details.changes.hidden, rows().length], [true, 0]);
});

/** @param {object} [given] @returns {any} */
const entry = (given) => ({
  iso: "2020-05",
  day: 5,
  date: "May",
  status: "Ban",
  index: 0,
  title: "Act",
  text: null,
  terms: [],
  caution: null,
  corrections: [],
  sources: [],
  ...given,
});
/** @param {object} [given] @returns {any} */
const selected = (given) => ({
  id: "GB",
  name: "United Kingdom",
  kind: "country",
  status: "Ban",
  index: 0,
  since: null,
  footnote: null,
  related: [],
  ...given,
});

const quiet = { flush: () => {}, load: async () => {}, say: () => {} };

/** The details below the controls. */
function detailsOf() {
  setSupplement(/** @type {any} */ ({ History, LATER: {} }));
  /** What the core hands over, and how often. */
  const core = { newest: { entries: [entry()], left: 0 }, asked: 0 };
  const newest = () => {
    core.asked += 1;
    return core.newest;
  };
  const details = new Details(parts, { ...quiet, newest, send, words, signal: forever });
  const render = (/** @type {object|null} */ given, fresh = false, day = 5) => {
    const range = { value: day };
    details.render(description({ changes: [], moved: null, range, selected: given && selected(given) }), swatch, fresh);
  };
  return { core, details, render, entries: () => [...parts.details.entries.children] };
}

test("a history has status, date, texts, terms, doubts and corrections in order", () => {
  const { core, render, entries } = detailsOf();
  core.newest.entries = [
    entry({
      grounds: "rule",
      text: "Words.",
      terms: ["Until June", "Only 5G"],
      caution: "unsure",
      corrections: ["First", GERMAN],
      sources: [{ outlet: "Paper" }],
    }),
  ];
  render({ status: GERMAN, since: "since May", grounds: "rule · last evidence 2019", footnote: "A note" });
  assert.equal(parts.details.state.textContent, "Verbot since May · rule · last evidence 2019");
  assert.deepEqual([parts.details.footnote.textContent, parts.details.footnote.hidden], ["A note", false]);
  assert.deepEqual(
    [...entries()[0].querySelectorAll("p")].map(({ textContent }) => textContent),
    ["Act", "Ban · rule", "Words.", "Until June. Only 5G.", "Caution: unsure", "First", "Verbot", "Paper"],
  );
});

test("future events in a history are marked, also in words, and all entries stay when the date changes", () => {
  const { core, render, entries } = detailsOf();
  core.newest.entries = [4, 5, 6].map((day) => entry({ day }));
  render({}, false, 5);
  const before = entries();
  render({}, false, 4);
  assert.deepEqual([entries(), core.asked], [before, 1], "the events are asked for once");
  assert.deepEqual(
    entries().map((row) => [
      row.hasAttribute("data-future"),
      !(/** @type {any} */ (row.querySelector(".later")).hidden),
    ]),
    [
      [false, false],
      [true, true],
      [true, true],
    ],
  );
});

test("the newest events are listed, and the others are counted", () => {
  const { core, render, entries } = detailsOf();
  core.newest = { entries: [entry(), entry()], left: 19_500 };
  render({});
  assert.deepEqual([entries().length, entries()[2].textContent], [3, "+ 19500 more"]);
  core.newest.left = 0;
  render({}, true);
  assert.equal(entries().length, 2);
});

test("a history that is opened again is built anew: looks may have changed while it was closed", () => {
  const { render, entries } = detailsOf();
  render({});
  const [first] = entries();
  render(null);
  assert.equal(parts.details.history.hidden, true);
  render({});
  assert.notEqual(entries()[0], first);
});

test("related entities are buttons that open their histories", () => {
  const { render } = detailsOf();
  const one = { id: "EU", name: "European Union", status: "Ban", index: 0 };
  render({ related: [one] });
  assert.equal(parts.details.related.heading.textContent, words.text("actors"));
  const button = /** @type {any} */ (parts.details.related.list.querySelector("button"));
  assert.equal(button.textContent, "European Union Ban");
  button.click();
  assert.deepEqual(sent, [{ select: "EU" }]);
  render({ related: [one] });
  assert.equal(parts.details.related.list.querySelector("button"), button);
  render({ kind: "bloc", related: [{ ...one, index: 1 }] });
  assert.equal(parts.details.related.heading.textContent, words.text("places"));
  render({ related: [] });
  assert.equal(parts.details.related.root.hidden, true);
});

for (const [key, closes] of /** @type {[string, boolean][]} */ ([
  ["Escape", true],
  ["Enter", false],
])) {
  test(`${key} ${closes ? "closes a history, and reaches nobody else" : "leaves a history open"}`, () => {
    const { render } = detailsOf();
    render({});
    let outside = 0;
    parts.root.addEventListener("keydown", () => outside++);
    parts.details.history.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    assert.deepEqual([sent, outside], closes ? [[{ select: null }], 0] : [[], 1]);
  });
}

test("the way back from a second history is that of the first", () => {
  const { details, render } = detailsOf();
  const root = /** @type {any} */ (parts.root.getRootNode());
  render({});
  parts.controls.play.focus();
  details.open("GB");
  details.open("FR");
  parts.details.history.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
  assert.equal(root.activeElement, parts.controls.play);
  assert.deepEqual(sent, [{ select: "GB" }, { select: "FR" }, { select: null }]);
});
