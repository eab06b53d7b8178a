/** What is taken from the browser's knowledge of languages. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { written } from "../../www/base/written.js";
import { canonical, fold, inOrder, messagesFor, native } from "../../www/i18n/locale.js";

for (const [tag, today] of /** @type {[string|undefined, string|undefined][]} */ ([
  ["de", "de"],
  ["DE-at", "de-AT"],
  ["iw", "he"],
  ["zh-hans-cn", "zh-Hans-CN"],
  ["sr-latn", "sr-Latn"],
  ["en-u-nu-arab", "en-u-nu-arab"],
  ["", undefined],
  ["not a tag", undefined],
  ["de_AT", undefined],
  ["x", undefined],
  ["\u202edе", undefined],
  ["a".repeat(10_000), undefined],
  [undefined, undefined],
])) {
  test(`the tag ${JSON.stringify(tag)?.slice(0, 30)} has the canonical form ${today}`, () =>
    assert.equal(canonical(tag), today));
}

/** Pairs of tags, and whether they mean one language. The tests of the core read the same file. */
const TAGS = JSON.parse(readFileSync(new URL("../data/language-tags.json", import.meta.url), "utf8"));
for (const [one, other, same] of /** @type {[string, string, boolean][]} */ ([
  ...TAGS.alike,
  ...TAGS.only_browsers_know,
])) {
  test(`${one} and ${other} are ${same ? "the same" : "different"} in language and script`, () => {
    assert.equal(written(one) === written(other), same);
  });
}

test("a language that the browser does not know is treated as English", () => {
  assert.equal(native("xx"), "en");
  assert.equal(native("tlh"), "en");
  assert.equal(native("de-AT"), "de-AT");
});

for (const [text, lang, folded] of /** @type {[string, string, string][]} */ ([
  ["Élysée", "fr", "elysee"],
  ["Straße", "de", "straße"],
  ["İstanbul", "tr", "istanbul"],
  ["IĞDIR", "tr", "ıgdır"],
  ["مَرْحَبًا", "ar", "مرحبا"],
  ["ﬁ", "en", "fi"],
  ["Å", "sv", "a"],
  ["", "en", ""],
  ["日本", "ja", "日本"],
])) {
  test(`"${text}" is folded to "${folded}" in ${lang}`, () => assert.equal(fold(text, lang), folded));
}

for (const [lang, names] of [
  ["de", ["Oman", "Österreich", "Zypern"]],
  ["sv", ["Oman", "Zypern", "Österreich"]],
  ["xx", ["Oman", "Österreich", "Zypern"]],
]) {
  test(`names are in the order of their language: ${lang}`, () => {
    const given = ["Zypern", "Oman", "Österreich"].map((name) => ({ name }));
    const kept = [...given];
    assert.deepEqual(
      inOrder(given, String(lang)).map(({ name }) => name),
      names,
    );
    assert.deepEqual(given, kept, "the list itself stays as it is");
  });
}

/** @param {string} lang */
const told = (lang) => Object.fromEntries(messagesFor(lang));

test("English is built into the core: only the tag is passed", () => {
  assert.deepEqual(messagesFor("en"), [["lang", "en"]]);
  assert.deepEqual(messagesFor("xx"), [["lang", "xx"]]);
});

test("the messages of a language are read once", () => assert.equal(messagesFor("de"), messagesFor("de")));

for (const [lang, key, text] of /** @type {[string, string, string][]} */ ([
  ["de", "lang", "de"],
  ["de", "day", "{d}. {month} {y}"],
  ["de", "month", "{month} {y}"],
  ["de", "year", "{y}"],
  ["de", "month.3", "März"],
  ["de", "month_short.12", "Dez"],
  ["de", "country.DE", "Deutschland"],
  ["de", "comma", ", "],
  ["de", "and", " und "],
  ["de", "outlet", "{name}"],
  ["de-AT", "month.1", "Jänner"],
  ["en-GB", "day", "{d} {month} {y}"],
  ["ru", "month.5", "май"],
  ["ru", "month_in_date.5", "мая"],
  ["ja", "day", "{y}年{month}月{d}日"],
  ["ja", "and", "、"],
  ["ar-EG", "digits", "٠١٢٣٤٥٦٧٨٩"],
  ["de", "digits", "0123456789"],
  ["es", "and", " y "],
  ["es", "million", "many"],
  ["de", "million", "other"],
  ["de", "numbers", "de"],
])) {
  test(`${lang}: ${key} is "${text}"`, () => assert.equal(told(lang)[key], text));
}

test("where a browser does not name the parts of dates and lists, months are numbers and lists have commas", (t) => {
  t.mock.method(Intl.DateTimeFormat.prototype, "formatToParts", () => []);
  t.mock.method(Intl.ListFormat.prototype, "formatToParts", () => []);
  const { comma, and, "month.1": first, "month_in_date.12": last } = told("nl");
  assert.deepEqual([comma, and, first, last], [", ", ", ", "1", "12"]);
});

test("right-to-left dates and names of outlets are isolated", () => {
  for (const lang of ["ar", "he"]) {
    const { day, month, outlet } = told(lang);
    for (const text of [day, month, outlet]) assert.match(text, /^\u2068.*\u2069$/s, lang);
  }
  assert.doesNotMatch(told("de").day, /[\u2068\u2069]/);
});

test("there are twelve months in each of three forms, none is empty, none has a year", () => {
  for (const lang of ["de", "ar", "hi", "ru", "ja", "zh-Hans", "he", "fa", "th"]) {
    const messages = told(lang);
    for (const form of ["month", "month_in_date", "month_short"]) {
      const all = Array.from({ length: 12 }, (_, n) => messages[`${form}.${n + 1}`]);
      assert.equal(new Set(all).size, 12, `${lang} ${form}`);
      assert.ok(
        all.every((month) => month && !/2020|2563|1399/.test(month)),
        `${lang} ${form}: ${all}`,
      );
    }
  }
});

test("a language with another calendar gets the Gregorian one", () => {
  assert.match(told("th").day, /^\{d\} \{month\} .*\{y\}$/);
  assert.match(told("fa")["month.1"], /^ژانویه/);
});

test("each number below 200 has a plural form, and larger numbers repeat these", () => {
  const forms = told("ar").plurals.split(" ");
  assert.equal(forms.length, 200);
  const rules = new Intl.PluralRules("ar");
  assert.deepEqual(forms.slice(0, 3), ["zero", "one", "two"]);
  for (const lang of ["ar", "ru", "fr", "he", "hi", "pt"]) {
    const own = new Intl.PluralRules(lang);
    for (let n = 200; n < 1000; n++) assert.equal(own.select(n), own.select(100 + (n % 100)), `${lang} ${n}`);
  }
  assert.equal(forms[111], rules.select(111));
});

test("a variety of English keeps the core's names of countries", () => {
  assert.equal(told("en-GB")["country.DE"], undefined);
});
