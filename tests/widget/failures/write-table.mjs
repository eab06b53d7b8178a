/**
 * Writes the tables of faults in docs/reliability.md from the tests that provoke them: `node
 * tests/widget/failures/write-table.mjs`. A test says whether they are current.
 */

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ENGINES } from "../programs.mjs";

const ROOT = new URL("../../../", import.meta.url);
const DOCUMENT = new URL("docs/reliability.md", ROOT);
const [START, END] = [
  "<!-- The tests write from here to the end of the tables. -->\n",
  "<!-- The end of the tables. -->\n",
];

/** @typedef {{name: string, file: string, tier: string, skip?: string, fault?: {provoked: string, held: string}}} Listed */

/** The document with the tables of now. */
export function document() {
  const text = readFileSync(DOCUMENT, "utf8");
  const [start, end] = [text.indexOf(START), text.indexOf(END)];
  if (start < 0 || end < start) throw new Error("docs/reliability.md has no place for the tables");
  return { before: text, after: text.slice(0, start) + START + tables() + text.slice(end) };
}

/** A table for each file of tests. */
function tables() {
  const lists = ENGINES.map((engine) => list(engine).filter(({ fault }) => fault));
  const files = [...new Set(lists[0].map(({ file }) => file))];
  return files
    .map((file) =>
      table(
        file,
        lists.map((list) => list.filter((test) => test.file === file)),
      ),
    )
    .join("\n");
}

/**
 * All tests, as they are in an engine.
 * @param {string} engine
 * @returns {Listed[]}
 */
function list(engine) {
  const file = fileURLToPath(new URL("tests/widget/run.mjs", ROOT));
  const options = { encoding: /** @type {const} */ ("utf8"), maxBuffer: 1e8 };
  return JSON.parse(execFileSync(process.execPath, [file, "--engine", engine, "--list"], options));
}

/**
 * The faults of one file.
 * @param {string} file
 * @param {Listed[][]} engines  the tests of the file in each engine
 */
function table(file, engines) {
  // The first sentence of a file of tests says what its faults have in common.
  const [, title] = readFileSync(new URL(file, ROOT), "utf8").match(/^\/\*\*\s+(?:\* )?(.*?)\.?(?: \*\/|\n)/s) ?? [];
  const rows = engines[0].map(({ fault }, row) => [
    cell(fault?.provoked ?? ""),
    cell(fault?.held ?? ""),
    ...engines.map((tests, n) => tested(tests[row], ENGINES[n])),
  ]);
  const head = ["fault", "what holds", "Chromium", "Firefox", "WebKit"];
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return `**${title}** (\`${file}\`)\n\n${lines.join("\n")}\n`;
}

/**
 * @param {Listed} test
 * @param {string} engine
 */
function tested({ tier, skip }, engine) {
  if (skip) return `no: ${cell(skip)}`;
  return tier === "each" || engine === "chromium" ? "yes" : "";
}

/** @param {string} text */
const cell = (text) => text.replaceAll("|", "\\|");

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(DOCUMENT, document().after);
}
