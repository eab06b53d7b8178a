/** A short game of the monkey, always the same: `node tests/widget/monkey.mjs` plays longer ones. */

import { play } from "./monkey/play.mjs";
import { engine, useBrowser } from "./session.mjs";
import { eachEngine } from "./tiers.mjs";

const session = useBrowser();

/** The number of random actions, and what decides them. WebKit's driver needs several times as long for an action. */
const [ACTIONS, SEED] = [engine === "webkit" ? 60 : 150, "banspread"];

eachEngine("random actions leave ten figures whole, and each changes only its own", { timeout: 600_000 }, () =>
  play(session.driver, SEED, (actions) => actions < ACTIONS),
);
