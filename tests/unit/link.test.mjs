/** Links to what is shown: how they are written, and what is read from the address of a page. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { ADDRESS, goTo, stage } from "./page.mjs";
import { readLink, writeLink } from "../../www/base/link.js";

/** @param {object} given @returns {any} */
const shown = (given) => ({ iso: "2020-07-14", compare: null, selected: null, view: "map", weighted: false, ...given });

for (const [what, given, hash] of /** @type {[string, object, string][]} */ ([
  ["a day", {}, "#ban-spread=2020-07-14"],
  ["two days", { compare: { iso: "2019-01-01" } }, "#ban-spread=2019-01-01..2020-07-14"],
  ["a day and an entity", { selected: { id: "GB" } }, "#ban-spread=2020-07-14,GB"],
  [
    "two days and an entity",
    { compare: { iso: "2019-01-01" }, selected: { id: "GB" } },
    "#ban-spread=2019-01-01..2020-07-14,GB",
  ],
  ["an entity with marks in its id", { selected: { id: "a,b&c=d#e" } }, "#ban-spread=2020-07-14,a%2Cb%26c%3Dd%23e"],
  ["rows", { view: "lanes" }, "#ban-spread=2020-07-14/lanes"],
  [
    "two days and an entity in the table",
    { compare: { iso: "2019-01-01" }, selected: { id: "GB" }, view: "table" },
    "#ban-spread=2019-01-01..2020-07-14/table,GB",
  ],
  ["a day with weights", { weighted: true }, "#ban-spread=2020-07-14/weighted"],
  [
    "rows with weights, and an entity",
    { weighted: true, view: "lanes", selected: { id: "GB" } },
    "#ban-spread=2020-07-14/lanes/weighted,GB",
  ],
  ["a day before our era", { iso: "-0044-03-15" }, "#ban-spread=-0044-03-15"],
])) {
  test(`a link to ${what} is written into the address of the page`, () => {
    goTo("/article?a=b#old");
    assert.equal(writeLink(stage("<ban-spread></ban-spread>"), shown(given)), `${ADDRESS}?a=b${hash}`);
  });
}

for (const [what, hash, link] of /** @type {[string, string, object|null][]} */ ([
  ["a day", "#ban-spread=2020-07-14", { compare: null, date: "2020-07-14", entity: null }],
  ["a year", "#ban-spread=2020", { compare: null, date: "2020", entity: null }],
  ["two days", "#ban-spread=2019..2020", { compare: "2019", date: "2020", entity: null }],
  ["a day and an entity", "#ban-spread=2020,GB", { compare: null, date: "2020", entity: "GB" }],
  ["two days and an entity", "#ban-spread=2019..2020,GB", { compare: "2019", date: "2020", entity: "GB" }],
  ["an entity with marks", "#ban-spread=2020,a%2Cb%26c", { compare: null, date: "2020", entity: "a,b&c" }],
  ["an entity with two dots", "#ban-spread=2020,a..b", { compare: null, date: "2020", entity: "a..b" }],
  ["no earlier day", "#ban-spread=..2020", { compare: "", date: "2020", entity: null }],
  ["bidirectional text", "#ban-spread=2020,%E2%80%8Fאב", { compare: null, date: "2020", entity: "\u200fאב" }],
  ["rows", "#ban-spread=2019..2020/lanes,GB", { compare: "2019", date: "2020", entity: "GB", view: "lanes" }],
  ["weights", "#ban-spread=2020/weighted", { compare: null, date: "2020", entity: null, weighted: true }],
  [
    "rows without weights",
    "#ban-spread=2020/lanes/counted,GB",
    { compare: null, date: "2020", entity: "GB", view: "lanes", weighted: false },
  ],
  ["an entity with a slash", "#ban-spread=2020,a/b", { compare: null, date: "2020", entity: "a/b" }],
  ["something else beside it", "#a=b&ban-spread=2020&c", { compare: null, date: "2020", entity: null }],
  ["two links, the first", "#ban-spread=2020&ban-spread=2021", { compare: null, date: "2020", entity: null }],
  ["nothing", "", null],
  ["an empty value", "#ban-spread=", null],
  ["an entity without a day", "#ban-spread=,GB", null],
  ["a plain anchor", "#chapter-2", null],
  ["another element", "#ban-spread-2=2020", null],
  ["a name in capitals", "#BAN-SPREAD=2020", null],
  ["a broken escape", "#ban-spread=%E0%A4", { compare: null, date: "\ufffd", entity: null }],
  ["the names of what every object has", "#__proto__=2020&constructor=2021", null],
])) {
  test(`an address with ${what} has the link ${JSON.stringify(link)}`, () => {
    goTo(`/article${hash}`);
    assert.deepEqual(
      readLink(stage("<ban-spread></ban-spread>")),
      link && { view: undefined, weighted: undefined, ...link },
    );
  });
}

