/** Dates as people write them, for the fields of dates. */

/** Names of months are known in English and in the language of the page. */
const NAMES = ["long", "short"];

/**
 * The day of a text: the first day of a month or year, or the last one; null if it is none.
 * @param {string} text
 * @param {string} lang  the language of the page
 * @param {boolean} [isLast]  whether a month or year means its last day
 * @returns {string|null}  such as 2001-01-31
 */
export function dayOf(text, lang, isLast = false) {
  const parts = partsOf(text.trim().toLowerCase(), lang);
  if (!parts) return null;
  const [year, month = isLast ? 12 : 1] = parts;
  const day = parts[2] ?? (isLast ? lengthOf(year, month) : 1);
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(year, month);
  return isDay ? [padded(year, 4), padded(month, 2), padded(day, 2)].join("-") : null;
}

/**
 * Year, month and day of a text, as far as it has them.
 * @param {string} text
 * @param {string} lang
 * @returns {number[]|null}
 */
function partsOf(text, lang) {
  const digits = (/** @type {RegExp} */ form) => text.match(form)?.slice(1).filter(Boolean).map(Number);
  const ordered =
    digits(/^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/) ?? digits(/^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?$/);
  if (ordered) return ordered;
  // After a point the month follows the day; between slashes only a number above 12 tells which is the day.
  const [, first, sign, second, year] = text.match(/^(\d{1,2})\s?([./])\s?(\d{1,2})\s?[./]\s?(\d{4})$/) ?? [];
  if (year) return dayFirst(Number(first), Number(second), Number(year), sign === ".");
  return named(text, lang);
}

/**
 * @param {number} first
 * @param {number} second
 * @param {number} year
 * @param {boolean} isSettled
 */
function dayFirst(first, second, year, isSettled) {
  if (isSettled || first > 12) return [year, second, first];
  return second > 12 ? [year, first, second] : null;
}

/**
 * A date with the name of a month, in any order: `1 January 2001`, `January 1, 2001`, `janvier 2001`.
 * @param {string} text
 * @param {string} lang
 */
function named(text, lang) {
  const words = text.match(/[\p{L}\p{M}]+|\d+/gu) ?? [];
  const months = monthsIn(lang);
  const month = words.map((word) => months.get(word)).find(Boolean);
  const numbers = words.filter((word) => /^\d+$/.test(word));
  const year = numbers.find((word) => word.length === 4);
  if (!month || !year || numbers.length > 2) return null;
  const day = numbers.find((word) => word !== year);
  return [Number(year), month, ...(day ? [Number(day)] : [])];
}

/** The numbers of months by their names. @param {string} lang @returns {Map<string, number>} */
function monthsIn(lang) {
  const found = new Map();
  for (const tag of ["en", lang]) {
    for (const month of NAMES) {
      const format = new Intl.DateTimeFormat(tag, {
        month: /** @type {"long"} */ (month),
        day: "numeric",
        timeZone: "UTC",
      });
      for (let n = 1; n <= 12; n += 1) {
        const parts = format.formatToParts(new Date(Date.UTC(2001, n - 1, 15)));
        const name = parts
          .find(({ type }) => type === "month")
          ?.value.toLowerCase()
          .replace(/\.$/, "");
        if (name && !/\d/.test(name)) found.set(name, n);
      }
    }
  }
  return found;
}

/** The number of days of a month. @param {number} year @param {number} month */
const lengthOf = (year, month) => {
  const last = new Date(Date.UTC(2000, month, 0));
  last.setUTCFullYear(year, month, 0);
  return last.getUTCDate();
};

/** @param {number} number @param {number} digits */
const padded = (number, digits) => String(number).padStart(digits, "0");
