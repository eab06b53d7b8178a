/** What `cargo xtask heard` reads from the screen reader and from the bus of accessibility. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { mostInSecond } from "../heard/events.mjs";
import { findingsOf } from "../heard/findings.mjs";
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

const QUESTION = { question: "Who?", keys: "", most: 3, says: /Sweden/ };

test("a question whose answer is heard with few keys has no finding", () => {
  const answers = [
    { key: "Tab", spoken: ["12 ban it toggle button not pressed."] },
    { key: "space", spoken: ["pressed", "12: Sweden, Taiwan"] },
    { key: "wait20", spoken: [] },
  ];
  assert.deepEqual(findingsOf(QUESTION, answers, []), []);
});

test("silence after a key, numbers without words and missing answers are findings", () => {
  const answers = [
    { key: "Down", spoken: [] },
    { key: "Right", spoken: ["2"] },
    { key: "+20", spoken: ["0002", "30 June 2020."] },
    { key: "+1", spoken: ["0001"] },
  ];
  assert.deepEqual(findingsOf(QUESTION, answers, []), [
    "Who? takes 5 keys, more than 3",
    "Who? nothing that was spoken has the answer, /Sweden/",
    "Who? Down: silence",
    'Who? Right: only the number "2"',
    "Who? +1: only numbers",
  ]);
});

test("a sentence is spoken twice if one key has it twice, or if the next key repeats the utterance", () => {
  const holds = "12 governments ban Huawei.";
  const said = (/** @type {string[][]} */ ...spoken) => spoken.map((spoken) => ({ key: "Left", spoken }));
  const question = { ...QUESTION, says: /ban/ };
  const twice = [`Who? Left: twice "${holds}"`];
  assert.deepEqual(findingsOf(question, said([`30 June 2026. Sweden: Banned. ${holds}`, holds]), []), twice);
  assert.deepEqual(findingsOf(question, said([holds], [holds]), []), twice);
  assert.deepEqual(findingsOf(question, said([holds], ["Sweden: Banned."], [holds]), []), []);
  assert.deepEqual(findingsOf(question, said(["leaving panel."], ["leaving panel.", holds]), []), []);
});

test("more than fifty events in a second are a finding while the date runs", () => {
  const times = Array.from({ length: 51 }, (_, n) => n / 100);
  const answers = [{ key: "Return", spoken: ["Sweden"] }];
  assert.deepEqual(findingsOf(QUESTION, answers, times), []);
  assert.deepEqual(findingsOf({ ...QUESTION, plays: true }, answers, times), [
    "Who? 51 events in a second, more than 50",
  ]);
});
