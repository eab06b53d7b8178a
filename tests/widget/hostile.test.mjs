/** Pages whose markup attacks the widget: named elements that hide properties of the document and of a form. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { open, useBrowser, waitUntil } from "./session.mjs";
import { eachEngine } from "./tiers.mjs";

const session = useBrowser();

const PAGE = "/tests/hostile/pages/clobbered.html";
const HASHES = JSON.parse(readFileSync(new URL("../../pkg/integrity.json", import.meta.url), "utf8"));

for (const [what, script, attributes] of /** @type {[string, string, Record<string, string>][]} */ ([
  ["the module", "banspread.js", { type: "module" }],
  ["the classic script", "banspread.classic.js", {}],
  ["the module with a hash", "banspread.js", { type: "module", integrity: HASHES["banspread.js"] }],
])) {
  eachEngine(`named elements of the page do not mislead ${what}`, async () => {
    const query = new URLSearchParams({ src: `/pkg/${script}`, ...attributes });
    await open(session.driver, `${PAGE}?${query}`);
    const read = () => session.driver.executeScript(() => [window.hidden, window.outcome]);
    await waitUntil(async () => Boolean((await read())[1]), "the widget says how it went");
    assert.deepEqual(await read(), [true, "ready 2020-12-31"]);
    const asked = await session.driver.executeScript(() =>
      performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname),
    );
    assert.deepEqual(
      asked.filter((path) => path.startsWith("/nowhere/") && path !== "/nowhere/x.png"),
      [],
    );
    assert.ok(asked.includes("/pkg/banspread.wasm"), asked.join(" "));
    assert.ok(asked.includes("/pkg/messages/de.json"), "the language is that of the form around");
  });
}
