/** The texts of the make page, compared with English, with the scripts, and with the sentences of the import. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { sentencesOf } from "../../make/i18n/sentences.js";
import { readSentences } from "../make/sentences.mjs";

const FOLDER = new URL("../../make/", import.meta.url);
/** @param {string} tag @returns {Record<string, string>} */
const read = (tag) => JSON.parse(readFileSync(new URL(`messages/${tag}.json`, FOLDER), "utf8"));
const own = read("en");
/** @param {string} start @param {Record<string, string>} texts */
const without = (start, texts) => Object.fromEntries(Object.entries(texts).filter(([key]) => !key.startsWith(start)));

const IMPORT = new URL("../../src/import/", import.meta.url);
/** The English sentences of the import, which its core has. */
const sentences = readSentences(readFileSync(new URL("messages.txt", IMPORT), "utf8"));
const prefixed = Object.entries(sentences).map(([key, text]) => [`import.${key}`, text]);
/** @type {Record<string, string>} */
const english = { ...without("import.", own), ...Object.fromEntries(prefixed) };
const tags = readdirSync(new URL("messages/", FOLDER))
  .map((name) => name.replace(".json", ""))
  .filter((tag) => tag !== "en")
  .sort();

/** Texts that begin with one of these have the rest of their key from the state. */
const PARTS = [
  "role.",
  "shape.",
  "grid.",
  "order.",
  "choice.",
  "snippet.",
  "theme_",
  "color_",
  "starter_",
  "look_",
  "view.",
  "publish_",
  "save_",
];

/** Languages whose sentences put a number behind a colon, so that they need no plural forms. */
const WITHOUT_FORMS = ["ar", "he", "ja", "ru", "zh-Hans"];

/** A value for each placeholder of the import. */
const VALUES = {
  ...Object.fromEntries(
    prefixed.flatMap(([, text]) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, "X1"])),
  ),
  names: ["X1", "X2"],
  columns: [{ key: "unread", values: { column: "C", name: "X1", cell: "X2" } }],
  list: ["X1"],
};

/** A key without its plural form. @param {string} key */
const plain = (key) => key.replace(/\.(zero|one|two|few|many|other)$/, "");
/** @param {string} text */
const slots = (text) =>
  [...text.matchAll(/\{(\w+)\}/g)]
    .map(([slot]) => slot)
    .sort()
    .join();

test("the page has the languages of the figure", () => {
  const figure = readdirSync(new URL("../../www/messages/", import.meta.url)).map((name) => name.replace(".json", ""));
  assert.deepEqual([...tags, "en"].sort(), figure.sort());
});

test("each text is used, and each key that the scripts name has a text", () => {
  const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js"));
  const source = files.map((name) => readFileSync(new URL(name, FOLDER), "utf8")).join("\n");
  const keys = Object.keys(without("import.", own)).map(plain);
  const unused = keys.filter((key) => !source.includes(`"${key}"`) && !PARTS.some((part) => key.startsWith(part)));
  // The view makes these keys from others.
  assert.deepEqual(unused, ["date_of_sheet_hint", "status_of_rows_hint"]);
  const named = [...source.matchAll(/\bt\("([\w.]+)"/g)].map(([, key]) => key);
  assert.ok(named.length > 50);
  assert.deepEqual(
    named.filter((key) => !keys.includes(key)),
    [],
  );
});

test("the import knows each key that it names, and names each key that it knows", () => {
  const files = readdirSync(IMPORT, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".rs"));
  const source = files.map((name) => readFileSync(new URL(name, IMPORT), "utf8").split("#[cfg(test)]")[0]).join("\n");
  const literals = source.matchAll(/"((?:shape|dates|ask|option|found)\.[\w.-]+|unread|quoted|more)"/g);
  const named = new Set([...literals].map(([, key]) => key));
  assert.ok(named.size > 90);
  const known = Object.keys(sentences).map(plain);
  assert.deepEqual(
    known.filter((key) => !named.has(key.replace(/\.help$/, ""))),
    [],
  );
  assert.deepEqual(
    [...named].filter((key) => !known.includes(key)),
    [],
  );
});

