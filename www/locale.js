/** The reader's language: which it is, and its months, digits, plurals and country names from the browser. */

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const COUNTED = 300;

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
 * What the core needs to write dates, counts and names in a language. Plain English is built into the core.
 * @param {string} lang
 * @returns {import("./types.js").Messages}
 */
export function messagesFor(lang) {
  let messages = known.get(lang);
  if (!messages) {
    messages = lang === "en" ? { lang } : readMessages(lang);
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
  return {
    lang,
    months: monthsIn(lang, { day: "numeric", month: "long", year: "numeric" }),
    months_alone: monthsIn(lang, { month: "long", year: "numeric" }),
    months_short: monthsIn(lang, { month: "short" }),
    day: pattern(lang, { day: "numeric", month: "long", year: "numeric" }),
    month: pattern(lang, { month: "long", year: "numeric" }),
    digits: Array.from({ length: 10 }, (_, digit) => number.format(digit)).join(""),
    plurals: Array.from({ length: COUNTED + 1 }, (_, n) => plural.select(n)),
    ...(lang.split("-")[0] === "en" ? {} : { names: countryNames(lang) }),
  };
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
 * @param {string} lang
 * @param {Intl.DateTimeFormatOptions} fields
 */
function monthsIn(lang, fields) {
  const format = formatter(lang, fields);
  return Array.from({ length: 12 }, (_, month) => {
    const parts = format.formatToParts(Date.UTC(2020, month, 1));
    return parts.find(({ type }) => type === "month")?.value ?? String(month + 1);
  });
}

/**
 * The order and the words around the fields of a date, such as "{d} {month} {y}".
 * @param {string} lang
 * @param {Intl.DateTimeFormatOptions} fields
 */
function pattern(lang, fields) {
  /** @type {Record<string, string>} */
  const slots = { day: "{d}", month: "{month}", year: "{y}" };
  const parts = formatter(lang, fields).formatToParts(Date.UTC(2020, 6, 14));
  return parts.map(({ type, value }) => slots[type] ?? value).join("");
}

/**
 * Every two-letter region that the browser can name.
 * @param {string} lang
 */
function countryNames(lang) {
  const regions = new Intl.DisplayNames(lang, { type: "region", fallback: "none" });
  /** @type {Record<string, string>} */
  const names = {};
  for (const first of LETTERS) {
    for (const second of LETTERS) {
      const name = regions.of(first + second);
      if (name) names[first + second] = name;
    }
  }
  return names;
}
