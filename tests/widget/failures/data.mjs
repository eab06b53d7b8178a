/** Files of data that do not come, or belong to another build. */

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { origin, useBrowser } from "../session.mjs";
import { eachEngine, fault, oneEngine } from "../tiers.mjs";
import { SAMPLE } from "../widget.mjs";
import { FOLDER, MADE, PACKAGE, address, assertFails, made, mountFailing, others, stage } from "./provoke.mjs";

useBrowser();

for (const [
  what,
  [missing, late],
  file,
  code,
  src,
] of /** @type {[string, string[], string, string, string|null][]} */ ([
  ["places", ["do not come", "come too late"], "banspread-places.txt", "engine-load", SAMPLE],
  ["a default dataset", ["does not come", "comes too late"], "banspread-data.txt", "dataset-load", null],
])) {
  const spoilt = src !== null;
  for (const [wrong, query, cause, words] of /** @type {[string, string, string, string][]} */ ([
    [missing, "?status=404", "not-found", "answered 404"],
    [late, "?delay=5000", "timeout", "did not load within 0.3 s"],
  ])) {
    fault(oneEngine, `${what} that ${wrong}`, cause, async () => {
      const folder = FOLDER + query;
      const told = { code, cause, words: [address(file, folder), words] };
      const timeout = cause === "timeout" ? 300 : 30_000;
      await assertFails({ src, spoilt, statics: { ...others(folder), timeout } }, told);
    });
  }

  fault(eachEngine, `${what} of another edition`, "damaged, and the next element takes the right ones", async () => {
    const right = readFileSync(PACKAGE + file, "utf8");
    writeFileSync(MADE + file, `another0${right.slice(8)}`);
    await stage();
    const widget = await mountFailing({ integrity: false, ...others(made("")) }, src, {}, spoilt);
    await widget.until("the loading has failed", ({ state }) => state === "failed");
    const [error] = await widget.events("error");
    assert.deepEqual([error.code, error.cause], [code, "damaged"], error.message);
    assert.ok(error.message.includes(`${origin}${made(file)} is damaged, incomplete, or of another version`));
    writeFileSync(MADE + file, right);
    await (await mountFailing({}, src, { id: "next" })).ready();
  });
}