test("an English text of the page stands in place of one that has the words of a file of choices", () => {
  const texts = Object.entries(own).filter(([key]) => key.startsWith("import."));
  assert.ok(texts.length > 0);
  for (const [key, text] of texts) {
    assert.ok(english[key] !== undefined && english[key] !== text, key);
    assert.equal(slots(text), slots(english[key]));
    assert.doesNotMatch(text, /"|\btrue\b|\bnull\b/);
  }
});

for (const tag of tags) {
  const words = read(tag);
  const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;

  test(`${tag}: the page has all texts, and only those`, () => {
    const wanted = Object.keys(english).filter((key) => !WITHOUT_FORMS.includes(tag) || !key.endsWith(".one"));
    assert.deepEqual(Object.keys(words), wanted);
    assert.ok(forms.includes("other"));
  });

  test(`${tag}: no slot of the page's texts is lost`, () => {
    const wrong = Object.entries(words).filter(([key, text]) => slots(text) !== slots(english[key]));
    assert.deepEqual(wrong, []);
  });

  test(`${tag}: the page's texts are not blank and have no superfluous spaces`, () => {
    const wrong = Object.entries(words).filter(([, text]) => !text.trim() || text !== text.trim() || /\s\s/.test(text));
    assert.deepEqual(wrong, []);
  });

  test(`${tag}: a sentence of the import has no placeholder left, and no English`, () => {
    const sentence = sentencesOf(tag, words);
    for (const key of new Set(Object.keys(sentences).map(plain))) {
      for (const n of [1, 2, 5, 1000]) {
        const said = sentence({ key, values: { ...VALUES, n } });
        assert.ok(said !== null && !/\{\w+\}/.test(said), `${key}: ${said}`);
        assert.ok(!/ (the|of|is|are|and) /.test(said), said);
      }
    }
  });
}

test("a sentence has numbers, lists and quotation marks of its language", () => {
  const german = sentencesOf("de", read("de"));
  const values = { n: 1500, names: ["a", "b"] };
  assert.match(german({ key: "found.missing-name", values }) ?? "", /nennen 1\.500 Namen.*: „a“, „b“, …\.$/);
  assert.match(german({ key: "found.missing-name", values: { ...values, n: 2 } }) ?? "", /: „a“ und „b“\.$/);
  assert.match(german({ key: "found.missing-name", values: { n: 1, names: ["$&"] } }) ?? "", /1 Namen.*: „\$&“\.$/);
  const japanese = sentencesOf("ja", read("ja"));
  assert.match(japanese({ key: "found.sheet.help", values: { names: ["甲", "乙"] } }) ?? "", /「甲」、「乙」/);
});

test("a role has the name that the list of roles has", () => {
  const values = { n: 2, role: "status", names: ["A", "B"] };
  assert.match(
    sentencesOf("fr", read("fr"))({ key: "found.role-twice", values }) ?? "",
    /^«\u202fstatut\u202f» est choisi/,
  );
});

test("a text of the sheet is isolated where it or the language runs from right to left", () => {
  const message = (/** @type {string} */ name) => ({ key: "ask.place", values: { name } });
  assert.match(sentencesOf("ar", read("ar"))(message("Kongo")) ?? "", /«\u2068Kongo\u2069»/);
  assert.match(sentencesOf("de", read("de"))(message("מצרים")) ?? "", /„\u2068מצרים\u2069“/);
  assert.match(sentencesOf("de", read("de"))(message("Kongo")) ?? "", /„Kongo“/);
});

test("a sentence that a language does not have is none", () => {
  assert.equal(sentencesOf("de", {})({ key: "ask.place", values: { name: "Kongo" } }), null);
});

test("a sentence with a list is none in a language that has no words for lists", () => {
  const values = { names: ["a", "b"] };
  const texts = { "import.found.x.help": "Choose one of {names}.", "import.found.y.help": "Choose one of them." };
  const sentence = sentencesOf("en", texts);
  assert.equal(sentence({ key: "found.x.help", values }), null);
  assert.equal(sentence({ key: "found.y.help", values }), "Choose one of them.");
});
