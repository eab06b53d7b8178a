/** The words of the shell, and the words of a publisher that replace them. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { give, stage } from "./page.mjs";
import { interpolate, interpolatePlain, make } from "../../www/base/dom.js";
import { LATER } from "../../www/i18n/later-words.js";
import { likeOf, review } from "../../www/i18n/overrides.js";
import "./resolve.mjs";
import { ENGLISH, Words } from "../../www/i18n/words.js";
import { setSupplement } from "../../www/loading/arrived.js";

const { readOwn } = await import("../../www/i18n/own-words.js");

/**
 * How patterns are filled. The tests of core and shell use the same cases.
 * @type {{pattern: string, values: Record<string, string>, filled: string}[]}
 */
const PATTERNS = JSON.parse(readFileSync(new URL("../data/patterns.json", import.meta.url), "utf8"));

/** @param {string} lang @returns {Record<string, string>} */
const file = (lang) =>
  JSON.parse(readFileSync(new URL(`../../www/messages/${lang}.json`, import.meta.url), "utf8")).words;
/** @param {string} lang @param {Record<string, string>} [own] */
const speaking = (lang, own = file(lang)) => {
  const words = new Words();
  words.speak(lang, own);
  return words;
};

test("the English words in script and supplement are those of the message file, and each is in one of them", () => {
  const all = file("en");
  for (const own of [ENGLISH, LATER]) {
    assert.deepEqual(own, Object.fromEntries(Object.keys(own).map((key) => [key, all[key]])));
  }
  assert.deepEqual(
    Object.keys(LATER).filter((key) => key in ENGLISH),
    [],
  );
});

test("the words of the supplement are known after it has arrived", () => {
  const words = new Words();
  assert.equal(words.text("table_copy"), undefined);
  setSupplement(/** @type {any} */ ({ LATER }));
  assert.deepEqual([words.text("table_copy"), words.count("table_rows", 2)], ["Copy the table", "2 rows"]);
});

test("the first words are English", () => {
  const words = new Words();
  assert.equal(words.lang, "en");
  assert.equal(words.text("play"), "Play");
  assert.deepEqual([words.number(1204), words.count("more", 1204)], ["1204", "+ 1204 more"]);
});

test("a word that a language lacks is English", () => {
  assert.equal(speaking("de", { play: "Los" }).text("pause"), "Pause");
  assert.equal(speaking("de", { play: "Los" }).text("play"), "Los");
});

test("slots are filled by name, and a slot without a value stays", () => {
  const words = speaking("en", { a: "{b} and {c} and {b}" });
  assert.equal(words.fill("a", { b: "x" }), "x and {c} and x");
  assert.equal(
    words.fill("a", { b: "{c}", c: "$&" }),
    "{c} and $& and {c}",
    "nothing is filled into what was filled in",
  );
});

for (const { pattern, values, filled } of PATTERNS) {
  test(`the core and the shell fill ${JSON.stringify(pattern)} in the same way`, () => {
    assert.equal(speaking("en", { a: pattern }).fill("a", values), filled);
    // These two know only one name.
    if (Object.keys(values).join() !== "text") return;
    assert.equal(interpolatePlain(pattern, values.text), filled);
    assert.equal(make("p", {}, ...interpolate(pattern, values.text)).textContent, filled);
  });
}

test("a slot with the name of a property that every object has stays", () => {
  const words = speaking("en", { a: "{missing} {b}" });
  assert.equal(words.fill("a", { b: "" }), "{missing} ");
});

for (const [lang, n, text] of /** @type {[string, number, string][]} */ ([
  ["en", 0, "+ 0 more"],
  ["en", 1, "+ 1 more"],
  ["en", 1000, "+ 1000 more"],
  ["de", 2, "+ 2 mehr"],
])) {
  test(`a number is written without separators between thousands: ${lang} ${n}`, () => {
    assert.equal(speaking(lang).count("more", n), text);
  });
}

