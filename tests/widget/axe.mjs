/** Runs axe-core over a part of a page. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** @typedef {import("axe-core").Result} Finding */
/** @typedef {import("axe-core").NodeResult} Found */

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * The rules of WCAG 2.2 to level AA, and the best practices of axe. Rules about a whole page, such as its language and
 * its main landmark, do not apply to a part: axe skips them for a part.
 */
export const EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules that a theme can break. @type {import("axe-core").RunOnly} */
export const COLORS = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/**
 * The findings of axe in a part of the page, one on each line. If axe does not know the background of a text, as at the
 * edge of a scrolling list or for an arrow, which it takes for a picture, the contrast is measured. Any other undecided
 * result is a finding.
 * @param {import("selenium-webdriver").WebDriver} driver
 * @param {import("axe-core").RunOptions["runOnly"]} rules
 * @param {string} [selector]
 * @returns {Promise<string[]>}
 */
export async function axe(driver, rules, selector = "ban-spread") {
  await driver.executeScript(load, AXE);
  const found = await driver.executeAsyncScript(run, selector, rules, String(contrast));
  if (typeof found === "string") throw new Error(`axe has failed: ${found}`);
  return found;
}

/**
 * Runs in the page, in its own script element, because some drivers run their scripts with other globals.
 * @param {string} source
 */
function load(source) {
  if (window.axe) return;
  const script = document.createElement("script");
  script.textContent = source;
  document.head.append(script);
}

/**
 * Runs in the page.
 * @param {string} selector
 * @param {import("axe-core").RunOptions["runOnly"]} rules
 * @param {string} contrast  the function as text
 * @param {(found: string[]|string) => void} done
 */
function run(selector, rules, contrast, done) {
  const measure = Function(`return ${contrast}`)();
  /** @param {{rule: string, node: Found}} finding */
  const isOpen = ({ rule, node }) => rule !== "color-contrast" || !(measure(node.element) >= 4.5);
  /** @param {Finding[]} results */
  const flat = (results) => results.flatMap(({ id, nodes }) => nodes.map((node) => ({ rule: id, node })));
  /** @param {{rule: string, node: Found}} finding */
  const write = ({ rule, node: { target, any, all, none } }) => {
    const why = [...any, ...all, ...none].map(({ message }) => message).join("; ");
    return `${rule}: ${target.flat().join(" ")}: ${why}`;
  };
  /** @type {import("axe-core").RunOptions} */
  const options = { runOnly: rules, resultTypes: ["violations", "incomplete"], elementRef: true };
  window.axe.run(selector, options).then(
    ({ violations, incomplete }) => done([...flat(violations), ...flat(incomplete).filter(isOpen)].map(write)),
    (error) => done(String(error)),
  );
}

/**
 * Runs in the page: the contrast of the text of an element with the nearest background behind it. 0 if a background in
 * between is neither opaque nor transparent.
 * @param {HTMLElement} element
 */
function contrast(element) {
  /** @type {(element: Element) => Element|null} */
  const above = (node) =>
    node.assignedSlot ?? node.parentElement ?? /** @type {ShadowRoot} */ (node.getRootNode()).host ?? null;
  /** @param {string} color */
  const channels = (color) => (color.match(/[\d.]+/g) ?? []).map(Number);
  /** @param {string} color */
  const light = (color) => {
    const [red, green, blue] = channels(color).map((channel) => channel / 255);
    const linear = (/** @type {number} */ c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  };
  const { color } = getComputedStyle(element);
  for (let node = /** @type {Element|null} */ (element); node; node = above(node)) {
    const { backgroundColor, backgroundImage, opacity } = getComputedStyle(node);
    const alpha = channels(backgroundColor)[3] ?? 1;
    if (opacity !== "1" || backgroundImage !== "none" || !/^rgb/.test(color + backgroundColor)) return 0;
    if (alpha === 0) continue;
    if (alpha !== 1 || (channels(color)[3] ?? 1) !== 1) return 0;
    const [a, b] = [light(color), light(backgroundColor)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }
  return 0;
}
