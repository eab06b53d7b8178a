/** What the make page computes without a browser. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { unzipSync } from "fflate";
import { archive, bytesOf } from "../../make/data/archive.js";
import { compose, plain, stepWith } from "../../make/data/compose.js";
import { differences } from "../../make/data/differences.js";
import { dayOf } from "../../make/data/dates.js";
import { newest } from "../../make/data/newest.js";
import { fileName, settingsOf } from "../../make/effects/save.js";
import { letter, marksOf, positionOf } from "../../make/view/sheet/marks.js";
import { scrollTo, windowOf } from "../../make/view/sheet/window.js";

/** @import {Report} from "../../make/core/types.d.ts" */

const BASE = {
  title: { en: "Who", de: "Wer" },
  grid: "world",
  statuses: [
    { id: "a", label: "A", color: { light: "#111111", dark: "#eeeeee" } },
    { id: "b", label: { en: "B", de: "Be" }, color: { light: "#222222", dark: "#dddddd" } },
  ],
};

test("a look replaces only what it has", () => {
  assert.deepEqual(compose(BASE, {}), BASE);
  const { statuses, title } = compose(BASE, { title: "Where", statuses: { b: { label: "Bee", light: "#333333" } } });
  assert.deepEqual(title, { en: "Where", de: "Wer" });
  assert.deepEqual(statuses[0], BASE.statuses[0]);
  assert.deepEqual(statuses[1].label, { en: "Bee", de: "Be" });
  assert.deepEqual(statuses[1].color, { light: "#333333", dark: "#dddddd" });
});

test("a title that is the label of its status follows the label, in the language of the dataset", () => {
  const events = [
    { entity: "NL", date: "2001", status: "a", title: "A" },
    { entity: "BE", date: "2003", status: "a", title: "Belgium follows" },
    { entity: "DE", date: "2017", status: "b", title: { en: "B", de: "Be" } },
    { entity: "AT", date: "2019", status: "b", title: "B" },
    { entity: "US", date: "2015", title: "A" },
  ];
  const base = { ...BASE, events };
  const titles = (/** @type {any} */ statuses) =>
    compose(base, { statuses }).events.map((/** @type {any} */ { title }) => title);
  assert.deepEqual(titles({ a: { label: "Marriage" }, b: { label: "Union" } }), [
    "Marriage",
    "Belgium follows",
    { en: "Union", de: "Be" },
    "Union",
    "A",
  ]);
  const own = events.map(({ title }) => title);
  assert.deepEqual(titles({ a: { light: "#123456" } }), own);
  // A label without letters is an error of the status alone.
  assert.deepEqual(titles({ a: { label: " " } }), own);
});

test("a dataset that is opened again is renamed from the label that it was saved with", () => {
  const base = { ...BASE, events: [{ entity: "NL", date: "2001", status: "a", title: "A" }] };
  const saved = compose(base, { statuses: { a: { label: "Marriage" } } });
  const [{ title }] = compose(saved, { statuses: { a: { label: "Weddings" } } }).events;
  assert.equal(title, "Weddings");
});

test("a step of the tour without a headline is not in the dataset", () => {
  const tour = [
    { date: "2001-01-01", title: " " },
    { date: "2001-04-01", title: "It begins" },
  ];
  assert.deepEqual(compose(BASE, { tour }).tour, [tour[1]]);
  assert.equal("tour" in compose(BASE, {}), false);
});

test("a step of the tour in several languages is changed in that of the dataset, and a blank text is left out", () => {
  const step = { date: "2001-04-01", title: { en: "It begins", de: "Es beginnt" }, text: { en: "Here", de: "Hier" } };
  const change = (/** @type {"title"|"text"} */ name, /** @type {string} */ text) =>
    stepWith(/** @type {any} */ (step), name, text, "de");
  assert.deepEqual(change("title", "Der Anfang"), { title: { en: "It begins", de: "Der Anfang" } });
  const blank = { ...step, ...change("text", "") };
  // What a person types next takes the place of the blank text, beside the other languages.
  assert.deepEqual(blank.text, { en: "Here", de: "" });
  const { date, title } = step;
  const tour = /** @type {any} */ ([blank, { date, title, text: " " }, step]);
  assert.deepEqual(compose({ ...BASE, lang: "de" }, { tour }).tour, [{ date, title }, { date, title }, step]);
  const plainStep = { date, title: "It begins" };
  assert.deepEqual(stepWith(plainStep, "text", "Here"), { text: "Here" });
});