for (const [lang, n, digits] of /** @type {[string, number, string][]} */ ([
  ["ar-EG", 1204, "١٢٠٤"],
  ["hi-u-nu-deva", 30, "३०"],
  ["en", 1204, "1204"],
  ["xx", 1204, "1204"],
])) {
  test(`a number has the digits of the language: ${lang} ${n}`, () =>
    assert.equal(speaking(lang, {}).number(n), digits));
}

for (const [lang, forms] of /** @type {[string, Record<string, number[]>][]} */ ([
  ["ar", { zero: [0], one: [1], two: [2], few: [3, 10, 103], many: [11, 99], other: [100, 102] }],
  ["ru", { one: [1, 21, 101], few: [2, 4, 22], many: [0, 5, 11, 12] }],
  ["ja", { other: [0, 1, 2, 100] }],
  ["fr", { one: [0, 1], other: [2, 100] }],
])) {
  test(`a number has the plural form of the language: ${lang}`, () => {
    const own = Object.fromEntries(Object.keys(forms).map((form) => [`rows.${form}`, form]));
    const words = speaking(lang, own);
    for (const [form, numbers] of Object.entries(forms)) {
      for (const n of numbers) assert.equal(words.count("rows", n), form, `${lang} ${n}`);
    }
  });
}

test("a plural form can have more slots than that for the number", () => {
  const words = speaking("ar-EG", { "rows.many": "{n} {of}" });
  assert.equal(words.count("rows", 11, { of: "y" }), "١١ y");
});

test("other replaces a missing plural form, first in the language, then in English", () => {
  assert.equal(speaking("ru", { "table_rows.other": "{n} X" }).count("table_rows", 1), "1 X");
  assert.equal(speaking("ru", {}).count("table_rows", 1), "1 row");
  assert.equal(speaking("ru", {}).count("table_rows", 5), "5 rows");
});

test("a list has commas alone, and a large number few words, as the language has them", () => {
  assert.equal(speaking("en", {}).list(["A", "B", "C"]), "A, B, C");
  assert.equal(speaking("en", {}).amount(1_400_000_000), "1.4 billion");
  assert.equal(speaking("de", {}).amount(1_400_000_000), "1,4 Milliarden");
});

test("fixed words are written into texts, labels and titles", () => {
  const root = stage('<div><b data-word="play"></b><i data-name="map" title="x">icon</i><u data-name="map"></u></div>');
  new Words().label(root);
  const [b, i, u] = root.children;
  assert.equal(b.textContent, "Play");
  assert.equal(i.getAttribute("aria-label"), ENGLISH.map);
  assert.equal(i.title, ENGLISH.map);
  assert.equal(u.hasAttribute("title"), false);
  assert.deepEqual([i.textContent, b.hasAttribute("aria-label")], ["icon", false], "what has no word stays");
});

const KEYS = {
  play: "Play",
  "more.one": "{n} more",
  "more.other": "{n} more",
  date: "{d} {month}",
  license: "Data: {text}",
  step_of: "{n} of {m}",
  "rows.other": "{n} of {all}",
};
/** @param {unknown} own @param {boolean} [open] */
const reviewed = (own, open = false) => {
  const { words, translation, message, diagnostics } = review(own, KEYS, open);
  const found = diagnostics.map(({ code, path }) => `${code} ${path}`);
  return { words, translation, found, message };
};

