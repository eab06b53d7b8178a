/** What servers and networks do to files on their way. */

import assert from "node:assert/strict";
import { engine, otherOrigin } from "../session.mjs";
import { eachEngine, fault } from "../tiers.mjs";
import { SAMPLE } from "../widget.mjs";
import { ENGINE, LISTS, address, assertFails, assertFallback, provoke } from "./provoke.mjs";

const decodes = { skip: engine === "webkit" && "this browser takes the file as it is" };
const SHOWN = "the figure is shown";
const FILES = [
  ["a dataset", SAMPLE],
  ["an engine", ENGINE],
];

/**
 * An address that the server redirects.
 * @param {string} file
 * @param {string} to
 */
const redirected = (file, to) => `${file}?redirect=${encodeURIComponent(to)}`;

/**
 * An element with its dataset or its engine at an address.
 * @param {string} what
 * @param {string} url
 */
const given = (what, url) => (what === "a dataset" ? { src: url } : { statics: { wasmUrl: url } });

for (const [what, file] of FILES) {
  const code = what === "a dataset" ? "dataset-load" : "engine-load";

  fault(eachEngine, `${what} that comes in 50 small pieces`, SHOWN, async () => {
    await (await provoke(given(what, `${file}?pieces=50`))).ready();
  });

  fault(eachEngine, `${what} that is redirected on its server`, SHOWN, async () => {
    await (await provoke(given(what, redirected(file, file)))).ready();
  });

  fault(eachEngine, `${what} that is redirected to a server that allows it`, SHOWN, async () => {
    await (await provoke(given(what, redirected(file, otherOrigin + file)))).ready();
  });

  fault(eachEngine, `${what} that is redirected to a server that does not allow it`, "unreachable", async () => {
    const url = redirected(file, `${otherOrigin}${file}?cors=none`);
    await assertFails(given(what, url), { code, cause: "unreachable", words: [address(url)] });
  });

  fault(eachEngine, `${what} that is redirected for ever`, "unreachable", async () => {
    const url = `${file}?redirect=itself`;
    await assertFails(given(what, url), { code, cause: "unreachable", words: [address(url)] });
  });

  fault(
    eachEngine,
    `${what} that is redirected to a server that the page's policy does not list`,
    "policy",
    async () => {
      const url = redirected(file, otherOrigin + file);
      const policy = `${LISTS}; connect-src 'self'`;
      // Browsers report the address that was asked for, so the page does not learn where the server has led.
      const told = { code, cause: "policy", words: [address(url)], blocked: address(url) };
      await assertFails({ policy, ...given(what, url) }, told);
    },
  );

  fault(eachEngine, `${what} in another encoding than its server says`, "damaged", decodes, async () => {
    const url = `${file}?encoding=gzip`;
    await assertFails(given(what, url), { code, cause: "damaged", words: [address(url)] });
  });
}

fault(eachEngine, "an engine that is longer than its server says", "damaged", async () => {
  const wasmUrl = `${ENGINE}?length=5000`;
  await assertFails({ statics: { wasmUrl } }, { code: "engine-load", cause: "damaged", words: [address(wasmUrl)] });
});

fault(eachEngine, "a dataset that is longer than its server says", "the end is named as the error", async () => {
  const widget = await provoke({ src: `${SAMPLE}?length=500` });
  const { notice } = await widget.until("the loading has failed", ({ state }) => state === "failed");
  assert.match(notice, /line \d+, column \d+/);
  await assertFallback(widget);
});
