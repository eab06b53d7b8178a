/** What lasts for a time: the window of the timeline, periods, and entities that begin. */

import assert from "node:assert/strict";
import { useBrowser } from "../session.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";
import { mountSample } from "../widget.mjs";

const session = useBrowser();

/** The first and last day of the timeline. */
const ends = (/** @type {Host} */ host) => {
  const { min, max } = /** @type {HTMLInputElement} */ (host.shadowRoot.querySelector(".controls .day"));
  return [min, max];
};

oneEngine("the timeline is that of the dataset until the page chooses another", async () => {
  const widget = await mountSample(session.driver, { src: "times.json" });
  assert.deepEqual(await widget.run(ends), ["2020-01-01", "2020-12-31"]);
  await widget.run((host) => Object.assign(host, { start: "2020-03", end: "2020-05" }));
  await widget.until("the date is the last day of the window", ({ date }) => date === "2020-05-31");
  assert.deepEqual(await widget.run(ends), ["2020-03-01", "2020-05-31"]);
  await widget.run((host) => (host.date = "2019"));
  const { legend } = await widget.until("the first day is shown", ({ date }) => date === "2020-03-01");
  assert.equal(Number(legend[0].count), 1, "what happened before counts");
  await widget.run((host) => (host.end = "2019"));
  // The window is checked with the next picture.
  await widget.until("the page is told", async () => (await widget.events("error")).length > 0);
  const [{ code, message }] = await widget.events("error");
  assert.equal(code, "invalid-date");
  assert.match(
    message,
    /^start="2020-03" and end="2019" must be dates in this order, not outside 2019-01-01 to 2020-12-31$/,
  );
  await widget.run((host) => Object.assign(host, { start: null, end: null }));
  await widget.until("the window of the dataset is back", ({ range }) => range.max - range.min === 365);
});

oneEngine("attributes of the window count before the first picture", async () => {
  const widget = await mountSample(session.driver, { src: "times.json", start: "2020-07", date: "2020-08-15" });
  assert.equal((await widget.state()).date, "2020-08-15");
  assert.deepEqual(await widget.run(ends), ["2020-07-01", "2020-12-31"]);
});

eachEngine("periods are listed below the figure, and describe the timeline", async () => {
  const widget = await mountSample(session.driver, { src: "times.json" });
  const periods = ["Pandemic: 11 March 2020 to 2021", "Summit: March 2020 to April 2020"];
  assert.deepEqual((await widget.state()).notes.slice(0, -1), periods);
  const described = await widget.run((host) => {
    const root = host.shadowRoot;
    return root.getElementById(String(root.querySelector(".range").getAttribute("aria-describedby"))).innerText;
  });
  assert.deepEqual(described.trim().split(/\n+/), periods);
  const before = (await widget.box(".timeline")).height;
  await widget.run((host) => (host.src = "sample.json"));
  await widget.until(
    "only the line about the data is left",
    ({ notes, title }) => notes.length === 1 && title.startsWith("How a ban"),
  );
  assert.equal(before - (await widget.box(".timeline")).height, 30, "two rows of names");
});

oneEngine("the table says who did not exist yet", async () => {
  const widget = await mountSample(session.driver, { src: "times.json", date: "2020-05-31" });
  await widget.run((host) => Object.assign(host, { view: "table", selected: "SS" }));
  const { history } = await widget.until("the history is open", ({ history }) => history);
  assert.equal(history?.state, "Did not exist before 1 June 2020");
  const status = (/** @type {Host} */ host) =>
    host.shadowRoot.querySelector('[data-entity="SS"]').closest("tr").querySelector(".cell-status").textContent;
  assert.equal(await widget.run(status), "Did not exist before 1 June 2020");
  await widget.run((host) => (host.date = "2020-06-01"));
  await widget.until("it exists", ({ history }) => history?.state === "Not documented");
});
