/** What the panels write for what the core describes: words, links, buttons, and what stays where it is. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { forever, give, send, sent, stage, stageParts } from "./page.mjs";
import { Changes } from "../../www/panels/changes.js";
import { Controls } from "../../www/panels/controls.js";
import { Details } from "../../www/panels/details.js";
import {
  icon,
  inline,
  make,
  plain,
  setAttribute,
  setText,
  setTaggedText,
  setTaggedAttribute,
  interpolate,
  interpolatePlain,
} from "../../www/base/dom.js";
import { buildEntry, buildSource, buildSources, listenDates } from "../../www/panels/entry.js";
import { renderHeadline } from "../../www/panels/headline.js";
import { Legend } from "../../www/panels/legend.js";
import { Listbox } from "../../www/a11y/listbox.js";
import { renderNotes } from "../../www/panels/notes.js";
import { clearNotice, showNotice } from "../../www/panels/notice.js";
import { buildBeforeAfter } from "../../www/panels/before-after.js";
import { reflect, upgrade } from "../../www/element/properties.js";
import { TextMeasurer } from "../../www/canvas/text-measurer.js";
import { Share } from "../../www/panels/share.js";
import { buildTemplate } from "../../www/element/template.js";
import { Tooltip } from "../../www/panels/tooltip.js";
import { Tour } from "../../www/panels/tour.js";
import { Unfold } from "../../www/panels/unfold.js";
import { Words } from "../../www/i18n/words.js";

const words = new Words();
const GERMAN = { text: "Verbot", lang: "de" };
/** A swatch that says which it is. @param {number} index @returns {any} */
const swatch = (index) => make("canvas", { class: "swatch", "data-index": String(index) });
/** @type {ReturnType<typeof buildTemplate>} */
let parts;

beforeEach(() => {
  parts = stageParts(buildTemplate());
});

/** @param {object} [given] @returns {any} */
const description = (given) => ({
  lang: "en",
  iso: "2020-07-14",
  date: "14 July 2020",
  period: null,
  compare: null,
  selected: null,
  ...given,
});

/** @param {object} [given] @returns {any} */
const info = (given) => ({ title: "T", story: "S", steps: [], footnotes: [], license: null, ...given });

test("texts are written only where they differ", () => {
  const node = /** @type {any} */ ({
    writes: 0,
    get textContent() {
      return "same";
    },
    set textContent(_) {
      this.writes++;
    },
  });
  setText(node, "same");
  assert.equal(node.writes, 0);
  setText(node, "other");
  assert.equal(node.writes, 1);
});

test("attributes are written only where they differ", () => {
  const node = /** @type {any} */ ({ writes: 0, getAttribute: () => "same", setAttribute: () => void node.writes++ });
  setAttribute(node, "a", "same");
  setAttribute(node, "a", "other");
  assert.equal(node.writes, 1);
});

test("a text says its language where that is not the figure's, and stops saying it", () => {
  const p = document.createElement("p");
  setTaggedText(p, GERMAN);
  assert.equal(p.outerHTML, '<p lang="de">Verbot</p>');
  setTaggedText(p, "Ban");
  assert.equal(p.outerHTML, "<p>Ban</p>");
  setTaggedAttribute(p, "aria-label", GERMAN);
  assert.deepEqual([p.getAttribute("aria-label"), p.lang], ["Verbot", "de"]);
});

for (const said of ["Ban", "$& <b>", ""]) {
  test(`"${said}" is woven into the place of {text}, and nothing of it is a pattern`, () => {
    assert.equal(make("p", {}, ...interpolate("{text}, May", said)).textContent, `${said}, May`);
    assert.equal(interpolatePlain("{text}, May", said), `${said}, May`);
    assert.equal(interpolatePlain("no slot", said), "no slot");
  });
}

test("a text in another language stays apart among others", () => {
  const p = make("p", {}, ...interpolate("Note: {text}.", GERMAN), inline("!"));
  assert.equal(p.innerHTML, 'Note: <bdi lang="de">Verbot</bdi>.<bdi>!</bdi>');
  assert.equal(plain(GERMAN), "Verbot");
});

test("children that are texts are no markup, whatever they hold", () => {
  assert.equal(make("p", { title: '"><script>' }, "<img src=x onerror=alert(1)>").children.length, 0);
});

