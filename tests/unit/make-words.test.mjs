/** Texts of the make page with numbers, names and dates. */

import assert from "node:assert/strict";
import { test } from "node:test";
import * as esbuild from "esbuild";

/** Node.js imports JSON in another way than esbuild. */
const bundle = await esbuild.build({
  bundle: true,
  entryPoints: ["make/i18n/words.js"],
  format: "esm",
  write: false,
});
const { bestLanguage, loadTexts, wordsOf } = await import(
  `data:text/javascript;base64,${Buffer.from(bundle.outputFiles[0].contents).toString("base64")}`
);

test("a language with one form for all numbers never falls back to the English form", () => {
  const t = wordsOf("ru", { "rows.other": "Строк: {n}" });
  assert.deepEqual([t("rows", { n: 1 }), t("rows", { n: 5 })], ["Строк: 1", "Строк: 5"]);
});

test("a text that a language lacks is in English, and a key that is none is a sentence", () => {
  const t = wordsOf("de", {});
  assert.deepEqual([t("rows", { n: 1 }), t("rows", { n: 2 })], ["1 row", "2 rows"]);
  assert.equal(t("The file is empty."), "The file is empty.");
});

test("dates and names are isolated where they or the words run from right to left, and nowhere else", () => {
  const own = { shown_date: "خذ {date}" };
  assert.equal(wordsOf("ar", own)("shown_date", { date: "2020-04-01" }), "خذ \u20682020-04-01\u2069");
  assert.equal(wordsOf("de", own)("shown_date", { date: "2020-04-01" }), "خذ 2020-04-01");
  const german = wordsOf("de", { selected: "Der Schritt hat: {place}" });
  assert.equal(german("selected", { place: "מצרים" }), "Der Schritt hat: \u2068מצרים\u2069");
});

test("the texts of a language are a file of the package, and those of English are in the script", async () => {
  const asked = /** @type {string[]} */ ([]);
  const fileAt = async (/** @type {string} */ path) => {
    asked.push(path);
    return new TextEncoder().encode('{"title":"Grafik"}');
  };
  assert.equal((await loadTexts("de", fileAt)).title, "Grafik");
  assert.equal((await loadTexts("en", fileAt)).title, "Make a figure from a spreadsheet");
  assert.deepEqual(asked, ["make/messages/de.json"]);
  assert.equal(bestLanguage(["zh-TW", "zh-CN"]), "zh-Hans");
});
