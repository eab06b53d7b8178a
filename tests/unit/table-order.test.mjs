/** The order of the rows of the table, and which rows a search finds. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { words } from "./english.mjs";
import { record, stage } from "./table-record.mjs";
import { fold } from "../../www/i18n/locale.js";
import { matches, sortRows } from "../../www/table/order.js";
import { readRow } from "../../www/table/row.js";

/**
 * A row whose parts can be set one by one.
 * @param {string} name
 * @param {object} [now]
 * @param {object[]} [way]
 * @returns {any}
 */
const row = (name, now = {}, way = []) => ({
  id: name.slice(0, 2),
  name,
  changed: false,
  now: { status: "banned", index: 0, date: "", told: "{text}", iso: "", day: 0, sources: [], ...now },
  way,
});

/** @param {any[]} rows @param {string} column @param {boolean} [descending] @param {string} [lang] */
const order = (rows, column, descending = false, lang = "en") =>
  sortRows(rows, { column, descending }, lang).map(({ name }) => name);

test("names are in alphabetical order, and in reverse", () => {
  const rows = ["Chad", "Austria", "Brazil"].map((name) => row(name));
  assert.deepEqual(order(rows, "entity"), ["Austria", "Brazil", "Chad"]);
  assert.deepEqual(order(rows, "entity", true), ["Chad", "Brazil", "Austria"]);
});

for (const [lang, names] of /** @type {[string, string[]][]} */ ([
  ["de", ["Ägypten", "Armenien", "Österreich", "Peru"]],
  ["sv", ["Armenien", "Peru", "Ägypten", "Österrike"]],
  ["es", ["Níger", "Nigeria", "Noruega", "Ñandú"]],
  ["xx", ["Ägypten", "Armenien", "Österreich", "Peru"]],
])) {
  test(`names are in the alphabetical order of the language: ${lang}`, () => {
    assert.deepEqual(
      order(
        [...names].reverse().map((name) => row(name)),
        "entity",
        false,
        lang,
      ),
      names,
    );
  });
}

for (const [column, now] of /** @type {[string, object][]} */ ([
  ["status", { index: -1 }],
  ["since", { day: null }],
  ["sources", { sources: [] }],
])) {
  test(`a row without a value in its column comes last in both directions: ${column}`, () => {
    const full = { index: 1, day: 5, sources: [{ outlet: "Herald" }] };
    const rows = [row("Empty", { ...full, ...now }), row("Full", full)];
    assert.deepEqual(order(rows, column), ["Full", "Empty"]);
    assert.deepEqual(order(rows, column, true), ["Full", "Empty"]);
  });
}

test("a row without a past comes last in both directions", () => {
  const rows = [row("New"), row("Undocumented", {}, [{ index: -1 }]), row("Old", {}, [{ index: 1 }])];
  assert.deepEqual(order(rows, "way"), ["Old", "New", "Undocumented"]);
  assert.deepEqual(order(rows, "way", true), ["Old", "New", "Undocumented"]);
});

test("statuses are in the order of the legend, not of the alphabet", () => {
  const rows = [
    row("A", { index: 2, status: "allowed" }),
    row("B", { index: 0, status: "zero" }),
    row("C", { index: 1 }),
  ];
  assert.deepEqual(order(rows, "status"), ["B", "C", "A"]);
  assert.deepEqual(order(rows, "status", true), ["A", "C", "B"]);
});

test("dates are sorted by day, not by their words", () => {
  const rows = [
    row("A", { day: 30, date: "April" }),
    row("B", { day: -2, date: "May" }),
    row("C", { day: 100, date: "Aug" }),
  ];
  assert.deepEqual(order(rows, "since"), ["B", "A", "C"]);
});

test("rows that are equal in a column are sorted by status, then date, then name, in both directions of the column", () => {
  const same = [
    row("Z", { index: 0, day: 1 }),
    row("B", { index: 1, day: 1 }),
    row("A", { index: 1, day: 1 }),
    row("Y", { index: 1, day: 0 }),
  ];
  for (const rows of [same, [...same].reverse()]) {
    assert.deepEqual(order(rows, "sources"), ["Z", "Y", "A", "B"]);
    assert.deepEqual(order(rows, "sources", true), ["Z", "Y", "A", "B"]);
  }
});

test("sorting does not change the given list, and an empty list stays empty", () => {
  const rows = [row("B"), row("A")];
  order(rows, "entity");
  assert.deepEqual(
    rows.map(({ name }) => name),
    ["B", "A"],
  );
  assert.deepEqual(order([], "entity"), []);
});

