/** The importer of the make page understands each sheet as the command does: the same report, the same dataset. */

import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { spawnSync } from "node:child_process";
import { sentencesOf } from "../../make/i18n/sentences.js";
import { buildCommand } from "../widget/command.mjs";
import { ROOT, fileOf, startWorker } from "./core.mjs";
import { readSentences } from "./sentences.mjs";

const CASES = join(ROOT, "tests/import/cases");
const made = mkdtempSync(join(tmpdir(), "banspread-"));
after(() => rmSync(made, { recursive: true }));
const { ask, progress } = startWorker();

/**
 * What the command understands and writes.
 * @param {string} sheet
 * @param {string | null} choices
 */
function native(sheet, choices) {
  const out = join(made, "dataset.json");
  rmSync(out, { force: true });
  const map = choices === null ? [] : ["--map", choices];
  const run = spawnSync(buildCommand(), ["import", sheet, ...map, "--json", "--dataset", out], {
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  assert.ok(run.stdout, run.stderr);
  return { report: JSON.parse(run.stdout), json: existsSync(out) ? readFileSync(out, "utf8") : null };
}

/** The sentences of the import as the page makes them, with the English texts of the core. */
const texts = Object.entries(readSentences(readFileSync(join(ROOT, "src/import/messages.txt"), "utf8")));
const sentence = sentencesOf("en", Object.fromEntries(texts.map(([key, text]) => [`import.${key}`, text])));

/**
 * Each sentence of a report in English: as the core and as the page writes it.
 * @param {import("../../make/core/types.d.ts").Report} report
 */
function sentences({ shape, dates, questions, findings }) {
  const told = [
    { english: shape.sentence, words: shape.words },
    ...(dates.words ? [{ english: dates.sentence, words: dates.words }] : []),
    ...questions.map(({ sentence, words }) => ({ english: sentence, words })),
    ...questions.flatMap(({ options }) => options.map(({ label, words }) => ({ english: label, words }))),
    ...findings.map(({ message, words }) => ({ english: message, words })),
    ...findings.map(({ help, words }) => ({ english: help, words: { ...words, key: `${words.key}.help` } })),
  ];
  return { core: told.map(({ english }) => english), page: told.map(({ words }) => sentence(words)) };
}

const cases = readdirSync(CASES).sort();
assert.ok(cases.length > 40);
for (const name of cases) {
  test(`${name} is understood as by the command`, async () => {
    const folder = join(CASES, name);
    const sheet = join(folder, /** @type {string} */ (readdirSync(folder).find((file) => file.startsWith("sheet."))));
    const own = join(folder, "choices.json");
    const opened = await ask("open", { bytes: new Blob([readFileSync(sheet)]) });
    for (const map of existsSync(own) ? [null, own] : [null]) {
      const choices = map === null ? {} : JSON.parse(readFileSync(map, "utf8"));
      const { report, json, findings } = await ask("understand", { choices });
      const expected = native(sheet, map);
      // As text, so that the order of fields counts too.
      assert.equal(JSON.stringify(JSON.parse(report), null, 1), JSON.stringify(expected.report, null, 1));
      const { core, page } = sentences(expected.report);
      assert.deepEqual(page, core);
      assert.equal(json, expected.json);
      assert.ok(findings.every((/** @type {any} */ { severity }) => json === null || severity === "warning"));
      assert.deepEqual(opened.sheets, expected.report.file.sheets);
    }
  });
}

test("the labels that the page proposes for numbers are in English those of the core", async () => {
  const rows = Array.from({ length: 30 }, (_, row) => `C${row},2020,${row / 2},A`);
  await ask("open", { text: `Country,Date,Status,Source\n${rows.join("\n")}\n` });
  const report = JSON.parse((await ask("understand", { choices: {} })).report);
  const [{ words, choices }] = report.questions.find((/** @type {any} */ { id }) => id === "classes").options;
  const english = JSON.parse(readFileSync(join(ROOT, "make/messages/en.json"), "utf8"));
  const number = String(choices.classes[1].from);
  assert.equal(words.key, "option.thresholds");
  assert.deepEqual(
    choices.classes.map((/** @type {any} */ { status }) => status),
    [english.class_below, english.class_and_more].map((text) => text.replace("{number}", number)),
  );
});

test("the cells of a sheet come by rows", async () => {
  await ask("open", { text: "Country,Date\nItaly,2020\n\nSpain,\n" });
  const rows = await ask("rows", { from: 0, to: 9 });
  assert.deepEqual(rows, [["Country", "Date"], ["Italy", "2020"], [], ["Spain"]]);
  assert.deepEqual(await ask("rows", { from: 3, to: 4 }), [["Spain"]]);
  assert.deepEqual(await ask("rows", { from: 9, to: 4 }), []);
});

test("a sheet that is no name is a wrong choice, and the open file stays", async () => {
  await ask("open", { text: "Country,Date\nItaly,2020\n" });
  await assert.rejects(ask("understand", { choices: { sheet: 5 } }), { kind: "choices" });
  await assert.rejects(ask("rows", { sheet: 5, from: 0, to: 1 }), {
    kind: "choices",
    message: /has a name, and not 5\.$/,
  });
  assert.deepEqual(await ask("rows", { from: 0, to: 1 }), [["Country", "Date"]]);
});

test("the clipboard is read as a table if it has one, otherwise as text", async () => {
  const html = "<meta charset='utf-8'><table><tr><td>Country<td>2012<tr><td>Italy<td>legal</table>";
  const text = "Country\t2012\t2014\nItaly\tlegal\tno\n";
  assert.deepEqual((await ask("open", { html, text })).sheets, [{ name: "", rows: 2, columns: 2 }]);
  assert.deepEqual((await ask("open", { html: "<b>Country</b>", text })).sheets[0].columns, 3);
});

test("a dataset of the format needs no import", async () => {
  const csv = "entity,date,status,source\nSweden,2020-10-20,banned,PTS\n";
  const { kind, dataset } = await ask("open", { text: csv });
  assert.deepEqual([kind, dataset.findings.length], ["dataset", 0]);
  assert.equal(JSON.parse(dataset.json).events[0].entity, "SE");
  assert.deepEqual(await ask("check", csv), dataset);
  const wrong = await ask("check", "entity,date,status,source\nSweden,soon,banned,PTS\n");
  assert.equal(wrong.json, null);
  assert.deepEqual([wrong.findings[0].code, wrong.findings[0].line], ["invalid-date", 2]);
});

test("a dataset becomes CSV whose cells no spreadsheet runs", async () => {
  const text = 'entity,date,status,title,source\nSE,2020-10-20,banned,"\'=1+1",PTS\n';
  const { json } = await ask("check", text);
  assert.match(await ask("csv", json), /'=1\+1/);
  await assert.rejects(ask("csv", "{"), { kind: "input" });
});

test("what cannot be read is refused with a sentence, and the open file stays", async () => {
  await ask("open", { text: "Country,2012\nItaly,legal\n" });
  const refused = async (/** @type {any} */ input, /** @type {RegExp} */ why) =>
    assert.rejects(ask("open", input), (/** @type {any} */ error) => error.kind === "input" && why.test(error.message));
  await refused({ text: " \n" }, /^The file is empty\.$/);
  await refused(
    { bytes: new Blob([Uint8Array.of(1, 0, 0, 7, 0, 200)]) },
    /^The file is neither text nor a spreadsheet/,
  );
  await refused({ bytes: new Blob([Uint8Array.of(0x50, 0x4b, 3, 4, 9)]) }, /^The spreadsheet cannot be read/);
  await refused({ text: "<p>Hello</p>" }, /^The page has no table\.$/);
  await refused({ text: '{"a": 1}' }, /^The JSON has no list of objects/);
  assert.equal((await ask("rows", { from: 0, to: 1 }))[0][0], "Country");
  await assert.rejects(ask("understand", { choices: { plaices: {} } }), { kind: "choices" });
});

test("an encoding can be chosen", async () => {
  const bytes = new Blob([Uint8Array.of(...Buffer.from("Land;Datum\n"), 0xd6, ...Buffer.from("sterreich;2020\n"))]);
  const first = await ask("open", { bytes });
  assert.equal(first.encoding, first.encodings[0]);
  assert.equal((await ask("open", { bytes, encoding: "windows-1251" })).encoding, "windows-1251");
  assert.equal((await ask("rows", { from: 1, to: 2 }))[0][0], "Цsterreich");
});

test("colours are judged as the check judges them", async () => {
  const { neighbours, colors, least } = await ask("colors", [
    { light: "#6e0b2a", dark: "#c04259" },
    { light: "#b3581b", dark: "#ec975a" },
    { light: "#b3581c", dark: "#12181d" },
  ]);
  assert.equal(neighbours.length, 4);
  assert.deepEqual(
    neighbours.map((/** @type {any} */ pair) => [pair.first, pair.theme, pair.suffices]),
    [
      [0, "light", true],
      [0, "dark", true],
      [1, "light", false],
      [1, "dark", true],
    ],
  );
  for (const { differences, smallest, suffices } of neighbours) {
    assert.equal(differences.length, 5);
    assert.equal(smallest, Math.min(...differences.map((/** @type {any} */ { difference }) => difference)));
    assert.equal(suffices, smallest >= least);
  }
  assert.equal(colors[0].light.text, "#ffffff");
  assert.ok(colors[0].light.contrast > 4.5 && colors[2].dark.page < 1.2);
  await assert.rejects(ask("colors", [{ light: "red", dark: "#000000" }]), { message: /^"red" is not a colour/ });
});

test("places are suggested while somebody types", async () => {
  const ids = async (/** @type {string} */ query, grid = "world") => {
    const { exact, suggestions } = await ask("places", { query, grid });
    return [exact, ...suggestions.map((/** @type {any} */ { id }) => id)];
  };
  assert.deepEqual(await ids("Italien"), [true, "IT"]);
  assert.deepEqual(await ids("Itlay"), [false, "IT"]);
  assert.deepEqual((await ids("New", "us-states")).slice(0, 3), [false, "NH", "NJ"]);
});

test("the list of names of another build is refused, and the next try takes the right one", async () => {
  let isOther = true;
  const other = (/** @type {string} */ name) => {
    const bytes = fileOf(name);
    return isOther && name === "names.txt" ? bytes.slice(1) : bytes;
  };
  const { ask } = startWorker(undefined, other);
  const query = { query: "Italien", grid: "world" };
  await assert.rejects(ask("places", query), { kind: "loading" });
  isOther = false;
  assert.equal((await ask("places", query)).exact, true);
});

test("a dataset keeps the answers of its sheet, and its CSV is the same without them", async () => {
  await ask("open", { text: "State,2010,2014\nOregon,illegal,legal\nUtah,illegal,illegal\n" });
  const choices = { source: { title: "Registers" }, title: "Where it is legal" };
  const { json } = await ask("understand", { choices });
  assert.deepEqual(JSON.parse(json).import, choices);
  const { dataset } = await ask("open", { text: json });
  assert.equal(dataset.json, json);
  const others = JSON.parse(json);
  delete others.import;
  assert.equal(await ask("csv", json), await ask("csv", JSON.stringify(others)));
});

test("reading tells its progress", async () => {
  progress.length = 0;
  const rows = Array.from({ length: 40_000 }, (_, row) => `C${row % 50},${2000 + Math.floor(row / 50)},${row % 3}`);
  await ask("open", { bytes: new Blob([`Country,Year,Level\n${rows.join("\n")}\n`]) });
  const stages = progress.map(({ stage }) => stage);
  assert.deepEqual([...new Set(stages)], ["reading", "cells"]);
  const cells = progress.filter(({ stage }) => stage === "cells");
  assert.ok(cells.length >= 2 && cells[0].done < cells[1].done && cells[1].done <= cells[1].total);
});
