/** The announcements of the status line: one sentence, once, after a pause. */

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { stroke } from "../gestures.mjs";
import { emulate, useBrowser } from "../session.mjs";
import { oneEngine } from "../tiers.mjs";
import { mountSample, PAUSE } from "../widget.mjs";

/** @typedef {import("../widget.mjs").Widget} Widget */

const session = useBrowser();

/** The announcement when playback begins. */
const BEGINNING = "Playing";

oneEngine("of several steps only the last is announced, once", async () => {
  const widget = await mountListened();
  await widget.focus(".previous");
  await widget.press(Key.ENTER, Key.ENTER, Key.ENTER);
  assert.equal(await said(widget), "1 May 2020. 1 country bans it and 1 permits it.");
  await widget.run((host) => (host.theme = "dark"));
  await widget.run((host) => (host.selected = "DE"));
  await widget.run((host) => (host.closest("#stage").style.width = "400px"));
  assert.equal(await said(widget), "1 May 2020. 1 country bans it and 1 permits it.");
});

oneEngine("a comparison is announced in one sentence", async () => {
  const widget = await mountListened({ date: "2020-06-01" });
  await widget.click(".compare");
  const { sentence } = await widget.until("two days are compared", ({ comparing }) => comparing);
  const words = await said(widget);
  assert.match(words, /^1 January 2020 to 1 June 2020\. 2 countries changed/);
  assert.ok(sentence.startsWith(words.slice("1 January 2020 to 1 June 2020. ".length)), sentence);
});

oneEngine("a drag announces only the value of its range", async () => {
  const widget = await mountListened();
  const { left, top, width, height } = await widget.box(".ring");
  const at = (/** @type {number} */ share) => ({
    x: Math.round(left + share * width),
    y: Math.round(top + height / 2),
  });
  await stroke(session.driver, [at(0.2), at(0.3), at(0.45), at(0.6)]);
  await widget.until("the date was dragged", ({ date }) => date.startsWith("2020-08"));
  await widget.rested();
  assert.deepEqual(await heard(widget), []);
});

oneEngine("what holds is not announced again if a step of the range leaves it as it is", async () => {
  const widget = await mountListened();
  await widget.focus(".range");
  // Only a company has changed. Companies are not counted.
  await widget.press(Key.ARROW_LEFT);
  await widget.until("the date has moved", ({ date }) => date === "2020-10-01");
  await widget.rested();
  await widget.press(Key.ARROW_LEFT);
  await widget.until("the date has moved", ({ date }) => date === "2020-08-20");
  await widget.rested();
  assert.deepEqual(await heard(widget), []);
  await widget.press(Key.ARROW_LEFT);
  await widget.until("the date has moved", ({ date }) => date === "2020-05-01");
  assert.equal(await said(widget), "1 country bans it and 1 permits it.");
});

oneEngine("a value that the range has announced is not announced again after a history was opened", async () => {
  const widget = await mountListened();
  await widget.focus(".range");
  await widget.press(Key.ARROW_LEFT, Key.ARROW_LEFT, Key.ARROW_LEFT);
  await widget.until("the date has moved", ({ date }) => date === "2020-05-01");
  await widget.rested();
  await widget.focus(".play");
  await widget.run((host) => (host.selected = "DE"));
  await settled(widget);
  assert.deepEqual(await heard(widget), ["1 country bans it and 1 permits it."], "the range has said who changed");
});

oneEngine(
  "playback announces its beginning, then nothing until its end, and then the whole story, each time",
  async () => {
    const widget = await mountListened({ date: "2020-12-27" });
    const story = await widget.run(({ shadowRoot }) => shadowRoot.getElementById("story").textContent);
    for (let times = 1; times <= 2; times++) {
      await forget(widget);
      await widget.run((host, date) => (host.date = date), `2020-12-${27 + times}`);
      await said(widget);
      await forget(widget);
      await widget.click(".play");
      await widget.until("playback is over", ({ date, play }) => date === "2020-12-31" && play === "Play");
      assert.ok((await said(widget)).includes(story));
      assert.equal((await heard(widget))[0], BEGINNING);
    }
  },
);

oneEngine("paused playback announces where it is", async () => {
  const widget = await mountListened({ date: "2020-02-25" });
  await widget.click(".play");
  await widget.until("playback runs", ({ date, play }) => date > "2020-03-01" && play === "Pause");
  await widget.click(".play");
  const { spoken } = await widget.until("playback stands", ({ play }) => play === "Play");
  assert.equal(await said(widget), spoken);
});

oneEngine("playback in jumps is as silent, and ends with the whole story", async (t) => {
  await emulate(t, [{ name: "prefers-reduced-motion", value: "reduce" }]);
  const widget = await mountListened({ date: "2020-05-02" });
  await widget.click(".play");
  await widget.until("playback is over", ({ date, play }) => date === "2020-10-01" && play === "Play");
  const words = await said(widget);
  assert.ok(words.includes(await widget.run(({ shadowRoot }) => shadowRoot.getElementById("story").textContent)));
});

oneEngine("the figure is described by a sentence that is not empty", async () => {
  const widget = await mountSample(session.driver);
  const words = await widget.run(({ shadowRoot }) => {
    const id = shadowRoot.querySelector(".figure").getAttribute("aria-describedby");
    return shadowRoot.getElementById(id ?? "").textContent;
  });
  assert.match(words, /\.$/);
});

/**
 * An element after its first pause, whose status line is recorded.
 * @param {Record<string, string>} [attributes]
 */
async function mountListened(attributes) {
  const widget = await mountSample(session.driver, attributes);
  await widget.rested();
  await widget.run((host) => {
    const line = host.shadowRoot.querySelector("[role=status]");
    const note = () => {
      if (line.textContent) window.watched.events.push({ name: "said", id: host.id, detail: line.textContent });
    };
    new MutationObserver(note).observe(line, { childList: true, characterData: true, subtree: true });
  });
  return widget;
}

/** @param {Widget} widget */
function heard(widget) {
  return widget.events("said");
}

/**
 * Records from here on.
 * @param {Widget} widget
 */
function forget(widget) {
  return widget.run(() => (window.watched.events.length = 0));
}

/**
 * The announcement, after which nothing else is announced.
 * @param {Widget} widget
 */
async function said(widget) {
  await widget.until("something is said", async () => (await heard(widget)).some((words) => words !== BEGINNING));
  await settled(widget);
  const [words, ...more] = (await heard(widget)).filter((words) => words !== BEGINNING);
  assert.deepEqual(more, []);
  return words;
}

/**
 * Lets the figure come to rest, which is not visible if the date has not changed.
 * @param {Widget} widget
 */
function settled(widget) {
  return widget.pass(PAUSE);
}
