/** Sound: off until a reader turns it on, then a short tone for each change of the count during playback. */

import assert from "node:assert/strict";
import { open, useBrowser, waitUntil } from "./session.mjs";
import { oneEngine } from "./tiers.mjs";
import { mountMore, SAMPLE } from "./widget.mjs";

const session = useBrowser();

oneEngine("no sound is made and no audio is created before a reader asks for it", async () => {
  const widget = await mountHeard({ date: "2020-08-15" });
  const button = await widget.part(".sound");
  assert.deepEqual([await button.getAccessibleName(), await button.getAriaRole()], ["Sound", "button"]);
  assert.equal(await button.getAttribute("aria-pressed"), "false");
  await widget.click(".play");
  await widget.until("a change has passed", ({ date }) => date > "2020-08-22");
  assert.deepEqual(await heard(widget), { made: 0, closed: 0, tones: [] });
});

oneEngine(
  "after a reader has asked, playback is audible: a tone for each change, higher for more, with soft ends",
  async () => {
    const widget = await mountHeard({ date: "2020-02-05" });
    await widget.click(".sound");
    assert.equal(await (await widget.part(".sound")).getAttribute("aria-pressed"), "true");
    await play(widget, "2020-02-15");
    await widget.run((host) => (host.date = "2020-08-15"));
    await play(widget, "2020-08-25");
    const { made, tones } = await heard(widget);
    assert.equal(made, 1);
    // First France bans it, then Germany.
    assert.equal(tones.length, 2);
    const [one, two] = tones;
    assert.ok(two.frequency > one.frequency, JSON.stringify(tones));
    for (const { frequency, gains, length } of tones) {
      assert.ok(frequency >= 200 && frequency <= 2000, String(frequency));
      assert.ok(gains[0] === 0 && gains.at(-1) === 0 && Math.max(...gains) <= 0.2, gains.join());
      assert.ok(length > 0.1 && length < 1, String(length));
    }
  },
);

oneEngine("a second press and the end of the element close the audio", async () => {
  const widget = await mountHeard({});
  await widget.click(".sound");
  await widget.click(".sound");
  assert.deepEqual(await heard(widget), { made: 1, closed: 1, tones: [] });
  await widget.click(".sound");
  await widget.run((host) => host.remove());
  const closed = () => session.driver.executeScript(() => window.noted.closed);
  await waitUntil(async () => (await closed()) === 2, "both are closed");
});

/**
 * An element on a page that records sound instead of playing it.
 * @param {Record<string, string>} attributes
 */
async function mountHeard(attributes) {
  await open(session.driver, "/tests/widget/pages/stage.html");
  await session.driver.executeScript(standIn);
  const widget = await mountMore(session.driver, { attributes: { src: SAMPLE, ...attributes } });
  await widget.ready();
  return widget;
}

/**
 * @param {Widget} widget
 * @param {string} day
 */
async function play(widget, day) {
  await widget.click(".play");
  await widget.until(`playback has come to ${day}`, ({ date }) => date >= day);
  await widget.click(".play");
  await widget.until("playback stands", (/** @type {State} */ { play }) => play === "Play");
}

/** @param {Widget} widget */
function heard(widget) {
  return widget.driver.executeScript(() => window.noted);
}

/** Runs in the page. */
function standIn() {
  /** @type {{made: number, closed: number, tones: {frequency: number, gains: number[], length: number}[]}} */
  const heard = { made: 0, closed: 0, tones: [] };
  window.noted = heard;
  const through = { connect: (/** @type {unknown} */ next) => next };
  class AudioContext {
    currentTime = 1;
    destination = {};
    /** @type {number[]} */
    #gains = [];

    constructor() {
      heard.made++;
    }

    createOscillator() {
      const tone = { frequency: 0, gains: (this.#gains = []), length: 0 };
      const set = {
        /** @param {number} value */
        set value(value) {
          tone.frequency = value;
        },
      };
      return {
        ...through,
        frequency: set,
        start: (/** @type {number} */ at) => heard.tones.push(Object.assign(tone, { length: -at })),
        stop: (/** @type {number} */ at) => (tone.length += at),
      };
    }

    createGain() {
      const note = (/** @type {number} */ value) => this.#gains.push(value);
      return { ...through, gain: { setValueAtTime: note, linearRampToValueAtTime: note } };
    }

    close() {
      heard.closed++;
    }
  }
  Object.assign(window, { AudioContext });
}
