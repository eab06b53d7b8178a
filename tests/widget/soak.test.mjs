/** A short time of use, after which nothing has grown: `node tests/widget/soak.mjs` takes longer. */

import { REPEATED } from "./soak/repeated.mjs";
import { assertFlat, soak } from "./soak/soak.mjs";
import { useBrowser } from "./session.mjs";
import { oneEngine } from "./tiers.mjs";

const session = useBrowser();

const figures = 2;
/** In the second half the actions only repeat. */
const USE = { figures, scrubs: 200, actions: 2 * figures * REPEATED, tenths: [5, 10] };

oneEngine(
  "while two figures repeat all actions, nodes, listeners, observers, drawing, heap and engine memory stay in bounds",
  { timeout: 300_000 },
  async (t) => {
    const [first, last] = await soak(session.driver, USE);
    t.diagnostic(JSON.stringify({ first, last }));
    assertFlat(first, last);
  },
);
