/** Texts beside the data: footnotes, licence, and the terms of an event. */

import assert from "node:assert/strict";
import { useBrowser } from "../session.mjs";
import { oneEngine } from "../tiers.mjs";
import { mountSample } from "../widget.mjs";

const session = useBrowser();

oneEngine("footnotes and licence are below the chart", async () => {
  const widget = await mountSample(session.driver, { src: "groups.json" });
  const { notes } = await widget.state();
  assert.deepEqual(notes, ["France: With its overseas departments.", "Data to 31 December 2020", "Data: CC0 1.0"]);
});

oneEngine("of a dataset without footnotes and terms of use it is said until when it goes", async () => {
  const widget = await mountSample(session.driver);
  assert.deepEqual((await widget.state()).notes, ["Data to 31 December 2020"]);
});

oneEngine("footnotes change with their dataset", async () => {
  const widget = await mountSample(session.driver, { src: "groups.json" });
  await widget.run((host) => (host.src = "sample.json"));
  await widget.until("the notes are gone", ({ notes, title }) => notes.length === 1 && title.startsWith("How a ban"));
});

oneEngine("a history has the footnote of its entity, and the terms of an event after its text", async () => {
  const widget = await mountSample(session.driver, { src: "groups.json" });
  await widget.run((host) => (host.selected = "FR"));
  await widget.until("the history is open", ({ history }) => history);
  const words = await widget.run((host) => host.shadowRoot.querySelector(".history").innerText);
  const parts = [
    "With its overseas departments.",
    "The law had been announced before.",
    "In force since 1 March 2020. Confidence: low.",
    "Le Journal",
  ];
  const places = parts.map((part) => words.indexOf(part));
  assert.ok(
    places.every((place, n) => place >= 0 && (n === 0 || place > places[n - 1])),
    words,
  );
  await widget.run((host) => (host.selected = "DE"));
  await widget.until("another has none", ({ history }) => history?.name === "Germany");
  const other = await widget.run((host) => host.shadowRoot.querySelector(".history").innerText);
  assert.ok(!other.includes("overseas") && !other.includes("Confidence"), other);
});
