/** Colours as numbers, in any notation of CSS. */

import { make } from "../base/dom.js";

// Themes repeat few colours, and reading a pixel back is slow.
/** @type {Map<string, number[]>} */
const known = new Map();
/** @type {CanvasRenderingContext2D|null|undefined} */
let pixel;

/**
 * The red, green and blue of a computed colour, and its alpha if that is less than 1.
 * Most colours are `rgb()`. For others, such as `oklch()`, only a canvas knows the values on the screen.
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
  // An unknown colour leaves `fillStyle` unchanged, so it would get the previous colour.
  pixel.fillStyle = "transparent";
  pixel.fillStyle = color;
  pixel.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = pixel.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

/**
 * `#rrggbb` of a colour on an opaque ground.
 * @param {string} color
 * @param {string} ground
 */
export function hex(color, ground) {
  const [red, green, blue, alpha = 1] = channels(color);
  const below = channels(ground);
  const mixed = [red, green, blue].map((value, n) => Math.round(below[n] + (value - below[n]) * alpha));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}
