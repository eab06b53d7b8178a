/** The texts of the make page, compared with English and with the scripts. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const FOLDER = new URL("../../make/", import.meta.url);
/** @param {string} tag @returns {Record<string, string>} */
const read = (tag) => JSON.parse(readFileSync(new URL(`messages/${tag}.json`, FOLDER), "utf8"));
const english = read("en");
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
  "publish_",
];

/** Languages whose sentences put a number behind a colon, so that they need no plural forms. */
const WITHOUT_FORMS = ["ar", "he", "ja", "ru", "zh-Hans"];

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
  const keys = Object.keys(english).map(plain);
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
}
