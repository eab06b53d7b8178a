/** What a reader should not hear: silence after a key, a number without words, a sentence twice, too many events. */

import { mostInSecond } from "./events.mjs";

/** The most events that a browser may send to assistive technology in one second while the date runs. */
const BUSY = 50;
/** A word of a question that is no key. */
export const WAIT = /^wait\d+$/;
const DIGITS = /^\+\d+$/;
/** A number, or a date in digits, without a word. */
const BARE = /^[\d\s.,:/-]+$/;
/** Where a sentence ends: the next one begins with a capital letter or a number. */
const END = /(?<=[.!?])\s+(?=\p{Lu}|\d)/u;
/** The fewest words of a sentence that a reader notices the second time. */
const WORDS = 4;

/** A word of a question, and the utterances after it. @typedef {{key: string, spoken: string[]}} Answer */

/** The keys that a reader presses for a word of a question. @param {string} word */
export function keysOf(word) {
  if (WAIT.test(word)) return [];
  return word.startsWith("+") ? [...word.slice(1)] : [word];
}

/**
 * The findings about the answers to a question.
 * @param {import("./questions.mjs").Question} question
 * @param {Answer[]} answers
 * @param {number[]} times  of the events, in seconds
 */
export function findingsOf({ question, most, says, plays }, answers, times) {
  const count = answers.flatMap(({ key }) => keysOf(key)).length;
  const all = answers.flatMap(({ spoken }) => spoken).join(" | ");
  const busiest = mostInSecond(times);
  const findings = [
    ...(count > most ? [`takes ${count} keys, more than ${most}`] : []),
    ...(!says || says.test(all) ? [] : [`nothing that was spoken has the answer, ${says}`]),
    ...(plays && busiest > BUSY ? [`${busiest} events in a second, more than ${BUSY}`] : []),
    ...answers.flatMap(findingsAbout),
    ...answers.flatMap(({ key, spoken }, n) =>
      twice(spoken, answers[n - 1]?.spoken ?? []).map((it) => `${key}: ${it}`),
    ),
  ];
  return findings.map((finding) => `${question} ${finding}`);
}

/**
 * Silence after a key, and numbers without words. The native date field says the digits of a year that is being typed.
 * @param {Answer} answer
 */
function findingsAbout({ key, spoken }) {
  if (spoken.length === 0) return WAIT.test(key) ? [] : [`${key}: silence`];
  if (DIGITS.test(key)) return spoken.every((text) => BARE.test(text)) ? [`${key}: only numbers`] : [];
  return spoken.filter((text) => BARE.test(text)).map((text) => `${key}: only the number "${text}"`);
}

/**
 * Sentences that were spoken twice after a key, or as the same utterance after the key before.
 * @param {string[]} spoken
 * @param {string[]} before
 */
function twice(spoken, before) {
  const sentences = spoken.flatMap((text) => text.split(END)).filter(isSentence);
  const again = spoken.filter((text) => isSentence(text) && before.includes(text));
  const doubled = sentences.filter((text, n) => sentences.indexOf(text) < n);
  return [...doubled, ...again].map((text) => `twice "${text}"`);
}

/** @param {string} text */
function isSentence(text) {
  return /[.!?]$/.test(text) && text.split(" ").length >= WORDS;
}
