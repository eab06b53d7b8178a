/**
 * The ratio of the time of the engine as plain script to that as WebAssembly: `node benches/plain.mjs` after
 * `cargo xtask build`.
 * Prints the ratios of the best of many runs. Canvases do nothing here, so that only the work of the engine is
 * measured.
 */

import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";

const ROOT = new URL("../", import.meta.url);
const TARGET = new URL(`${process.env.CARGO_TARGET_DIR ?? "target"}/`, ROOT);
const TIMES = 40;

/** @typedef {import("../www/types.js").Engine} Engine */
/** @typedef {import("../www/types.js").EngineClass} EngineClass */

/** A context in which all characters have the same width, and which paints nothing. */
class Context {
  /** @param {string} text */
  measureText(text) {
    return { width: 7 * text.length };
  }
}
for (const name of [
  "arc",
  "beginPath",
  "clearRect",
  "closePath",
  "fill",
  "fillRect",
  "fillText",
  "lineTo",
  "moveTo",
  "stroke",
]) {
  Object.defineProperty(Context.prototype, name, { value: () => {} });
}
Object.assign(globalThis, { CanvasRenderingContext2D: Context });
const context = /** @type {CanvasRenderingContext2D} */ (/** @type {unknown} */ (new Context()));
const size = { width: 1440, height: 900, getContext: () => context };
const canvas = /** @type {HTMLCanvasElement} */ (/** @type {unknown} */ (size));
/** @type {import("../www/types.js").Settings} */
const settings = {
  theme: { scheme: "light", font: "sans-serif", still: true, forced: false, patterns: false, colors: {} },
  messages: [],
  translation: null,
};

const glue = new URL("glue/engine/banspread_engine.js", TARGET);
// Outside of a package, Node would not read the file as a module.
const wasm = await import(`data:text/javascript,${encodeURIComponent(readFileSync(glue, "utf8"))}`);
wasm.initSync({ module: readFileSync(new URL("banspread_engine_bg.wasm", glue)) });
const plain = await import(new URL("pkg/banspread-plain.js", ROOT).href);
plain.default();

const [data, places] = ["data", "places"].map((name) => {
  // The edition is before the text.
  return readFileSync(new URL(`pkg/banspread-${name}.txt`, ROOT), "utf8").slice(8);
});
for (const { Engine } of [plain, wasm]) Engine.provide(places);

/** @param {Engine} engine */
const paint = (engine) => engine.paint(canvas, canvas, canvas, 2);

/** @type {Record<string, (engine: Engine, n: number) => unknown>} */
const STEPS = {
  "read and validate the built-in dataset": () => {},
  "arrange at a new width": (engine, n) => engine.configure({ width: 700 + n }),
  "go to another day, and say it in words": (engine, n) => [engine.apply({ day: 17_800 + 7 * n }), engine.describe()],
  "paint everything": (engine) => [engine.configure({}), paint(engine)],
  "go to another day, and paint what changes": (engine, n) => [engine.apply({ day: 17_800 + 7 * n }), paint(engine)],
};

for (const [step, run] of Object.entries(STEPS)) {
  const [slow, fast] = [plain.Engine, wasm.Engine].map((Engine) => best(Engine, step, run));
  console.log(`${(slow / fast).toFixed(1).padStart(5)} × ${fast.toFixed(2).padStart(6)} ms  ${step}`);
}

/**
 * Milliseconds of a step. The first step is the construction of an engine.
 * @param {EngineClass} Engine
 * @param {string} step
 * @param {(engine: Engine, n: number) => unknown} run
 */
function best(Engine, step, run) {
  const make = () => new Engine(data, settings, context, undefined);
  const engine = make();
  engine.configure({ width: 720 });
  const times = Array.from({ length: TIMES }, (_, n) => {
    const start = performance.now();
    if (step.startsWith("read")) make().free();
    else run(engine, n);
    return performance.now() - start;
  });
  return Math.min(...times);
}
