/** The language of a figure: what the page asks for, what exists, and what happens if a file is not available. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { beforeEach, test } from "node:test";
import { give, stage } from "./page.mjs";
import { HASHES } from "./resolve.mjs";
import { nearestLang } from "../../www/i18n/locale.js";

const { Language } = await import("../../www/i18n/language.js");

for (const [markup, lang] of [
  ['<p lang="fr"></p>', "fr"],
  ['<div lang="de"><p></p></div>', "de"],
  ['<div lang="de"><p lang="ar"></p></div>', "ar"],
  ['<div lang="de"><p lang=""></p></div>', "en"],
  ["<p></p>", "en"],
  ['<p lang="iw"></p>', "he"],
  ['<p lang="und"></p>', "en"],
  ['<p lang="und-Arab"></p>', "en"],
  ['<p lang="de-x-und"></p>', "de-x-und"],
  ['<p lang="not a tag"></p>', "en"],
  ['<p lang="constructor"></p>', "en"],
]) {
  test(`the nearest language in ${markup} is ${lang}`, () => {
    stage(markup);
    assert.equal(nearestLang(/** @type {Element} */ (document.querySelector("p"))), lang);
  });
}

test("the language of a form is its own, whatever the names of its controls", () => {
  stage('<form lang="de"><input name="getAttribute"><p></p></form>');
  const form = /** @type {any} */ (document.querySelector("form"));
  // Browsers do the same.
  form.getAttribute = form.firstElementChild;
  assert.equal(nearestLang(/** @type {Element} */ (document.querySelector("p"))), "de");
  delete form.getAttribute;
});

test("a page is no shadow root, whatever the names of its pictures", () => {
  stage("<p></p>");
  // Browsers do this for an image with the name "host".
  Object.defineProperty(document, "host", { value: document.createElement("img"), configurable: true });
  /** @type {any} */ (document).host.lang = "fr";
  assert.equal(nearestLang(/** @type {Element} */ (document.querySelector("p"))), "en");
  Reflect.deleteProperty(document, "host");
});

test("the nearest language can be outside of one or two shadow roots", () => {
  const outer = stage('<div lang="fr"><b></b></div>').firstElementChild.attachShadow({ mode: "open" });
  outer.innerHTML = "<i></i>";
  const inner = outer.firstElementChild.attachShadow({ mode: "open" });
  inner.innerHTML = "<p></p>";
  assert.equal(nearestLang(inner.firstElementChild), "fr");
  outer.firstElementChild.lang = "ru";
  assert.equal(nearestLang(inner.firstElementChild), "ru");
});

test("an element outside of any page is English", () => {
  assert.equal(nearestLang(document.createElement("p")), "en");
});

/** The requests to the server, by the name of the file. @type {string[]} */
let asked = [];
/** The answers of the server that replace a file. @type {Record<string, () => Response|Promise<Response>>} */
let answers = {};