test("a hundred thousand rows are sorted", () => {
  // Work that grows with the square of their number would not end.
  const rows = Array.from({ length: 100_000 }, (_, n) => row(`Name ${(n * 7919) % 100_000}`, { day: n % 50 }));
  const names = order(rows, "entity");
  assert.deepEqual([names.length, names[0], names.at(-1)], [100_000, "Name 0", "Name 99999"]);
});

/** @param {any} asked @param {any} [one] @param {boolean} [comparing] */
const found = (asked, one = france(), comparing = false) =>
  matches(one, { text: "", changed: false, status: undefined, ...asked }, comparing, "en");

const france = () =>
  row("Côte d’Ivoire", { status: "Banned", index: 1, sources: [{ outlet: "Le Monde" }, { outlet: "Reuters" }] }, [
    { index: 0 },
  ]);

for (const [typed, holds] of /** @type {[string, boolean][]} */ ([
  ["", true],
  ["cote", true],
  ["CÔTE", true],
  ["ivoire", true],
  ["ban", true],
  ["monde", true],
  ["reuters", true],
  ["cote reuters", false],
  ["permitted", false],
  [".*", false],
])) {
  test(`typing "${typed}" ${holds ? "finds" : "does not find"} a row by name, status or any source`, () => {
    assert.equal(found({ text: fold(typed, "en") }), holds);
  });
}

test("a status in another language is searched too", () => {
  const one = row("A", { status: { text: "Verboten", lang: "de" } });
  assert.equal(found({ text: "verboten" }, one), true);
});

test("only changed rows remain if a reader asks for them", () => {
  assert.equal(found({ changed: true }), false);
  assert.equal(found({ changed: true }, { ...france(), changed: true }), true);
});

test("a status filters by the current status, and during a comparison also by the earlier one", () => {
  assert.equal(found({ status: 1 }), true);
  assert.equal(found({ status: 0 }), false);
  assert.equal(found({ status: 0 }, france(), true), true);
  assert.equal(found({ status: 2 }, france(), true), false);
});

test("the last stage of a record is the current one, and earlier stages are its past", () => {
  const { now, way } = readRow(
    record({ way: [stage({ status: "A", index: 1 }), stage({ status: "B", index: 0 })] }),
    "No data",
    false,
    words,
  );
  assert.equal(now.status, "B");
  assert.deepEqual(
    way.map(({ status }) => status),
    ["A"],
  );
  assert.equal(way[0].told, "{text}, May 2020");
});

test("without a status there is no date, no day and no source", () => {
  const { now, way } = readRow(record({ index: -1, way: [stage({ status: "A", index: 1 })] }), "No data", false, words);
  assert.deepEqual(now, {
    status: "No data",
    grounds: null,
    index: -1,
    date: "",
    told: "{text}",
    iso: "",
    day: null,
    sources: [],
  });
  assert.deepEqual(
    way.map(({ status }) => status),
    ["A"],
    "what came before stays",
  );
});

test("a record without a stage has no data, whatever its index", () => {
  assert.equal(readRow(record({ index: 0 }), "No data", false, words).now.index, -1);
});

test("during a comparison the earlier status is shown: documented, none, or the same", () => {
  /** @param {object} given */
  const past = (given) => readRow(record(given), "No data", true, words).way.map(({ status }) => status);
  assert.deepEqual(past({ from: 1, way: [stage({ status: "A", index: 1 }), stage({ status: "B", index: 0 })] }), ["A"]);
  assert.deepEqual(past({ from: -1, way: [stage({ status: "B", index: 0 })] }), ["No data"]);
  assert.deepEqual(
    past({ from: 0, way: [stage({ status: "B", index: 0 })] }),
    ["B"],
    "who has not changed was what it is",
  );
});

test("a stage without a status has an empty text, and keeps its date", () => {
  const [first] = readRow(
    record({ way: [{ ...stage({ status: "", index: 1 }), status: null }, stage({ status: "B", index: 0 })] }),
    "",
    false,
    words,
  ).way;
  assert.equal(first.status, "");
  assert.equal(first.date, "May 2020");
});

test("a dollar sign in a date is not a pattern", () => {
  const [first] = readRow(
    record({ way: [{ ...stage({ status: "A", index: 1 }), date: "$& {status}" }, stage({ status: "B", index: 0 })] }),
    "",
    false,
    words,
  ).way;
  assert.equal(first.told, "{text}, $& {status}");
});
