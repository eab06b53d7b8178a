/** The limits of a dataset, and how a page raises them. */

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
  // Settings of a page for loading apply to all later elements.
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

oneEngine("CSV within the limits is shown, also if its JSON exceeds them", async () => {
  // The title of every event is the label of its status.
  const label = "b".repeat(290);
  const events = Array.from({ length: 6000 }, (_, n) => `event,DE,${3000 + n},${n % 2 ? "a" : "b"},,,,,,O`);
  const statuses = ["a", "b"].map((id) => `status,,,${id},#6e0b2a,#c04259,${id} ${label},${label},${label},`);
  const head = "record,entity,date,status,color_light,color_dark,label,label_de,label_fr,source";
  const widget = await mountWithin([head, ...statuses, ...events].join("\n"), 1);
  await widget.ready();
});

oneEngine("a dataset that exceeds a limit is refused, and is shown if the page allows it", async () => {
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

oneEngine(
  "a country with thousands of events has some in its row and its history, and the number of the others",
  async () => {
    const [first] = SAMPLE_DATA.events;
    const events = Array.from({ length: 18_000 }, (_, n) => ({
      ...first,
      entity: "FR",
      date: new Date(n * 86_400_000).toISOString().slice(0, 10),
      status: ["banned", "permitted"][n % 2],
    }));
    const widget = await mountWithin({ ...SAMPLE_DATA, events, tour: [] }, 1);
    await widget.ready();
    await widget.run((host) => void Object.assign(host, { selected: "FR", view: "table" }));
    await widget.until("the history is open", ({ history }) => history !== null);
    const texts = (/** @type {string} */ selector) =>
      widget.run(
        ({ shadowRoot }, selector) => [...shadowRoot.querySelectorAll(selector)].map(({ textContent }) => textContent),
        selector,
      );
    const entries = await texts(".entries:not(.latest) > li");
    assert.deepEqual([entries.length, entries[500]], [501, "+ 17500 more"]);
    await widget.until("the row is there", async () => (await texts(".cell-way")).some(Boolean));
    const [way] = (await texts(".cell-way")).filter(Boolean);
    const parts = String(way).split("; ");
    assert.deepEqual([parts.length, parts[1]], [21, "+ 17979 more"]);
  },
);

oneEngine("steps of a tour whose letters have thousands of marks are shown", async () => {
  const text = `a${"\u0301".repeat(4_999)}`;
  const tour = Array.from({ length: 200 }, () => ({ date: "2020-06-01", title: text, text }));
  const widget = await mountWithin({ ...SAMPLE_DATA, tour }, 1);
  await widget.ready();
  await widget.run((host) => void Object.assign(host, { step: 0 }));
  const shown = await widget.until("the step is shown", ({ tour }) => (tour?.length ?? 0) > 1);
  assert.equal(shown.tour?.[1].length, 31);
});