beforeEach(() => {
  asked = [];
  answers = {};
  give("fetch", async (/** @type {string} */ href) => {
    const name = href.replace(/^.*\//, "");
    asked.push(name);
    if (answers[name]) return answers[name]();
    return new Response(readFileSync(new URL(`../../www/messages/${name}`, import.meta.url)));
  });
});

/**
 * A language that records its calls.
 * @param {Record<string, string>} attributes
 * @param {object} [loading]
 */
function listen(attributes, loading) {
  const host = stage("<ban-spread></ban-spread>");
  for (const [name, value] of Object.entries(attributes)) host.setAttribute(name, value);
  /** @type {string[]} */
  const failed = [];
  const heard = { changes: 0, failed };
  const to = {
    loading: () => /** @type {any} */ ({ timeout: 0, assetsUrl: "/assets", ...loading }),
    changed: () => void heard.changes++,
    failed: (/** @type {any} */ { code, cause }) => void failed.push(`${code} ${cause}`),
  };
  return { host, heard, language: new Language(host, to) };
}

/** @param {any} language @returns {Record<string, string>} */
const told = ({ messages }) => Object.fromEntries([...messages].reverse());

test("English requests no file", async () => {
  const { language, heard } = listen({ lang: "en-GB" });
  await language.settle();
  assert.deepEqual(asked, []);
  assert.equal(language.words.text("play"), "Play");
  assert.equal(heard.changes, 1);
});

test("a language has its words, its dates and the words of the built-in dataset", async () => {
  const { language } = listen({ lang: "de-AT" });
  await language.settle();
  assert.equal(language.words.lang, "de-AT");
  assert.equal(
    language.words.text("play"),
    JSON.parse(readFileSync(new URL("../../www/messages/de.json", import.meta.url), "utf8")).words.play,
  );
  assert.equal(told(language)["month.1"], "Jänner");
  assert.ok(language.translation);
});

test("a message file is loaded once for all figures in its language", async () => {
  const all = ["fr", "fr-CA", "fr-CH"].map((lang) => listen({ lang }).language);
  await Promise.all(all.map((language) => language.settle()));
  assert.deepEqual(asked, ["fr.json"]);
});

for (const lang of ["it", "zh-TW", "zh-Hant", "sr", "und", "not a tag"]) {
  test(`for a language without words the whole figure is English, and no file is requested: ${lang}`, async () => {
    const { language } = listen({ lang });
    await language.settle();
    assert.equal(language.words.lang, "en");
    assert.deepEqual(asked, []);
    assert.equal(told(language)["month.1"], undefined);
  });
}

test("a text of a message file takes precedence over that of the browser", async () => {
  const { language } = listen({ lang: "ja" });
  await language.settle();
  const file = JSON.parse(readFileSync(new URL("../../www/messages/ja.json", import.meta.url), "utf8"));
  assert.equal(told(language).title ?? told(language).play, file.words.title ?? file.words.play);
  assert.equal(language.messages[0][0], Object.keys(file.words)[0]);
});

test("nothing is done again while the page asks for the same", async () => {
  const { language, heard } = listen({ lang: "ru" });
  await language.settle();
  await language.settle();
  assert.equal(heard.changes, 1);
});

test("nothing is done again without a failure, even if the page asks for it", async () => {
  const { language, heard } = listen({ lang: "ru" });
  await language.settle();
  await language.settle(true);
  assert.equal(heard.changes, 1);
});

test("a variety of English is kept, although it has the words of English", async () => {
  const { language } = listen({ lang: "en-GB" });
  await language.settle();
  assert.equal(language.words.lang, "en-GB");
  assert.deepEqual(told(language).day, "{d} {month} {y}");
});

test("other words of a publisher are used, whether a script or the attribute has changed them", async () => {
  const { host, language } = listen({});
  language.own = { words: { play: "One" } };
  await language.settle();
  language.own = { words: { play: "Two" } };
  await language.settle();
  assert.equal(language.words.text("play"), "Two");
  language.own = null;
  answers["a.json"] = () => new Response('{"words": {"play": "Three"}}');
  host.setAttribute("words-src", "a.json");
  await language.settle();
  assert.equal(language.words.text("play"), "Three");
});

test("an error of a request that the page has replaced is not reported", async () => {
  const { host, heard, language } = listen({ lang: "fr", "words-src": "late.json" });
  /** @type {(response: Response) => void} */
  let come = () => {};
  answers["late.json"] = () => new Promise((resolve) => (come = resolve));
  const first = language.settle();
  await new Promise(setImmediate);
  host.removeAttribute("words-src");
  await language.settle();
  come(new Response("{"));
  await first;
  assert.deepEqual(heard.failed, []);
});

test("an error while words are shown is reported, and rejects nothing", async () => {
  const { language, heard } = listen({});
  language.to.changed = () => {
    throw new Error("no");
  };
  await language.settle();
  assert.deepEqual(heard.failed, ["invalid-words null"]);
});

test("of two requests the later one counts, whichever file arrives first", async () => {
  const { host, language } = listen({ lang: "es" });
  /** @type {(response: Response) => void} */
  let come = () => {};
  answers["es.json"] = () => new Promise((resolve) => (come = resolve));
  const first = language.settle();
  await new Promise(setImmediate);
  host.lang = "pt";
  await language.settle();
  come(new Response('{"words": {"play": "tarde"}}'));
  await first;
  assert.equal(language.words.lang, "pt");
});

test("without its file a figure is English and reports the error; the file can be requested again", async () => {
  const { language, heard } = listen({ lang: "hi" });
  answers["hi.json"] = () => new Response("", { status: 404 });
  await language.settle();
  assert.deepEqual(heard.failed, ["messages-load not-found"]);
  assert.equal(language.words.lang, "en");
  answers = {};
  await language.settle();
  assert.equal(language.words.lang, "en", "nothing is tried again by itself");
  await language.settle(true);
  assert.equal(language.words.lang, "hi");
});

test("a file that is not JSON is damaged", async () => {
  const { language, heard } = listen({ lang: "he" });
  answers["he.json"] = () => new Response("{");
  await language.settle();
  assert.deepEqual(heard.failed, ["messages-load damaged"]);
});

test("a publisher's words replace those of any language", async () => {
  const { language, heard } = listen({ lang: "fr" });
  language.own = { words: { play: "Allez !" } };
  await language.settle();
  assert.equal(language.words.text("play"), "Allez !");
  assert.equal(language.words.lang, "fr");
  assert.deepEqual(heard.failed, []);
});

test("if a publisher names a language, only this language is loaded", async () => {
  const { language } = listen({ lang: "ar" });
  language.own = { lang: "it", words: { play: "Via" } };
  await language.settle();
  assert.deepEqual(asked, []);
  assert.equal(language.words.lang, "it");
  assert.equal(told(language)["month.1"], "gennaio");
});

test("words in a variety of the page's language keep the page's variety", async () => {
  const { language } = listen({ lang: "de-AT" });
  language.own = { lang: "de", words: { play: "Los!" } };
  await language.settle();
  assert.equal(language.words.lang, "de-AT");
});

test("a word that the shell does not know is looked up among those of the core", async () => {
  const { language, heard } = listen({});
  language.own = { words: { no_data: "Nothing known", plya: "x" } };
  await language.settle();
  assert.deepEqual(asked, ["en.json"]);
  assert.deepEqual(heard.failed, ["invalid-words null"]);
  assert.equal(told(language).no_data, "Nothing known");
  assert.equal(told(language).no_data_count, "{n} Nothing known", "the legend says it as well");
  assert.equal(told(language).plya, undefined);
});

test("a word of the core is found among words of the shell", async () => {
  const { language, heard } = listen({});
  language.own = { words: { play: "Go", no_data: "Nothing known" } };
  await language.settle();
  assert.deepEqual(heard.failed, []);
  assert.equal(told(language).no_data, "Nothing known");
});

test("without the English file no word is unknown, and only the file is reported", async () => {
  const { Language: Fresh } = await import(new URL("../../www/i18n/language.js?alone", import.meta.url).href);
  const { host, heard, language } = listen({});
  answers["en.json"] = () => new Response("", { status: 404 });
  const fresh = new Fresh(host, language.to);
  fresh.own = { words: { no_data: "Nothing known" } };
  await fresh.settle();
  assert.deepEqual(heard.failed, ["messages-load not-found"]);
  assert.equal(told(fresh).no_data, "Nothing known");
});

test("unusable words are reported, and the figure goes on", async () => {
  const { language, heard } = listen({ lang: "fr" });
  language.own = /** @type {any} */ ("play");
  await language.settle();
  assert.deepEqual(heard.failed, ["invalid-words null"]);
  assert.equal(language.words.lang, "fr");
});

for (const [what, own] of /** @type {[string, any][]} */ ([
  [
    "throw",
    {
      get words() {
        throw new Error("no");
      },
    },
  ],
  [
    "throw nothing",
    {
      get words() {
        throw null;
      },
    },
  ],
  ["hold a number without end of digits", { words: { play: 1n } }],
  ["are a function", () => {}],
])) {
  test(`words that ${what} are reported, and the figure goes on`, async () => {
    const { language, heard } = listen({ lang: "fr" });
    language.own = own;
    await language.settle();
    assert.deepEqual(heard.failed, ["invalid-words null"]);
    assert.equal(language.words.lang, "fr");
  });
}

test("words that cannot be read cause no rejection", async () => {
  const { language, heard } = listen({ "words-src": "#nowhere" });
  await language.settle();
  assert.deepEqual(heard.failed, ["invalid-words not-found"]);
});

test("without a folder, files are beside the script, with the hash of this build on request", async () => {
  /** @type {any[]} */
  const calls = [];
  give("fetch", async (/** @type {string} */ href, /** @type {object} */ init) => {
    calls.push({ href, ...init });
    return new Response("{}");
  });
  const { language } = listen({ lang: "zh" }, { assetsUrl: undefined, integrity: true });
  await language.settle();
  assert.equal(calls.length, 1);
  assert.match(calls[0].href, /\/assets\/messages\/zh-Hans\.json$/);
  assert.equal(calls[0].integrity, HASHES["messages/zh-Hans.json"]);
});

test("there is a message file only for the languages of the figure", async () => {
  const files = readdirSync(new URL("../../www/messages/", import.meta.url)).filter((name) => name !== "en.json");
  for (const file of files) {
    const lang = file.replace(".json", "");
    const { language } = listen({ lang });
    await language.settle();
    assert.equal(language.words.lang, lang);
  }
});

/** Tags and their message files, also for the tests of the command. @type {[string, string|null][]} */
const FILES = JSON.parse(readFileSync(new URL("../data/language-tags.json", import.meta.url), "utf8")).files;
test("the element and the command choose the same file for a language", async () => {
  // Another copy of the script, which has loaded no file yet.
  const copy = new URL("../../www/i18n/language.js?copy", import.meta.url).href;
  const { Language: Fresh } = await import(copy);
  for (const [lang, file] of FILES) {
    const { host } = listen({ lang });
    const language = new Fresh(host, {
      loading: () => ({ timeout: 0, assetsUrl: "/assets" }),
      changed() {},
      failed() {},
    });
    await language.settle();
    const { dataset } = file
      ? JSON.parse(readFileSync(new URL(`../../www/messages/${file}.json`, import.meta.url), "utf8"))
      : { dataset: null };
    assert.deepEqual(language.translation, dataset, lang);
  }
});