test("an icon is decoration", () => assert.equal(icon("M0 0").getAttribute("aria-hidden"), "true"));

for (const [url, link] of /** @type {[string, boolean][]} */ ([
  ["https://a.example", true],
  ["HTTP://a.example", true],
  ["javascript:alert(1)", false],
  [" https://a.example", false],
  ["data:text/html,<script>", false],
  ["//a.example", false],
  ["", false],
  ["httpsx://a.example", false],
  ["https://paper.example@evil.example/", false],
  ["https://:secret@evil.example/", false],
  ["https://", false],
])) {
  test(`an address of a source becomes ${link ? "a link" : "no link"}: "${url}"`, () => {
    const [built] = buildSource({ outlet: "Paper", url });
    const { localName, href, rel, target, textContent } = /** @type {any} */ (built);
    if (!link) return assert.equal(localName, "bdi");
    assert.deepEqual([Boolean(href), rel, target, textContent], [true, "noopener", "_blank", "Paper"]);
  });
}

/** A text that looks like a host that the link does not lead to. @param {string} outlet */
const like = (outlet) => [outlet, "https://evil.example/", `${outlet} (evil.example)`];

for (const [outlet, url, told] of [
  ["real-bank.com", "https://www.real-bank.com/a", "real-bank.com"],
  ["Real-Bank.com", "https://news.real-bank.com/a", "Real-Bank.com"],
  ["co.uk", "https://evil.co.uk/", "co.uk (evil.co.uk)"],
  ["www.real-bank.com", "https://real-bank.com/a", "www.real-bank.com"],
  ["münchen.de", "https://xn--mnchen-3ya.de/", "münchen.de"],
  ["U.S. Department, No. 10, v1.2", "https://gov.example/", "U.S. Department, No. 10, v1.2"],
  ["The Paper", "https://paper.example/", "The Paper"],
  ...["real-bank.com.", "real-bank\u200b.com", "real-bank.c\u034fom", "real-bank\uff0ecom", "real-bank\uff61com"].map(
    like,
  ),
  ...["real-bank\u2024com", "real-bank.com-", "real-bank..com", "real-bank.com1", "192.168.0.1", "bank.xn--p1ai"].map(
    like,
  ),
  ["real-bank.com", "https://evil.example/a", "real-bank.com (evil.example)"],
  ["real-bank.com", "https://notreal-bank.com/a", "real-bank.com (notreal-bank.com)"],
  ["real-bank.com", "https://real-bank.com.evil.example/", "real-bank.com (real-bank.com.evil.example)"],
  ["rеal-bank.com", "https://real-bank.com/", "rеal-bank.com (real-bank.com)"],
  ["moc.knab-laer\u202e real-bank.com", "https://evil.example/", "moc.knab-laer\u202e real-bank.com (evil.example)"],
  ["https://real-bank.com/news", "https://evil.example/", "https://real-bank.com/news (evil.example)"],
]) {
  test(`a source "${outlet}" that leads to ${url} is told as "${told}"`, () => {
    const line = buildSources([{ outlet, date: null, url }]);
    assert.equal(line.textContent, told);
    assert.equal(line.querySelector("a")?.textContent, outlet);
  });
}

test("the work for a source grows with its letters", () => {
  // Work that grows with their square would not come to an end.
  for (const part of ["a", "a.", ".", "a-", "a.aa "]) {
    const outlet = part.repeat(1_000_000 / part.length);
    const sources = buildSources([{ outlet, date: null, url: "https://evil.example/" }]);
    assert.ok(sources.textContent?.includes(outlet), part);
  }
});

test("marks of direction in a text do not reach the words around it", () => {
  const { sources } = /** @type {any} */ ({
    sources: buildSources([{ outlet: "\u202eretueR", date: "May", url: null }]),
  });
  assert.equal(sources.querySelector("bdi")?.textContent, "\u202eretueR");
  const [, told] = interpolate("Note: {text}.", "\u202eetoN");
  assert.equal(/** @type {any} */ (told).localName, "bdi");
});

test("sources stand after one another, with their dates", () => {
  const line = buildSources([
    { outlet: "TechCrunch", date: "August 2018", url: "https://a.example" },
    { outlet: "Reuters", date: null, url: null },
  ]);
  assert.equal(line.textContent, "TechCrunch, August 2018; Reuters");
  assert.equal(buildSources([]).textContent, "");
});

