/** What elements leave behind that have come and gone: nothing. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { engine, open, useBrowser } from "./session.mjs";

const session = useBrowser();

/** Bytes by which the heap may differ: the browser keeps what it has compiled, and statistics of its own. */
const HEAP = 300_000;
/** Elements that may come first, until everything is made that is made once. */
const FIRST = 10;

/** Lives of an element on a page, from mount to removal. Each runs in the page. */
const LIVES = {
  sample: { src: "../pages/sample.json" },
};

test("a thousand elements that came and went leave heap, nodes, listeners, observers and memory as ten do", async (t) => {
  await openCounting();
  await live(FIRST, "short");
  const before = await measure();
  await live(1000, "short");
  assertSame(t, await measure(), before);
});

test("so do those that were played, compared and asked for a history", async (t) => {
  await openCounting();
  await live(FIRST, "full");
  const before = await measure();
  await live(60, "full");
  assertSame(t, await measure(), before);
});

test("so do those with tables, those that fail, and those that leave before they are ready", async (t) => {
  await openCounting();
  await live(FIRST, "unlucky");
  const before = await measure();
  await live(60, "unlucky");
  assertSame(t, await measure(), before);
});

test("so do those of the built-in dataset", async (t) => {
  await openCounting();
  await live(FIRST, "large");
  const before = await measure();
  await live(30, "large");
  assertSame(t, await measure(), before);
});
