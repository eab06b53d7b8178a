/**
 * Encodings from before Unicode. Browsers decode them; which one a text is in is judged by its letters, as the command
 * does, with a short list in place of its tables.
 */

import { ALPHABETS, COMMON_CYRILLIC, MARKS } from "./alphabets.js";

/** The bytes on which the judgement rests: lines with letters that are not ASCII. */
const SAMPLE = 1 << 16;
/** The most bytes of one line. */
const LINE = 1 << 12;

/**
 * Encodings of two bytes for a letter: the first bytes of frequent letters. Others are rare, and a text that is full of
 * them is in another encoding. @type {Record<string, [number, number][]>}
 */
const WIDE = {
  Shift_JIS: [
    [0x81, 0x83],
    [0x88, 0x97],
  ],
  "EUC-JP": [
    [0xa1, 0xa1],
    [0xa4, 0xa5],
    [0xb0, 0xcf],
  ],
  "EUC-KR": [
    [0xa1, 0xa1],
    [0xb0, 0xc8],
  ],
  GBK: [
    [0xa1, 0xa1],
    [0xa3, 0xa3],
    [0xb0, 0xd7],
  ],
  Big5: [
    [0xa1, 0xa1],
    [0xa4, 0xc6],
  ],
};

/** All encodings. Of those that fit equally well, the first is taken. */
const ENCODINGS = [
  "windows-1252",
  "Shift_JIS",
  "EUC-JP",
  "EUC-KR",
  "GBK",
  "Big5",
  "windows-1251",
  "KOI8-R",
  "windows-1250",
  "windows-1254",
  "windows-1257",
  "windows-1253",
  "windows-1255",
  "windows-1256",
];

const OTHERS = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}]/gu;
const BESIDE = new RegExp(`(?<=[a-z])${OTHERS.source}|${OTHERS.source}(?=[a-z])`, "giu");

/**
 * The encodings in which bytes are text, the likeliest first.
 * @param {Uint8Array} bytes
 * @returns {string[]}
 */
export function encodingsOf(bytes) {
  const sample = sampleOf(bytes);
  const judged = ENCODINGS.map((name) => ({ name, fit: WIDE[name] ? fitOfWide(sample, name) : fitOf(sample, name) }));
  const possible = judged.filter(({ fit }) => fit > 0).sort((one, other) => other.fit - one.fit);
  // Every byte is a letter of this one.
  const names = possible.length ? possible.map(({ name }) => name) : ["windows-1252"];
  // Letters of two bytes are the same on all computers.
  return isOfOldMac(bytes) && !WIDE[names[0]] ? ["macintosh", ...names] : names;
}

/**
 * Whether rows end as they did on the computers of Apple before 2001, and spreadsheets for them still write.
 * @param {Uint8Array} bytes
 */
function isOfOldMac(bytes) {
  let [alone, lines] = [0, 0];
  for (let place = 0; place < bytes.length; place++) {
    if (bytes[place] === 0x0a) lines += 1;
    else if (bytes[place] === 0x0d && place + 1 < bytes.length && bytes[place + 1] !== 0x0a) alone += 1;
  }
  return alone > lines;
}

/**
 * @param {Uint8Array} bytes
 * @param {string} encoding
 */
export function decoded(bytes, encoding) {
  return new TextDecoder(encoding).decode(bytes);
}

/** The lines with bytes that are not ASCII. @param {Uint8Array} bytes */
function sampleOf(bytes) {
  /** @type {number[]} */
  const sample = [];
  let start = 0;
  while (start < bytes.length && sample.length < SAMPLE) {
    let end = start;
    while (end < bytes.length && bytes[end] !== 0x0a && bytes[end] !== 0x0d) end += 1;
    end = Math.min(end + 1, bytes.length);
    const line = bytes.subarray(start, Math.min(end, start + SAMPLE));
    if (line.some((byte) => byte > 0x7f)) sample.push(...beginOf(line));
    start = end;
  }
  return Uint8Array.from(sample);
}