test("the date of a row goes to its day, and one without a day is no button", () => {
  const list = make(
    "ul",
    {},
    buildEntry({ date: "May", iso: "2020-05", day: 5 }, make("p")),
    buildEntry({ date: "May", day: null }, make("p")),
  );
  listenDates(list, send, forever);
  const [one, other] = list.querySelectorAll(".when");
  assert.equal(one.innerHTML, '<time datetime="2020-05">May</time>');
  /** @type {any} */ (one).click();
  /** @type {any} */ (other).click();
  assert.deepEqual([sent, other.localName], [[{ day: 5 }], "span"]);
});

test("two values have an arrow for the eye and words for the ear, in any order of words", () => {
  const own = new Words();
  const pair = (/** @type {string} */ pattern) => {
    own.speak("en", { from_to: pattern });
    const p = make("p", {}, ...buildBeforeAfter(own, "2", "5"));
    return [p.textContent, [...p.querySelectorAll(".visually-hidden")].map(({ textContent }) => textContent)];
  };
  assert.deepEqual(pair("from {from} to {to}"), ["from 2 →to  5", ["from ", "to "]]);
  assert.deepEqual(pair("{from}から{to}まで"), ["2 →から 5まで", ["から", "まで"]]);
});

for (const [what, given, days] of /** @type {[string, object, string][]} */ ([
  ["a day", {}, "14 July 2020"],
  [
    "two days, the later one last",
    { period: "1 May – 14 July 2020", compare: { date: "1 May" }, date: "14 July 2020" },
    "1\u00a0May\u00a0– 14\u00a0July\u00a02020",
  ],
  [
    "two days without blanks between",
    { period: "5月1日～7月14日", compare: { date: "5月1日" }, date: "7月14日" },
    "5月1日～\u200b7月14日",
  ],
  [
    "two days, the shown one earlier",
    { period: "1 May – 14 July", compare: { date: "14 July" }, date: "1 May" },
    "1\u00a0May\u00a0– 14\u00a0July",
  ],
])) {
  test(`the headline of ${what} comes apart only before the later one`, () => {
    renderHeadline(parts.headline, description({ sentence: GERMAN, ...given }), info());
    assert.equal(parts.headline.day.textContent, days);
    assert.equal(parts.headline.date.hasAttribute("data-period"), "period" in given);
    assert.equal(parts.headline.sentence.lang, "de");
  });
}

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

/** The changes, and the ids of those that are shown. */
function changesOf() {
  /** @type {string[]} */
  const opened = [];
  const changes = new Changes(parts.details, { send, open: (id) => void opened.push(id), words, signal: forever });
  const render = (/** @type {object} */ given, fresh = false) =>
    changes.render(description({ changes: [], moved: null, ...given }), swatch, fresh);
  const rows = () => [...parts.details.list.children];
  return { opened, render, rows };
}

test("rows of changes that stay are the same elements, in a new order too", () => {
  const { render, rows } = changesOf();
  render({ changes: [change("A"), change("B")] });
  const [a, b] = rows();
  render({ changes: [change("C"), change("B"), change("A")] });
  assert.deepEqual([rows()[1] === b, rows()[2] === a, rows().length], [true, true, 3]);
  render({ changes: [change("A")] }, true);
  assert.notEqual(rows()[0], a, "in another look it is built anew");
});

test("an event that changes no status has no swatch", () => {
  const { render, rows } = changesOf();
  render({ changes: [change("A", { status: null }), change("B")] });
  assert.deepEqual(
    rows().map((row) => row.querySelectorAll(".swatch").length),
    [0, 1],
  );
});

test("where there is nothing to list, it says so", () => {
  const { render } = changesOf();
  render({});
  assert.deepEqual([parts.details.none.hidden, parts.details.none.textContent], [false, words.text("no_changes")]);
  render({ moved: [] });
  assert.equal(parts.details.none.textContent, words.text("nothing_moved"));
  render({ changes: [change("A")] });
  assert.equal(parts.details.none.hidden, true);
});

test("of two days it lists who changed from what to what, and scrolls", () => {
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
  render({ changes: [] });
  assert.equal(parts.details.list.hasAttribute("tabindex"), false);
});

test("while a history is open the changes are away, and are not built", () => {
  const { render, rows } = changesOf();
  render({ selected: {}, changes: [change("A")] });
  assert.deepEqual([parts.details.changes.hidden, rows().length], [true, 0]);
});