for (const [what, own, found, words] of /** @type {[string, unknown, string[], object][]} */ ([
  ["a word", { words: { play: "Los" } }, [], { play: "Los" }],
  ["nothing", {}, [], {}],
  ["nothing, as null", { words: null }, [], {}],
  ["a form that English does not have", { words: { "more.few": "{n} X" } }, [], { "more.few": "{n} X" }],
  ["a form for one number that does not say it", { words: { "more.one": "one" } }, [], { "more.one": "one" }],
  ["a word that there is not", { words: { plya: "x" } }, ["unknown-word words.plya"], {}],
  ["a number in place of a text", { words: { play: 5 } }, ["wrong-kind words.play"], {}],
  ["an empty text", { words: { play: "" } }, ["wrong-kind words.play"], {}],
  ["a list in place of a text", { words: { play: ["Los"] } }, ["wrong-kind words.play"], {}],
  ["a text without its slot", { words: { license: "x" } }, ["missing-field words.license"], {}],
  ["a text without its number", { words: { step_of: "{m}" } }, ["missing-field words.step_of"], {}],
  ["a form without another slot", { words: { "rows.one": "one" } }, ["missing-field words.rows.one"], {}],
  ["a text with one of two slots", { words: { date: "{month}" } }, ["missing-field words.date"], {}],
  ["a field that there is not", { wrods: {} }, ["unknown-field wrods"], {}],
  ["words that are a list", { words: [] }, ["wrong-kind words"], {}],
  ["words that are a text", { words: "play" }, ["wrong-kind words"], {}],
  ["a number in place of all", 5, ["wrong-kind words"], {}],
  ["a text in place of all", "play", ["wrong-kind words"], {}],
  ["null in place of all", null, ["wrong-kind words"], {}],
  ["a language that is none", { lang: "not a tag" }, ["wrong-kind lang"], {}],
  ["a language", { lang: "de-AT" }, [], {}],
  ["a dataset that is a text", { dataset: "x" }, ["wrong-kind dataset"], {}],
  [
    "what every object has",
    { words: { constructor: "x", "toString.one": "y", hasOwnProperty: "z" } },
    ["unknown-word words.constructor", "unknown-word words.toString.one", "unknown-word words.hasOwnProperty"],
    {},
  ],
  ["a prototype", JSON.parse('{"words": {"__proto__": "x"}}'), ["unknown-word words.__proto__"], {}],
])) {
  test(`a publisher's words with ${what}: errors are reported and the rest is used`, () => {
    const result = reviewed(own);
    assert.deepEqual(result.found, found);
    assert.deepEqual(result.words, words);
  });
}

test("one fault does not affect the other words, and all faults are in one message", () => {
  const { words, message } = reviewed({ words: { play: "Los", plya: "x", date: "{d}" }, extra: 1 });
  assert.deepEqual(words, { play: "Los" });
  assert.equal(
    message,
    "Invalid words: extra is unknown: use lang, words or dataset; " +
      'words.plya is unknown (did you mean "play"?); words.date does not contain {month}.',
  );
});

for (const [own, sentence] of /** @type {[unknown, string][]} */ ([
  [5, "words is not an object"],
  [{ lang: "not a tag" }, 'lang is not a language tag such as "de"'],
  [{ words: { play: 5 } }, "words.play is not a text"],
  [{ words: { date: "x" } }, "words.date does not contain {d}, {month}"],
  [{ words: { dat: "x" } }, 'words.dat is unknown (did you mean "date"?)'],
  [{ words: { licence: "x" } }, 'words.licence is unknown (did you mean "license"?)'],
  [{ words: { "more.oen": "x" } }, 'words.more.oen is unknown (did you mean "more.one"?)'],
  [{ words: { stepof: "x" } }, 'words.stepof is unknown (did you mean "step_of"?)'],
  [{ words: { "rowsss.other": "x" } }, 'words.rowsss.other is unknown (did you mean "rows.other"?)'],
  [{ words: { "": "x" } }, 'words. is unknown (did you mean "play"?)'],
])) {
  test(`the message says what is wrong: ${sentence}`, () => {
    assert.equal(reviewed(own).message, `Invalid words: ${sentence}.`);
    assert.deepEqual(
      review(own, KEYS, false).diagnostics.map(({ severity }) => severity),
      ["error"],
    );
  });
}

test("of two keys that are equally near the first is suggested", () => {
  const { message } = review({ words: { ab: "x" } }, { aa: "", bb: "" }, false);
  assert.match(message, /did you mean "aa"/u);
});

test("of a very long word the beginning is compared", () => {
  const { message } = review({ words: { [`${"x".repeat(60)}abc`]: "" } }, { zzz: "", abc: "" }, false);
  assert.match(message, /did you mean "zzz"/u);
});

test("a hundred faults are told without a rest", () => {
  const words = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`strange_${n}`, "x"]));
  const { found, message } = reviewed({ words });
  assert.equal(found.length, 100);
  assert.ok(message.endsWith("words.strange_99 is unknown."), message.slice(-80));
});

