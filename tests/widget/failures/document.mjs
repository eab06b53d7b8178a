/** The tables of faults in docs/reliability.md. */

import assert from "node:assert/strict";
import { oneEngine } from "../tiers.mjs";
import { document } from "./write-table.mjs";

oneEngine("the tables of faults in docs/reliability.md are those of the tests", () => {
  const { before, after } = document();
  assert.equal(before, after, "node tests/widget/failures/write-table.mjs writes them again");
});