/** @param {object} [given] @returns {any} */
const entry = (given) => ({
  iso: "2020-05",
  day: 5,
  date: "May",
  future: false,
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
  entries: [entry()],
  ...given,
});

/** The details below the controls. */
function detailsOf() {
  const details = new Details(parts, { send, flush: () => {}, words, signal: forever });
  const render = (/** @type {object|null} */ given, fresh = false) =>
    details.render(description({ changes: [], moved: null, selected: given && selected(given) }), swatch, fresh);
  return { details, render, entries: () => [...parts.details.entries.children] };
}

test("a history tells status, since when, texts, terms, doubts and corrections in order", () => {
  const { render, entries } = detailsOf();
  render({
    status: GERMAN,
    since: "since May",
    footnote: "A note",
    entries: [
      entry({
        text: "Words.",
        terms: ["Until June", "Only 5G"],
        caution: "unsure",
        corrections: ["First", GERMAN],
        sources: [{ outlet: "Paper" }],
      }),
    ],
  });
  assert.equal(parts.details.state.textContent, "Verbot since May");
  assert.deepEqual([parts.details.footnote.textContent, parts.details.footnote.hidden], ["A note", false]);
  assert.deepEqual(
    [...entries()[0].querySelectorAll("p")].map(({ textContent }) => textContent),
    ["Act", "Words.", "Until June. Only 5G.", "Caution: unsure", "First", "Verbot", "Paper"],
  );
});

