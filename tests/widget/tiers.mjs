/**
 * In which browser engines a claim is tested.
 *
 * A claim lives in one engine when only our own code decides it, and in each engine when the browser takes part: input,
 * focus, layout, pixels, accessibility, policies, loading failures, lifecycle. CONTRIBUTING.md has the whole table.
 */

import { test } from "node:test";
import { engine } from "./session.mjs";

/**
 * A claim about our own code: tested in Chromium alone.
 * @param {string} claim
 * @param {...any} rest  as of `test`: options, and the function that tests it
 */
export function oneEngine(claim, ...rest) {
  if (engine === "chromium") test(claim, ...rest);
}

/**
 * A claim in which the browser takes part: tested in Chromium, Firefox and WebKit.
 * @param {string} claim
 * @param {...any} rest  as of `test`: options, and the function that tests it
 */
export function eachEngine(claim, ...rest) {
  test(claim, ...rest);
}
