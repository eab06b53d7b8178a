/** The files that are generated from `pkg/custom-elements.json`, and the positions of the generated texts in them. */

import { readFileSync } from "node:fs";
import { attributesOf, classOf, eventsOf, propertiesOf, tablesOf, vueListenersOf } from "./texts.mjs";

/** @param {string} name */
const at = (name) => new URL(`../../${name}`, import.meta.url);

/** The element of the manifest. @returns {import("./texts.mjs").Element} */
export function readElement() {
  const { modules } = JSON.parse(readFileSync(at("pkg/custom-elements.json"), "utf8"));
  return modules[0].declarations[0];
}

/**
 * Each file with its expected content.
 * @param {import("./texts.mjs").Element} element
 * @returns {{file: URL, now: string, wanted: string}[]}
 */
export function filesOf(element) {
  /** @type {Record<string, Record<string, string>>} */
  const parts = {
    "pkg/element.d.ts": { events: eventsOf(element), members: classOf(element) },
    "pkg/banspread.d.ts": {
      attributes: attributesOf(element),
      properties: propertiesOf(element),
      listeners: vueListenersOf(element),
    },
    "docs/reference.md": tablesOf(element),
  };
  return Object.entries(parts).map(([name, texts]) => {
    const file = at(name);
    const now = readFileSync(file, "utf8");
    const wanted = Object.entries(texts).reduce((text, part) => fill(text, name, ...part), now);
    return { file, now, wanted };
  });
}

/**
 * Replaces the text between the lines that name it. In a document, a table has an empty line before and after it.
 * @param {string} text
 * @param {string} file
 * @param {string} name
 * @param {string} part
 */
function fill(text, file, name, part) {
  const [open, close, around] = file.endsWith(".md") ? ["<!-- ", " -->", "\n"] : ["// ", "", ""];
  const first = `${open}${name}: from custom-elements.json${close}\n`;
  const last = `${open}${name}: end${close}`;
  const [before, rest] = text.split(first);
  const end = rest?.indexOf(last) ?? -1;
  if (end < 0) throw new Error(`${file} has no place for ${name}: the lines "${first.trim()}" and "${last}"`);
  const indent = file.endsWith(".md") ? "" : "  ";
  return before + first + around + part + around + indent + rest.slice(end);
}
