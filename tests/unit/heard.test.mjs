/** What `cargo xtask heard` reads from the screen reader and from the bus of accessibility. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { mostInSecond } from "../heard/events.mjs";
import { utterances } from "../heard/speech.mjs";

test("the busiest second begins at any event", () => {
  assert.equal(mostInSecond([]), 0);
  assert.equal(mostInSecond([0.1, 0.9, 1.0, 1.5, 1.899, 1.9, 4]), 5);
});

test("utterances are read from the records of Orca, also those with several lines", () => {
  const log = [
    "12:00:00.000001 - SPEECH OUTPUT: 'Germany",
    "Restricted' voice=default{'established': False}",
    "12:00:00.000002 - SPEECH OUTPUT: ''{'established': False}",
    "12:00:00.000003 - WEB: Caret set",
    "12:00:00.000004 - SPEECH OUTPUT: 'panel'",
  ];
  assert.deepEqual(utterances(log.join("\n")), ["Germany Restricted", "panel"]);
});
