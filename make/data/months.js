/** The names of months, and the words around them in dates, in English and in the language of the page. */

/** What a language has for dates. @typedef {{months: Map<string, number>, fillers: Set<string>}} DateWords */

/** Words in dates that browsers do not write, such as those behind the number of a day. */
const FILLERS = [
  "st",
  "nd",
  "rd",
  "th",
  "of",
  "the",
  "on",
  "er",
  "le",
  "am",
  "den",
  "der",
  "de",
  "del",
  "el",
  "º",
  "года",
];

/** @type {Intl.DateTimeFormatOptions[]} */
const FORMS = ["long", "short"].flatMap((form) => {
  const month = /** @type {"long"} */ (form);
  // Many languages have another form of the name beside a day.
  return [{ month }, { weekday: month, day: "numeric", month, year: "numeric" }];
});

/** @type {Map<string, DateWords>} */
const known = new Map();

/** The words of a text. The sign of the year in Chinese and Japanese stands before a month without a space. @param {string} text */
export const wordsIn = (text) => text.toLowerCase().match(/年|[\p{L}\p{M}]+/gu) ?? [];

/** @param {string} lang  the language of the page @returns {DateWords} */
export function dateWords(lang) {
  const own = known.get(lang) ?? read(["en", "en-GB", lang]);
  known.set(lang, own);
  return own;
}

/** @param {string[]} tags @returns {DateWords} */
function read(tags) {
  const months = new Map();
  const fillers = new Set(FILLERS);
  const formats = tags.flatMap((tag) =>
    FORMS.map((form) => new Intl.DateTimeFormat(tag, { ...form, calendar: "gregory", timeZone: "UTC" })),
  );
  for (const format of formats) {
    for (let n = 0; n < 12; n += 1) {
      // The days of the twelve dates have all weekdays.
      const parts = format.formatToParts(Date.UTC(2001, n, 15));
      for (const name of namesIn(parts)) months.set(name, n + 1);
      const others = parts.filter(({ type }) => type === "literal" || type === "weekday");
      for (const { value } of others) for (const word of wordsIn(value)) fillers.add(word);
    }
  }
  return { months, fillers };
}

/**
 * The name of the month in a date, also with a word before it without a space, as in Hebrew.
 * @param {Intl.DateTimeFormatPart[]} parts
 */
function namesIn(parts) {
  const place = parts.findIndex(({ type }) => type === "month");
  const [name, ...rest] = wordsIn(parts[place].value);
  // In Japanese the month is a number.
  if (!name || rest.length > 0 || /\p{Nd}/u.test(parts[place].value)) return [];
  const before = /[\p{L}\p{M}]+$/u.exec(parts[place - 1]?.value ?? "")?.[0] ?? "";
  return [name, before + name];
}
