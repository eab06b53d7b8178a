/** If a test leaves something that cannot be reset, the next test gets a new page. */

import assert from "node:assert/strict";
import { useBrowser } from "./session.mjs";
import { oneEngine } from "./tiers.mjs";
import { mountSample } from "./widget.mjs";

const session = useBrowser();

/** Whether an element is mounted on a new page after this function has run in the page. @param {() => void} leave */
async function isNewAfter(leave) {
  await mountSample(session.driver, {}, { fresh: true });
  const { driver } = session;
  await driver.executeScript(() => Reflect.set(document.body, "mark", true));
  await driver.executeScript(leave);
  await mountSample(driver);
  return !(await driver.executeScript(() => Reflect.has(document.body, "mark")));
}

oneEngine("a page without remains is kept", async () => {
  assert.equal(await isNewAfter(() => {}), false);
});

oneEngine("a listener that stays on a part of the page gives the next test a new page", async () => {
  assert.equal(await isNewAfter(() => document.getElementById("stage").addEventListener("click", () => {})), true);
});

oneEngine("a handler that stays on the window gives the next test a new page", async () => {
  assert.equal(await isNewAfter(() => void (window.onresize = () => {})), true);
});

oneEngine("a listener on the window is not balanced by one that the document loses", async () => {
  const leave = () => {
    const hear = () => {};
    window.addEventListener("click", hear);
    document.removeEventListener("click", hear);
  };
  assert.equal(await isNewAfter(leave), true);
});

oneEngine("a fault after the end of a test is reported by the next mount", async () => {
  await mountSample(session.driver);
  await session.driver.executeScript(() => console.log("late"));
  await assert.rejects(mountSample(session.driver), /left by what was on the page before: console.log: late/);
});
