/** The languages of the figure: which language it uses, whose words, and what it does without words. */

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { banspread, buildCommand } from "./command.mjs";
import { hover } from "./gestures.mjs";
import { engine, open, origin, takeFaults, useBrowser } from "./session.mjs";
import { LANGUAGES, messages } from "./speech.mjs";
import { after, before, eachEngine, oneEngine } from "./tiers.mjs";
import { mount, mountMore, mountSample, SAMPLE, SAMPLE_DATA, Widget } from "./widget.mjs";

const session = useBrowser();

const here = (/** @type {string} */ path) => new URL(`../../${path}`, import.meta.url);
const read = (/** @type {string} */ path) => readFileSync(here(path), "utf8");
const FAULTY = ["word", "words.pause", "words.plya", "words.spokn", "words.step_of"];
const MADE = fileURLToPath(here(`target/made/languages/${engine}/`));

before(() => void buildCommand());
after(() => rmSync(MADE, { recursive: true, force: true }));

/** Latin letters, right-to-left letters and ideographs stand for all languages, except in one engine. */
const SPOKEN = engine === "chromium" ? LANGUAGES.filter((lang) => lang !== "en") : ["de", "ar", "ja"];

eachEngine("the figure speaks each language, and keeps the choices of the reader", async () => {
  const widget = await mount(session.driver, { attributes: { date: "2020-07-14" } });
  await widget.ready();
  await widget.run((host) => (host.selected = "GB"));
  await widget.until("a history is open", ({ history }) => history);
  await widget.focus(".next");
  for (const lang of SPOKEN) {
    await widget.run((host, lang) => (host.lang = lang), lang);
    const { words } = messages(lang);
    await widget.until(`the figure speaks ${lang}`, (shown) => shown.lang === lang);
    const seen = await widget.run(readWords, lang);
    assert.deepEqual(seen.names, [words.map, words.timeline, words.previous, words.share, words.back], lang);
    assert.ok(seen.date.includes(seen.month), `${seen.date} is in ${seen.month}`);
    assert.ok(seen.date.includes(seen.year) && seen.counts, `${lang} has its own digits`);
    assert.equal(seen.tour, words[`start_tour.${seen.form}`].replace("{n}", seen.steps), lang);
    assert.equal(seen.name, seen.country);
    assert.deepEqual(seen.kept, { date: "2020-07-14", selected: "GB", focus: "next" });
  }
});

/**
 * Runs in the page.
 * @param {Host} what
 * @param {string} lang
 */
function readWords({ shadowRoot, date, selected }, lang) {
  const find = (/** @type {string} */ selector) => shadowRoot.querySelector(selector);
  const number = new Intl.NumberFormat(lang, { useGrouping: false });
  const steps = shadowRoot.querySelectorAll(".step").length;
  const day = new Intl.DateTimeFormat(lang, { dateStyle: "long", calendar: "gregory", timeZone: "UTC" });
  const month = day.formatToParts(Date.UTC(2020, 6, 14)).find(({ type }) => type === "month")?.value ?? "";
  const digits = Array.from({ length: 10 }, (_, n) => number.format(n)).join("");
  const names = [".range", ".previous", ".share"].map((part) => find(part).ariaLabel);
  return {
    names: [find(".map-tab").textContent, ...names, find(".back").textContent],
    date: find(".date").textContent,
    month,
    year: number.format(2020),
    counts: [...shadowRoot.querySelectorAll(".status .count")].every(({ textContent }) => {
      return [...textContent].every((digit) => digits.includes(digit));
    }),
    tour: find(".start").textContent,
    steps: number.format(steps),
    form: new Intl.PluralRules(lang).select(steps),
    name: find(".name").textContent,
    country: new Intl.DisplayNames(lang, { type: "region" }).of("GB"),
    kept: { date, selected, focus: shadowRoot.activeElement?.classList[1] },
  };
}

oneEngine("a figure in a language without words is completely English, and requests no file", async () => {
  const widget = await mountSample(session.driver, { lang: "it", date: "2020-06-01" }, { fresh: true });
  const { headline, play, lang } = await widget.state();
  assert.deepEqual([headline, play, lang], ["1 June 2020", "Play", "en"]);
  assert.deepEqual(await asked(), []);
});

