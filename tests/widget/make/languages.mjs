/** The page in a language other than English: what the import says is in it too. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { useBrowser } from "../session.mjs";
import { readSentences } from "../../make/sentences.mjs";
import { oneEngine } from "../tiers.mjs";
import { MakePage, PATIENT } from "./page.mjs";

const session = useBrowser();

/** A sheet about which the import asks four questions and has five findings, one of them about a row. */
const SHEET = `Country,Date,End,Status,Note,Length
Frnce,03/04/2021,,banned,x,a
Spain,05/06/2021,,banned,y,b
Spain,05/06/2021,,allowed,z,c
Italy,soon,,banned,,d
Italy,,,allowed,,e
,07/08/2021,,banned,,f
Peru,01/02/2019,07/12/2021,banned,,g
Peru,02/03/2019,03/04/2021,allowed,,h
`;

/** What stands between the placeholders of the English sentences, in small letters. */
const ENGLISH = Object.values(
  readSentences(readFileSync(new URL("../../../src/import/messages.txt", import.meta.url), "utf8")),
)
  .flatMap((text) => text.split(/\{\w+\}/))
  .map((part) => part.trim().toLowerCase())
  .filter((part) => part.length > 10 && part.includes(" ") && !part.includes("2020"));

/** What the page says: texts, names and descriptions of its elements. */
function said() {
  document.querySelectorAll("details").forEach((part) => part.setAttribute("open", ""));
  const named = [...document.querySelectorAll("[aria-label], [title]")];
  const names = named.map((part) => `${part.getAttribute("aria-label")} ${part.getAttribute("title")}`);
  return {
    text: [document.body.innerText, ...names].join("\n").toLowerCase(),
    questions: [...document.querySelectorAll(".question legend")].map((legend) => legend.textContent),
    findings: [...document.querySelectorAll(".found > .findings > li > p:first-child")].map((part) => part.textContent),
    cells: [...document.querySelectorAll(".found .cell")].map((cell) => cell.textContent),
    foreign: document.querySelectorAll("main [lang=en]").length,
  };
}

/**
 * Opens a sheet on the page in a language.
 * @param {string} lang
 * @param {string} sheet
 */
async function openIn(lang, sheet) {
  const page = await MakePage.open(session.driver);
  await page.run((lang) => {
    const list = /** @type {HTMLSelectElement} */ (document.querySelector("#language"));
    list.value = lang;
    list.dispatchEvent(new Event("change", { bubbles: true }));
  }, lang);
  await page.until(`the page is in ${lang}`, (lang) => document.documentElement.lang === lang, lang);
  await page.paste(sheet);
  return page;
}

/** What the page says about the sheet with questions and findings. @param {string} lang */
async function saidIn(lang) {
  const page = await openIn(lang, SHEET);
  await page.until("there are questions", () => document.querySelectorAll(".question").length > 3);
  return page.run(said);
}

for (const [lang, question, finding, row] of [
  ["de", "Kein Ort heißt eindeutig „Frnce“. Was ist gemeint?", "„soon“ ist kein Datum.", "Zeile 9"],
  [
    "ar",
    "لا يوجد مكان واحد بعينه اسمه «\u2068Frnce\u2069». ما هو؟",
    "«\u2068soon\u2069» ليس تاريخًا.",
    "الصف \u20689\u2069",
  ],
]) {
  oneEngine(`${lang}: a sheet with questions and findings shows no English sentence`, PATIENT, async () => {
    const { text, questions, findings, cells, foreign } = await saidIn(lang);
    assert.ok(ENGLISH.length > 90);
    assert.deepEqual(
      ENGLISH.filter((part) => text.includes(part)),
      [],
    );
    assert.equal(foreign, 0);
    assert.ok(questions.includes(question), questions.join("\n"));
    assert.ok(
      findings.some((told) => told?.startsWith(finding)),
      findings.join("\n"),
    );
    assert.ok(cells.includes(row), cells.join());
  });
}

oneEngine("in English the page says what the command says", PATIENT, async () => {
  const { questions, findings } = await saidIn("en");
  assert.ok(questions.includes('No single place has the name "Frnce". What is it?'), questions.join("\n"));
  assert.ok(
    findings.includes('Not a date: "soon"; such rows are left out. Write 2020, 2020-03 or 2020-03-14.'),
    findings.join("\n"),
  );
});

oneEngine("labels that the page makes in Arabic are data without isolates", PATIENT, async () => {
  const rows = Array.from({ length: 30 }, (_, row) => `Spain,${1990 + row},${row / 2},A`);
  const page = await openIn("ar", `Country,Date,Status,Source\n${rows.join("\n")}\n`);
  await page.until("there are classes", () => document.querySelector("#class-1-status"));
  const labels = await page.run(() =>
    ["#class-0-status", "#class-1-status"].map((id) => /** @type {any} */ (document.querySelector(id)).value),
  );
  assert.match(labels.join(), /^أقل من [\d.]+,[\d.]+ فأكثر$/);
  await page.click("وضع من كل حد");
  const { legend } = await page.figure.until("the figure has the labels", ({ legend }) =>
    legend.some(({ label }) => label.includes("فأكثر")),
  );
  assert.ok(legend.some(({ label }) => label.includes("أقل من")));
  assert.equal(await page.run(() => document.querySelectorAll(".findings .error").length), 0);
});
