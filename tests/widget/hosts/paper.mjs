/** Pages that are printed, and pages to which a reader returns. */

import assert from "node:assert/strict";
import { engine, open, useBrowser, waitUntil } from "../session.mjs";
import { addSheet, assertSame, mountOn, takePortrait } from "./portrait.mjs";
import { eachEngine, fault } from "../tiers.mjs";
import { mountSample } from "../widget.mjs";

/** @typedef {import("../widget.mjs").Widget} Widget */

const session = useBrowser();

eachEngine("paper is light, and afterwards the screen is as before", async () => {
  const { driver } = session;
  const dark = "body { background: #16181d; color: #fff; color-scheme: dark }";
  const light = await mountOn(driver);
  const wanted = await print(light);
  const widget = await mountOn(driver, () => addSheet(driver, dark));
  const before = await takePortrait(widget);
  assert.deepEqual(await print(widget), wanted);
  assertSame(await takePortrait(widget), before);
});

/**
 * Prints the page, and returns the style of the figure on paper.
 * @param {Widget} widget
 */
async function print(widget) {
  await widget.run(({ shadowRoot }) => {
    addEventListener(
      "beforeprint",
      () => {
        const canvases = [...shadowRoot.querySelectorAll("canvas")].map((canvas) => canvas.toDataURL());
        window.printed = [shadowRoot.querySelector(".root").dataset.scheme, ...canvases];
      },
      { once: true },
    );
  });
  if (engine === "webkit") {
    // Its driver cannot print.
    await widget.driver.executeScript(() => {
      for (const name of ["beforeprint", "afterprint"]) dispatchEvent(new Event(name));
    });
  } else {
    await widget.driver.printPage();
  }
  const printed = await widget.driver.executeScript(() => window.printed);
  assert.equal(printed[0], "light");
  return printed;
}

fault(eachEngine, "a page to which a reader returns", "it shows the same as before, and works", async (t) => {
  const { driver } = session;
  const widget = await mountSample(driver, { date: "2020-06-01" });
  await widget.run((host) => (host.selected = "DE"));
  const before = await widget.until("the history is open", ({ history }) => history);
  await driver.executeScript(() => (window.kept = true));
  await open(driver, "/tests/widget/pages/counting.html");
  await driver.navigate().back();
  await waitUntil(() => driver.executeScript(() => document.readyState === "complete"), "the page is back", 5000);
  if (!(await driver.executeScript(() => window.kept))) return t.skip("this browser did not keep the page");
  assert.deepEqual(await widget.state(), before);
  await widget.click(".next");
  await widget.until("it goes on", ({ date }) => date === "2020-08-20");
});
