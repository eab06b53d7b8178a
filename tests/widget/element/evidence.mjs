/** What a status rests on: the switch that leaves out weak statuses, and the texts about basis, scope and age. */

import assert from "node:assert/strict";
import { useBrowser } from "../session.mjs";
import { oneEngine } from "../tiers.mjs";
import { mountSample } from "../widget.mjs";

const session = useBrowser();

oneEngine("a switch leaves out statuses without a rule or decision, and the state has it", async () => {
  const widget = await mountSample(session.driver, { src: "evidence.json" });
  const permitted = () =>
    widget.run((host) => host.shadowRoot.querySelector("[data-status=permitted] .count").textContent);
  assert.equal(await permitted(), "2");
  await widget.run((host) => {
    window.told = [];
    host.addEventListener("ban-spread-change", (event) => window.told.push(event.detail.firm));
    host.shadowRoot.querySelector(".switch input").click();
  });
  await widget.until("France is left out", ({ legend }) => JSON.stringify(legend).includes("without rule or decision"));
  assert.equal(await permitted(), "1");
  assert.equal(await widget.run((host) => host.state.firm), true);
  const key = () => widget.run((host) => host.shadowRoot.querySelector(".key").textContent);
  assert.ok(!(await key()).includes("Paler"), "nothing is paler now");
  await widget.run((host) => (host.state = { firm: false }));
  await widget.until("France is back", ({ legend }) => !JSON.stringify(legend).includes("without rule"));
  assert.equal(await permitted(), "2");
  assert.ok((await key()).includes("Paler"));
  assert.equal(await widget.run((host) => host.shadowRoot.querySelector(".switch input").matches(":checked")), false);
});

oneEngine("a dataset of one kind has no switch, also after a dataset of both", async () => {
  const widget = await mountSample(session.driver, { src: "evidence.json" });
  const hidden = () => widget.run((host) => host.shadowRoot.querySelector(".switch").hidden);
  assert.equal(await hidden(), false);
  await widget.run((host) => {
    host.state = { firm: true };
    host.src = "sample.json";
  });
  await widget.until("the other dataset is shown", ({ title }) => title.startsWith("How a ban"));
  assert.deepEqual([await hidden(), await widget.run((host) => host.state.firm)], [true, false]);
});

oneEngine("a history and the table say what a status rests on, and how old its evidence is", async () => {
  const widget = await mountSample(session.driver, { src: "evidence.json" });
  await widget.run((host) => (host.selected = "FR"));
  await widget.until("the history is open", ({ history }) => history);
  const history = await widget.run((host) => host.shadowRoot.querySelector(".history").innerText);
  assert.ok(history.includes("Permitted since 2017 · statement · core network · last evidence 2017"), history);
  assert.ok(history.includes("Permitted · statement · core network"), history);
  await widget.run((host) => (host.view = "table"));
  await widget.until("the table is shown", ({ view }) => view === "table");
  const table = await widget.run((host) => host.shadowRoot.querySelector("tbody").textContent);
  assert.ok(table.includes("Permittedstatement · core network · last evidence 2017"), table);
});
