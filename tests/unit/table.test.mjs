/** How the table is built, updated, searched and copied. What a browser does with it is not tested here. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { words } from "./english.mjs";
import { give, stageInShadow } from "./page.mjs";
import * as core from "./table-record.mjs";
import { selectedRows, copyRows } from "../../www/table/copy.js";
import { TablePanel } from "../../www/table/panel.js";
import { buildRow, readRow, writeRow } from "../../www/table/row.js";
import { Table } from "../../www/table/table.js";
import { make } from "../../www/base/dom.js";
import { Words } from "../../www/i18n/words.js";
import { setSupplement } from "../../www/loading/arrived.js";

const { stage } = core;

/** @param {object} [given] @returns {any} */
const record = (given) => core.record({ way: [stage()], ...given });
/** @param {object} [given] */
const row = (given) => readRow(record(given), "No data", false, words);

/** The content of the clipboard after copying rows. @param {any[]} rows @param {Words} [own] */
function copied(rows, own = words) {
  /** @type {Record<string, string>} */
  const board = {};
  const clipboard = { setData: (/** @type {string} */ type, /** @type {string} */ text) => void (board[type] = text) };
  copyRows(/** @type {any} */ (clipboard), rows, own);
  return { lines: board["text/plain"].split("\n").map((line) => line.split("\t")), html: board["text/html"] };
}

const HEADS = ["Who", "ID", "Status", "Basis and scope", "Since", "Date", "Source", "URL", "Earlier statuses"];

test("rows are copied as clean columns: the visible ones, and those by which an editor joins and sorts", () => {
  const sources = [
    { outlet: "Reuters", url: "https://a.example" },
    { outlet: "Paper" },
    { outlet: "Le Monde", url: "https://b.example" },
  ];
  const { lines } = copied([row({ way: [stage({ status: "Permitted" }), stage({ sources })] })]);
  assert.deepEqual(lines, [
    HEADS,
    [
      "France",
      "FR",
      "Banned",
      "",
      "May 2020",
      "2020-05",
      "Reuters; Paper; Le Monde",
      "https://a.example  https://b.example".replace("  ", " "),
      "Permitted, May 2020",
    ],
  ]);
});

test("without rows only the headings are copied", () => assert.deepEqual(copied([]).lines, [HEADS]));

test("headings are those of the language or of a publisher", () => {
  const own = new Words();
  own.speak("de", { table_entity: "Wer" });
  assert.equal(copied([], own).lines[0][0], "Wer");
});

for (const [what, name, cell] of [
  ["a formula", "=1+1", "'=1+1"],
  ["a sum", "+49", "'+49"],
  ["a mention", "@SUM(A1)", "'@SUM(A1)"],
  ["a difference", "-1", "'-1"],
  ["a formula behind blanks", "  =1+1", "'=1+1"],
  ["a formula behind a mark of direction", "\u200f=1+1", "'=1+1"],
  ["a formula within isolates", "\u2068=1+1\u2069", "'=1+1"],
  ["a formula in full width", "＝1+1", "'＝1+1"],
  ["a sum in full width", "＋1", "'＋1"],
  ["a difference in full width", "－1", "'－1"],
  ["a mention in full width", "＠SUM(A1)", "'＠SUM(A1)"],
  ["a small equals sign", "﹦1", "'﹦1"],
  ["a formula in quotation marks", '"=1+1"', `'"=1+1"`],
  ["a formula in quotation marks of full width", "＂=1+1＂", "'＂=1+1＂"],
  ["a formula behind a tab", "\t=1+1", "'=1+1"],
  ["a formula behind a carriage return", "\r=1+1", "'=1+1"],
  ["a formula behind something invisible", "\u200b\ufeff\u00ad\u2060=1+1", "'=1+1"],
  ["a formula behind a control character", "\u0000\u001b=1+1", "'=1+1"],
  ["a formula behind an override of direction", "\u202e=1+1", "'=1+1"],
  ["joined by something invisible", "می\u200cخواهم", "می\u200cخواهم"],
  ["an equals sign further on", "a=1", "a=1"],
  ["another cell", "a\tb", "a b"],
  ["another line", "a\r\nb", "a b"],
  ["marks of direction", "\u200eא\u2067ב\u2069", "אב"],
  ["nothing", "", ""],
  ["blanks alone", " \u00a0\n", ""],
]) {
  test(`a text that is ${what} stays in its cell as text`, () => {
    assert.equal(copied([row({ name })]).lines[1][0], cell);
  });
}

