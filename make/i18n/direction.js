/** Texts of both directions: from left to right, and from right to left. */

/** Languages of the page that are written from right to left. */
const LEFTWARD = ["ar", "he"];
/** Letters of scripts that are written from right to left. */
const LEFTWARD_LETTERS = /[\u0590-\u08ff]/;

/** Whether a language is written from right to left. @param {string} lang */
export const isLeftward = (lang) => LEFTWARD.includes(lang);

/**
 * A function that isolates texts among words of a language, so that neither turns the other around. Where both run from
 * left to right there is nothing to isolate.
 * @param {string} lang
 * @returns {(text: string) => string}
 */
export const isolatedIn = (lang) => (text) =>
  // A date, which has no letters, would be turned around among words from right to left.
  isLeftward(lang) || LEFTWARD_LETTERS.test(text) ? `\u2068${text}\u2069` : text;

/** A text of the page that becomes data, where isolates are errors. @param {string} text */
export const withoutIsolates = (text) => text.replace(/[\u2068\u2069]/g, "");