/**
 * The begin of a line. It is cut behind a byte that is no part of a letter of two bytes, unless only ASCII would be left.
 * @param {Uint8Array} line
 */
function beginOf(line) {
  if (line.length <= LINE) return line;
  const begin = line.subarray(0, LINE);
  const last = begin.findLastIndex((byte) => byte < 0x40);
  const whole = begin.subarray(0, last + 1);
  return whole.some((byte) => byte > 0x7f) ? whole : begin;
}

/**
 * How well bytes fit an encoding with a byte for a letter, 0 to 1.
 * @param {Uint8Array} sample
 * @param {string} name
 */
function fitOf(sample, name) {
  const text = decodedIfValid(sample, name);
  if (text === null) return 0;
  const letters = [...text].filter((letter) => letter > "\x7f");
  const shares = ALPHABETS[name].map((alphabet) => shareOf(letters, new Set(alphabet)));
  return Math.max(...shares) * (1 - turnsOf(text)) * (1 - mixedOf(text)) * frequency(name, letters);
}

/** @param {string[]} letters @param {Set<string>} alphabet */
function shareOf(letters, alphabet) {
  const points = (/** @type {string} */ letter) => {
    if (alphabet.has(letter.toLowerCase()) || alphabet.has(letter)) return 1;
    return MARKS.includes(letter) ? 0.8 : 0;
  };
  return letters.reduce((sum, letter) => sum + points(letter), 0) / Math.max(letters.length, 1);
}

/** The share of capitals that follow a small letter: where cases are exchanged, there are many. @param {string} text */
function turnsOf(text) {
  const turns = text.match(/\p{Ll}(?=\p{Lu})/gu)?.length ?? 0;
  return Math.min(1, (3 * turns) / Math.max(text.match(/\p{L}/gu)?.length ?? 0, 1));
}

/** The share of letters of another script that stand beside a letter of ASCII: no word has both. @param {string} text */
function mixedOf(text) {
  const others = text.match(OTHERS)?.length ?? 0;
  return others === 0 ? 0 : (text.match(BESIDE)?.length ?? 0) / others;
}

/**
 * All bytes of Cyrillic encodings are letters, so the frequent ones must be frequent.
 * @param {string} name
 * @param {string[]} letters
 */
function frequency(name, letters) {
  if (name !== "windows-1251" && name !== "KOI8-R") return 1;
  const common = letters.filter((letter) => COMMON_CYRILLIC.includes(letter.toLowerCase())).length;
  return 0.5 + 0.5 * Math.min(1, common / Math.max(letters.length, 1) / 0.6);
}

/**
 * How well bytes fit an encoding with two bytes for a letter, 0 to 1.
 * @param {Uint8Array} sample
 * @param {string} name
 */
function fitOfWide(sample, name) {
  if (decodedIfValid(sample, name) === null) return 0;
  let [common, all, kana] = [0, 0, 0];
  for (let place = 0; place < sample.length; place++) {
    const byte = sample[place];
    if (byte < 0x80) continue;
    all += 1;
    // Half-width katakana of Shift_JIS are single bytes, and rare.
    if (name === "Shift_JIS" && byte >= 0xa1 && byte <= 0xdf) continue;
    place += 1;
    // In these encodings a frequent letter has two bytes from the upper half, but in two of them.
    const isUpper = sample[place] > 0xa0 || name === "Shift_JIS" || name === "Big5";
    kana += Number(byte === 0xa4 || byte === 0xa5);
    common += Number(isUpper && WIDE[name].some(([first, last]) => byte >= first && byte <= last));
  }
  // Japanese has kana between its other letters; Korean in this encoding would have none.
  const doubt = name === "EUC-JP" && kana === 0 ? 0.7 : 1;
  return (doubt * common) / Math.max(all, 1);
}

/**
 * @param {Uint8Array} sample
 * @param {string} name
 */
function decodedIfValid(sample, name) {
  try {
    return new TextDecoder(name, { fatal: true }).decode(sample);
  } catch {
    return null;
  }
}
