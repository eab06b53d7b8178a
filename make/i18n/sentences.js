/** The sentences of the import in the language of the page, made from their keys and values. */

/** @import {Message, MessageValue} from "../core/types.d.ts" */

/**
 * A function that makes a sentence; null if the language has no text for it.
 * @typedef {(message: Message) => string|null} Sentences
 */

/** The values that count something; other numbers are those of the sheet. */
const COUNTS = ["n", "most"];

/** Letters of scripts that are written from right to left. */
const LEFTWARD = /[\u0590-\u08ff]/;

/**
 * @param {string} lang
 * @param {Record<string, string>} texts  the texts of the language; those of the import begin with `import.`
 * @returns {Sentences}
 */
export function sentencesOf(lang, texts) {
  const plural = new Intl.PluralRules(lang);
  const count = new Intl.NumberFormat(lang);
  // A sentence can be about the separators of a number: it has none.
  const number = new Intl.NumberFormat(lang, { useGrouping: false });
  const list = new Intl.ListFormat(lang, { style: "narrow" });
  /** What is between two texts of a list that goes on. */
  const comma = list.formatToParts(["a", "b", "c"])[1].value;
  const isLeftward = LEFTWARD.test(texts.title ?? "");
  /** A text of the sheet cannot turn the sentence around. @param {string} text */
  const isolated = (text) => (isLeftward || LEFTWARD.test(text) ? `\u2068${text}\u2069` : text);

  /** @param {string} key @param {MessageValue} [n] */
  const textOf = (key, n) => {
    const form = typeof n === "number" ? plural.select(n) : "other";
    return texts[`import.${key}.${form}`] ?? texts[`import.${key}.other`] ?? texts[`import.${key}`];
  };

  /** @param {string|Message} item */
  const quoted = (item) =>
    typeof item === "string" ? textOf("quoted").replace("{text}", () => isolated(item)) : (sentence(item) ?? "");

  /** A list can have the first of `n` texts. @param {(string|Message)[]} items @param {MessageValue} [n] */
  const listed = (items, n) => {
    const own = items.map(quoted);
    if (typeof n !== "number" || n <= own.length) return list.format(own);
    return textOf("more").replace("{list}", () => own.join(comma));
  };

  /** @param {string} name @param {MessageValue} value @param {MessageValue} [n] */
  const inWords = (name, value, n) => {
    if (typeof value === "number") return (COUNTS.includes(name) ? count : number).format(value);
    if (typeof value !== "string") return listed(value, n);
    // A role has the name that the list of roles has.
    return isolated((name === "role" && texts[`role.${value}`]) || value);
  };

  /** @type {Sentences} */
  const sentence = ({ key, values }) => {
    const text = textOf(key, values.n);
    if (text === undefined) return null;
    return text.replace(/\{(\w+)\}/g, (slot, name) =>
      Object.hasOwn(values, name) ? inWords(name, values[name], values.n) : slot,
    );
  };
  return sentence;
}