test("markup of the dataset is no markup in the copied table", () => {
  const { html } = copied([row({ name: "<img src=x onerror=alert(1)>&" })]);
  assert.match(html, /^<table><tr><th>Who<\/th>.*<\/tr><tr><td>&lt;img src=x onerror=alert\(1\)&gt;&amp;<\/td>/);
});

test("a row is written once, and later only its changes", () => {
  const line = buildRow("FR");
  const sources = [{ outlet: "Reuters", url: "https://a.example" }, { outlet: "Paper" }];
  const first = row({ way: [stage({ status: "Permitted" }), stage({ sources })] });
  writeRow(line, first, undefined, words);
  assert.deepEqual(
    [...line.cells].map(({ textContent }) => textContent),
    ["France", "Banned", "May 2020", "Reuters; Paper", "Permitted, May 2020"],
  );
  const link = line.querySelector("a");
  writeRow(
    line,
    row({ name: "Frankreich", way: [stage({ status: "Permitted" }), stage({ sources, date: "June" })] }),
    first,
    words,
  );
  assert.equal(line.querySelector("a"), link);
  assert.equal(line.cells[2].textContent, "June");
});

test("of thousands of earlier statuses the first and the last are shown, and all are copied", () => {
  const way = Array.from({ length: 10_000 }, (_, n) => stage({ status: `S${n}`, date: String(n) }));
  const line = buildRow("FR");
  writeRow(line, row({ way }), undefined, words);
  const shown = String(line.cells[4].textContent).split("; ");
  assert.deepEqual([shown.length, ...shown.slice(0, 3)], [21, "S0, 0", "+ 9979 more", "S9980, 9980"]);
  assert.equal(shown[20], "S9998, 9998");
  assert.equal(copied([row({ way })]).lines[1][8].split("; ").length, 9_999);
  writeRow(line, row({ way: way.slice(0, 21) }), undefined, words);
  assert.deepEqual(String(line.cells[4].textContent).split("; ").length, 20, "so many have room");
});

test("what a status rests on is beside it, can be searched and has a column of its own", () => {
  const line = buildRow("FR");
  const told = row({ grounds: { text: "statement · core network", lang: "en" } });
  writeRow(line, told, undefined, words);
  assert.equal(line.cells[1].textContent, "Bannedstatement · core network");
  assert.equal(line.cells[1].querySelector("bdi")?.getAttribute("lang"), "en");
  assert.deepEqual(copied([told]).lines[1].slice(2, 4), ["Banned", "statement · core network"]);
  writeRow(line, row(), told, words);
  assert.equal(line.cells[1].textContent, "Banned");
});

test("a source is a link only where its address is one of the web", () => {
  const line = buildRow("FR");
  const sources = ["javascript:alert(1)", "https://a.example", "", "data:text/html,x", "HTTP://b.example"].map(
    (url) => ({ outlet: "x", url }),
  );
  writeRow(line, row({ way: [stage({ sources })] }), undefined, words);
  assert.deepEqual(
    [...line.querySelectorAll("a")].map((link) => link.getAttribute("href")),
    ["https://a.example", "HTTP://b.example"],
  );
});

test("a status in another language has a lang attribute", () => {
  const line = buildRow("FR");
  writeRow(line, row({ way: [stage({ status: { text: "Verboten", lang: "de" } })] }), undefined, words);
  assert.equal(line.cells[1].lang, "de");
});

/**
 * A table with a chart, whose rows a test can change. @param {import("node:test").TestContext} t @param {any[]} rows
 */
