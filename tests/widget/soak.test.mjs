/** A short time of use, after which nothing has grown: `node tests/widget/soak.mjs` takes longer. */

import { assertFlat, soak } from "./soak/soak.mjs";
import { useBrowser } from "./session.mjs";
import { oneEngine } from "./tiers.mjs";

const session = useBrowser();

/**
 * Scrubs, other actions, and the tenths after which it is measured. Half of the actions are each action with each figure.
 * @type {[number, number, number[]]}
 */
const USE = [400, 280, [5, 10]];

oneEngine("after each action with each of ten figures nothing grows any more", { timeout: 300_000 }, async (t) => {
  const found = await soak(session.driver, ...USE);
  t.diagnostic(JSON.stringify(found));
  assertFlat(found);
});
