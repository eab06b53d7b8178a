/** The parts of a figure for the tests of its panels, and the records of the core that the panels show. */

import { beforeEach } from "node:test";
import { stageParts } from "./page.mjs";
import { make } from "../../www/base/dom.js";
import { buildTemplate } from "../../www/element/template.js";

export { words } from "./english.mjs";
export const GERMAN = { text: "Verbot", lang: "de" };
/** A swatch with its index. @param {number} index @returns {any} */
export const swatch = (index) => make("canvas", { class: "swatch", "data-index": String(index) });
/** @type {ReturnType<typeof buildTemplate>} */
export let parts;

beforeEach(() => {
  parts = stageParts(buildTemplate());
});

/** @param {object} [given] @returns {any} */
export const description = (given) => ({
  lang: "en",
  iso: "2020-07-14",
  date: "14 July 2020",
  period: null,
  compare: null,
  selected: null,
  view: "map",
  weighted: false,
  ...given,
});

/** @param {object} [given] @returns {any} */
export const info = (given) => ({
  title: "T",
  story: "S",
  steps: [],
  footnotes: [],
  periods: [],
  license: null,
  units: [],
  updated: "2026",
  ...given,
});