oneEngine("ten figures request the words of their language once, and use them from the first picture on", async () => {
  await open(session.driver, "/tests/widget/pages/stage.html");
  const attributes = { lang: "de", src: SAMPLE, loading: "eager" };
  const widgets = [];
  for (let n = 0; n < 10; n += 1) widgets.push(await mountMore(session.driver, { attributes }));
  for (const widget of widgets) assert.equal((await widget.ready()).play, messages("de").words.play);
  assert.deepEqual(await asked(), ["de.json"]);
});

eachEngine("two figures of a page have two languages, and a moved one gets that of its new place", async () => {
  const german = await mountSample(session.driver, { lang: "de" });
  const english = await mountMore(session.driver, { attributes: { src: SAMPLE } });
  await english.ready();
  assert.deepEqual([(await german.state()).play, (await english.state()).play], [messages("de").words.play, "Play"]);
  await session.driver.executeScript(() => {
    const section = document.createElement("section");
    section.lang = "fr";
    document.body.append(section);
    section.append(document.querySelectorAll("ban-spread")[1]);
  });
  await english.until("it speaks French", ({ play }) => play === messages("fr").words.play);
  await session.driver.executeScript(() => (document.querySelector("section").lang = "ru"));
  await english.until("it follows the page around it", ({ play }) => play === messages("ru").words.play);
});

eachEngine("a figure in nested shadow roots follows a language between them, also after a move", async () => {
  const widget = await mountSample(session.driver);
  for (const [lang, next] of [
    ["de", "fr"],
    ["es", "pt"],
  ]) {
    await widget.run(
      (host, lang, next) => {
        const outer = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
        const middle = outer.appendChild(document.createElement("section"));
        const inner = middle.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
        middle.lang = lang;
        inner.append(host);
        Object.assign(window, { turn: () => (middle.lang = next) });
        Object.assign(document, { querySelectorAll: () => [host] });
      },
      lang,
      next,
    );
    await widget.until(`it speaks ${lang}`, ({ play }) => play === messages(lang).words.play);
    await session.driver.executeScript(() => Reflect.get(window, "turn")());
    await widget.until(`it speaks ${next}`, ({ play }) => play === messages(next).words.play);
  }
});

oneEngine("a publisher replaces single words in any language", async () => {
  const words = { words: { play: "Los!", no_data: "Keine Ahnung", "table_rows.other": "{n} Zeilen" } };
  const widget = await mount(session.driver, { attributes: { lang: "de", src: SAMPLE }, properties: { words } });
  const { play, legend } = await widget.ready();
  const nothing = legend.at(-1);
  assert.deepEqual([play, nothing?.label], ["Los!", `${nothing?.count} Keine Ahnung`]);
  assert.equal(await nameOfShare(widget), messages("de").words.share);
  await widget.run((host) => (host.words = { words: { play: "Abfahrt" } }));
  await widget.until("other words are there", ({ play }) => play === "Abfahrt");
  await widget.run((host) => (host.words = null));
  await widget.until("the figure has its own again", ({ play }) => play === messages("de").words.play);
  assert.deepEqual(await widget.events("error"), []);
});

oneEngine("words and a translation of the built-in dataset can come from another frame", async () => {
  const widget = await mount(session.driver);
  await widget.ready();
  await widget.run(
    (host, own) => {
      const frame = document.body.appendChild(document.createElement("iframe"));
      host.words = Reflect.get(frame.contentWindow ?? {}, "JSON").parse(own);
    },
    JSON.stringify({ lang: "it", words: { play: "Avvia" }, dataset: { title: "Chi vieta Huawei?" } }),
  );
  await widget.until("it is Italian", ({ title, play }) => title === "Chi vieta Huawei?" && play === "Avvia");
});

oneEngine("words can come from an element of the page, or from an address", async () => {
  await open(session.driver, "/tests/widget/pages/stage.html");
  await session.driver.executeScript(() => {
    const script = Object.assign(document.createElement("script"), { type: "application/json", id: "own" });
    script.textContent = JSON.stringify({ lang: "it", words: { play: "Avvia", no_data: "non documentati" } });
    document.body.append(script);
  });
  const attributes = { "words-src": "#own", src: SAMPLE, date: "2020-06-01" };
  const widget = await mountMore(session.driver, { attributes });
  const { play, headline, legend } = await widget.ready();
  assert.deepEqual([play, headline, legend.at(-1)?.label], ["Avvia", "1 giugno 2020", "198 non documentati"]);
  const own = JSON.stringify({ words: { play: "Begin" } });
  await widget.run((host, address) => (host.wordsSrc = address), `data:application/json,${encodeURIComponent(own)}`);
  await widget.until("those of the address are there", ({ play }) => play === "Begin");
  assert.deepEqual(await widget.events("error"), []);
});

