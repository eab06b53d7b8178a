/** The sentences of the import in the language of the page, made from their keys and values. */

/** @import {Message, MessageValue} from "../core/types.d.ts" */

import { isolatedIn } from "./direction.js";

/**
 * A function that makes a sentence; null if the language has no text for it.
 * @typedef {(message: Message) => string|null} Sentences
 */

/** The values that count something; other numbers are those of the sheet. */
const COUNTS = ["n", "most"];

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
  const isolated = isolatedIn(lang);
  // English has only sentences of the page; those of the import, and what lists need, are in its core.
  const hasLists = "import.quoted" in texts && "import.more" in texts;

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
    if (text === undefined || (!hasLists && hasList(text, values))) return null;
    return text.replace(/\{(\w+)\}/g, (slot, name) =>
      Object.hasOwn(values, name) ? inWords(name, values[name], values.n) : slot,
    );
  };
  return sentence;
}

/** Whether a text has a place for a list of the values. @param {string} text @param {Message["values"]} values */
const hasList = (text, values) =>
  Object.entries(values).some(([name, value]) => Array.isArray(value) && text.includes(`{${name}}`));
