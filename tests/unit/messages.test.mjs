/** The message files, compared with English, with the browser's rules of each language and with the default dataset. */

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { messages } from "../../www/loading/assets/bundled.js";

/**
 * A pattern about a number, by plural form.
 * @typedef {Record<string, string>} Forms
 *
 * The part of a message file about the default dataset.
 * @typedef {object} Told
 * @property {string} title
 * @property {string} subtitle
 * @property {string} description
 * @property {Forms} actors
 * @property {Record<string, {label: string, lead: Forms, clause: Forms}>} statuses
 * @property {Record<string, {label: string}>} scopes
 * @property {Record<string, object>} entities
 * @property {{title: string, text: string}[]} tour
 *
 * @typedef {{lang: string, words: Record<string, string>, dataset: Told}} File
 *
 * The part of the default dataset that the tests read.
 * @typedef {object} Dataset
 * @property {{id: string}[]} statuses
 * @property {{id: string, label: string}[]} scopes
 * @property {{id: string, kind: string}[]} entities
 * @property {{title: string, text: string}[]} tour
 */

const FOLDER = new URL("../../www/messages/", import.meta.url);
/** @param {URL} url */
const read = (url) => JSON.parse(readFileSync(url, "utf8"));
/** @type {Record<string, string>} */
const english = read(new URL("en.json", FOLDER)).words;
/** @type {Dataset} */
const dataset = read(new URL("../../datasets/huawei.json", import.meta.url));
const tags = readdirSync(FOLDER)
  .map((name) => name.replace(".json", ""))
  .filter((tag) => tag !== "en")
  .sort();
const files = tags.map((tag) => /** @type {[string, File]} */ ([tag, read(new URL(`${tag}.json`, FOLDER))]));

/** Keys that the lists of the browser do not give for clauses: a language can join clauses in its own way. */
const OPTIONAL = ["comma", "and"];

/** Texts that are the same in a language and in English. @type {Record<string, string[]>} */
const SHARED = {
  de: ["pause", "table_status"],
  fr: ["pause", "date", "table_sources", "blocs", "dataset.entities.europe.name"],
};

/** Texts of buttons that stand side by side. */
const BUTTONS = ["play", "pause", "compare", "share", "table", "sound", "tour", "map"];
/** The maximal number of letters of a word in a row of buttons. */
const LONGEST = 18;

/**
 * Marks that a text must not have, by language, because they belong to another language. @type {Record<string, RegExp>}
 */
