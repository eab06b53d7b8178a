/**
 * The tiers of browser tests: in which engines a claim is tested. Also the hooks of a file.
 *
 * A claim is tested in one engine if only our own code decides it. It is tested in each engine if the browser takes part:
 * input, focus, layout, pixels, accessibility, policies, loading failures, lifecycle. CONTRIBUTING.md has the table.
 */

import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** @typedef {import("node:test").TestOptions} Options */
/** @typedef {(t: import("node:test").TestContext) => unknown} Run */
/** @typedef {"one"|"each"} Tier  tested only in Chromium, or in each engine */
/** What was provoked on purpose, and what held. @typedef {{provoked: string, held: string}} Fault */
/** @typedef {{name: string, file: string, tier: Tier, fault?: Fault, options: Options, run: Run}} Test */
/** @typedef {"before"|"after"|"beforeEach"|"afterEach"} Hook */
/** @typedef {{file: string, tests: Test[], hooks: Record<Hook, (() => unknown)[]>}} Collection */

/** The tests and hooks of the file that is being loaded. @type {Collection|undefined} */
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
 * A claim about our own code. It is tested only in Chromium.
 * @param {string} claim
 * @param {[Run]|[Options, Run]} rest  as of `test`: options, and the function that tests it
 */
export function oneEngine(claim, ...rest) {
  register("one", claim, ...rest);
}

/**
 * A claim in which the browser takes part. It is tested in Chromium, Firefox and WebKit.
 * @param {string} claim
 * @param {[Run]|[Options, Run]} rest  as of `test`: options, and the function that tests it
 */
export function eachEngine(claim, ...rest) {
  register("each", claim, ...rest);
}

/**
 * A claim about a fault that the test provokes. The table of docs/reliability.md lists it.
 * @param {typeof oneEngine} claims  `oneEngine` or `eachEngine`
 * @param {string} provoked
 * @param {string} held
 * @param {[Run]|[Options, Run]} rest  as of `test`: options, and the function that tests it
 */
export function fault(claims, provoked, held, ...rest) {
  claims(`${provoked}: ${held}`, ...rest);
  Object.assign(loading().tests.at(-1) ?? {}, { fault: { provoked, held } });
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

/** The file that registers a test. It can be a part that the loaded file imports. */
function caller() {
  const places = new Error().stack?.matchAll(/file:\/\/[^\s)]+?\.mjs/g) ?? [];
  const url = [...places].map(([place]) => place).find((place) => place !== import.meta.url);
  return url ? fileURLToPath(url).replace(ROOT, "") : "";
}