test("a link names the view only if the element does not begin with it", () => {
  goTo("/article");
  const host = stage(`<ban-spread view="lanes"></ban-spread>`);
  assert.equal(writeLink(host, shown({ view: "lanes" })), `${ADDRESS}#ban-spread=2020-07-14`);
  assert.equal(writeLink(host, shown({ view: "map" })), `${ADDRESS}#ban-spread=2020-07-14/map`);
});

test("a value without end is no link", () => {
  goTo(`/article#ban-spread=${".".repeat(1_000_000)}`);
  assert.equal(readLink(stage("<ban-spread></ban-spread>")), null);
});

test("an element is identified by its position among the elements of the page", () => {
  stage("<ban-spread></ban-spread><div><ban-spread></ban-spread></div>");
  const second = /** @type {HTMLElement} */ (document.querySelectorAll("ban-spread")[1]);
  goTo("/article");
  assert.equal(writeLink(second, shown({})), `${ADDRESS}#ban-spread-2=2020-07-14`);
  goTo("/article#ban-spread-2=2019");
  assert.equal(readLink(second)?.date, "2019");
});

test("an element with an id is identified by the id, not by its position", () => {
  const host = stage('<ban-spread id="my map&"></ban-spread>');
  goTo("/article");
  const href = writeLink(host, shown({}));
  assert.equal(href, `${ADDRESS}#ban-spread-my%20map%26=2020-07-14`);
  goTo(new URL(href).hash);
  assert.equal(readLink(host)?.date, "2020-07-14");
  goTo("/article#ban-spread=2019");
  assert.equal(readLink(host), null);
});

test("an id of digits is not the position of another element", () => {
  stage('<ban-spread id="2"></ban-spread><div><ban-spread></ban-spread></div>');
  const [first, second] = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("ban-spread"));
  goTo("/article#ban-spread-2=2019");
  assert.equal(readLink(first), null);
  assert.equal(readLink(second)?.date, "2019");
  assert.equal(writeLink(first, shown({})), `${ADDRESS}#ban-spread=2020-07-14`);
});

for (const id of ["2nd", "map2", "a2b"]) {
  test(`an id with other letters than digits names its element: ${id}`, () => {
    goTo("/article");
    const host = stage(`<ban-spread id="${id}"></ban-spread>`);
    assert.equal(writeLink(host, shown({})), `${ADDRESS}#ban-spread-${id}=2020-07-14`);
  });
}

test("an id of several digits is no name", () => {
  goTo("/article");
  const host = stage('<ban-spread id="2020"></ban-spread>');
  assert.equal(writeLink(host, shown({})), `${ADDRESS}#ban-spread=2020-07-14`);
});

test("an address of 4,000 characters is read, a longer one is not", () => {
  const host = stage("<ban-spread></ban-spread>");
  const start = "ban-spread=2020,";
  const longest = "x".repeat(4_000 - start.length);
  goTo(`/article#${start}${longest}`);
  assert.equal(readLink(host)?.entity, longest);
  goTo(`/article#${start}${longest}x`);
  assert.equal(readLink(host), null);
});

for (const part of [".", "a..", "..\n", ",", "%2C..", "ban-spread=..&", "a,b..\n"]) {
  test(`the work for repeated ${JSON.stringify(part)} is linear`, () => {
    const host = stage("<ban-spread></ban-spread>");
    // Work that grows with the square of the length would not end.
    for (const letters of [3_900, 1_000_000]) {
      const value = `2019${part.repeat(letters / part.length)}`;
      goTo(`/article#ban-spread=${value}`);
      const link = readLink(host);
      assert.ok(link === null || value.length <= 4_000, "longer values are passed over");
    }
  });
}

test("in a shadow root, the position of an element counts inside this root", () => {
  const root = stage("<ban-spread></ban-spread><p></p>").parentElement.lastElementChild.attachShadow({ mode: "open" });
  root.innerHTML = "<ban-spread></ban-spread>";
  goTo("/article#ban-spread=2019");
  assert.equal(readLink(root.firstElementChild)?.date, "2019");
});

test("a written link is read back", () => {
  const host = stage("<ban-spread></ban-spread>");
  const given = {
    compare: { iso: "2019-01-01" },
    selected: { id: "100% +\u2068é\u2069" },
    view: "lanes",
    weighted: true,
  };
  goTo(writeLink(host, shown(given)));
  const entity = "100% +\u2068é\u2069";
  assert.deepEqual(readLink(host), {
    compare: "2019-01-01",
    date: "2020-07-14",
    entity,
    view: "lanes",
    weighted: true,
  });
  const weighing = stage("<ban-spread weighted></ban-spread>");
  goTo(writeLink(weighing, shown({ weighted: false })));
  assert.equal(readLink(weighing)?.weighted, false);
  goTo(writeLink(weighing, shown({ weighted: true })));
  assert.equal(readLink(weighing)?.weighted, undefined, "the element begins with weights");
});

test("an element that ignores links reads none", () => {
  goTo("/article#ban-spread=2020,GB");
  assert.equal(readLink(stage("<ban-spread></ban-spread>"))?.date, "2020");
  assert.equal(readLink(stage('<ban-spread data-link="ignore"></ban-spread>')), null);
});
