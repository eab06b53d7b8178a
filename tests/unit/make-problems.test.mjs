/** What the page says about a dataset while its check runs, and after a check that fails. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { readChanges } from "../../make/effects/read.js";
import { createStore } from "../../make/state/store.js";

const FOUND = { severity: "error", code: "contrast", path: "statuses[0].color.light", message: "too pale" };

/** A store with a dataset, whose checks the test answers in their order. */
function begin() {
  const store = createStore();
  const checks = /** @type {{resolve: (checked: object) => void, reject: (error: Error) => void}[]} */ ([]);
  const check = () => new Promise((resolve, reject) => void checks.push({ resolve, reject }));
  readChanges(store, /** @type {any} */ ({ check }));
  store.dispatch({ type: "understood", report: null, base: { title: "Who", statuses: [] } });
  return { store, checks };
}

const settle = async () => {
  for (let n = 0; n < 20; n++) await Promise.resolve();
};

test("findings stay until the check of the changed dataset answers", async () => {
  const { store, checks } = begin();
  await settle();
  checks[0].resolve({ json: null, findings: [FOUND] });
  await settle();
  store.dispatch({ type: "look", look: { title: "Who else" } });
  assert.deepEqual([store.state().dataset?.title, store.state().problems], ["Who else", [FOUND]]);
  await settle();
  checks[1].resolve({ json: "{}", findings: [] });
  await settle();
  assert.deepEqual(store.state().problems, []);
});

test("a check that fails leaves no finding of an older dataset", async () => {
  const { store, checks } = begin();
  await settle();
  checks[0].resolve({ json: null, findings: [FOUND] });
  await settle();
  store.dispatch({ type: "look", look: { title: "Who else" } });
  await settle();
  checks[1].reject(new Error("The module has ended."));
  await settle();
  assert.deepEqual([store.state().problems, store.state().error?.key], [[], "The module has ended."]);
});
