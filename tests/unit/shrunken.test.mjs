/** Whether newer data has lost too much. */

import assert from "node:assert/strict";
import { test } from "node:test";
import "./page.mjs";
import "./resolve.mjs";

const { refuseShrunken } = await import("../../www/loading/shrunken.js");

/** A dataset with an event for each letter, which is its entity. @param {string} entities */
const dataset = (entities) => JSON.stringify({ events: [...entities].map((entity) => ({ entity })) });
const SHOWN = dataset("ABCDABCD");

for (const [what, after] of /** @type {[string, string][]} */ ([
  ["the same", SHOWN],
  ["more", dataset("ABCDEFGHIJ")],
  ["exactly half of the events and of the entities", dataset("ABAB")],
  ["a text that is not JSON", "entity;date;status"],
  ["JSON that is no dataset", "null"],
  ["a dataset without a list of events", "{}"],
])) {
  test(`newer data is not refused for its size if it is ${what}`, () => {
    assert.doesNotThrow(() => refuseShrunken(SHOWN, after));
  });
}

for (const [what, after, counts] of [
  ["no event", dataset(""), "0 events of 0 entities"],
  ["fewer than half of the events", dataset("ABC"), "3 events of 3 entities"],
  ["events of fewer than half of the entities", dataset("AAAAAAAA"), "8 events of 1 entities"],
]) {
  test(`newer data with ${what} is refused`, () => {
    const message = `The newer data has ${counts}, but what is shown has 8 of 4. If less than half is right, publish it as the copy.`;
    assert.throws(() => refuseShrunken(SHOWN, after), { cause: "shrunken", message });
  });
}

test("nothing is compared with data of which nothing is known", () => {
  for (const before of [undefined, "entity;date;status", "{}"]) {
    assert.doesNotThrow(() => refuseShrunken(before, dataset("")));
  }
});
