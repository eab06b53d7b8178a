/** The words of figures on the make page. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { figureWords } from "../../make/core/figure-words.js";

/** @type {Record<string, unknown>} */
const FILES = {
  "integrity.json": { "banspread.js": "sha256-", "messages/de.json": "sha256-", "messages/zh-Hans.json": "sha256-" },
  "messages/de.json": { words: { title: "Titel" } },
  "messages/zh-Hans.json": { words: { title: "标题" } },
};

test("a language has the words of its script, and a text that is no tag has none", async () => {
  const asked = /** @type {string[]} */ ([]);
  const words = figureWords(async (path) => {
    asked.push(path);
    return new TextEncoder().encode(JSON.stringify(FILES[path]));
  });
  assert.deepEqual(await words("de-AT"), { title: "Titel" });
  assert.deepEqual(await words("zh-CN"), { title: "标题" });
  for (const lang of ["zh-TW", "en", "fr", "not a tag", ""]) assert.equal(await words(lang), undefined, lang);
  await words("de-AT");
  assert.equal(asked.filter((path) => path.startsWith("messages/de")).length, 1);
});
