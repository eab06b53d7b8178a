/** Sentences of the import: in the language of the page, or in English with attributes that say so. */

/** @import {Page} from "./el.js" */
/** @import {Message} from "../core/types.d.ts" */

/** The attributes of an element with English words. */
const ENGLISH = { lang: "en", dir: "ltr" };

/**
 * A sentence, and the attributes of its element.
 * @param {Page} page
 * @param {Message} words
 * @param {string} english
 * @returns {{text: string, attributes: Record<string, string>}}
 */
export function told({ sentence }, words, english) {
  const own = sentence(words);
  return own === null ? { text: english, attributes: ENGLISH } : { text: own, attributes: {} };
}

/** English sentences of the core begin with a small letter. @param {string} text */
export function asSentence(text) {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.?!]$/.test(first) ? first : `${first}.`;
}
