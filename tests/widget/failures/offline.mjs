/** A network that goes away after the figure has loaded. */

import assert from "node:assert/strict";
import { serve } from "../../server.mjs";
import { open, useBrowser } from "../session.mjs";
import { eachEngine, fault } from "../tiers.mjs";
import { mountMore, SAMPLE } from "../widget.mjs";
import { STAGE } from "./provoke.mjs";

const session = useBrowser();

const OFFLINE = "a network that goes away after the figure is shown";

/**
 * A figure on a page of a server of its own.
 * @param {import("node:test").TestContext} t
 */
async function mountFromOwnServer(t) {
  let server = await serve();
  const { origin } = server;
  const { driver } = session;
  t.after(async () => {
    await server.close();
    // The next test must not stay on a page without a server.
    await open(driver, STAGE);
  });
  await driver.get(origin + STAGE);
  // Otherwise the supplement would come before the network goes.
  await driver.executeScript(() => Reflect.set(window, "requestIdleCallback", () => 0));
  const widget = await mountMore(driver, { attributes: { src: SAMPLE, date: "2020-06-01" } });
  await widget.ready();
  const comeBack = async () => (server = await serve({ port: Number(new URL(origin).port) }));
  return { widget, driver, origin, leave: () => server.close(), comeBack };
}

/** @param {Widget} widget */
const errors = async (widget) => (await widget.events("error")).map(({ code, cause }) => [code, cause]);

fault(eachEngine, OFFLINE, "the figure answers, and other data comes when the network is back", async (t) => {
  const { widget, leave, comeBack } = await mountFromOwnServer(t);
  await leave();
  await widget.click(".next");
  const before = await widget.until("it answers", ({ date }) => date === "2020-08-20");
  await widget.run((host) => (host.src = "tour.json"));
  const after = await widget.until("the notice is there", ({ notice }) => notice !== "");
  assert.deepEqual({ ...after, notice: "", tip: null }, { ...before, tip: null });
  assert.deepEqual(await errors(widget), [["dataset-load", "unreachable"]]);
  await comeBack();
  await widget.run((host) => (host.src = "tour.json?again"));
  await widget.until("other data is shown", ({ title, notice }) => title === "A ban in three steps" && notice === "");
});

fault(
  eachEngine,
  `${OFFLINE}, before its table has come`,
  "the table says so, and comes at the next try",
  async (t) => {
    const { widget, leave, comeBack } = await mountFromOwnServer(t);
    await leave();
    await widget.click(".table-tab");
    const missing = (/** @type {Host} */ { shadowRoot }) => shadowRoot.querySelector(".missing")?.textContent ?? "";
    await widget.until("it is missing", async () => (await widget.run(missing)) !== "");
    assert.deepEqual(await errors(widget), [["supplement-load", "unreachable"]]);
    await comeBack();
    await widget.click(".table button");
    const rows = (/** @type {Host} */ { shadowRoot }) => shadowRoot.querySelectorAll("tbody tr").length;
    await widget.until("the table is there", async () => (await widget.run(rows)) > 2);
  },
);

fault(eachEngine, `${OFFLINE}, and another language`, "the figure keeps its language and says why", async (t) => {
  const { widget, leave } = await mountFromOwnServer(t);
  await leave();
  await widget.run((host) => (host.lang = "de"));
  await widget.until("the page knows", async () => (await errors(widget)).length > 0);
  assert.deepEqual(await errors(widget), [["messages-load", "unreachable"]]);
  const { play, state } = await widget.state();
  assert.deepEqual([play, state], ["Play", "ready"]);
  await widget.click(".next");
  await widget.until("it answers", ({ date }) => date === "2020-08-20");
});
