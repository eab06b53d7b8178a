/**
 * Uses ten figures in Chromium as an hour of readers would, and prints what grows: `node tests/widget/soak.mjs
 * [--scrubs 10000] [--actions 3000] [--figures 10]`, after `cargo xtask build`.
 */

import { parseArgs } from "node:util";
import { runAlone } from "./alone.mjs";
import { REPEATED } from "./soak/repeated.mjs";

const { values } = parseArgs({
  options: {
    scrubs: { type: "string", default: "10000" },
    actions: { type: "string", default: "3000" },
    figures: { type: "string", default: "10" },
  },
});
const [scrubs, actions, figures] = [values.scrubs, values.actions, values.figures].map(Number);
if (!(scrubs >= 100 && scrubs % 100 === 0)) throw new Error("--scrubs takes a multiple of 100");
if (!(figures >= 1)) throw new Error("--figures takes a number from 1 on");
const first = Math.ceil((10 * figures * REPEATED) / actions);
if (!(first < 10)) throw new Error(`--actions takes more than ${Math.ceil((figures * REPEATED * 10) / 9)}`);

/** It is measured after each tenth. From the first one after which actions only repeat, nothing may grow. */
const tenths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
await runAlone("chromium", async (browser) => {
  const { assertFlat, soak } = await import("./soak/soak.mjs");
  const found = await soak(browser, { figures, scrubs, actions, tenths }, (tenth, measured) => {
    console.log(`${tenth * 10} %: ${JSON.stringify(measured)}`);
  });
  // The engine has its memory from the beginning.
  assertFlat({ ...found[first - 1], memory: found[0].memory }, found[9]);
});
