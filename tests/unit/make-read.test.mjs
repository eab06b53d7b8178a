/** What the page shows of a sheet that is given, is replaced, or cannot be read. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { readChanges } from "../../make/effects/read.js";
import { createStore } from "../../make/state/store.js";

const DATASET = { title: "Who", statuses: [] };
const REPORT = {
  questions: [],
  events: 2,
  entities: 2,
  columns: [],
  statuses: [],
  places: { unmatched: [] },
  rows: [2, 3],
};

/**
 * A store, and a core that reads every input but those whose name begins with `bad`.
 * @param {Error} error  why it does not read them
 */
function begin(error) {
  const store = createStore();
  const opened = /** @type {string[]} */ ([]);
  const core = {
    async open(/** @type {{name: string}} */ { name }) {
      opened.push(name);
      if (name.startsWith("bad")) throw error;
      return { kind: "sheet", format: "csv", sheets: [], encodings: [], dataset: null };
    },
    async understand() {
      if (opened.at(-1)?.startsWith("odd")) throw error;
      return { report: REPORT, json: JSON.stringify(DATASET), findings: [] };
    },
    check: async (/** @type {string} */ json) => ({ json, findings: [] }),
  };
  readChanges(store, /** @type {any} */ (core));
  const give = async (/** @type {any} */ action) => {
    store.dispatch(action);
    for (let n = 0; n < 20; n++) await Promise.resolve();
  };
  return { store, opened, give };
}

const CANCELLED = new DOMException("The work was cancelled.", "AbortError");
for (const [why, error, told] of /** @type {const} */ ([
  ["fails", new Error("The file is empty."), { key: "The file is empty." }],
  ["is cancelled", CANCELLED, null],
])) {
  for (const name of ["bad.csv", "odd.csv"]) {
    test(`a replacement that ${why} (${name}) leaves nothing of the sheet before it, and undo reads that again`, async () => {
      const { store, opened, give } = begin(error);
      await give({ type: "take", source: { name: "a.csv", text: "a" } });
      assert.deepEqual([store.state().report, store.state().dataset], [REPORT, DATASET]);
      await give({ type: "replace", source: { name, text: "b" } });
      const { project, report, base, dataset, busy, error: shown } = store.state();
      assert.deepEqual([project.source?.name, report, base, dataset], [name, null, null, null]);
      assert.deepEqual([busy, shown], ["", told]);
      await give({ type: "undo" });
      assert.deepEqual(opened, ["a.csv", name, "a.csv"]);
      assert.deepEqual([store.state().report, store.state().dataset, store.state().error], [REPORT, DATASET, null]);
    });
  }
}