function tableOf(t, rows) {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const box = stageInShadow("<div><button></button></div>");
  const root = make("div", { hidden: "until-found" });
  box.append(root);
  const own = new Table(root, words);
  const { parts } = own;
  // The panel takes this table for a new one.
  const Taken = function () {
    return own;
  };
  setSupplement(/** @type {any} */ ({ Table: Taken, LATER: {} }));
  const table = new TablePanel(root, { words, load: async () => {}, dress: () => {} });
  const is = { rows, reads: 0 };
  /** @type {any[]} */
  const told = [];
  const stop = new AbortController();
  const chart = {
    read: () => (is.reads++, is.rows),
    open: (/** @type {string} */ id) => void told.push(["open", id]),
    show: () => void told.push(["show"]),
    say: (/** @type {any[]} */ ...what) => void told.push(["say", ...what]),
  };
  table.attach(chart, stop.signal);
  const legend = [
    { id: "banned", index: 0, label: "Banned" },
    { id: "none", index: -1, label: "No data" },
  ];
  const description = {
    iso: "2020",
    compare: null,
    filter: /** @type {string|null} */ (null),
    lang: "en",
    date: "2020",
    period: null,
    legend,
  };
  const render = (/** @type {object} */ given = {}, fresh = false) =>
    table.render(
      /** @type {any} */ ({ ...Object.assign(description, given) }),
      /** @type {any} */ ({ title: "Title" }),
      fresh,
    );
  const names = () =>
    [.../** @type {any} */ (parts.body.children)]
      .filter(({ hidden }) => !hidden)
      .map(({ cells }) => cells[0].textContent);
  const tick = (/** @type {number} */ ms) => t.mock.timers.tick(ms);
  /** @param {string} text */
  const search = (text) => {
    parts.search.value = text;
    parts.search.dispatchEvent(new Event("input"));
  };
  return {
    table,
    parts,
    is,
    told,
    take: () => told.splice(0),
    stop,
    render,
    names,
    tick,
    search,
  };
}

const three = () => [
  record({ name: "Chad", id: "TD" }),
  record({ name: "Austria", id: "AT" }),
  record({ name: "Brazil", id: "BR", way: [] }),
];

test("a table that nobody has opened is updated only at a pause", (t) => {
  const { table, render, is, names, tick } = tableOf(t, three());
  render();
  render({ iso: "2021" });
  tick(1000);
  assert.deepEqual([table.shown, is.reads], [false, 0]);
  table.rest();
  table.rest();
  assert.equal(is.reads, 1);
  assert.deepEqual(names(), ["Austria", "Chad", "Brazil"]);
});

test("an open table follows the date at once, then at most at its own rate", (t) => {
  const { render, is, tick } = tableOf(t, three());
  render({ view: "table" });
  assert.equal(is.reads, 1);
  for (let year = 2021; year < 2031; year++) render({ iso: String(year) });
  assert.equal(is.reads, 1);
  tick(299);
  assert.equal(is.reads, 1);
  tick(1);
  assert.equal(is.reads, 2);
  tick(10_000);
  assert.equal(is.reads, 2, "where nothing changes nothing is read");
  render({ iso: "2040" }, true);
  assert.equal(is.reads, 3, "what is about to be printed is read at once");
});

test("rows that stay keep their lines, and removed rows disappear", (t) => {
  const { render, is, parts, tick, names } = tableOf(t, three());
  render({ view: "table" });
  const [austria] = parts.body.children;
  is.rows = [record({ name: "Austria", id: "AT" }), record({ name: "Denmark", id: "DK" })];
  render({ iso: "2021" });
  tick(300);
  assert.deepEqual(names(), ["Austria", "Denmark"]);
  assert.equal(parts.body.children[0], austria);
});

test("a heading sorts by its column, a second press reverses the order, and the order is marked", (t) => {
  const { render, parts, names } = tableOf(t, three());
  render({ view: "table" });
  const press = (/** @type {number} */ n) => /** @type {HTMLElement} */ (parts.heads[n].firstElementChild).click();
  const sorts = () => parts.heads.map((head) => head.getAttribute("aria-sort"));
  assert.deepEqual(sorts(), [null, "ascending", null, null, null]);
  press(0);
  assert.deepEqual(names(), ["Austria", "Brazil", "Chad"]);
  press(0);
  assert.deepEqual(names(), ["Chad", "Brazil", "Austria"]);
  assert.deepEqual(sorts(), ["descending", null, null, null, null]);
  press(1);
  assert.deepEqual(sorts(), [null, "ascending", null, null, null]);
});

test("a search is announced after the reader has stopped typing, with the number of remaining rows", (t) => {
  const { render, parts, names, search, take, tick } = tableOf(t, three());
  render({ view: "table" });
  for (const text of ["b", "br", " BRA"]) {
    search(text);
    tick(1399);
  }
  assert.deepEqual([names(), take()], [["Brazil"], []]);
  tick(1);
  assert.deepEqual(take(), [["say", "1 row"]]);
  search("qq");
  assert.deepEqual(
    [names(), parts.body.hidden, parts.none.hidden, parts.count.textContent],
    [[], true, false, "0 rows"],
  );
});

