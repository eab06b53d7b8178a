/** What browsers know of languages: the page's own, and months, digits, plurals, lists and country names of each. */

import { readNode } from "../base/page.js";

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
/** Beyond these the forms of numbers come again: 100 + n % 100 has that of n in every language. */
const COUNTED = 200;
const RIGHT_TO_LEFT_LETTERS = /[\u0590-\u08ff]/;
/** @type {Intl.DateTimeFormatOptions} */
const YEAR = { year: "numeric" };
/** @type {Intl.DateTimeFormatOptions} */
const MONTH = { month: "long", ...YEAR };
/** @type {Intl.DateTimeFormatOptions} */
const DAY = { day: "numeric", ...MONTH };

/** @type {Map<string, import("../types.js").Messages>} */
const known = new Map();

/**
 * The language nearest to an element: its own, an ancestor's (also outside its shadow root), or English.
 * @param {Element} element
 */
export function nearestLang(element) {
  for (let scope = element; scope;) {
    const near = scope.closest("[lang]");
    const found = near && readNode(near, "getAttribute").call(near, "lang");
    // What is not determined is not spoken either.
    if (found) return canonical(found)?.replace(/^und\b.*/, "en") ?? "en";
    const root = scope.getRootNode();
    if (!(root instanceof ShadowRoot)) break;
    scope = root.host;
  }
  return "en";
}

/**
 * A tag as it is written today; undefined for what is none.
 * @param {string|undefined} lang
 */
export function canonical(lang) {
  try {
    return Intl.getCanonicalLocales(lang)[0];
  } catch {
    return undefined;
  }
}

/**
 * A tag for `Intl`: English where the browser does not know the language. Else it would take its own.
 * @param {string} lang
 */
export function native(lang) {
  return Intl.DateTimeFormat.supportedLocalesOf(lang)[0] ?? "en";
}

/**
 * A text without capitals, accents and vowel signs, as hurried readers type it.
 * @param {string} text
 * @param {string} lang
 */
export function fold(text, lang) {
  return text.toLocaleLowerCase(lang).normalize("NFKD").replace(/\p{M}/gu, "");
}

/**
 * What two tags of the same language share: `zh-TW` is written otherwise than `zh`, `de-AT` is not otherwise than `de`.
 * @param {string} lang
 */
export function written(lang) {
  const { language, script } = new Intl.Locale(lang).maximize();
  return `${language}-${script}`;
}

/**
 * What the core needs to write dates, counts, lists and names in a language, as pairs of key and text.
 * English is built into the core.
 * @param {string} lang
 * @returns {import("../types.js").Messages}
 */
export function messagesFor(lang) {
  let messages = known.get(lang);
  if (!messages) {
    messages = native(lang) === "en" ? [["lang", lang]] : readMessages(lang);
    known.set(lang, messages);
  }
  return messages;
}

/**
 * @param {string} lang
 * @returns {import("../types.js").Messages}
 */
function readMessages(lang) {
  const plural = new Intl.PluralRules(lang);
  const number = new Intl.NumberFormat(lang, { useGrouping: false });
  return [
    ["lang", lang],
    ["day", pattern(lang, DAY)],
    ["month", pattern(lang, MONTH)],
    ["year", pattern(lang, YEAR)],
    ["outlet", apart("{name}", formatter(lang, MONTH).format())],
    ["digits", Array.from({ length: 10 }, (_, digit) => number.format(digit)).join("")],
    ["plurals", Array.from({ length: COUNTED }, (_, n) => plural.select(n)).join(" ")],
    // Two have no comma between them, in some languages not before the last of three either.
    ["comma", between(lang, 3)],
    ["and", between(lang, 2)],
    ...months("month", lang, MONTH),
    ...months("month_in_date", lang, DAY),
    ...shortMonths(lang),
    ...(lang.split("-")[0] === "en" ? [] : countryNames(lang)),
  ];
}

/**
 * What stands between the first two of so many. Some languages look at how a word is written: they are asked about
 * their own.
 * @param {string} lang
 * @param {number} many
 */
function between(lang, many) {
  const words = months("", lang, MONTH).map(([, word]) => word);
  const parts = new Intl.ListFormat(lang).formatToParts(words.slice(-many));
  return parts.find(({ type }) => type === "literal")?.value ?? ", ";
}

/**
 * @param {string} lang
 * @param {Intl.DateTimeFormatOptions} fields
 */
function formatter(lang, fields) {
  return new Intl.DateTimeFormat(lang, { ...fields, calendar: "gregory", timeZone: "UTC" });
}

/**
 * The twelve months as they stand inside a date of these fields: many languages inflect them there.
 * @param {string} key
 * @param {string} lang
 * @param {Intl.DateTimeFormatOptions} fields
 * @returns {import("../types.js").Messages}
 */
function months(key, lang, fields) {
  const format = formatter(lang, fields);
  return Array.from({ length: 12 }, (_, month) => {
    const parts = format.formatToParts(Date.UTC(2020, month, 1));
    return [`${key}.${month + 1}`, parts.find(({ type }) => type === "month")?.value ?? String(month + 1)];
  });
}

/**
 * The twelve months by themselves: some languages say a word with the number, which is no part of the month to the
 * browser.
 * @param {string} lang
 * @returns {import("../types.js").Messages}
 */
function shortMonths(lang) {
  const format = formatter(lang, { month: "short" });
  return Array.from({ length: 12 }, (_, month) => {
    return [`month_short.${month + 1}`, format.format(Date.UTC(2020, month, 1))];
  });
}

/**
 * The order and the words around the fields of a date, such as "{d} {month} {y}". One that is written from right to
 * left stays together also among words of another language.
 * @param {string} lang
 * @param {Intl.DateTimeFormatOptions} fields
 */
function pattern(lang, fields) {
  /** @type {Record<string, string>} */
  const slots = { day: "{d}", month: "{month}", year: "{y}" };
  const parts = formatter(lang, fields).formatToParts(Date.UTC(2020, 6, 14));
  const text = parts.map(({ type, value }) => slots[type] ?? value).join("");
  return apart(text, parts.map(({ value }) => value).join(""));
}

/**
 * A text that stays together among others where these words are written from right to left.
 * @param {string} text
 * @param {string} words
 */
function apart(text, words) {
  return RIGHT_TO_LEFT_LETTERS.test(words) ? `\u2068${text}\u2069` : text;
}

/**
 * Every two-letter region that the browser can name.
 * @param {string} lang
 * @returns {import("../types.js").Messages}
 */
function countryNames(lang) {
  const regions = new Intl.DisplayNames(lang, { type: "region", fallback: "none" });
  return LETTERS.flatMap((first) =>
    LETTERS.flatMap((second) => {
      const name = regions.of(first + second);
      return name ? [[`country.${first}${second}`, name]] : [];
    }),
  );
}
