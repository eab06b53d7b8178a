/** Whether the first picture of a figure is without a status. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { blankDate } from "../../make/data/first-date.js";

const EVENTS = [{ date: "2021", status: "banned" }, { date: "2019-05-01" }];

test("a first date before every status is told; an event without a status does not count", () => {
  assert.equal(blankDate({ events: EVENTS }, { date: "2020-12-31" }), "2020-12-31");
  assert.equal(blankDate({ events: EVENTS }, { date: "2021-03-04" }), null);
  assert.equal(blankDate({ events: EVENTS }, {}), null);
});

test("without a first date the end of the timeline counts, and an imprecise date counts as soon as it is possible", () => {
  assert.equal(blankDate({ events: EVENTS, end: "2020" }, {}), "2020");
  assert.equal(blankDate({ events: EVENTS }, { date: "2021-01-01" }), null);
  assert.equal(blankDate({ events: [{ date: "2021-05", status: "banned" }], end: "2021" }, {}), null);
});
