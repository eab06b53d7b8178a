/** The command of the npm package, which runs in Node.js, writes the same bytes as the native command. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { buildCommand } from "../widget/command.mjs";
import { APPS, emptyMade } from "./made.mjs";

const PACKAGE = join(APPS, "node_modules/banspread");
const { bin } = JSON.parse(readFileSync(join(PACKAGE, "package.json"), "utf8"));
const FOLDER = emptyMade("command");
const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** @typedef {{status: number|null, output: string, errors: string}} Answer */

/** The two commands, each with a folder of its own. npm starts the script of a package through a link. */
const LINK = join(FOLDER, "banspread");
symlinkSync(join(PACKAGE, bin.banspread), LINK);
const COMMANDS = [
  { name: "native", program: buildCommand(), first: /** @type {string[]} */ ([]) },
  { name: "node", program: process.execPath, first: [LINK] },
];

const INPUTS = {
  "good.json": "datasets/huawei.json",
  "good.csv": "demo/datasets/cannabis.csv",
  "euro.json": "demo/datasets/euro.json",
  "arabic.json": "demo/datasets/arab-league.json",
  "errors.json": "tests/data/invalid/many.json",
  "errors.csv": "tests/data/invalid/csv-many.csv",
  "warnings.json": "tests/data/invalid/warning-alike.json",
  "hostile.csv": "tests/hostile/escape.csv",
  "panel.csv": "tests/import/cases/panel-daily/sheet.csv",
  "panel-choices.json": "tests/import/cases/panel-daily/choices.json",
  "ambiguous.csv": "tests/import/cases/ambiguous-dates/sheet.csv",
  "sheet.xlsx": "tests/import/cases/spreadsheet/sheet.xlsx",
  "sheet-choices.json": "tests/import/cases/spreadsheet/choices.json",
  "sheet.xls": "tests/import/cases/old-excel/sheet.xls",
  "sheet.ods": "tests/import/cases/open-document/sheet.ods",
  "windows.csv": "tests/import/cases/windows-1252/sheet.csv",
};

const PUBLISH = ["publish", "good.csv", "--url", "https://paper.example/story/", "--out", "site", "--package", PACKAGE];

/**
 * Calls whose answers must be equal, with what they prove. A text after `<` is the standard input.
 * @type {Record<string, string[]>}
 */
const CALLS = {
  "a good dataset": ["check", "good.json", "good.csv"],
  "errors with their lines": ["check", "errors.json", "errors.csv"],
  warnings: ["check", "warnings.json"],
  "findings as JSON": ["check", "--json", "errors.csv", "warnings.json"],
  "control characters in a finding": ["check", "hostile.csv"],
  "the standard input": ["check", "-", "<", "entity,date,status,source\nSweden,2020-10-20,banned,PTS\n"],
  "an empty standard input": ["check", "-", "<", ""],
  "a file that is not UTF-8": ["check", "latin.csv"],
  "an endless file": ["check", "--limit", "bytes=100", "/dev/zero"],
  "a missing file": ["check", "missing.json"],
  "a folder in place of a file": ["check", "folder"],
  "a file in place of a folder": ["check", "good.csv/file.csv"],
  "a workbook in place of a dataset": ["check", "sheet.xlsx"],
  "a panel": [
    "import",
    "panel.csv",
    "--map",
    "panel-choices.json",
    "--out",
    "panel-events.csv",
    "--dataset",
    "panel.json",
  ],
  "a workbook": ["import", "sheet.xlsx", "--map", "sheet-choices.json", "--out", "sheet-events.csv"],
  "a workbook of old Excel, as JSON": ["import", "sheet.xls", "--json"],
  "an open document": ["import", "sheet.ods"],
  "an old encoding": ["import", "windows.csv", "--source", "A survey", "--out", "windows-events.csv"],
  "questions that are open": ["import", "ambiguous.csv", "--out", "never.csv"],
  "JSON as CSV": ["convert", "good.json"],
  "CSV as JSON, as a file": ["convert", "good.csv", "--out", "made.json"],
  "a file that is replaced keeps its permissions": ["convert", "good.csv", "--out", "private.json"],
  "an invalid dataset is not converted": ["convert", "errors.csv", "--out", "never.json"],
  "a file in a missing folder": ["convert", "good.csv", "--out", "missing/made.json"],
  "a link is not replaced": ["convert", "good.csv", "--out", "link.json"],
  "a day": ["describe", "--date", "2020-10-20"],
  "a day as JSON": ["describe", "--date", "2020-10-20", "--json", "arabic.json"],
  "the story": ["describe", "--story"],
  counts: ["counts"],
  changes: ["changes", "--from", "2020-06", "--to", "2020-12"],
  "the first ones": ["first", "--status", "banned"],
  "an unknown status": ["first", "--status", "bannd"],
  "a figure": ["render", "--date", "2020-10-20", "--out", "figure.svg"],
  "two days": ["render", "--date", "2020-10-20", "--compare", "2019-01-01", "--theme", "dark", "--out", "two.svg"],
  rows: ["render", "--view", "lanes", "--theme", "print", "--out", "lanes.svg", "good.csv"],
  "the history on tiles": ["render", "--view", "history", "--out", "history.svg"],
  "a map for each year": ["render", "--view", "years", "--out", "years.svg", "good.csv"],
  "people instead of places": ["render", "--weighted", "--out", "people.svg"],
  "a PNG": ["render", "--date", "2020-10-20", "--width", "400", "--out", "figure.png", "euro.json"],
  "a view that does not exist": ["render", "--view", "groups", "--out", "none.svg", "good.csv"],
  "a published folder": PUBLISH,
  "the same folder again": PUBLISH,
  "the folder with another title": [...PUBLISH, "--title", "Who bans it"],
  "a folder that is a file": [...PUBLISH.slice(0, 5), "good.csv", "--package", PACKAGE],
  "no package": [...PUBLISH.slice(0, 5), "other", "--package", "folder"],
  "a snippet": ["snippet", "--url", "https://paper.example/story/", "--form", "script", "--package", PACKAGE],
  "one file": ["standalone", "--lang", "de", "--out", "story.html", "--package", PACKAGE],
  "the schema": ["schema"],
  "the help": ["--help"],
  "the help of a subcommand": ["publish", "--help"],
  "the version": ["--version"],
  "no subcommand": [],
  "an unknown option": ["render", "--wdith", "300"],
  "a date that is none": ["describe", "--date", "14/07/2020"],
  "the number of a limit": ["check", "--limit", "events=0", "good.csv"],
};

