/** The texts of the page in the language of the reader. */

/** @import {FileAt} from "../core/types.d.ts" */

import english from "../messages/en.json";
import { isolatedIn } from "./direction.js";

/** @typedef {(key: string, values?: Record<string, string|number>) => string} Words */

/** The languages of the page, each with its own name. */
export const LANGUAGES = {
  ar: "العربية",
  de: "Deutsch",
  en: "English",
  es: "Español",
  fr: "Français",
  he: "עברית",
  hi: "हिन्दी",
  ja: "日本語",
  pt: "Português",
  ru: "Русский",
  "zh-Hans": "简体中文",
};

/**
 * The language of the page that a reader understands best.
 * @param {readonly string[]} wanted
 * @returns {string}
 */
export function bestLanguage(wanted) {
  for (const tag of wanted) {
    if (/^zh\b(?!-(TW|HK|MO|Hant))/i.test(tag)) return "zh-Hans";
    const language = tag.split("-")[0].toLowerCase();
    if (language in LANGUAGES) return language;
  }
  return "en";
}

/**
 * Texts by key. A key that is none is a sentence already, such as an error of the core. A text about a number has a form for
 * each plural category, such as `rows.one` and `rows.other`, or only the last one.
 * @param {string} lang
 * @param {Record<string, string>} own
 * @returns {Words}
 */
export function wordsOf(lang, own) {
  const plural = new Intl.PluralRules(lang);
  const number = new Intl.NumberFormat(lang);
  const isolated = isolatedIn(lang);
  return (key, values = {}) => {
    const { n } = values;
    const forms = typeof n === "number" ? [`${key}.${plural.select(n)}`, `${key}.other`, key] : [key];
    // Any form of the language comes before English.
    const texts = [own, english].flatMap((/** @type {Record<string, string>} */ words) =>
      forms.map((form) => words[form]),
    );
    const text = texts.find((text) => text !== undefined) ?? key;
    return text.replace(/\{(\w+)\}/g, (slot, name) => {
      const value = values[name] ?? slot;
      return typeof value === "number" ? number.format(value) : isolated(value);
    });
  };
}

/**
 * Loads the texts of a language. English is in the script, for the time without a connection.
 * @param {string} lang
 * @param {FileAt} fileAt
 * @returns {Promise<Record<string, string>>}
 */
export async function loadTexts(lang, fileAt) {
  if (lang === "en") return english;
  return JSON.parse(new TextDecoder().decode(await fileAt(`make/messages/${lang}.json`)));
}