test("the filter of the legend applies, and is announced while the table is open", (t) => {
  const { render, names, take, tick } = tableOf(t, three());
  render();
  render({ filter: "banned" });
  tick(2000);
  assert.deepEqual(take(), []);
  render({ view: "table" });
  assert.deepEqual(names(), ["Austria", "Chad"]);
  render({ filter: null });
  tick(1400);
  assert.deepEqual(take(), [["say", "3 rows"]]);
});

test("a name opens its history while there is a chart, and is only a name afterwards", (t) => {
  const { table, render, parts, take, stop, tick } = tableOf(t, three());
  render({ view: "table" });
  /** @type {any} */ (parts.body.querySelector("button")).click();
  assert.deepEqual(take(), [["open", "AT"]]);
  stop.abort();
  assert.equal(table.leave(), true);
  assert.equal(parts.body.querySelector("button"), null);
  render({ iso: "2021" });
  tick(10_000);
  assert.deepEqual(take(), []);
});

test("a chart that ends before it is read leaves no table", (t) => {
  const { table, stop } = tableOf(t, three());
  stop.abort();
  assert.equal(table.leave(), false);
  assert.equal(table.shown, false);
});

test("the table is shown in its view; elsewhere it is hidden, but the search of the browser can find it and open the view", (t) => {
  const { parts, render, take } = tableOf(t, three());
  render({ view: "table" });
  assert.equal(parts.root.hasAttribute("hidden"), false);
  render({ view: "map" });
  assert.equal(parts.root.getAttribute("hidden"), "until-found");
  parts.root.dispatchEvent(new Event("beforematch"));
  assert.deepEqual(take(), [["show"]]);
});

for (const [allowed, message] of /** @type {[boolean, string][]} */ ([
  [true, "Table copied"],
  [false, "The table is selected: copy it"],
])) {
  test(`a reader whose browser ${allowed ? "allows" : "forbids"} copying by scripts gets the message: ${message}`, (t) => {
    const { render, parts, take, search } = tableOf(t, three());
    render({ view: "table" });
    search("a");
    /** @type {any[]} */
    const done = [];
    give("getSelection", () => ({
      selectAllChildren: () => done.push("select"),
      removeAllRanges: () => done.push("deselect"),
    }));
    const board = /** @type {Record<string, string>} */ ({});
    Object.assign(Document.prototype, {
      execCommand: () => {
        const event = Object.assign(new Event("copy", { cancelable: true }), {
          clipboardData: {
            setData: (/** @type {string} */ type, /** @type {string} */ text) => void (board[type] = text),
          },
        });
        if (allowed) document.dispatchEvent(event);
        return allowed;
      },
    });
    parts.copy.click();
    assert.deepEqual(take(), [["say", message]]);
    assert.deepEqual(done, allowed ? ["select", "deselect"] : ["select"]);
    // Brazil, Austria and Chad contain an a: all remain.
    if (allowed) assert.equal(board["text/plain"].split("\n").length, 4);
  });
}

test("a selection in a table stands for the rows that it touches; inside one cell for none", () => {
  const body = stageInShadow(
    "<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td></tr></tbody></table>",
  ).querySelector("tbody");
  const text = (/** @type {number} */ n) => body.querySelectorAll("td")[n].firstChild;
  /** @param {number} from @param {number} to */
  const select = (from, to) => {
    const range = { startContainer: text(from), startOffset: 0, endContainer: text(to), endOffset: 1 };
    give("getSelection", () => ({ rangeCount: 1, getComposedRanges: () => [range] }));
    return selectedRows(body).map(({ textContent }) => textContent);
  };
  assert.deepEqual(select(0, 0), []);
  assert.deepEqual(select(0, 1), ["ab"]);
  assert.deepEqual(select(1, 2), ["ab", "c"]);
  give("getSelection", () => ({ rangeCount: 0 }));
  assert.deepEqual(selectedRows(body), []);
  give("getSelection", () => null);
  assert.deepEqual(selectedRows(body), []);
});

test("a table that is not shown is never asked for a place, which would lay it out", (t) => {
  const { table, parts, render } = tableOf(t, [record()]);
  let asked = 0;
  Object.defineProperty(parts.scroll, "scrollTop", { get: () => ++asked, set: () => {} });
  render();
  table.rest();
  assert.deepEqual([parts.body.children.length, asked], [1, 0]);
  render({ view: "table", iso: "2021" });
  assert.ok(asked > 0);
});
