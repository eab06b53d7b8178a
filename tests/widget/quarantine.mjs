/** The list of tests that are known to be unstable, `tests/quarantine.txt`. */

import { readFileSync } from "node:fs";
import { ENGINES } from "./programs.mjs";

/** With more lines, they would be no exceptions any more. */
const MOST = 5;
const FILE = new URL("../quarantine.txt", import.meta.url);

/** @typedef {{engine: string, name: string, date: string, reason: string}} Line */

/**
 * @param {string} [text]  the content of the list; default: the committed list
 * @returns {Line[]}
 */
export function readQuarantine(text = readFileSync(FILE, "utf8")) {
  const lines = text.split("\n").filter((line) => line.trim() && !line.startsWith("#"));
  return lines.map((line) => {
    const [engine = "", name = "", date = "", ...reason] = line.split("|").map((part) => part.trim());
    return { engine, name, date, reason: reason.join(" | ") };
  });
}

/**
 * The errors of the list: too many lines, lines with a missing part, names that no test has.
 * @param {Line[]} lines
 * @param {{name: string, tier: "one"|"each"}[]} tests
 * @returns {string[]}
 */
export function checkQuarantine(lines, tests) {
  const complaints = lines.flatMap(({ engine, name, date, reason }) => {
    const where = `quarantine.txt, "${name}":`;
    const test = tests.find((test) => test.name === name);
    if (!ENGINES.some((name) => name === engine)) return [`${where} the engine is one of ${ENGINES.join(", ")}`];
    if (!test) return [`${where} no test has this name`];
    if (test.tier === "one" && engine !== "chromium") return [`${where} the test does not run in ${engine}`];
    if (!/^\d{4}-\d\d-\d\d$/.test(date)) return [`${where} the date is missing`];
    return reason ? [] : [`${where} the reason is missing`];
  });
  if (lines.length > MOST) complaints.push(`quarantine.txt has ${lines.length} lines: at most ${MOST} are allowed`);
  return complaints;
}
