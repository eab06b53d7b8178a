/** What colours come to, in whatever manner CSS has written them. */

import { make } from "../base/dom.js";

/** @type {Map<string, number[]>} */
const known = new Map();
/** @type {CanvasRenderingContext2D|null|undefined} */
let pixel;

/**
 * Red, green, blue and alpha, if less than 1, of a computed colour.
 * Most are `rgb()`; of the others, such as `oklch()`, only a canvas knows what they are on the screen.
 * @param {string} color
 */
export function channels(color) {
  let found = known.get(color);
  if (!found) {
    found = color.startsWith("rgb") ? (color.match(/[\d.]+/g) ?? []).map(Number) : paint(color);
    known.set(color, found);
  }
  return found;
}

/** @param {string} color */
function paint(color) {
  pixel ??= make("canvas", { width: "1", height: "1" }).getContext("2d", { willReadFrequently: true });
  if (!pixel) return [];
  pixel.clearRect(0, 0, 1, 1);
  // One that the browser does not know leaves the last one.
  pixel.fillStyle = "transparent";
  pixel.fillStyle = color;
  pixel.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = pixel.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

/**
 * `#rrggbb` of a colour upon a ground that covers.
 * @param {string} color
 * @param {string} ground
 */
export function hex(color, ground) {
  const [red, green, blue, alpha = 1] = channels(color);
  const below = channels(ground);
  const mixed = [red, green, blue].map((value, n) => Math.round(below[n] + (value - below[n]) * alpha));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}