test("a date is read as people write it", () => {
  for (const [text, lang, day] of [
    ["2001-01-31", "en", "2001-01-31"],
    [" 2001-4 ", "en", "2001-04-01"],
    ["2001", "en", "2001-01-01"],
    ["1 January 2001", "en", "2001-01-01"],
    ["Jan 31, 2001", "de", "2001-01-31"],
    ["31. Januar 2001", "de", "2001-01-31"],
    ["31.1.2001", "de", "2001-01-31"],
    ["31/1/2001", "fr", "2001-01-31"],
    ["janvier 2001", "fr", "2001-01-01"],
    ["2001年1月31日", "ja", "2001-01-31"],
    ["31 января 2001", "ru", "2001-01-31"],
    ["29 February 2004", "en", "2004-02-29"],
    ["январь 2001", "ru", "2001-01-01"],
    ["31 января 2001 г.", "ru", "2001-01-31"],
    ["31 בינואר 2001", "he", "2001-01-31"],
    ["ינואר 2001", "he", "2001-01-01"],
    ["\u2068\u0663\u0661 يناير \u0662\u0660\u0660\u0661\u2069", "ar", "2001-01-31"],
    ["２００１-０１-３１", "ja", "2001-01-31"],
    ["३१ जनवरी २००१", "hi", "2001-01-31"],
    ["一月 2001", "zh-Hans", "2001-01-01"],
    ["2001年一月31日", "zh-Hans", "2001-01-31"],
    ["Sept 3 2001", "en", "2001-09-03"],
    ["Monday, the 3rd of September 2001", "en", "2001-09-03"],
    ["1er janv. 2001", "fr", "2001-01-01"],
    ["31 de enero de 2001", "es", "2001-01-31"],
    ["segunda-feira, 1 de janeiro de 2001", "pt", "2001-01-01"],
  ]) {
    assert.equal(dayOf(text, lang), day, text);
  }
  const without = [
    "until January 2001",
    "March or April 2001",
    "March April 2001",
    "March 2001 2002",
    "0000",
    "0000-01-01",
  ];
  for (const text of [
    "",
    ...without,
    "soon",
    "29 February 2001",
    "2001-13-01",
    "1 January",
    "2/3/2001",
    "1 January 20011",
    "1 2 March 2001",
  ]) {
    assert.equal(dayOf(text, "en"), null, text);
  }
});

test("a month or year at the end of the timeline is its last day", () => {
  assert.deepEqual(
    ["2001", "2004-02", "March 2001", "2001-03-05"].map((text) => dayOf(text, "en", true)),
    ["2001-12-31", "2004-02-29", "2001-03-31", "2001-03-05"],
  );
});

test("a file has the name of the title", () => {
  const name = (/** @type {unknown} */ title) => fileName({ title, lang: "de" });
  assert.equal(name("Who marries whom, and since when?"), "who-marries-whom-and-since-when");
  assert.equal(name({ de: "Ehe für alle – überall", en: "x" }), "ehe-fur-alle-uberall");
  assert.equal(name("誰が、いつから"), "誰が-いつから");
  assert.equal(name("?!"), "figure");
  assert.equal(fileName(null), "figure");
  assert.ok(name("word ".repeat(100)).length <= 60 && name("w".repeat(100)).length <= 60);
});

test("an optional text that is emptied is left out, and others stay empty for the check", () => {
  const base = { ...BASE, subtitle: { en: "Since when", de: "Seit wann" }, license: "CC0" };
  const { title, statuses, ...rest } = compose(base, { title: "", subtitle: "", statuses: { a: { label: "" } } });
  assert.deepEqual(
    [title.en, statuses[0].label, Object.keys(rest), rest.license],
    ["", "", ["grid", "license"], "CC0"],
  );
});

test("statuses are in the chosen order, and those that it does not know come last", () => {
  const ids = (/** @type {string[]} */ order) =>
    compose(BASE, { order }).statuses.map((/** @type {any} */ { id }) => id);
  assert.deepEqual(ids(["b", "a"]), ["b", "a"]);
  assert.deepEqual(ids(["b", "gone"]), ["b", "a"]);
});

test("a text in several languages is shown in that of the dataset", () => {
  assert.equal(plain({ en: "Who", de: "Wer" }, "de"), "Wer");
  assert.equal(plain({ fr: "Qui" }, "de"), "Qui");
  assert.equal(plain(undefined), "");
});

/** @param {string[]} columns @param {number} last @param {string[]} statuses @param {string[]} unmatched */
function report(columns, last, statuses, unmatched) {
  const found = {
    columns: columns.map((name, n) => ({ name, letter: letter(n), role: n === 0 ? "entity" : "ignore", samples: [] })),
    rows: [2, last],
    statuses: statuses.map((label) => ({ label })),
    places: { unmatched: unmatched.map((text) => ({ text, count: 1, rows: [], suggestions: [] })) },
    findings: [{ code: "not-a-date", cells: ["B3", "row 4"], message: "", help: null, count: 2 }],
  };
  return /** @type {Report} */ (/** @type {unknown} */ (found));
}

