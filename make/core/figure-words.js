/** The words of figures, which pictures have too. They are files of the package. */

import { written } from "../../www/base/written.js";

/** @typedef {import("./types.d.ts").FileAt} FileAt */

/**
 * A function that loads the words of a language, each once.
 * @param {FileAt} fileAt
 * @returns {import("./types.d.ts").FigureWords}
 */
export function figureWords(fileAt) {
  /** @type {Map<string, Promise<Record<string, string> | undefined>>} */
  const loaded = new Map();
  return (lang) => {
    const known = loaded.get(lang) ?? load(fileAt, lang);
    loaded.set(lang, known);
    // After an error the next call tries again.
    known.catch(() => loaded.delete(lang));
    return known;
  };
}

/**
 * @param {FileAt} fileAt
 * @param {string} lang
 */
async function load(fileAt, lang) {
  const names = Object.keys(await json(fileAt, "integrity.json"));
  const tags = names.map((name) => /^messages\/(.+)\.json$/.exec(name)?.[1]).filter((tag) => tag !== undefined);
  const tag = like(tags, lang);
  return tag && tag !== "en" ? (await json(fileAt, `messages/${tag}.json`)).words : undefined;
}

/**
 * @param {FileAt} fileAt
 * @param {string} path
 */
const json = async (fileAt, path) => JSON.parse(new TextDecoder().decode(await fileAt(path)));

/** The tag with the words of a language. None has those of a text that is no tag. @param {string[]} tags @param {string} lang */
function like(tags, lang) {
  try {
    return tags.find((tag) => written(tag) === written(lang));
  } catch {
    return undefined;
  }
}