test("of thousands of faults a hundred are told, and what was meant is guessed for twenty", () => {
  const strange = Array.from({ length: 20_000 }, (_, n) => [
    `strange_word_with_a_long_name_${n}_${"x".repeat(80)}`,
    "x",
  ]);
  const { found, message } = reviewed({ words: { ...Object.fromEntries(strange), play: "Los" }, dataset: [] });
  assert.equal(found.length, 100);
  assert.ok(message.endsWith("; 19901 more."), message.slice(-80));
  assert.deepEqual([message.split("did you mean").length - 1, message.length < 20_000], [20, true]);
});

test("where not all keys are known, a strange one is let through", () => {
  assert.deepEqual(reviewed({ words: { spoken: "x" } }, true), {
    words: { spoken: "x" },
    translation: undefined,
    found: [],
    message: "",
  });
});

test("texts for the built-in dataset are passed on", () => {
  const dataset = { title: "Titel" };
  assert.equal(reviewed({ dataset }).translation, dataset);
  assert.equal(reviewed({ dataset: null }).translation, null);
});

test("words from another realm are accepted", () => {
  const foreign = Object.assign(Object.create(null), { words: Object.assign(Object.create(null), { play: "Los" }) });
  assert.deepEqual(reviewed(foreign).words, { play: "Los" });
});

test("a key stands for another form of the same word, but not for a property that every object has", () => {
  assert.equal(likeOf("play", KEYS), "Play");
  assert.equal(likeOf("more.zero", KEYS), "{n} more");
  assert.equal(likeOf("more", KEYS), undefined);
  assert.equal(likeOf("play.few", KEYS), undefined);
  assert.equal(likeOf("a.one.b", { "a.other.b": "x" }), undefined, "a form is at the end");
  for (const key of ["constructor", "__proto__", "toString.one", ""]) assert.equal(likeOf(key, KEYS), undefined, key);
});

test("words that a script has set take precedence over those of an attribute", async () => {
  const given = { words: { play: "Los" } };
  assert.deepEqual(await readOwn(stage('<ban-spread words-src="#nowhere"></ban-spread>'), given, 0), given);
  assert.equal(await readOwn(stage("<ban-spread></ban-spread>"), null, 0), null);
});

test("words can come from an element of the page", async () => {
  const host = stage(
    '<ban-spread words-src="#mine"></ban-spread><script type="application/json" id="mine">{"lang":"de"}</script>',
  );
  assert.deepEqual(await readOwn(host, null, 0), { lang: "de" });
});

test("words that are null in their file are not usable", async () => {
  const host = stage(
    '<ban-spread words-src="#mine"></ban-spread><script type="application/json" id="mine">null</script>',
  );
  assert.equal(await readOwn(host, null, 0), 0);
});

for (const [what, host, message, cause] of [
  [
    "nowhere on the page",
    '<ban-spread words-src="#mine"></ban-spread>',
    /^words-src="#mine": no element of this page has the id "mine"/,
    "not-found",
  ],
  ["no JSON", '<ban-spread words-src="#mine"></ban-spread><p id="mine">{</p>', /^#mine is not JSON: /, null],
]) {
  test(`words that are ${what} are reported`, async () => {
    await assert.rejects(readOwn(stage(String(host)), null, 0), { code: "invalid-words", message, cause });
  });
}

test("words at an address are fetched", async () => {
  give("fetch", async (/** @type {string} */ href) => new Response(JSON.stringify({ lang: href })));
  const host = stage('<ban-spread words-src="words.json"></ban-spread>');
  assert.deepEqual(await readOwn(host, null, 0), { lang: "https://paper.example/words.json" });
});

test("words at an address that are no JSON are damaged", async () => {
  give("fetch", async () => new Response("{"));
  const host = stage('<ban-spread words-src="words.json"></ban-spread>');
  await assert.rejects(readOwn(host, null, 0), { code: "invalid-words", message: /\bJSON\b/u });
});
