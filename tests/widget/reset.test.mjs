/** What a test leaves behind gives the next one a new page, where it cannot be put back. */

import assert from "node:assert/strict";
import { useBrowser } from "./session.mjs";
import { oneEngine } from "./tiers.mjs";
import { mountSample } from "./widget.mjs";

const session = useBrowser();

/** Whether an element that is mounted after this was done in the page comes onto a new page. @param {() => void} leave */
async function isNewAfter(leave) {
  await mountSample(session.driver, {}, { fresh: true });
  const { driver } = session;
  await driver.executeScript(() => Reflect.set(document.body, "mark", true));
  await driver.executeScript(leave);
  await mountSample(driver);
  return !(await driver.executeScript(() => Reflect.has(document.body, "mark")));
}

oneEngine("a page on which nothing is left is kept", async () => {
  assert.equal(await isNewAfter(() => {}), false);
});

oneEngine("a listener that is left on a part of the page gives the next test a new one", async () => {
  assert.equal(await isNewAfter(() => document.getElementById("stage").addEventListener("click", () => {})), true);
});

oneEngine("a handler that is left on the window gives the next test a new page", async () => {
  assert.equal(await isNewAfter(() => void (window.onresize = () => {})), true);
});

oneEngine("a listener of the window is not made good by one that the document loses", async () => {
  const leave = () => {
    const hear = () => {};
    window.addEventListener("click", hear);
    document.removeEventListener("click", hear);
  };
  assert.equal(await isNewAfter(leave), true);
});

oneEngine("a fault that comes when nobody looks any more is told by the next mount", async () => {
  await mountSample(session.driver);
  await session.driver.executeScript(() => console.log("late"));
  await assert.rejects(mountSample(session.driver), /left by what was on the page before: console.log: late/);
});
