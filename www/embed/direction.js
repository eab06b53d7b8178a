/** The text direction of a language. */

/** Right-to-left languages with many readers of news. The command has the same list. */
const RIGHT_TO_LEFT = /^(ar|fa|he|iw|ur)\b(?!.*-latn\b)/i;

/**
 * The direction for the `dir` attribute of a page in a language.
 * @param {string} lang  a BCP 47 tag
 */
export function directionOf(lang) {
  return RIGHT_TO_LEFT.test(lang) ? "rtl" : "ltr";
}