test("what is still to come in a history is marked, and only what crosses the date is built anew", () => {
  const { render, entries } = detailsOf();
  const all = (/** @type {number} */ future) => [0, 1, 2].map((n) => entry({ future: n >= future }));
  render({ entries: all(2) });
  const [first] = entries();
  render({ entries: all(2) });
  assert.equal(entries()[0], first);
  render({ entries: all(1) });
  assert.notEqual(entries()[0], first);
  assert.deepEqual(
    entries().map((row) => row.hasAttribute("data-future")),
    [false, true, true],
  );
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
  test(`${key} ${closes ? "closes a history, and is nobody else's then" : "leaves a history open"}`, () => {
    const { render } = detailsOf();
    render({});
    let outside = 0;
    parts.root.addEventListener("keydown", () => outside++);
    parts.details.history.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    assert.deepEqual([sent, outside], closes ? [[{ select: null }], 0] : [[], 1]);
  });
}

test("from one history to the next the way back stays that of the first", () => {
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

/** @param {string} id @param {object} [given] @returns {any} */
const item = (id, given) => ({ id, label: id, count: 2, before: null, most: 120, index: 0, ...given });

test("a status filters, pressed again no longer; no data is no button", () => {
  const legend = new Legend(parts.legend, { send, words, signal: forever });
  const all = [item("banned"), item("none", { index: -1 })];
  legend.render(description({ legend: all, filter: null }), swatch, true);
  const [banned, none] = /** @type {any[]} */ ([...parts.legend.children]);
  assert.deepEqual([banned.localName, none.localName, banned.textContent], ["button", "span", "banned 2"]);
  banned.click();
  legend.render(description({ legend: all, filter: "banned" }), swatch, false);
  assert.deepEqual([banned.getAttribute("aria-pressed"), none.hasAttribute("aria-pressed")], ["true", false]);
  banned.click();
  none.click();
  assert.deepEqual(sent, [{ filter: "banned" }, { filter: null }]);
});

test("the legend keeps the buttons of statuses that stay, and counts are as wide on every day", () => {
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
  assert.deepEqual([a.textContent, a.style.marginInlineEnd], ["a from 10 →to  115", "1ch"]);
});

test("tiles are options over what is drawn, and new ones ask for names", () => {
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
      b.getAttribute("aria-selected"),
    ],
    ["A: permitted", "tile-A", "true"],
  );
  listbox.render(description({ focus: "gone" }));
  assert.equal(parts.map.tiles.hasAttribute("aria-activedescendant"), false);
});

test("notes and licence are there only where there are any", () => {
  renderNotes(parts.notes, info(), words);
  assert.deepEqual([parts.notes.footnotes.hidden, parts.notes.license.hidden], [true, true]);
  renderNotes(parts.notes, info({ footnotes: ["One", GERMAN], license: "CC BY" }), words);
  assert.deepEqual([parts.notes.footnotes.children.length, parts.notes.license.textContent], [2, "Data: CC BY"]);
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

test("readers hear one quiet line, whatever kept the chart away", () => {
  assert.deepEqual(notice({ code: "engine-load" }), [words.text("failed")]);
  assert.deepEqual(notice({ cause: "not-found" }, true), [words.text("not_loaded")]);
});

test("editors hear of five faults with their places, and how many more there are", () => {
  const diagnostics = [
    { ...fault, severity: "warning" },
    fault,
    { ...fault, line: null, help: null },
    ...Array(6).fill({ ...fault, column: null }),
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

test("a refusal without faults says its message, and a notice can be cleared", () => {
  assert.deepEqual(notice({}, true), [words.text("refused"), "All."]);
  clearNotice(parts.notice);
  assert.equal(parts.notice.childNodes.length, 0);
});

test("a tooltip that a reader has dismissed stays away until something else is pointed at", () => {
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
  test(`the tooltip of a thing stands ${what}`, () => {
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

test("a tour leads from its button through its steps and back, each said once with its place", () => {
  const tour = new Tour(parts.tour, { send, flush: () => {}, words, signal: forever });
  const steps = [
    { date: "May", title: "One", text: null },
    { date: "June", title: GERMAN, text: "Words." },
  ];
  const render = (/** @type {number|null} */ step, fresh = false) =>
    tour.render(description({ step }), info({ steps }), fresh);
  render(null, true);
  assert.deepEqual(
    [parts.tour.start.textContent, parts.tour.open.hidden, tour.takeWords()],
    ["Start the tour · 2 steps", true, null],
  );
  parts.tour.start.click();
  render(0);
  assert.equal(tour.takeWords(), "1 of 2 · May. One. ");
  assert.equal(tour.takeWords(), null);
  parts.tour.previous.click();
  parts.tour.next.click();
  render(1);
  assert.deepEqual(tour.takeWords(), { text: "2 of 2 · June. Verbot. Words.", lang: "de" });
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
  tour.render(description({ step: null }), info(), true);
  assert.equal(parts.tour.root.hidden, true);
});

test("the button below the map unfolds and folds", () => {
  const unfold = new Unfold(parts.unfold, { send, words, signal: forever });
  unfold.render(0, description({ unfolded: false }));
  assert.equal(parts.unfold.hidden, true);
  unfold.render(12, description({ unfolded: false }));
  assert.equal(parts.unfold.textContent, "Show 12 more");
  parts.unfold.click();
  unfold.render(0, description({ unfolded: true }));
  assert.deepEqual([parts.unfold.hidden, parts.unfold.textContent], [false, "Show fewer"]);
  parts.unfold.click();
  assert.deepEqual(sent, [{ unfold: true }, { unfold: false }]);
});

test("the controls ask for what is not yet, and take only dates that are valid", () => {
  /** @type {any[]} */
  const dates = [];
  const controls = new Controls(parts.controls, {
    send,
    setDate: (...date) => void dates.push(date),
    words,
    signal: forever,
  });
  const info = /** @type {any} */ ({ first: "2003-01-01", last: "2026-06-30" });
  const render = (/** @type {object} */ given) =>
    controls.render(description({ playing: false, has_previous: true, has_next: true, ...given }), info);
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

/** @param {object} [navigator] @param {boolean} [coarse] */
function sharing(navigator = {}, coarse = false) {
  give("navigator", navigator);
  give("matchMedia", () => ({ matches: coarse }));
  /** @type {string[]} */
  const said = [];
  const shown = description({ title: "Who bans? Äpfel & 文字/../x", iso: "2020-07-14" });
  new Share(parts.controls, {
    host: stage("<ban-spread></ban-spread>"),
    describe: () => shown,
    draw: () => {},
    say: (text) => void said.push(text),
    words,
    signal: forever,
  });
  return said;
}
const settled = () => new Promise(setImmediate);
const LINK = "https://paper.example/article#ban-spread=2020-07-14";

test("a link is copied, and the reader told", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {string[]} */
  const copied = [];
  const said = sharing({ clipboard: { writeText: async (/** @type {string} */ text) => void copied.push(text) } });
  parts.controls.share.click();
  await settled();
  assert.deepEqual([copied, said, parts.controls.share.dataset.said], [[LINK], ["Link copied"], "Link copied"]);
});

test("a finger is given the system's own way to share, and may think better of it", async () => {
  /** @type {any[]} */
  const shared = [];
  const said = sharing(
    {
      share: async (/** @type {any} */ what) => {
        shared.push(what);
        throw Object.assign(new Error("no"), { name: "AbortError" });
      },
    },
    true,
  );
  parts.controls.share.click();
  await settled();
  assert.deepEqual([shared, said, parts.controls.link.hidden], [[{ url: LINK }], [], true]);
});

test("where nothing may be copied the link stands in a field until it is left", async () => {
  const said = sharing({});
  parts.controls.share.click();
  await settled();
  assert.deepEqual([parts.controls.link.hidden, parts.controls.link.value, said], [false, LINK, ["Copy this link"]]);
  parts.controls.link.dispatchEvent(new Event("blur"));
  assert.equal(parts.controls.link.hidden, true);
});

for (const [what, toBlob, name, answer] of /** @type {[string, any, string|undefined, string|undefined][]} */ ([
  [
    "has a name that any system takes",
    (/** @type {any} */ done) => done({}),
    "banspread-who-bans-äpfel-文字-x-2020-07-14.png",
    undefined,
  ],
  [
    "that cannot be made is told",
    (/** @type {any} */ done) => done(null),
    undefined,
    "The picture could not be created.",
  ],
  [
    "that a page may not have is told",
    () => {
      throw new Error("tainted");
    },
    undefined,
    "The picture could not be created.",
  ],
])) {
  test(`a picture ${what}`, (t) => {
    t.mock.timers.enable({ apis: ["setTimeout"] });
    const Canvas = /** @type {any} */ (document.createElement("canvas").constructor);
    Canvas.prototype.toBlob = toBlob;
    give("origin", "https://paper.example");
    /** @type {any[]} */
    const revoked = [];
    t.mock.method(URL, "createObjectURL", () => "blob:1");
    t.mock.method(URL, "revokeObjectURL", (/** @type {string} */ href) => void revoked.push(href));
    /** @type {string|undefined} */
    let saved;
    const Link = /** @type {any} */ (document.createElement("a").constructor);
    /** @this {HTMLAnchorElement} */
    function click() {
      saved = this.download;
    }
    t.mock.method(Link.prototype, "click", click);
    const said = sharing();
    parts.controls.download.click();
    assert.deepEqual([saved, said], [name, answer ? [answer] : []]);
    t.mock.timers.tick(10_000);
    assert.deepEqual(revoked, name ? ["blob:1"] : []);
  });
}

test("a property writes its attribute, and nothing takes it away", () => {
  const element = document.createElement("p");
  reflect(element, "lang", "de");
  assert.equal(element.getAttribute("lang"), "de");
  reflect(element, "lang", "");
  assert.equal(element.getAttribute("lang"), "");
  for (const nothing of [null, undefined]) {
    reflect(element, "lang", "de");
    reflect(element, "lang", nothing);
    assert.equal(element.hasAttribute("lang"), false);
  }
});

test("properties that were set too early are set again, in order, and others stay", () => {
  /** @type {any[]} */
  const set = [];
  class Late {
    set b(/** @type {unknown} */ value) {
      set.push(["b", value]);
    }
    set a(/** @type {unknown} */ value) {
      set.push(["a", value]);
    }
  }
  const early = Object.defineProperties(new Late(), {
    b: { value: 1, configurable: true, enumerable: true, writable: true },
    own: { value: 2, configurable: true, enumerable: true },
    a: { value: 3, configurable: true, enumerable: true, writable: true },
  });
  upgrade(/** @type {any} */ (early));
  assert.deepEqual(
    [set, Object.keys(early)],
    [
      [
        ["b", 1],
        ["a", 3],
      ],
      ["own"],
    ],
  );
});

for (const [font, text, width] of /** @type {[string, string, number][]} */ ([
  ["400 10px serif", "abc", 18],
  ["400 10px serif", "日本", 20],
  ["700 20px serif", "", 0],
  ["400 10px serif", "\u{20000}", 10],
])) {
  test(`without a canvas "${text}" is about ${width} px wide in ${font}`, () => {
    const measurer = new TextMeasurer();
    measurer.font = font;
    assert.equal(measurer.measureText(text).width, width);
  });
}
