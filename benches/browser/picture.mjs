/** Whether the limit draws the same picture as the widget: the colours of both at the same places on the same dates. */

import { mulberry } from "./data.mjs";

const SEED = 5;
/** The dates, as shares of the timeline. */
const SHARES = [0, 0.03, 0.21, 0.5, 0.777, 1];
/** The number of places in each canvas. */
const PLACES = 400;
/** The share of the places that must have the same colour. Text and the edges of areas are drawn by other calls. */
const SAME = 0.9;
/** The largest difference of a channel of the same colour. */
const CLOSE = 8;
/** The parts of the canvases, in CSS pixels, that are compared: map, timeline and cursor. */
const PARTS = [
  { width: 640, height: 300 },
  { width: 460, height: 74 },
  { width: 460, height: 74 },
];

/**
 * Throws if the pictures differ.
 * @param {import("playwright-core").Page} widget
 * @param {import("playwright-core").Page} limit
 */
export async function comparePictures(widget, limit) {
  const random = mulberry(SEED);
  const places = PARTS.flatMap(({ width, height }, canvas) => {
    return Array.from({ length: PLACES }, () => {
      return /** @type {[number, number, number]} */ ([
        canvas,
        Math.floor(random() * width),
        Math.floor(random() * height),
      ]);
    });
  });
  for (const share of SHARES) {
    const [one, other] = [await sample(widget, share, places), await sample(limit, share, places)];
    for (const canvas of PARTS.keys()) {
      const of = places.flatMap(([number], n) => (number === canvas ? [n] : []));
      const same = of.filter((n) => close(one[n], other[n])).length / of.length;
      if (same < SAME)
        throw new Error(`canvas ${canvas} of the limit has ${same * 100}% of the widget's colours at ${share}`);
    }
  }
}

/**
 * @param {import("playwright-core").Page} page
 * @param {number} share
 * @param {[number, number, number][]} places
 */
function sample(page, share, places) {
  return page.evaluate(([share, places]) => window.bench.sample(share, places), /** @type {const} */ ([share, places]));
}

/**
 * Whether two pixels have the same colour. The colour of a transparent pixel does not count.
 * @param {number[]} one
 * @param {number[]} other
 */
function close(one, other) {
  const shown = (/** @type {number[]} */ [red, green, blue, alpha]) => {
    return [red, green, blue].map((channel) => (channel * alpha + 255 * (255 - alpha)) / 255);
  };
  const [a, b] = [shown(one), shown(other)];
  return a.every((channel, n) => Math.abs(channel - b[n]) <= CLOSE);
}
