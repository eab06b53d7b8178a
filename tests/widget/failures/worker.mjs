/** A service worker of the page that answers with nonsense. */

import assert from "node:assert/strict";
import { open, useBrowser } from "../session.mjs";
import { eachEngine, fault } from "../tiers.mjs";
import { SAMPLE } from "../widget.mjs";
import { assertFallback, mountFailing } from "./provoke.mjs";

const session = useBrowser();

const FOLDER = "/tests/widget/pages/worker/";

/**
 * What the worker answers, and the causes of the errors if it answers so for the engine, and for the dataset.
 * @type {[answer: string, words: string, engine: string, dataset: string|null][]}
 */
const ANSWERS = [
  ["page", "a web page", "type", "type"],
  ["nothing", "nothing", "damaged", null],
  ["bytes", "other bytes", "damaged", null],
  ["error", "an error", "unreachable", "unreachable"],
  ["redirection", "a redirection to a missing file", "not-found", "not-found"],
  ["half", "half of it", "damaged", "damaged"],
];

for (const [answer, words, engine, dataset] of ANSWERS) {
  for (const [what, file, code, cause] of /** @type {[string, string, string, string|null][]} */ ([
    ["the engine", "banspread.wasm", "engine-load", engine],
    ["the dataset", "sample.json", dataset ? "dataset-load" : "invalid-dataset", dataset],
  ])) {
    const held = `${cause ?? "invalid-dataset"}, and the next try without it succeeds`;
    fault(eachEngine, `a service worker that answers with ${words} for ${what}`, held, async () => {
      await open(session.driver, FOLDER);
      // A test before may have failed.
      await release();
      await control(`worker.js?file=${file}&answer=${answer}`);
      const widget = await mountFailing({ integrity: false });
      await widget.until("the loading has failed", ({ state }) => state === "failed");
      const [error] = await widget.events("error");
      assert.deepEqual([error.code, error.cause], [code, cause], error.message);
      assert.ok(error.message.includes(cause ? file : ""), error.message);
      await assertFallback(widget);
      await release();
      await open(session.driver, `${FOLDER}?free`);
      await session.driver.executeScript(() => window.define());
      await (await mountFailing({}, SAMPLE)).ready();
    });
  }
}

/** Registers a worker, and waits until it answers the requests of the page. @param {string} script */
async function control(script) {
  const words = await session.driver.executeAsyncScript((script, done) => {
    const { serviceWorker } = navigator;
    if (!serviceWorker) return done("this browser has no service workers");
    serviceWorker.register(script).then(
      () => serviceWorker.ready.then(() => done()),
      (error) => done(String(error)),
    );
  }, script);
  assert.equal(words, null);
  // A page that was open before its worker is not under its control.
  await open(session.driver, FOLDER);
  assert.ok(await session.driver.executeScript(() => navigator.serviceWorker.controller !== null));
  await session.driver.executeScript(() => window.define());
}

/** Takes the workers of the page away. */
function release() {
  return session.driver.executeAsyncScript(async (done) => {
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
    done();
  });
}
