/** Errors of the worker, with sentences for readers. */

/** @typedef {import("../core/types.d.ts").CoreError["kind"]} Kind */

export class Fault extends Error {
  /**
   * @param {Kind} kind
   * @param {string} message
   */
  constructor(kind, message) {
    super(message);
    this.kind = kind;
  }
}

/**
 * What a module says, as a sentence: it begins with a capital and ends with a full stop.
 * @param {string} words
 */
export function sentenceOf(words) {
  const sentence = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
