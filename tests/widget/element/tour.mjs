/** The tour of a dataset: its buttons, its properties, its announcements. */

import assert from "node:assert/strict";
import { useBrowser } from "../session.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";
import { mount, mountSample } from "../widget.mjs";

/** @typedef {import("../widget.mjs").Widget} Widget */

const session = useBrowser();

const TOUR = { src: "tour.json" };

oneEngine("a step is announced in sentences of its language", async () => {
  const widget = await mount(session.driver, { attributes: { lang: "ja" } });
  await widget.ready();
  await widget.run((host) => (host.step = 1));
  const said = (/** @type {Host} */ host) => host.shadowRoot.querySelector("[role=status]").textContent;
  await widget.until("it is said", async () => /中2.*。 .*。 .*。 .*。$/.test(await widget.run(said)));
});

eachEngine("the tour goes through dates while nothing moves, and its end closes it", async () => {
  const widget = await mountSample(session.driver, TOUR);
  assert.deepEqual((await widget.state()).tour, ["Start the tour · 3 steps"]);
  await widget.click(".start");
  const first = await widget.until("the first step is shown", ({ date }) => date === "2020-02-10");
  assert.deepEqual(first.tour, ["1 of 3 · 10 February 2020", "France begins", "It is the first."]);
  assert.equal(first.history, null);
  assert.deepEqual(await ends(widget), ["true", "false"]);
  const places = await heights(widget);
  const next = ".later";
  assert.equal(await focused(widget), "button later");
  await widget.click(next);
  const second = await widget.until("the second step is shown", ({ date }) => date === "2020-05-01");
  assert.deepEqual(second.tour?.slice(0, 2), ["2 of 3 · May 2020", "Germany has another view"]);
  assert.deepEqual(await heights(widget), places);
  await widget.click(next);
  const third = await widget.until("the third step is shown", ({ date }) => date === "2020-10-01");
  assert.deepEqual(third.tour, ["3 of 3 · 1 October 2020", "It spreads"]);
  assert.deepEqual(await heights(widget), places);
  assert.deepEqual(await ends(widget), ["false", "true"]);
  await widget.click(".end");
  await widget.until("the tour is over", ({ tour }) => tour?.length === 1);
  assert.equal(await focused(widget), "button quiet start");
});

oneEngine("a step that begins below the window is scrolled into it", async () => {
  const widget = await mountSample(session.driver, TOUR);
  await widget.run((host) => {
    document.body.style.paddingBlock = "100vh";
    host.shadowRoot.querySelector(".start").scrollIntoView({ block: "end", behavior: "instant" });
  });
  await widget.click(".start");
  await widget.until("the first step is shown", ({ date }) => date === "2020-02-10");
  const below = (/** @type {Host} */ host) =>
    host.shadowRoot.querySelector(".open").getBoundingClientRect().bottom - innerHeight;
  await widget.until("all of it is in the window", async () => (await widget.run(below)) < 1);
});

oneEngine("a step is announced after a pause", async () => {
  const widget = await mountSample(session.driver, TOUR);
  // The text on the page when the chart appears is not announced. The names show that this moment has passed.
  const named = (/** @type {Host} */ host) => host.shadowRoot.getElementById("tile-DE").ariaLabel;
  await widget.until("the tiles are named", () => widget.run(named));
  await widget.run((host) => (host.step = 0));
  const said = (/** @type {Host} */ host) => host.shadowRoot.querySelector("[role=status]").textContent;
  await widget.until(
    "it is said",
    async () => (await widget.run(said)) === "1 of 3. 10 February 2020. France begins. It is the first.",
  );
});

oneEngine("a page sets the step of the tour and receives its steps", async () => {
  const widget = await mountSample(session.driver, TOUR);
  await widget.run((host) => (host.step = 2));
  await widget.until("the third step is shown", ({ tour }) => tour?.[0].startsWith("3 of 3"));
  assert.equal(await widget.run((host) => host.step), 2);
  assert.equal((await widget.events("change")).at(-1).step, 2);
  await widget.run((host) => (host.step = null));
  await widget.until("the tour is over", ({ tour }) => tour?.length === 1);
  assert.deepEqual([await widget.run((host) => host.step), (await widget.events("change")).at(-1).step], [null, null]);
});

oneEngine("a dataset without a tour has no row for it", async () => {
  const widget = await mountSample(session.driver);
  assert.equal((await widget.state()).tour, null);
});

/** @param {Widget} widget */
function ends(widget) {
  return widget.run(({ shadowRoot }) => {
    return [".earlier", ".later"].map((name) => shadowRoot.querySelector(name).ariaDisabled);
  });
}

/**
 * The top of the map, and the bottom of the element.
 * @param {Widget} widget
 */
function heights(widget) {
  return widget.run(({ shadowRoot, offsetHeight }) => [shadowRoot.querySelector(".map").offsetTop, offsetHeight]);
}

/** @param {Widget} widget */
function focused(widget) {
  return widget.run(({ shadowRoot }) => shadowRoot.activeElement?.className);
}
