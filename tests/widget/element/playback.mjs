/** Playback: the date advances by itself. */

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { useBrowser } from "../session.mjs";
import { eachEngine, oneEngine } from "../tiers.mjs";
import { mountSample } from "../widget.mjs";

const session = useBrowser();

/** The largest number of changes in a second that assistive technology may get while the date runs. */
const MOST = 50;

eachEngine("play advances the date, pause stops it, and the button names the next action", async () => {
  const widget = await mountSample(session.driver, { date: "2020-02-01" });
  assert.equal((await widget.state()).play, "Play");
  await widget.click(".play");
  await widget.until("the date has moved on", ({ date, play }) => date > "2020-02-10" && play === "Pause");
  await widget.click(".play");
  const stopped = await widget.until("the date stands", ({ play }) => play === "Play");
  const shown = await widget.events("input");
  assert.ok(shown[0].playing);
  assert.equal(shown.at(-1).playing, false);
  const changes = (await widget.events("change")).map(({ date, playing }) => [date, playing]);
  assert.deepEqual(changes, [[stopped.date, false]], "all of it is one change");
  assert.ok(stopped.date < "2020-12-31");
  await widget.frames(20);
  assert.equal((await widget.state()).date, stopped.date);
});

oneEngine("playback stops at the end, and starts again from the beginning", async () => {
  const widget = await mountSample(session.driver, { date: "2020-12-28" });
  await widget.click(".play");
  await widget.until("playback is over", ({ date, play }) => date === "2020-12-31" && play === "Play");
  await widget.click(".play");
  await widget.until("playback has begun again", ({ date, play }) => date < "2020-12-01" && play === "Pause");
});

oneEngine("a key on the timeline ends playback", async () => {
  const widget = await mountSample(session.driver, { date: "2020-02-01" });
  await widget.click(".play");
  await widget.until("playback runs", ({ play }) => play === "Pause");
  await widget.focus(".range");
  await widget.press(Key.ARROW_RIGHT);
  await widget.until("playback has stopped", ({ play }) => play === "Play");
});

eachEngine("while the date runs, assistive technology gets the beginning and the end, and little between", async () => {
  const widget = await mountSample(session.driver, { date: "2020-01-01" });
  await widget.rested();
  const told = () => widget.run((host) => host.shadowRoot.querySelector("[role=status]").textContent);
  await widget.run(watchExposed);
  await widget.click(".play");
  await widget.until("it is told that playback runs", async () => (await told()) === "Playing");
  await widget.until("the date has moved on", ({ date }) => date > "2020-06-01");
  const { changed, seconds } = await widget.run(readExposed);
  assert.ok(changed.length / seconds < MOST, `${changed.length} in ${seconds} s: ${changed.slice(0, 20)}`);
  await widget.until("playback is over", ({ play }) => play === "Play");
  const story = await widget.run((host) => host.shadowRoot.getElementById("story").textContent);
  await widget.until("the story is told", async () => (await told()) === story);
});

/**
 * Runs in the page: collects the changes of everything that assistive technology reads.
 * @param {Host} host
 */
function watchExposed({ shadowRoot }) {
  const page = /** @type {any} */ (window);
  page.exposed = { changed: [], since: performance.now() };
  new MutationObserver((records) => {
    for (const { target, type, attributeName } of records) {
      const part = target instanceof Element ? target : target.parentElement;
      if (part?.closest("[aria-hidden=true], [hidden]") || ["style", "class"].includes(`${attributeName}`)) continue;
      page.exposed.changed.push(`${part?.className} ${attributeName ?? type}`);
    }
  }).observe(shadowRoot, { subtree: true, childList: true, characterData: true, attributes: true });
}

/** Runs in the page. */
function readExposed() {
  const { changed, since } = /** @type {any} */ (window).exposed;
  return { changed, seconds: (performance.now() - since) / 1000 };
}
