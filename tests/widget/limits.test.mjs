/** How much a dataset may hold, and how a page allows more. */

import assert from "node:assert/strict";
import { open, useBrowser } from "./session.mjs";
import { oneEngine } from "./tiers.mjs";
import { SAMPLE_DATA, Widget } from "./widget.mjs";

const session = useBrowser();

/**
 * Puts an element with this dataset on a page that multiplies the limits.
 * @param {string|object} data
 * @param {number} limitFactor
 */
async function mountWithin(data, limitFactor) {
  // What a page has said about loading holds for all elements that come after.
  await open(session.driver, "/tests/widget/pages/stage.html");
  await session.driver.executeScript(
    async (data, limitFactor) => {
      await window.define();
      Object.assign(customElements.get("ban-spread") ?? {}, { limitFactor });
      window.mount({ properties: { data } });
    },
    data,
    limitFactor,
  );
  return new Widget(session.driver);
}

oneEngine("CSV within the limits is shown where it is longer than they are as JSON", async () => {
  // Every event is called by the labels of its status.
  const label = "b".repeat(290);
  const events = Array.from({ length: 6000 }, (_, n) => `event,DE,${3000 + n},${n % 2 ? "a" : "b"},,,,,,O`);
  const statuses = ["a", "b"].map((id) => `status,,,${id},#6e0b2a,#c04259,${id} ${label},${label},${label},`);
  const head = "record,entity,date,status,color_light,color_dark,label,label_de,label_fr,source";
  const widget = await mountWithin([head, ...statuses, ...events].join("\n"), 1);
  await widget.ready();
});

oneEngine("a dataset beyond a limit is refused, and shown where the page allows it", async () => {
  const [first, ...others] = SAMPLE_DATA.events;
  const sources = Array.from({ length: 101 }, (_, n) => ({ outlet: `Outlet ${n}` }));
  const data = { ...SAMPLE_DATA, events: [{ ...first, sources }, ...others] };
  const refused = await mountWithin(data, 1);
  await refused.until("the dataset is refused", ({ state }) => state === "failed");
  const [{ code, diagnostics }] = await refused.events("error");
  const found = diagnostics.map((/** @type {{code: string, message: string}} */ { code, message }) => [code, message]);
  assert.deepEqual([code, found], ["invalid-dataset", [["limit", "too many sources of one event: the limit is 100"]]]);
  const shown = await mountWithin(data, 1.5);
  await shown.ready();
});
