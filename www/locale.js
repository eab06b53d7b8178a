/** The reader's language: which it is, and its months, digits, plurals and country names from the browser. */

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const COUNTED = 300;
const RIGHT_TO_LEFT = /[\u0590-\u08ff]/;
/** @type {Intl.DateTimeFormatOptions} */
const MONTH = { month: "long", year: "numeric" };
/** @type {Intl.DateTimeFormatOptions} */
const DAY = { day: "numeric", ...MONTH };

/** @type {Map<string, import("./types.js").Messages>} */
const known = new Map();

/**
 * The language nearest to an element: its own, an ancestor's (also outside its shadow root), or English.
 * @param {Element} element
 */
export function nearestLang(element) {
  for (let scope = element; scope; ) {
    const found = scope.closest("[lang]")?.getAttribute("lang");
    if (found) return canonical(found);
    const root = scope.getRootNode();
    if (!(root instanceof ShadowRoot)) break;
    scope = root.host;
  }
  return "en";
}

/** @param {string} lang */
function canonical(lang) {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? "en";
  } catch {
    return "en";
  }
}

/**
 * What the core needs to write dates, counts and names in a language, as pairs of key and text.
 * English is built into the core.
 * @param {string} lang
 * @returns {import("./types.js").Messages}
 */
export function messagesFor(lang) {
  let messages = known.get(lang);
  if (!messages) {
    messages = lang === "en" ? [["lang", "en"]] : readMessages(lang);
    known.set(lang, messages);
  }
  return messages;
}

/**
 * @param {string} lang
 * @returns {import("./types.js").Messages}
 */
function readMessages(lang) {
  const plural = new Intl.PluralRules(lang);
  const number = new Intl.NumberFormat(lang, { useGrouping: false });
  return [
    ["lang", lang],
    ["day", pattern(lang, DAY)],
    ["month", pattern(lang, MONTH)],
    ["digits", Array.from({ length: 10 }, (_, digit) => number.format(digit)).join("")],
    ["plurals", Array.from({ length: COUNTED + 1 }, (_, n) => plural.select(n)).join(" ")],
    ...months("month", lang, MONTH),
    ...months("month_in_date", lang, DAY),
    ...shortMonths(lang),
    ...(lang.split("-")[0] === "en" ? [] : countryNames(lang)),
  ];
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
 * @returns {import("./types.js").Messages}
 */
function months(key, lang, fields) {
  const format = formatter(lang, fields);
  return Array.from({ length: 12 }, (_, month) => {
    const parts = format.formatToParts(Date.UTC(2020, month, 1));
    return [`${key}.${month + 1}`, parts.find(({ type }) => type === "month")?.value ?? String(month + 1)];
  });
}

/**
 * The twelve months by themselves: some languages say a word with the number, which is no part of the month to the browser.
 * @param {string} lang
 * @returns {import("./types.js").Messages}
 */
function shortMonths(lang) {
  const format = formatter(lang, { month: "short" });
  return Array.from({ length: 12 }, (_, month) => [`month_short.${month + 1}`, format.format(Date.UTC(2020, month, 1))]);
}

/**
 * The order and the words around the fields of a date, such as "{d} {month} {y}". One that is written from right to left
 * stays together also among words of another language.
 * @param {string} lang
 * @param {Intl.DateTimeFormatOptions} fields
 */
function pattern(lang, fields) {
  /** @type {Record<string, string>} */
  const slots = { day: "{d}", month: "{month}", year: "{y}" };
  const parts = formatter(lang, fields).formatToParts(Date.UTC(2020, 6, 14));
  const text = parts.map(({ type, value }) => slots[type] ?? value).join("");
  return parts.some(({ value }) => RIGHT_TO_LEFT.test(value)) ? `\u2068${text}\u2069` : text;
}

/**
 * Every two-letter region that the browser can name.
 * @param {string} lang
 * @returns {import("./types.js").Messages}
 */
function countryNames(lang) {
  const regions = new Intl.DisplayNames(lang, { type: "region", fallback: "none" });
  return LETTERS.flatMap((first) => LETTERS.flatMap((second) => {
    const name = regions.of(first + second);
    return name ? [[`country.${first}${second}`, name]] : [];
  }));
}
