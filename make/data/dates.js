/** Dates as people write them, for the fields of dates. */

import { dateWords, wordsIn } from "./months.js";

/**
 * The day of a text: the first day of a month or year, or the last one; null if it is none.
 * @param {string} text
 * @param {string} lang  the language of the page
 * @param {boolean} [isLast]  whether a month or year means its last day
 * @returns {string|null}  such as 2001-01-31
 */
export function dayOf(text, lang, isLast = false) {
  const parts = partsOf(simple(text), lang);
  if (!parts) return null;
  const [year, month = isLast ? 12 : 1] = parts;
  const day = parts[2] ?? (isLast ? lengthOf(year, month) : 1);
  const isDay = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= lengthOf(year, month);
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
 * A date with the name of a month, in any order: `1 January 2001`, `January 1, 2001`, `janvier 2001`. Words that change what
 * a date means, as in `until January 2001`, are no part of one.
 * @param {string} text
 * @param {string} lang
 */
function named(text, lang) {
  const { months, fillers } = dateWords(lang);
  const words = wordsIn(text).filter((word) => months.has(word) || !fillers.has(word));
  const numbers = text.match(/\d+/g) ?? [];
  const [years, days] = [numbers.filter(isYear), numbers.filter((number) => number.length < 3)];
  const month = months.get(words[0]);
  const isOne = words.length === 1 && years.length === 1 && days.length < 2;
  if (!month || !isOne || years.length + days.length < numbers.length) return null;
  return [Number(years[0]), month, ...days.map(Number)];
}

/** @param {string} number */
const isYear = (number) => number.length === 4;

/**
 * A text with the digits of ASCII, in small letters, and without the marks of direction that a copied date can have.
 * @param {string} text
 */
function simple(text) {
  return text
    .replace(/\p{Nd}/gu, (digit) => String(valueOf(digit)))
    .replace(/[\u200e\u200f\u2066-\u2069]/g, "")
    .trim()
    .toLowerCase();
}

/** The value of a digit. In Unicode, digits of a script are together, from 0 to 9. @param {string} digit */
function valueOf(digit) {
  const code = Number(digit.codePointAt(0));
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return (code - first) % 10;
}

/** The number of days of a month. @param {number} year @param {number} month */
const lengthOf = (year, month) => {
  const last = new Date(Date.UTC(2000, month, 0));
  last.setUTCFullYear(year, month, 0);
  return last.getUTCDate();
};

/** @param {number} number @param {number} digits */
const padded = (number, digits) => String(number).padStart(digits, "0");
