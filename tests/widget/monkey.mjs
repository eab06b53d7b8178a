/**
 * Lets a monkey play with ten figures on a page for some minutes: `node tests/widget/monkey.mjs --engine chromium
 * --minutes 5 --seed 1`, after `cargo xtask build`. If something does not hold, it prints the seed and the last actions.
 */

import { parseArgs } from "node:util";
import { runAlone } from "./alone.mjs";
import { ENGINES } from "./programs.mjs";

const { values } = parseArgs({
  options: {
    engine: { type: "string", default: "chromium" },
    minutes: { type: "string", default: "5" },
    seed: { type: "string", default: "1" },
  },
});
const engine = ENGINES.find((name) => name === values.engine);
if (!engine) throw new Error(`--engine is one of ${ENGINES.join(", ")}`);
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new Error("--minutes takes a number above 0");

await runAlone(engine, async (browser) => {
  const { play } = await import("./monkey/play.mjs");
  const end = Date.now() + minutes * 60_000;
  const actions = await play(browser, values.seed, () => Date.now() < end);
  console.log(`${actions} actions in ${engine} with the seed ${values.seed}: all held`);
});
