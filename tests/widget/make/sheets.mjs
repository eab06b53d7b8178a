/** From sheets of many kinds to a figure that is right, in at most five clicks. */

import assert from "node:assert/strict";
import { useBrowser } from "../session.mjs";
import { eachEngine } from "../tiers.mjs";
import { MakePage, PATIENT, sheet } from "./page.mjs";

const session = useBrowser();

/** The most clicks from the file to the figure, the choice of the file among them. */
const MOST = 5;

/**
 * Each sheet with its answers and what the figure counts on its last day.
 * @type {Record<string, {answer?: (page: MakePage) => Promise<void>, counts: Record<string, number>}>}
 */
const SHEETS = {
  "day-first/sheet.csv": { answer: (page) => page.answerSource(), counts: { Full: 2, Partial: 1 } },
  "wide-years/sheet.csv": { answer: (page) => page.answerSource(), counts: { Illegal: 1, Legal: 2 } },
  "intervals/sheet.csv": { counts: { Curfew: 2, "Closed beaches": 0 } },
  "long-years/sheet.csv": { answer: (page) => page.answerSource(), counts: { Open: 0, Done: 2, Audited: 0 } },
  "snapshot/sheet.csv": {
    async answer(page) {
      await page.click('Column C, "Restaurants"');
      await page.answerIn("Date", "2021-06");
      await page.answerSource();
    },
    counts: { Open: 2, Limited: 1 },
  },
  "spreadsheet/sheet.xlsx": {
    async answer(page) {
      await page.answerIn("Status", "Order in force");
    },
    counts: { "Order in force": 1 },
  },
  "no-header/sheet.csv": {
    async answer(page) {
      await page.answerIn("Status", "Member");
      await page.answerSource();
    },
    counts: { Member: 4 },
  },
  "names-merged-down/sheet.csv": { answer: (page) => page.answerSource(), counts: { Banned: 2, Allowed: 1 } },
  "dates-by-places/sheet.csv": {
    async answer(page) {
      await page.click("Frnce is France");
      await page.answerSource();
    },
    counts: { Open: 0, Closed: 3 },
  },
  "clipboard/sheet.html": { answer: (page) => page.answerSource(), counts: { Closed: 1, Open: 1 } },
  "german/sheet.csv": { counts: { Verboten: 2, Erlaubt: 0 } },
  "titles-above/sheet.csv": { counts: { Banned: 1 } },
};

for (const [path, { answer, counts }] of Object.entries(SHEETS)) {
  eachEngine(`the figure of the sheet ${path} is right after at most ${MOST} clicks`, PATIENT, async () => {
    const page = await MakePage.open(session.driver);
    await page.give(sheet(path));
    await answer?.(page);
    await page.counts(counts);
    assert.ok(page.clicks <= MOST, `${page.clicks} clicks`);
  });
}