/** The places of texts of a dataset, in a figure with a tooltip and in one with a history. */
const TEXTS = [
  ".title",
  ".range",
  "#tile-FR",
  ".legend .label",
  ".tip-status",
  ".latest .what-title",
  "caption",
  ".cell-status",
];
const TOLD = [".history .state", ".history .what-title", ".history .text", ".caution"];

oneEngine("texts of a dataset have a lang attribute if their language is not that of the figure", async () => {
  const widget = await mountSample(session.driver, { lang: "de" });
  await hover(session.driver, await widget.middle("#tile-DE"));
  await widget.until("the tooltip is there", ({ tip }) => tip);
  await untilTable(widget);
  for (const selector of TEXTS) assert.equal(await widget.run(readLang, selector), "en", selector);
  await widget.run((host) => (host.selected = "DE"));
  await widget.until("the history is open", ({ history }) => history);
  for (const selector of TOLD) assert.equal(await widget.run(readLang, selector), "en", selector);
});

oneEngine("a text in the language of the figure has no lang attribute", async () => {
  const [banned, ...others] = SAMPLE_DATA.statuses;
  const data = {
    ...SAMPLE_DATA,
    title: { en: SAMPLE_DATA.title, de: "Wie ein Verbot um sich greift" },
    statuses: [{ ...banned, label: { en: "Banned", de: "Verboten" } }, ...others],
  };
  const widget = await mount(session.driver, { attributes: { lang: "de" }, properties: { data } });
  const { title, legend } = await widget.ready();
  assert.deepEqual([title, legend[0].label], ["Wie ein Verbot um sich greift", "Verboten: 2"]);
  await untilTable(widget);
  for (const selector of [".title", ".legend .label", "caption", ".cell-status"]) {
    assert.equal(await widget.run(readLang, selector), "de", selector);
  }
  assert.equal(await widget.run(readLang, ".latest .what-title"), "en");
});

/** @param {Widget} widget */
function untilTable(widget) {
  return widget.until("the table is filled", () => widget.caption());
}

/**
 * Runs in the page: the language of a text of the dataset for assistive technology.
 * @param {Host} what
 * @param {string} selector
 */
function readLang({ shadowRoot }, selector) {
  const part = shadowRoot.querySelector(selector);
  return (part.querySelector("bdi") ?? part).closest("[lang]").lang;
}

oneEngine("all errors in words are reported at once, and the other words are used", async () => {
  const words = { plya: "Go", pause: 5, step_of: "Step {n}", "table_rows.few": "few", share: "Tell", spokn: "{date}" };
  const properties = { words: { words, word: {} } };
  const widget = await mount(session.driver, { attributes: { src: SAMPLE }, properties });
  await widget.ready();
  const errors = await widget.events("error");
  assert.equal(errors.length, 1);
  const [{ code, cause, message, diagnostics }] = errors;
  assert.deepEqual([code, cause], ["invalid-words", null]);
  assert.deepEqual(diagnostics.map((/** @type {{path: string}} */ { path }) => path).sort(), FAULTY);
  for (const part of ['did you mean "play"?', "is not a text", "does not contain {m}", 'did you mean "spoken"?']) {
    assert.ok(message.includes(part), `${part}: ${message}`);
  }
  assert.equal((await widget.state()).play, "Play");
  assert.equal(await nameOfShare(widget), "Tell");
});

oneEngine(
  "words that a script has set take precedence over those of an address, which return without them",
  async () => {
    const own = JSON.stringify({ words: { play: "Begin" } });
    const wordsSrc = `data:application/json,${encodeURIComponent(own)}`;
    const widget = await mount(session.driver, {
      attributes: { src: SAMPLE },
      properties: { words: { words: { play: "Go" } }, wordsSrc },
    });
    assert.equal((await widget.ready()).play, "Go");
    await widget.run((host) => (host.words = null));
    await widget.until("those of the address are there", ({ play }) => play === "Begin");
  },
);

