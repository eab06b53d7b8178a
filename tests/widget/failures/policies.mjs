/** Files that the policy of the page blocks. */

import assert from "node:assert/strict";
import { engine, open, origin, otherOrigin, takeFaults, useBrowser } from "../session.mjs";
import { eachEngine, fault } from "../tiers.mjs";
import { SAMPLE } from "../widget.mjs";
import {
  CHECKER,
  ENGINE,
  EVENTS,
  FOLDER,
  LISTS,
  STAGE,
  address,
  assertBlocked,
  assertFails,
  mountFailing,
  others,
  stage,
} from "./provoke.mjs";

const session = useBrowser();

fault(eachEngine, "a dataset that the page's policy blocks", "policy", async () => {
  const policy = `${LISTS}; connect-src ${origin}/pkg/ ${origin}${EVENTS}`;
  const told = { code: "dataset-load", cause: "policy", words: [address(SAMPLE), "add 'self' to connect-src"] };
  await assertFails({ policy, src: SAMPLE, healthy: EVENTS }, { ...told, blocked: address(SAMPLE) });
});

fault(eachEngine, "a dataset of an origin that the page's policy does not list", "policy", async () => {
  const src = `${otherOrigin}${SAMPLE}`;
  const told = { cause: "policy", words: [src, `add ${otherOrigin} to connect-src`], blocked: src };
  await assertFails({ policy: `${LISTS}; connect-src 'self'`, src }, { code: "dataset-load", ...told });
});

fault(eachEngine, "an engine of an origin that the page's policy does not list", "policy", async () => {
  const wasmUrl = `${otherOrigin}${ENGINE}`;
  const told = { cause: "policy", words: [wasmUrl, `add ${otherOrigin} to connect-src`], blocked: wasmUrl };
  const policy = `${LISTS}; connect-src 'self'`;
  await assertFails({ policy, statics: { wasmUrl } }, { code: "engine-load", ...told });
});

fault(eachEngine, "a checker of an origin that the page's policy does not list", "policy", async () => {
  const folder = `${otherOrigin}${FOLDER}`;
  const blocked = folder + CHECKER;
  const told = { cause: "policy", words: [blocked, `add ${otherOrigin} to script-src`], blocked };
  const policy = `${LISTS}; connect-src 'self' ${otherOrigin}`;
  await assertFails({ policy, src: EVENTS, statics: others(folder) }, { code: "invalid-dataset", ...told });
});

eachEngine("a picture with the same address that the page's policy blocks is not the cause", async () => {
  const gone = `${otherOrigin}${SAMPLE}?status=404`;
  await stage(`${LISTS}; connect-src 'self' ${otherOrigin}`);
  const widget = await mountFailing({}, `${gone}&delay=300`);
  await widget.run(
    (host, src) => void Object.assign(host, { picture: Object.assign(new Image(), { src }) }),
    `${gone}&delay=300`,
  );
  await widget.until("the loading has failed", ({ state }) => state === "failed");
  assert.equal((await widget.events("error"))[0].cause, "not-found");
  await assertBlocked(`${gone}&delay=300`);
});

eachEngine("a file that a policy only reports is not the cause", async () => {
  await open(session.driver, `${STAGE}?report=${encodeURIComponent("connect-src 'none'")}`);
  await session.driver.executeScript(() => window.define());
  const widget = await mountFailing({}, `${SAMPLE}?status=404`);
  await widget.until("the loading has failed", ({ state }) => state === "failed");
  assert.equal((await widget.events("error"))[0].cause, "not-found");
  const faults = await takeFaults(session.driver);
  // Some browsers report the same violation twice.
  const places = address(`${FOLDER}banspread-places.txt`);
  const reported = [places, address(ENGINE), `${address(SAMPLE)}?status=404`].map((file) => `policy: ${file}`);
  assert.deepEqual([...new Set(faults)].sort(), reported);
});

// WebKit does not report this violation to the page.
fault(eachEngine, "WebAssembly is forbidden and the plain script is missing", "forbidden", async () => {
  const assetsUrl = `${FOLDER}?status=404`;
  const words = ["'wasm-unsafe-eval'", address("banspread-plain.js", assetsUrl), "answered 404"];
  const told = { code: "engine-load", cause: "forbidden", words, blocked: engine !== "webkit" && "wasm-eval" };
  const policy = `${LISTS.replace(" 'wasm-unsafe-eval'", "")}; connect-src 'self'`;
  await assertFails({ policy, statics: { assetsUrl } }, told);
});
