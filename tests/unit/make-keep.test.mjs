/** Which projects become drafts, in which order of events. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { keepDrafts } from "../../make/effects/keep.js";
import { createStore } from "../../make/state/store.js";

/** @import {Draft} from "../../make/drafts/drafts.js" */

/** A store whose drafts are kept in a list. */
function kept() {
  const store = createStore();
  const drafts = /** @type {Draft[]} */ ([]);
  /** Writes wait until the test lets them go on. @type {(() => void)[]} */
  const waiting = [];
  keepDrafts(store, {
    keep: (draft) =>
      new Promise((resolve) => {
        waiting.push(() => {
          const id = draft.id ?? drafts.length + 1;
          drafts[id - 1] = { ...draft, id };
          resolve(id);
        });
      }),
    list: async () => drafts.map(({ id = 0, title }) => ({ id, title })),
  });
  const write = async () => {
    while (waiting.length > 0) {
      waiting.shift()?.();
      for (let n = 0; n < 5; n++) await Promise.resolve();
    }
  };
  return { store, drafts, write };
}

const TITLED = { title: "Who", statuses: [] };

/** @param {ReturnType<typeof kept>["store"]} store @param {string} name */
function give(store, name) {
  store.dispatch({ type: "take", source: { name, text: "a,b" } });
  store.dispatch({ type: "understood", report: null, base: TITLED });
  store.dispatch({ type: "composed", dataset: TITLED, problems: [] });
}

test("all changes of a project are in one draft", async () => {
  const { store, drafts, write } = kept();
  give(store, "a.csv");
  store.dispatch({ type: "look", look: { title: "Where" }, field: "title" });
  await write();
  store.dispatch({ type: "look", look: { title: "When" }, field: "title" });
  await write();
  assert.deepEqual(
    drafts.map(({ id, title, project }) => [id, title, project.look.title]),
    [[1, "When (a.csv)", "When"]],
  );
  assert.equal(store.state().draft, 1);
});

test("a change is kept although the person has gone on to another sheet", async () => {
  const { store, drafts, write } = kept();
  give(store, "a.csv");
  store.dispatch({ type: "look", look: { title: "Where" }, field: "title" });
  store.dispatch({ type: "leave" });
  give(store, "b.csv");
  await write();
  assert.deepEqual(
    drafts.map(({ title }) => title),
    ["Where (a.csv)", "Who (b.csv)"],
  );
  assert.equal(store.state().draft, 2);
});

test("a sheet that cannot be read is no draft", async () => {
  const { store, drafts, write } = kept();
  store.dispatch({ type: "take", source: { name: "a.pdf", text: "" } });
  store.dispatch({ type: "failed", error: { key: "no sheet" } });
  await write();
  assert.deepEqual(drafts, []);
});