const FOREIGN = {
  ar: /[,;?"“”]/,
  de: /[«»”]|“(?=\p{L})/u,
  es: /[“”„]/,
  fr: /[“”„'"]|[^\u202f][;:!?»]|«(?!\u202f)/u,
  he: /[«»„]/,
  hi: /[«»„]|\p{Script=Devanagari}\./u,
  ja: /[,;:?!()«»“”„.]/,
  pt: /[«»„]/,
  ru: /[“”„]/,
  "zh-Hans": /[,;:?!()«»„.]/,
};

/** The script of each language that is not written in Latin script. @type {Record<string, string>} */
const SCRIPTS = { ar: "Arabic", he: "Hebrew", hi: "Devanagari", ja: "Katakana", ru: "Cyrillic", "zh-Hans": "Han" };
/** Latin words that are allowed in any script. */
const NAMES = ["Huawei", "ZTE", "Entity", "List"];

test("there are ten languages beside English", () => {
  assert.deepEqual(tags, ["ar", "de", "es", "fr", "he", "hi", "ja", "pt", "ru", "zh-Hans"]);
  assert.deepEqual(
    files.map(([, { lang }]) => lang),
    tags,
  );
});

test("the guide lists every word with its English text", () => {
  const [, table] = textOf("docs/languages.md").split("## All words");
  const rows = [...table.matchAll(/^\| `([\w.]+)` \| (.*) \|$/gm)];
  assert.deepEqual(Object.fromEntries(rows.map(([, key, words]) => [key, words])), english);
});

test("bundlers and the build receive every message file", () => {
  const build = [...textOf("xtask/src/build/bundle.rs").matchAll(/"messages\/([\w-]+)\.json"/g)].map(([, tag]) => tag);
  assert.deepEqual(build.toSorted(), [...tags, "en"].toSorted());
  for (const tag of build) assert.equal(typeof messages(tag), "function", tag);
  assert.equal(messages("xx"), undefined);
});

for (const [tag, { words, dataset: told }] of files) {
  const plurals = new Intl.PluralRules(tag);
  const categories = plurals.resolvedOptions().pluralCategories.toSorted();
  const sole = soleForms(plurals);
  /**
   * The slot for the number, if a form must have it.
   * @param {string} key
   */
  const number = (key) => (sole.some((form) => key.split(".").at(-1) === form) ? "" : "{n}");

  test(`${tag}: it has the keys of English, and a pattern about a number in each plural form of the language`, () => {
    const wanted = Object.keys(english).flatMap((key) =>
      isForm(key, "one") ? [] : isForm(key, "other") ? categories.map((form) => key.replace("other", form)) : [key],
    );
    const own = Object.keys(words).filter((key) => !OPTIONAL.includes(key));
    assert.deepEqual(own.toSorted(), wanted.toSorted());
  });

  test(`${tag}: no slot is lost`, () => {
    const wrong = Object.entries(words).filter(([key, text]) => {
      const wanted = OPTIONAL.includes(key) ? "" : (english[key] ?? english[key.replace(/[^.]+$/, "other")]);
      return slots(text, number(key)) !== slots(wanted, number(key));
    });
    assert.deepEqual(wrong, []);
  });

  test(`${tag}: everything is translated except texts that are the same in both languages`, () => {
    const same = texts(words, told).filter(([key, text]) => isWord(text) && text === englishOf(key));
    assert.deepEqual(same.map(([key]) => key).toSorted(), (SHARED[tag] ?? []).toSorted());
  });

  test(`${tag}: no text is blank, has a superfluous space or typewriter punctuation`, () => {
    const wrong = texts(words, told).filter(
      ([key, text]) =>
        !text.trim() || /\s\s|["']|\.\.\./.test(text) || (!OPTIONAL.includes(key) && text !== text.trim()),
    );
    assert.deepEqual(wrong, []);
  });

  test(`${tag}: its punctuation is that of the language`, () => {
    assert.deepEqual(
      texts(words, told).filter(([, text]) => FOREIGN[tag].test(text)),
      [],
    );
  });

  test(`${tag}: sentences end where English sentences end`, () => {
    /** @param {string} text */
    const ends = (text) => /[.。।]$/.test(text);
    const wrong = texts(words, told).filter(([key, text]) => {
      const there = englishOf(key);
      return there !== undefined && ends(text) !== ends(there);
    });
    assert.deepEqual(wrong, []);
  });

  test(`${tag}: the words of a row of buttons are short`, () => {
    assert.deepEqual(
      BUTTONS.filter((key) => width(words[key]) > LONGEST),
      [],
    );
  });

  test(`${tag}: the default dataset is told as a whole, and nothing that it does not have`, () => {
    const { title, subtitle, description, actors, statuses, scopes, entities, tour, ...rest } = told;
    assert.deepEqual(rest, {});
    assert.ok(title && subtitle && description);
    assert.deepEqual(
      Object.keys(statuses),
      dataset.statuses.map(({ id }) => id),
    );
    for (const { label, lead, clause, ...more } of Object.values(statuses)) {
      assert.ok(label);
      assert.deepEqual(more, {});
      for (const forms of [lead, clause]) {
        assert.deepEqual(Object.keys(forms).toSorted(), categories);
        assert.deepEqual(
          Object.keys(forms).filter((form) => slots(forms[form], number(form)) !== number(form)),
          [],
        );
      }
    }
    assert.deepEqual(
      Object.entries(scopes).map(([id, texts]) => [id, Object.keys(texts)]),
      dataset.scopes.map(({ id, ...texts }) => [id, Object.keys(texts)]),
    );
    assert.deepEqual(Object.keys(actors).toSorted(), categories);
    const named = dataset.entities.filter(({ kind }) => kind === "bloc").map(({ id }) => id);
    assert.deepEqual(Object.keys(entities), named);
    assert.deepEqual(
      tour.map((step) => Object.keys(step)),
      dataset.tour.map(() => ["title", "text"]),
    );
  });

  test(`${tag}: the tour has the numbers of the English tour`, () => {
    const lost = dataset.tour.flatMap(({ title, text }, place) => {
      const there = [told.tour[place].title, told.tour[place].text].join(" ").match(/\d+/g) ?? [];
      /** @param {string} number */
      const isLost = (number) => !there.some((other) => other === number);
      return `${title} ${text}`.match(/\d{2,}/g)?.filter(isLost) ?? [];
    });
    assert.deepEqual(lost, []);
  });

  if (SCRIPTS[tag]) {
    test(`${tag}: only names are in Latin letters`, () => {
      const latin = texts(words, told).flatMap(([, text]) => bare(text).match(/\p{Script=Latin}{2,}/gu) ?? []);
      assert.deepEqual(
        latin.filter((word) => !NAMES.includes(word)),
        [],
      );
      const all = texts(words, told)
        .map(([, text]) => text)
        .join("");
      assert.match(all, new RegExp(`\\p{Script=${SCRIPTS[tag]}}`, "u"));
    });
  }
}

/**
 * The text of a file of the repository.
 * @param {string} path
 */
function textOf(path) {
  return readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
}

/**
 * The plural forms that are for a single number, so that they need not contain it.
 * @param {Intl.PluralRules} plurals
 */
function soleForms(plurals) {
  const numbers = Array.from({ length: 1000 }, (_, n) => plurals.select(n));
  return numbers.filter((form, n) => numbers.indexOf(form) === n && numbers.lastIndexOf(form) === n);
}

/**
 * Whether a key is a plural form of a pattern about a number.
 * @param {string} key
 * @param {string} form
 */
function isForm(key, form) {
  return key.endsWith(`.${form}`) && key.replace(/[^.]+$/, "other") in english;
}

/**
 * The slots of a pattern in alphabetical order. The slot for the number is only included if the form must have it.
 * @param {string} text
 * @param {string} number
 */
function slots(text, number) {
  const found = text.match(/\{\w+\}/g) ?? [];
  return found
    .filter((slot) => slot !== "{n}" || number)
    .toSorted()
    .join("");
}

/**
 * Every text of a file with its key.
 * @param {Record<string, string>} words
 * @param {Told} told
 */
function texts(words, told) {
  /** @type {(key: string, value: string|object) => [string, string][]} */
  const flat = (key, value) =>
    typeof value === "string"
      ? [[key, value]]
      : Object.entries(value).flatMap(([name, part]) => flat(`${key}.${name}`, part));
  return [...Object.entries(words), ...flat("dataset", told)];
}

/**
 * The English text of a key, or that of the form `other` if English does not have the form.
 * @param {string} key
 */
function englishOf(key) {
  const general = key.replace(/[^.]+$/, "other");
  if (!key.startsWith("dataset.")) return english[key] ?? english[general];
  return within(dataset, key) ?? within(dataset, general);
}

/**
 * The value at a path of the dataset. Elements of lists are found by id, or by index if they have none.
 * @param {Dataset} dataset
 * @param {string} key
 */
function within(dataset, key) {
  /** @type {(value: any, name: string) => any} */
  const step = (value, name) =>
    Array.isArray(value) && value[0].id ? value.find(({ id }) => id === name) : value?.[name];
  const names = key.split(".").slice(1);
  return names.reduce(step, dataset);
}

/**
 * A text without its slots.
 * @param {string} text
 */
function bare(text) {
  return text.replace(/\{\w+\}/g, "");
}

/**
 * Whether a pattern has its own words.
 * @param {string} text
 */
function isWord(text) {
  return /\p{L}/u.test(bare(text));
}

/**
 * The width of a text in letters. East Asian letters count as two.
 * @param {string} text
 */
function width(text) {
  return [...new Intl.Segmenter().segment(text)].reduce(
    (sum, { segment }) => sum + (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u.test(segment) ? 2 : 1),
    0,
  );
}
