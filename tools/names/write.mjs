/**
 * Writes `datasets/names/places.txt`, the names and codes of places by which `src/names/` finds them:
 *
 *     npm install --no-save cldr-core@48.2.0 cldr-localenames-full@48.2.0
 *     node tools/names/write.mjs
 *
 * It takes the codes and the names in many languages from CLDR, and all others from `datasets/names/own.txt`.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { fold } from "./fold.mjs";

/** The languages of the figure, then others in which people write sheets. */
const LANGUAGES = [
  "en ar de es fr he hi ja pt ru zh",
  "bg ca cs da el et fa fi hr hu id it ko lt lv nb nl pl ro sk sl sr sv th tr uk vi zh-Hant",
]
  .join(" ")
  .split(" ");

/** Territories of CLDR that are no place of ISO 3166-1 in force: exceptional reservations, and unions. */
const NO_PLACES = new Set("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split(" "));

/** @param {string} file */
const read = (file) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");
/** @param {string} file */
const cldr = (file) => JSON.parse(readFileSync(fileURLToPath(import.meta.resolve(file)), "utf8"));

/**
 * The rows of a table without its header.
 * @param {string} csv
 */
const rows = (csv) =>
  csv
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));

/** The lines of each section of `own.txt`, as lists of fields. */
function ownNames() {
  /** @type {Record<string, string[][]>} */
  const sections = {};
  /** @type {string[][]} */
  let section = [];
  for (const line of read("datasets/names/own.txt").split("\n")) {
    const head = line.match(/^\[(\w+)\]$/);
    if (head) section = sections[head[1]] ??= [];
    else if (line && !line.startsWith("#")) section.push(line.split(";").map((field) => field.trim()));
  }
  return sections;
}

/**
 * Names without those that are the same to the search, and without the codes of the place. The search finds no code with
 * points, so that "U.S.A." is a name.
 * @param {string[]} names
 * @param {string[]} codes
 */
function distinct(names, codes) {
  const seen = new Set();
  const isNew = (/** @type {string} */ name) => !codes.includes(name.toUpperCase()) && !seen.has(fold(name));
  return names.filter((name) => name && isNew(name) && seen.add(fold(name)));
}

/** The names of each territory in all languages. A short form of two letters would look like the code of a place. */
function namesByTerritory() {
  /** @type {Record<string, string[]>} */
  const names = {};
  for (const language of LANGUAGES) {
    const { main } = cldr(`cldr-localenames-full/main/${language}/territories.json`);
    for (const [key, name] of Object.entries(
      /** @type {Record<string, string>} */ (main[language].localeDisplayNames.territories),
    )) {
      if (!/^[\p{Lu}.]{1,4}$/u.test(name)) (names[key.slice(0, 2)] ??= []).push(name);
    }
  }
  return names;
}

/** @param {string[][]} own */
function places(own) {
  const territories = namesByTerritory();
  const codes = cldr("cldr-core/supplemental/codeMappings.json").supplemental.codeMappings;
  const english = new Map(rows(read("datasets/grids/world-territories.csv")).map(([code, name]) => [code, name]));
  const inForce = Object.keys(territories).filter((code) => /^[A-Z]{2}$/.test(code) && !NO_PLACES.has(code));
  return inForce.sort().map((code) => {
    const { _alpha3, _numeric } = codes[code];
    const [alpha3, numeric] = code === "XK" ? ["XKX", ""] : [_alpha3, _numeric];
    const more = own.filter(([id]) => id === code).flatMap((fields) => fields.slice(1));
    const names = [english.get(code) ?? "", ...territories[code], ...more];
    return [code, alpha3, numeric, ...distinct(names, [code, alpha3])];
  });
}

/** @param {string[][]} own */
function states(own) {
  const english = new Map(rows(read("datasets/grids/us-states.csv")).map(([code, name]) => [code, name]));
  return own.map(([code, fips, ...names]) => [code, fips, ...distinct([english.get(code) ?? "", ...names], [code])]);
}

/**
 * Names that several lists have are mistakes, unless they are among the ambiguous ones. Codes are not compared: the
 * search asks if a code of one place is the name of another.
 * @param {string[][]} lists
 * @param {string[][]} ambiguous
 */
function collisions(lists, ambiguous) {
  /** @type {Map<string, Set<string>>} */
  const ids = new Map();
  for (const [id, ...names] of lists) {
    for (const name of names) ids.set(fold(name), (ids.get(fold(name)) ?? new Set()).add(id));
  }
  const asked = new Set(ambiguous.flatMap(([, ...names]) => names.map(fold)));
  return [...ids].filter(([name, { size }]) => size > 1 && !asked.has(name));
}

const own = ownNames();
const table = {
  places: places(own.places),
  states: states(own.states),
  former: own.former,
  parts: own.parts,
  ambiguous: own.ambiguous,
};
const found = collisions(
  [
    ...table.places.map(([id, , , ...names]) => [id, ...names]),
    ...table.former.map(([id, , , , ...names]) => [id, ...names]),
    ...table.parts.map(([id, ...names]) => [`part of ${id}`, ...names]),
  ],
  table.ambiguous,
);
for (const [name, ids] of found) console.error(`${name}: ${[...ids].join(", ")}`);
if (found.length > 0) process.exit(1);

const text = Object.entries(table).map(([section, lines]) =>
  [`[${section}]`, ...lines.map((fields) => fields.join("|"))].join("\n"),
);
writeFileSync(new URL("../../datasets/names/places.txt", import.meta.url), `${text.join("\n")}\n`);
