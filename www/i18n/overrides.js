/** Errors in a publisher's own words. */

import { canonical } from "./locale.js";

const FORM = /\.(zero|one|two|few|many|other)$/;
const SLOT = /\{\w+\}/g;
/** The number of characters of an unknown key that are compared with known keys. */
const LONGEST = 60;
/** So many errors are told, the rest are counted. */
const MOST = 100;
/** At most so many unknown keys get a suggestion. */
const GUESSES = 20;

/**
 * The text that a word replaces; undefined if there is none. A word can have all plural forms of all languages.
 * @param {string} key
 * @param {Record<string, string>} keys
 * @returns {string|undefined}
 */
export function likeOf(key, keys) {
  const like = [key, key.replace(FORM, ".other")].find((name) => Object.hasOwn(keys, name));
  return like && keys[like];
}

/**
 * The usable words, and what is wrong with all others: one message, and the findings.
 * @param {any} own
 * @param {Record<string, string>} keys  the known keys with their texts
 * @param {boolean} open  whether there may be other keys
 */
export function review(own, keys, open) {
  /** @type {import("../types.js").Diagnostic[]} */
  const diagnostics = [];
  let count = 0;
  const say = (/** @type {string} */ code, /** @type {string} */ path, /** @type {string} */ message) => {
    if (count < MOST) diagnostics.push({ severity: "error", code, path, message });
    count += 1;
  };
  /** @type {Record<string, string>} */
  const words = {};
  /** @param {any} value @param {string} path */
  const fieldsOf = (value, path) => {
    if (Object(value) === value && !Array.isArray(value)) return value;
    say("wrong-kind", path, "is not an object");
  };
  const { lang, words: given, dataset, ...rest } = fieldsOf(own, "words") ?? {};
  for (const field of Object.keys(rest)) say("unknown-field", field, "is unknown: use lang, words or dataset");
  if (lang !== undefined && !canonical(lang)) say("wrong-kind", "lang", 'is not a language tag such as "de"');
  for (const [key, text] of Object.entries(fieldsOf(given ?? {}, "words") ?? {})) {
    const path = `words.${key}`;
    const like = likeOf(key, keys);
    const slots = like?.match(SLOT) ?? [];
    // A form that applies to a single number need not contain the number.
    const missing = slots.filter((slot) => !String(text).includes(slot) && !(slot === "{n}" && FORM.test(key)));
    if (like === undefined && !open) {
      const guess = count < GUESSES ? ` (did you mean "${nearest(key, keys)}"?)` : "";
      say("unknown-word", path, `is unknown${guess}`);
    } else if (typeof text !== "string" || !text) say("wrong-kind", path, "is not a text");
    else if (missing.length > 0) say("missing-field", path, `does not contain ${missing.join(", ")}`);
    else words[key] = text;
  }
  // The legend writes "no data" with a number, all other places without.
  if (words.no_data && !words.no_data_count) words.no_data_count = `{n} ${words.no_data}`;
  const translation = dataset && fieldsOf(dataset, "dataset");
  const told = diagnostics.map(({ path, message }) => `${path} ${message}`);
  if (count > MOST) told.push(`${count - MOST} more`);
  const message = told.length > 0 ? `Invalid words: ${told.join("; ")}.` : "";
  return { words, translation, message, diagnostics };
}

/**
 * The key that is most similar to a text.
 * @param {string} key
 * @param {Record<string, string>} keys
 */
function nearest(key, keys) {
  const begin = key.slice(0, LONGEST);
  const far = Object.keys(keys).map((known) => /** @type {const} */ ([distance(begin, known), known]));
  return far.reduce((best, one) => (one[0] < best[0] ? one : best))[1];
}

/**
 * The number of characters to change, remove or insert to turn one text into the other.
 * @param {string} a
 * @param {string} b
 */
function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 0; i < a.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      next.push(Math.min(next[j] + 1, row[j + 1] + 1, row[j] + Number(a[i] !== b[j])));
    }
    row = next;
  }
  return row[b.length];
}