eachEngine("a language that the browser does not know has English dates, in a browser of any language", async () => {
  await open(session.driver, "/tests/widget/pages/stage.html");
  await session.driver.executeScript(() => {
    /** @param {any} what @param {any[]} args @returns {object} */
    const construct = (what, [lang, ...rest]) => new what(what.supportedLocalesOf(lang)[0] ?? "zh", ...rest);
    for (const name of ["DateTimeFormat", "NumberFormat", "PluralRules", "ListFormat", "DisplayNames", "Collator"]) {
      Reflect.set(Intl, name, new Proxy(Reflect.get(Intl, name), { construct }));
    }
  });
  const words = { lang: "tlh", words: { play: "Begin" } };
  const widget = await mountMore(session.driver, { attributes: { src: SAMPLE }, properties: { words } });
  const { play, headline } = await widget.ready();
  assert.deepEqual([play, headline], ["Begin", "31 December 2020"]);
  await widget.run((host) => (host.date = "2020-06-01"));
  await widget.until("its date is English", ({ headline }) => headline === "1 June 2020");
});

oneEngine("words that are not available are reported with their cause", async () => {
  const widget = await mount(session.driver, { attributes: { src: SAMPLE, "words-src": "/nowhere.json" } });
  assert.equal((await widget.ready()).play, "Play");
  const [{ code, cause }] = await widget.events("error");
  assert.deepEqual([code, cause], ["invalid-words", "not-found"]);
});

for (const [what, end, codes] of [
  ["the file of the package", "", []],
  ["another one", "\n", ["messages-load"]],
]) {
  eachEngine(`with integrity checks, ${what} ${end ? "is refused" : "is accepted"}`, async () => {
    mkdirSync(`${MADE}messages`, { recursive: true });
    writeFileSync(`${MADE}messages/de.json`, read("pkg/messages/de.json") + end);
    for (const file of ["banspread-places.txt", "banspread-hashes.json"])
      writeFileSync(MADE + file, read(`pkg/${file}`));
    await stageWith({ assetsUrl: `/made/languages/${engine}`, wasmUrl: "/pkg/banspread.wasm", integrity: true });
    const widget = await mountMore(session.driver, { attributes: { lang: "de", src: SAMPLE } });
    assert.equal((await widget.ready()).play, end ? "Play" : messages("de").words.play);
    assert.deepEqual(
      (await widget.events("error")).map(({ code }) => code),
      codes,
    );
    await takeFaults(session.driver);
  });
}

oneEngine("readers learn in their own language that there is no chart", async () => {
  await stageWith({ wasmUrl: "/nowhere.wasm" });
  const widget = await mountMore(session.driver, { attributes: { lang: "de", src: SAMPLE } });
  const { notice } = await widget.until("the loading has failed", ({ state }) => state === "failed");
  assert.equal(notice, messages("de").words.failed);
  assert.equal(await widget.run(({ shadowRoot }) => shadowRoot.querySelector(".notice").lang), "de");
});

oneEngine("the page for frames uses the language of its address", async () => {
  await open(session.driver, `/pkg/embed.html?lang=ja&src=${SAMPLE}`);
  await new Widget(session.driver).until("it speaks Japanese", ({ play }) => play === messages("ja").words.play);
});

/** @param {Widget} widget */
function nameOfShare(widget) {
  return widget.run(({ shadowRoot }) => shadowRoot.querySelector(".share").ariaLabel);
}

oneEngine("a single file has the language that it was made for, and requests nothing", async () => {
  mkdirSync(MADE, { recursive: true });
  banspread("standalone", "--lang", "de-CH", "--out", `${MADE}single.html`);
  await session.driver.get(`${origin}/made/languages/${engine}/single.html`);
  const widget = new Widget(session.driver);
  const { play, headline } = await widget.ready();
  assert.equal(play, messages("de").words.play);
  assert.match(headline, /^\d+\. [A-Z]\w+ 20\d\d$/);
  assert.equal(await session.driver.executeScript(() => document.documentElement.lang), "de-CH");
  assert.deepEqual(await asked(), []);
});

/**
 * Opens the stage with settings for loading.
 * @param {object} statics
 */
async function stageWith(statics) {
  await open(session.driver, "/tests/widget/pages/stage.html");
  await session.driver.executeAsyncScript((statics, done) => {
    window
      .define()
      .then(() => Object.assign(customElements.get("ban-spread") ?? {}, statics))
      .then(() => done());
  }, statics);
}

/** The names of the message files that the page has requested. */
function asked() {
  return session.driver.executeScript(() => {
    const names = performance.getEntriesByType("resource").map(({ name }) => name);
    return names.filter((name) => name.includes("/messages/")).map((name) => name.split("/").at(-1));
  });
}
