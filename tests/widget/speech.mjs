/** The texts of a figure in a language: by key from the message files, and from the browser's `Intl`. */

import { readdirSync, readFileSync } from "node:fs";

const MESSAGES = new URL("../../www/messages/", import.meta.url);

/** A pattern about a number, by plural form. @typedef {Record<string, string>} Forms */
/** @typedef {{id: string, name: string}} Entity */
/** @typedef {{id: string, label: string, lead: Forms, clause: Forms}} Status */

const DATASET = JSON.parse(readFileSync(new URL("../../datasets/huawei.json", import.meta.url), "utf8"));

/** The tags of all languages that figures speak. */
export const LANGUAGES = readdirSync(MESSAGES).map((name) => name.replace(".json", ""));

/** The message file of a language. */
export const messages = (/** @type {string} */ lang) =>
  JSON.parse(readFileSync(new URL(`${lang}.json`, MESSAGES), "utf8"));

/** The built-in dataset, in English. */
export const { events: EVENTS, tour: TOUR } = DATASET;

/** A number larger than any count. */
const COUNTED = 300;

export class Speech {
  /**
   * @param {string} lang
   * @param {ReturnType<typeof askIntl>} intl
   */
  constructor(lang, intl) {
    const { words, dataset } = messages(lang);
    this.lang = lang;
    this.words = words;
    this.dataset = dataset;
    this.intl = intl;
  }

  /**
   * The texts in a language. Dates, numbers and countries come from the current browser, whose `Intl` differs from
   * others.
   * @param {import("selenium-webdriver").WebDriver} driver
   * @param {string} lang
   * @param {{days: string[], countries: string[]}} about
   */
  static async of(driver, lang, about) {
    return new Speech(lang, await driver.executeScript(askIntl, lang, about, COUNTED));
  }

  /** The title of the dataset. */
  get title() {
    return this.dataset?.title ?? DATASET.title;
  }

  /** The steps of the tour, each with a title and a text. */
  get tour() {
    return this.dataset?.tour ?? DATASET.tour;
  }

  /**
   * The label of a scope, by its id.
   * @param {string} id
   */
  scope(id) {
    const own = DATASET.scopes.find((/** @type {{id: string}} */ scope) => scope.id === id);
    return (this.dataset?.scopes[id] ?? own).label;
  }

  /**
   * The words of a status, by its id.
   * @param {string} id
   */
  status(id) {
    return this.dataset?.statuses[id] ?? DATASET.statuses.find((/** @type {Status} */ status) => status.id === id);
  }

  /**
   * The name of a bloc or a company.
   * @param {string} id
   */
  entity(id) {
    return (
      this.dataset?.entities[id]?.name ?? DATASET.entities.find((/** @type {Entity} */ entity) => entity.id === id).name
    );
  }

  /**
   * The name of a country; in English that of the dataset.
   * @param {string} code
   */
  country(code) {
    const own = this.lang === "en" && DATASET.entities.find((/** @type {Entity} */ { id }) => id === code);
    return own ? own.name : this.intl.countries[code];
  }

  /**
   * A day in words.
   * @param {string} iso
   */
  day(iso) {
    return this.intl.days[iso];
  }

  /**
   * A number in digits.
   * @param {number} n
   */
  number(n) {
    return this.intl.numbers[n];
  }

  /** @param {string} key */
  text(key) {
    return this.words[key];
  }

  /**
   * @param {string} key
   * @param {Record<string, string>} values
   */
  fill(key, values) {
    return fill(this.words[key], values);
  }

  /**
   * The plural form for a number, by key or by category.
   * @param {string|Forms} forms
   * @param {number} n
   */
  count(forms, n) {
    const find = (/** @type {string} */ name) =>
      typeof forms === "string" ? this.words[`${forms}.${name}`] : forms[name];
    return fill(find(this.intl.categories[n]) ?? find("other"), { n: this.number(n) });
  }
}

/**
 * Runs in the page.
 * @param {string} lang
 * @param {{days: string[], countries: string[]}} about
 * @param {number} counted
 */
function askIntl(lang, { days, countries }, counted) {
  // English in the core has the day first.
  const tag = lang === "en" ? "en-GB" : lang;
  /** @type {Intl.DateTimeFormatOptions} */
  const fields = { day: "numeric", month: "long", year: "numeric", calendar: "gregory", timeZone: "UTC" };
  const date = new Intl.DateTimeFormat(tag, fields);
  const region = new Intl.DisplayNames(tag, { type: "region" });
  const number = new Intl.NumberFormat(tag, { useGrouping: false });
  const plural = new Intl.PluralRules(tag);
  const all = Array.from({ length: counted }, (_, n) => n);
  return {
    days: Object.fromEntries(days.map((day) => [day, date.format(new Date(day))])),
    countries: Object.fromEntries(countries.map((code) => [code, region.of(code) ?? code])),
    numbers: all.map((n) => number.format(n)),
    categories: all.map((n) => plural.select(n)),
  };
}

/**
 * @param {string} pattern
 * @param {Record<string, string>} values
 */
function fill(pattern, values) {
  return pattern.replace(/\{(\w+)\}/g, (slot, name) => values[name] ?? slot);
}
