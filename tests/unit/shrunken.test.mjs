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
    assert.doesNotThrow(() => refuseShrunken(SHOWN, after, ""));
  });
}

for (const [what, after, counts] of [
  ["no event", dataset(""), "Events: 0 (shown: 8). Entities: 0 (shown: 4)."],
  ["fewer than half of the events", dataset("ABC"), "Events: 3 (shown: 8). Entities: 3 (shown: 4)."],
  ["events of fewer than half of the entities", dataset("AAAAAAAA"), "Events: 8 (shown: 8). Entities: 1 (shown: 4)."],
]) {
  test(`newer data with ${what} is refused`, () => {
    const alone = `${counts} If this is right, load the page again.`;
    assert.throws(() => refuseShrunken(SHOWN, after, ""), { cause: "shrunken", message: alone });
    const copied = `${counts} If this is right, publish it as fallback-src, or load the page again.`;
    assert.throws(() => refuseShrunken(SHOWN, after, "/copy.json"), { cause: "shrunken", message: copied });
  });
}

test("nothing is compared with data of which nothing is known", () => {
  for (const before of [undefined, "entity;date;status", "{}"]) {
    assert.doesNotThrow(() => refuseShrunken(before, dataset(""), ""));
  }
});
