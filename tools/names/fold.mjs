/** A name as the search compares it, like `src/names/fold.rs`. Only the tool that writes the table uses it. */

/** @type {Record<string, string>} */
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };
/** @type {Record<string, string>} */
const WORDS = {
  st: "saint",
  ste: "sainte",
  rep: "republic",
  dem: "democratic",
  fed: "federated",
  is: "islands",
  isl: "islands",
  island: "islands",
  sts: "states",
};
const DROPPED = new Set(["the", "of", "and"]);

/** @param {string} name */
export function fold(name) {
  const letters = name
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{Mn}|[.’'ʼʻ`´׳]/gu, "")
    .replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter]);
  const words = letters
    .split(/[^\p{L}\p{N}\p{Mc}]+/u)
    .filter((word) => word && !DROPPED.has(word))
    .map((word) => WORDS[word] ?? word);
  return words.sort().join(" ");
}
