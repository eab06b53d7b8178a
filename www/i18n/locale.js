/**
 * What browsers know about languages: the language of the page, and for each language months, digits, plurals, lists
 * and names of countries.
 */

import { readNode } from "../base/page.js";

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
/** From here on the plural categories repeat: in every language, a number has the category of 100 + n % 100. */
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
    // `und` means that the language is not determined.
    if (found) return canonical(found)?.replace(/^und\b.*/, "en") ?? "en";
    const root = scope.getRootNode();
    if (!(root instanceof ShadowRoot)) break;
    scope = root.host;
  }
  return "en";
}

/**
 * The canonical form of a language tag; undefined if the text is not a tag.
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
 * A tag for `Intl`: English if the browser does not know the language. Otherwise the browser would use its own
 * language.
 * @param {string} lang
 */
export function native(lang) {
  return Intl.DateTimeFormat.supportedLocalesOf(lang)[0] ?? "en";
}

/**
 * The same in the order of their names.
 * @template {{name: string}} T
 * @param {T[]} all
 * @param {string} lang
 */
export function inOrder(all, lang) {
  const { compare } = new Intl.Collator(native(lang));
  return [...all].sort((a, b) => compare(a.name, b.name));
}

/**
 * A text without capitals, accents and vowel signs, so that a search finds words that readers type without them.
 * @param {string} text
 * @param {string} lang
 */
export function fold(text, lang) {
  return text.toLocaleLowerCase(lang).normalize("NFKD").replace(/\p{M}/gu, "");
}

/**
 * The messages with which the core writes dates, counts, lists and names in a language, as pairs of key and text.
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
    ["million", plural.select(1e6)],
    ["numbers", lang],
    // Two parts have no comma between them. In some languages the last of three has none before it either.
    ["comma", between(lang, 3)],
    ["and", between(lang, 2)],
    ...months("month", lang, MONTH),
    ...months("month_in_date", lang, DAY),
    ...shortMonths(lang),
    ...(lang.split("-")[0] === "en" ? [] : countryNames(lang)),
  ];
}

/**
 * The text between the first two of this number of parts. In some languages it depends on the words around it, so the
 * words here are from the language itself.
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
  // The dates are days, and the core knows only the Gregorian calendar. In the reader's time zone a day could become
  // the day before.
  return new Intl.DateTimeFormat(lang, { ...fields, calendar: "gregory", timeZone: "UTC" });
}

/**
 * The twelve months inside a date with these fields, because many languages inflect them there.
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
 * The twelve months alone. Some languages add a word to the number, which the browser does not count as part of the
 * month.
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
 * The order of the fields of a date and the words around them, such as "{d} {month} {y}". A right-to-left date is
 * isolated, so that it stays together among words of another language.
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
 * Isolates a text if these words are right-to-left, so that it stays together among other words.
 * @param {string} text
 * @param {string} words
 */
function apart(text, words) {
  return RIGHT_TO_LEFT_LETTERS.test(words) ? `\u2068${text}\u2069` : text;
}

/**
 * Each two-letter region for which the browser has a name.
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
