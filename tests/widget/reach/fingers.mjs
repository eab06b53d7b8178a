/** A touch selects what is below the finger, also below a tooltip of an earlier tap. */

import assert from "node:assert/strict";
import { hover, stroke } from "../gestures.mjs";
import { engine, useBrowser } from "../session.mjs";
import { eachEngine } from "../tiers.mjs";
import { mount } from "../widget.mjs";

const session = useBrowser();

const fingers = { skip: engine === "webkit" && "this driver turns a finger into a mouse" };
eachEngine("a tap on a tile below the tooltip selects that tile", fingers, async () => {
  const widget = await mount(session.driver, {});
  await widget.ready();
  await stroke(session.driver, [await widget.middle("#tile-ZA")], "touch");
  await widget.until("the tooltip is there", ({ tip, history }) => tip && history);
  const { id, ...point } = (await widget.run(findBelow)) ?? assert.fail("the tooltip covers no tile");
  await stroke(session.driver, [point], "touch");
  await widget.until(`${id} is chosen`, () => widget.run((host, id) => host.selected === id, id));
  await hover(session.driver, await widget.middle("#tile-ZA"));
  await widget.until("a mouse comes", ({ tip }) => tip?.[0] === "South Africa");
  assert.equal(
    await widget.run(({ shadowRoot }) => getComputedStyle(shadowRoot.querySelector(".tip")).pointerEvents),
    "auto",
  );
});

/**
 * Runs in the page: a tile whose middle is below the tooltip.
 * @param {Host} host
 */
function findBelow({ shadowRoot }) {
  const tip = shadowRoot.querySelector(".tip").getBoundingClientRect();
  for (const tile of shadowRoot.querySelectorAll("[role=option]")) {
    const { left, top, width, height } = tile.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    if (x > tip.left && x < tip.right && y > tip.top && y < tip.bottom)
      return { id: tile.id.slice("tile-".length), x, y };
  }
  return null;
}
