/** What a person gives while the page still waits for something else. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { giver } from "../../make/effects/give.js";
import { createStore } from "../../make/state/store.js";

/** A page whose addresses answer when the test says so. */
function begin() {
  const store = createStore();
  const calls = { cancelled: 0 };
  const give = giver(store, /** @type {any} */ ({ cancel: () => (calls.cancelled += 1) }));
  /** @type {Record<string, (text: string) => void>} */
  const answer = {};
  globalThis.fetch = (/** @type {any} */ address, /** @type {any} */ { signal }) =>
    new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
      answer[address] = (text) => {
        const response = new Response(text);
        Object.defineProperty(response, "url", { value: address });
        resolve(response);
      };
    });
  return { store, give, answer, calls, name: () => store.state().project.source?.name };
}

const SLOW = "https://a.example/slow.csv";

test("a source that is given later takes the place of an address that still loads", async () => {
  const { store, give, answer, name } = begin();
  const slow = give.address(SLOW);
  assert.equal(await give.source({ name: "b.csv", text: "b" }), true);
  answer[SLOW]("a");
  assert.equal(await slow, false);
  assert.deepEqual([name(), store.state().error], ["b.csv", null]);
});

test("an address that loads is cancelled, and the page goes on without an error", async () => {
  const { store, give, answer, calls, name } = begin();
  const slow = give.address(SLOW);
  assert.equal(store.state().busy, "opening");
  give.cancel();
  assert.equal(await slow, false);
  assert.deepEqual([name(), store.state().busy, store.state().error, calls.cancelled], [undefined, "", null, 1]);
  const again = give.address(SLOW);
  answer[SLOW]("a");
  assert.equal(await again, true);
  assert.equal(name(), "slow.csv");
});

test("an address that loads is forgotten when the person starts over", async () => {
  const { store, give, name } = begin();
  await give.source({ name: "b.csv", text: "b" });
  const slow = give.address(SLOW, true);
  store.dispatch({ type: "leave" });
  assert.equal(await slow, false);
  assert.deepEqual([name(), store.state().busy], [undefined, ""]);
});

test("an address that does not answer is told", async () => {
  const { store, give } = begin();
  globalThis.fetch = async () => {
    throw new TypeError("Failed to fetch");
  };
  assert.equal(await give.address(SLOW), false);
  assert.deepEqual([store.state().error, store.state().busy], [{ key: "address_refused" }, ""]);
});