test("the differences between two sheets are counted and named", () => {
  const before = report(["Country", "Date", "Note", "Link"], 10, ["Banned"], ["Oz"]);
  const after = report(["Country", "Date", "Source"], 24, ["Banned", "Restricted"], ["Oz"]);
  assert.deepEqual(differences(before, after), [
    { key: "columns_gone", values: { n: 2, list: "Note, Link" } },
    { key: "columns_new", values: { n: 1, list: "Source" } },
    { key: "rows_new", values: { n: 14 } },
    { key: "statuses_new", values: { n: 1, list: "Restricted" } },
  ]);
  assert.deepEqual(differences(before, before), [{ key: "nothing_changed" }]);
});

test("a cell has its findings, and each cell with a name without a place has that name", () => {
  const marks = marksOf(report(["Country", "Date"], 9, [], ["Oz"]));
  assert.equal(marks(2, 1, "soon")?.findings.length, 1);
  assert.equal(marks(7, 0, " Oz ")?.place?.text, "Oz");
  assert.equal(marks(7, 1, "Oz"), null);
  // The core tells of cells that the report does not name; those of both are told once.
  assert.equal(marks(7, 1, "later", [0])?.findings[0].code, "not-a-date");
  assert.equal(marks(2, 1, "soon", [0])?.findings.length, 1);
  assert.equal(marks(7, 1, "later", [9]), null);
  assert.equal(marksOf(null)(0, 0, ""), null);
});

test("names of cells are those of spreadsheets", () => {
  assert.deepEqual([0, 25, 26, 701, 702].map(letter), ["A", "Z", "AA", "ZZ", "AAA"]);
  assert.deepEqual(positionOf("B7"), { row: 6, column: 1 });
  assert.deepEqual(positionOf("AA10"), { row: 9, column: 26 });
  assert.deepEqual(positionOf("row 3"), { row: 2, column: 0 });
  assert.equal(positionOf("C"), null);
});

test("a million rows fit the way that browsers scroll, and the last is reached", () => {
  const { count, length } = windowOf(1_000_000, 30, 300, 0);
  assert.ok(length <= 8_000_000);
  assert.equal(windowOf(1_000_000, 30, 300, length - 300).first, 1_000_000 - count);
  assert.deepEqual(windowOf(3, 30, 300, 0), { first: 0, count: 3, length: 90 });
  assert.deepEqual(windowOf(0, 30, 300, 0), { first: 0, count: 0, length: 0 });
});

test("scrolling to a row brings it in sight, and a row in sight stays", () => {
  for (const row of [0, 11, 500_000, 999_999]) {
    const seen = windowOf(1_000_000, 30, 300, 0);
    const top = scrollTo(row, 1_000_000, 300, seen);
    const { first, count } = windowOf(1_000_000, 30, 300, top ?? 0);
    assert.ok(first <= row && row < first + count, `row ${row} of ${first} to ${first + count}`);
  }
  assert.equal(scrollTo(5, 1000, 300, windowOf(1000, 30, 300, 0)), null);
});

test("a ZIP is the same for the same files, and has all of them", () => {
  const files = [
    { path: "data.json", bytes: bytesOf("{}") },
    { path: "other/a.txt", bytes: bytesOf("a") },
  ];
  assert.deepEqual(archive(files), archive(files));
  const found = Object.entries(unzipSync(archive(files))).map(([path, bytes]) => ({ path, bytes }));
  assert.deepEqual(found, files);
});

test("of calls that come faster than they are done, the first and the newest are done", async () => {
  const done = /** @type {number[]} */ ([]);
  const work = newest(async (/** @type {number} */ n) => {
    await Promise.resolve();
    done.push(n);
    if (n === 1) throw new Error("one");
    return n;
  });
  const first = work(1);
  await Promise.resolve();
  const others = [work(2), work(3), work(4)];
  await assert.rejects(first, /one/);
  assert.deepEqual(await Promise.all(others), [undefined, undefined, 4]);
  assert.deepEqual(done, [1, 4]);
});

test("blanks around what is typed about the publication do not count, and those within a name do", () => {
  const settings = settingsOf({
    address: " https://a.example/ ",
    provider: " The Tile ",
    framedBy: " 'self'  https://b.c ",
    live: " https://live.example/a.csv ",
    refresh: "300",
  });
  assert.deepEqual(settings, {
    address: "https://a.example/",
    provider: "The Tile",
    framedBy: ["'self'", "https://b.c"],
    live: "https://live.example/a.csv",
    refresh: 300,
  });
  // Without live data nothing is asked for again.
  assert.deepEqual(settingsOf({ provider: " ", framedBy: " ", live: " ", refresh: "300" }), { address: "" });
});
