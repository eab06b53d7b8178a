/**
 * In which browser engines a claim is tested, and what happens around the tests of a file.
 *
 * A claim lives in one engine when only our own code decides it, and in each engine when the browser takes part: input,
 * focus, layout, pixels, accessibility, policies, loading failures, lifecycle. CONTRIBUTING.md has the whole table.
 */

import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** @typedef {import("node:test").TestOptions} Options */
/** @typedef {(t: import("node:test").TestContext) => unknown} Run */
/** @typedef {"one"|"each"} Tier  tested in Chromium alone, or in each engine */
/** @typedef {{name: string, file: string, tier: Tier, options: Options, run: Run}} Test */
/** @typedef {"before"|"after"|"beforeEach"|"afterEach"} Hook */
/** @typedef {{file: string, tests: Test[], hooks: Record<Hook, (() => unknown)[]>}} Collection */

/** What the file that is being loaded has registered. @type {Collection|undefined} */
let collection;

/**
 * Loads a file, and returns its tests and hooks.
 * @param {string} file  from the root of the repository
 * @returns {Promise<Collection>}
 */
export async function collect(file) {
  const own = (collection = { file, tests: [], hooks: { before: [], after: [], beforeEach: [], afterEach: [] } });
  await import(new URL(`../../${file}`, import.meta.url).href);
  collection = undefined;
  return own;
}

/**
 * A claim about our own code: tested in Chromium alone.
 * @param {string} claim
 * @param {[Run]|[Options, Run]} rest  as of `test`: options, and the function that tests it
 */
export function oneEngine(claim, ...rest) {
  register("one", claim, ...rest);
}

/**
 * A claim in which the browser takes part: tested in Chromium, Firefox and WebKit.
 * @param {string} claim
 * @param {[Run]|[Options, Run]} rest  as of `test`: options, and the function that tests it
 */
export function eachEngine(claim, ...rest) {
  register("each", claim, ...rest);
}

/** Hooks of the file that is being loaded. @param {() => unknown} run */
export const before = (run) => hook("before", run);
/** @param {() => unknown} run */
export const after = (run) => hook("after", run);
/** @param {() => unknown} run */
export const beforeEach = (run) => hook("beforeEach", run);
/** @param {() => unknown} run */
export const afterEach = (run) => hook("afterEach", run);

/**
 * @param {Hook} name
 * @param {() => unknown} run
 */
function hook(name, run) {
  loading().hooks[name].push(run);
}

/**
 * @param {Tier} tier
 * @param {string} name
 * @param {[Run]|[Options, Run]} rest
 */
function register(tier, name, ...rest) {
  const [options, run] = rest.length === 2 ? rest : [{}, rest[0]];
  loading().tests.push({ name, file: caller(), tier, options, run });
}

function loading() {
  if (!collection) throw new Error("tests in browsers run by node tests/widget/run.mjs");
  return collection;
}

/** The file that registers a test, which may be a part of the one that is being loaded. */
function caller() {
  const places = new Error().stack?.matchAll(/file:\/\/[^\s)]+?\.mjs/g) ?? [];
  const url = [...places].map(([place]) => place).find((place) => place !== import.meta.url);
  return url ? fileURLToPath(url).replace(ROOT, "") : "";
}
