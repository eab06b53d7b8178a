/** The width of text without a canvas. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { TextMeasurer } from "../../www/canvas/text-measurer.js";

for (const [font, text, width] of /** @type {[string, string, number][]} */ ([
  ["400 10px serif", "abc", 18],
  ["400 10px serif", "日本", 20],
  ["700 20px serif", "", 0],
  ["400 10px serif", "\u{20000}", 10],
])) {
  test(`without a canvas the width of "${text}" is about ${width} px in ${font}`, () => {
    const measurer = new TextMeasurer();
    measurer.font = font;
    assert.equal(measurer.measureText(text).width, width);
  });
}
