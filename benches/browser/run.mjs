/**
 * Compares the widget with other ways to draw the same figure: `cargo xtask bench [SIZE...]`.
 *
 * Each round measures all contenders one after the other, so that other work on the machine slows all of them. The
 * table has the median of the rounds. It is written into `docs/performance.md`.
 */

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { serve } from "../../tests/server.mjs";
import { bytesOf } from "./bytes.mjs";
import { generate, SIZES } from "./data.mjs";
import { launch, measure, open } from "./figures.mjs";
import { comparePictures } from "./picture.mjs";
import { BEGIN, END, median, table } from "./table.mjs";

const CONTENDERS = ["limit", "widget", "d3", "echarts"];
/** Only these are measured with the largest dataset, and while they are moved 10,000 times: others need minutes for it. */
const FEW = CONTENDERS.slice(0, 2);
const [WIDTH, NARROW, SLOW] = [960, 680, 4];
/** Multiplies the limits of the widget. */
const FACTOR = 50;

const path = (/** @type {string} */ file) => fileURLToPath(new URL(file, import.meta.url));
const MADE = path("../../target/made/bench/");
const DOCUMENT = path("../../docs/performance.md");

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "3" },
    only: { type: "string" },
    growth: { type: "boolean", default: true },
    write: { type: "boolean", default: true },
  },
  allowNegative: true,
});
const sizes = positionals.length > 0 ? positionals : Object.keys(SIZES);
for (const size of sizes) {
  if (size !== "default" && !SIZES[size]) throw new Error(`not a size: ${size} (${Object.keys(SIZES)}, default)`);
}

await make();
const server = await serve();
const browser = await launch();
try {
  await run();
} finally {
  await browser.close();
  await server.close();
}

/** Writes the pages of the contenders and the datasets. */
async function make() {
  mkdirSync(MADE, { recursive: true });
  await build({
    entryPoints: ["page.js", ...CONTENDERS.map((name) => `contenders/${name}.js`)].map(path),
    outdir: MADE,
    outbase: path("."),
    bundle: true,
    minify: true,
    format: "esm",
    external: ["/pkg/*"],
  });
  const style = "body{margin:0;font:16px sans-serif}";
  const head = `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><style>${style}</style>`;
  writeFileSync(`${MADE}index.html`, `${head}<div id="root"></div><script type="module" src="page.js"></script>`);
  for (const size of sizes) if (SIZES[size]) writeFileSync(`${MADE}${size}.json`, generate(SIZES[size]));
}

async function run() {
  /** @type {import("./table.mjs").Result[]} */
  const results = [];
  const rounds = Number(values.rounds);
  for (let round = 0; round < rounds; round++) {
    for (const what of cases()) {
      const { contender, size } = what;
      const figures = await measure(browser, what, { scrubs: round === 0 && values.growth && FEW.includes(contender) });
      console.log(`round ${round + 1} of ${rounds}: ${size}, ${contender}: ${brief(figures)}`);
      let result = results.find((other) => other.size === size && other.contender === contender);
      if (!result) results.push((result = { size, contender, rounds: [] }));
      result.rounds.push(figures);
    }
    if (round === 0) await compare();
  }
  const bytes = Object.fromEntries(CONTENDERS.map((name) => [name, bytesOf(name, path("../../pkg/"), MADE)]));
  const text = table(results, bytes, rounds);
  console.log(`\n${text}`);
  // The table of the document has all sizes and contenders.
  if (values.write && positionals.length === 0 && !values.only) write(text);
}

/** What a round measures. */
function cases() {
  const one = (/** @type {string} */ size, /** @type {string} */ contender) => ({
    size,
    contender,
    page: `${server.origin}/made/bench/index.html`,
    script: `/made/bench/contenders/${contender}.js`,
    dataset: SIZES[size] && `/made/bench/${size}.json`,
    factor: FACTOR,
    width: size === "default" ? NARROW : WIDTH,
    slow: 1,
  });
  const own = one("default", "widget");
  const all = sizes.flatMap((size) => {
    if (size === "default") return [];
    return (size === "L" ? FEW : CONTENDERS).map((contender) => one(size, contender));
  });
  const chosen = [...all, own, { ...own, size: "default, slowed", slow: SLOW }];
  return values.only ? chosen.filter(({ contender }) => contender === values.only) : chosen;
}

/** Checks that limit and widget draw the same picture. */
async function compare() {
  if (values.only) return;
  for (const size of sizes.filter((size) => SIZES[size])) {
    const of = cases().filter((what) => what.size === size && FEW.includes(what.contender));
    const [limit, widget] = [await open(browser, of[0]), await open(browser, of[1])];
    await comparePictures(widget.page, limit.page);
    await Promise.all([limit.page.close(), widget.page.close()]);
    console.log(`${size}: the limit draws the picture of the widget`);
  }
}

/** @param {import("./figures.mjs").Figures} figures */
function brief({ first, ordered, random, dropped, memory, growth }) {
  const middle = (/** @type {number[]} */ times) => median(times).toFixed(1);
  const rest = growth === undefined ? "" : ` + ${growth.toFixed(2)}`;
  return `${first.toFixed(0)} ms, ${middle(ordered)} / ${middle(random)} ms a frame, dropped ${dropped.join(" / ")}, ${memory.toFixed(1)} MB${rest}`;
}

/** Replaces the table in the document. @param {string} text */
function write(text) {
  const before = readFileSync(DOCUMENT, "utf8");
  const [from, to] = [before.indexOf(BEGIN), before.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${DOCUMENT} has no place for the table`);
  writeFileSync(DOCUMENT, `${before.slice(0, from + BEGIN.length)}\n\n${text}\n${before.slice(to)}`);
}
