/** Rows of events: sources, dates, and two values with an arrow. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { forever, send, sent } from "./page.mjs";
import { interpolate, make } from "../../www/base/dom.js";
import { Words } from "../../www/i18n/words.js";
import { buildBeforeAfter } from "../../www/panels/before-after.js";
import { buildEntry, buildSource, buildSources, listenDates } from "../../www/panels/entry.js";

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

/** A case with a text that looks like another host than the host of the link. @param {string} outlet */
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
  test(`a source "${outlet}" that leads to ${url} is shown as "${told}"`, () => {
    const line = buildSources([{ outlet, date: null, url }]);
    assert.equal(line.textContent, told);
    assert.equal(line.querySelector("a")?.textContent, outlet);
  });
}

test("the work for a source is linear in its length", () => {
  // If the work grew with the square of their number, the test would not end.
  for (const part of ["a", "a.", ".", "a-", "a.aa "]) {
    const outlet = part.repeat(1_000_000 / part.length);
    const sources = buildSources([{ outlet, date: null, url: "https://evil.example/" }]);
    assert.ok(sources.textContent?.includes(outlet), part);
  }
});

test("marks of direction in a text do not affect the words around it", () => {
  const { sources } = /** @type {any} */ ({
    sources: buildSources([{ outlet: "\u202eretueR", date: "May", url: null }]),
  });
  assert.equal(sources.querySelector("bdi")?.textContent, "\u202eretueR");
  const [, told] = interpolate("Note: {text}.", "\u202eetoN");
  assert.equal(/** @type {any} */ (told).localName, "bdi");
});

test("sources follow one another, with their dates", () => {
  const line = buildSources([
    { outlet: "TechCrunch", date: "August 2018", url: "https://a.example" },
    { outlet: "Reuters", date: null, url: null },
  ]);
  assert.equal(line.textContent, "TechCrunch, August 2018; Reuters");
  assert.equal(buildSources([]).textContent, "");
});

test("the date of a row is a button that goes to its day and says so; a date without a day is no button", () => {
  const words = new Words();
  const list = make(
    "ul",
    {},
    buildEntry({ date: "May", iso: "2020-05", day: 5 }, words, make("p")),
    buildEntry({ date: "May", day: null }, words, make("p")),
  );
  listenDates(list, send, forever);
  const [one, other] = list.querySelectorAll(".when");
  assert.equal(one.innerHTML, '<time datetime="2020-05">May</time>');
  assert.deepEqual([one.getAttribute("aria-label"), other.getAttribute("aria-label")], ["Show the date: May", null]);
  /** @type {any} */ (one).click();
  /** @type {any} */ (other).click();
  assert.deepEqual([sent, other.localName], [[{ day: 5 }], "span"]);
});

test("two values have a visible arrow and spoken words, in any order of words", () => {
  const own = new Words();
  const pair = (/** @type {string} */ pattern) => {
    own.speak("en", { from_to: pattern });
    const p = make("p", {}, ...buildBeforeAfter(own, "2", "5"));
    return [p.textContent, [...p.querySelectorAll(".visually-hidden")].map(({ textContent }) => textContent)];
  };
  assert.deepEqual(pair("from {from} to {to}"), ["from 2 →to  5", ["from ", "to "]]);
  assert.deepEqual(pair("{from}から{to}まで"), ["2 →から 5まで", ["から", "まで"]]);
});