for (const { name } of COMMANDS) {
  const folder = join(FOLDER, name);
  mkdirSync(join(folder, "folder"), { recursive: true });
  for (const [file, source] of Object.entries(INPUTS)) copyFileSync(join(ROOT, source), join(folder, file));
  writeFileSync(join(folder, "latin.csv"), Buffer.from("entity,date\nC\xf4te d'Ivoire,2020\n", "latin1"));
  writeFileSync(join(folder, "private.json"), "", { mode: 0o600 });
  symlinkSync("good.json", join(folder, "link.json"));
}

for (const [claim, call] of Object.entries(CALLS)) {
  test(`both commands answer alike: ${claim}`, () => {
    const [native, node] = COMMANDS.map((command) => run(command, call));
    assert.deepEqual(node, native);
    assert.ok(native.output + native.errors || native.status === 0);
  });
}

test("the answers are those of a command that works", () => {
  const [native] = COMMANDS;
  assert.equal(run(native, CALLS["a good dataset"]).status, 0);
  assert.equal(run(native, CALLS["errors with their lines"]).status, 1);
  assert.equal(run(native, CALLS["a missing file"]).status, 2);
});

test("both commands write the same files with the same permissions", () => {
  const [native, node] = COMMANDS.map(({ name }) => files(join(FOLDER, name)));
  assert.ok(Object.keys(native).includes("site/index.html") && Object.keys(native).includes("figure.png"));
  assert.deepEqual(Object.keys(node), Object.keys(native));
  for (const [file, { bytes, mode }] of Object.entries(native)) {
    assert.ok(node[file].bytes.equals(bytes), file);
    assert.equal(node[file].mode, mode, file);
  }
});

test("in Node.js the command publishes its own package", () => {
  const [, node] = COMMANDS;
  const call = PUBLISH.slice(0, 5);
  assert.equal(run(node, [...call, "given", "--package", PACKAGE]).status, 0);
  assert.equal(run(node, [...call, "own"]).status, 0);
  assert.deepEqual(files(join(FOLDER, "node/own")), files(join(FOLDER, "node/given")));
});

test("in Node.js the command names the characters that it cannot draw", () => {
  const [, node] = COMMANDS;
  const { status, errors } = run(node, ["render", "--out", "arabic.png", "arabic.json"]);
  assert.equal(status, 0);
  assert.match(Buffer.from(errors, "latin1").toString(), /Noto Sans, which does not contain the characters ".*\u0645/);
});

/**
 * @param {{name: string, program: string, first: string[]}} command
 * @param {string[]} call
 * @returns {Answer}
 */
function run({ name, program, first }, call) {
  const [words, input] = call.at(-2) === "<" ? [call.slice(0, -2), call.at(-1)] : [call, ""];
  const options = { cwd: join(FOLDER, name), input, maxBuffer: 2 ** 26 };
  const { status, stdout, stderr } = spawnSync(program, [...first, ...words], options);
  return { status, output: stdout.toString("latin1"), errors: stderr.toString("latin1") };
}

/**
 * The files below a folder with their contents.
 * @param {string} folder
 */
function files(folder) {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const found = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(
    found.map((name) => {
      const path = join(folder, name);
      return [name, { bytes: readFileSync(path), mode: statSync(path).mode }];
    }),
  );
}
