/**
 * Measures how much of `www` its tests run: `node tests/coverage.mjs [--units] [NAME...]`, after `cargo xtask build`.
 *
 * The unit tests run in Node, the browser tests (all, or those with a NAME) in Chromium. Both use V8's own coverage.
 * Chromium runs the scripts of `pkg`. They are bundled once more with the same settings to get the maps to their
 * sources.
 */

import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { CoverageReport } from "monocart-coverage-reports";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const FOLDER = `${ROOT}target/coverage/`;
/** The number of stretches without coverage in the list. */
const MOST = 10;
/** The options with which `xtask/src/build/bundle.rs` calls esbuild. */
const ESBUILD = ["--bundle", "--target=es2022", "--minify", "--legal-comments=none", "--drop:console"];
const MODULE = ["--format=esm", "--charset=utf8"];
const SUPPLEMENT = "banspread-supplement.js";
/** The build writes it into script and supplement. @type {{edition: string}} */
const { edition } = await import(`${ROOT}pkg/${SUPPLEMENT}`);

/** @typedef {import("./widget/count-coverage.mjs").Script} Script */
/** @typedef {{from: number, to: number, lines: number}} Stretch  `lines` counts lines with code */
/** @typedef {{name: string, covered: number, total: number, gaps: Stretch[]}} File */

const { values, positionals: names } = parseArgs({ allowPositionals: true, options: { units: { type: "boolean" } } });
rmSync(FOLDER, { recursive: true, force: true });
// This comes first, because it fails if the package is out of date.
const maps = values.units ? new Map() : readMaps();
const units = runUnits();
const browser = values.units ? 0 : runBrowser();
const files = merge([
  await count("node", (report) => report.addFromDir(`${FOLDER}units/`)),
  ...(values.units ? [] : [await count("chromium", (report) => report.add(readScripts()))]),
]);
printFiles(files);
printStretches(files);
if (units || browser) console.log("\nSome tests failed: what they do not reach counts as not covered.");
process.exitCode = units || browser ? 1 : 0;

/** Runs the unit tests, and returns the exit code. */
function runUnits() {
  const env = { ...process.env, NODE_V8_COVERAGE: `${FOLDER}units/` };
  const args = ["--test", "--test-reporter=dot", "tests/unit/"];
  return spawnSync(process.execPath, args, { cwd: ROOT, env, stdio: ["ignore", "ignore", "inherit"] }).status ?? 1;
}

/** Runs the browser tests, and returns the exit code. */
function runBrowser() {
  mkdirSync(`${FOLDER}browser/`, { recursive: true });
  const env = { ...process.env, BANSPREAD_COVERAGE: `${FOLDER}browser/` };
  const args = ["tests/widget/run.mjs", "--engine", "chromium", ...names];
  return spawnSync(process.execPath, args, { cwd: ROOT, env, stdio: "inherit" }).status ?? 1;
}

/** The coverage of Chromium, with the maps of its scripts. */
function readScripts() {
  return readdirSync(`${FOLDER}browser/`).flatMap((file) => {
    /** @type {Script[]} */
    const scripts = JSON.parse(readFileSync(`${FOLDER}browser/${file}`, "utf8"));
    return scripts.flatMap(({ name, functions }) => {
      const { source, sourceMap, offsets } = /** @type {ReturnType<typeof readMap>} */ (maps.get(name));
      // A test can serve another script under this name. The map does not fit a longer script.
      if (functions.some(({ ranges }) => ranges.some(({ endOffset }) => endOffset >= offsets.length))) return [];
      const moved = functions.map(({ ranges, ...rest }) => ({
        ...rest,
        ranges: ranges.map(({ startOffset, endOffset, count }) => {
          return { startOffset: offsets[startOffset], endOffset: offsets[endOffset], count };
        }),
      }));
      return { url: `${ROOT}pkg/${name}`, scriptId: "0", functions: moved, source, sourceMap };
    });
  });
}

/** The scripts that browsers run, with their maps. */
function readMaps() {
  return new Map(["banspread.js", SUPPLEMENT, "embed.js", "frames.js"].map((name) => [name, readMap(name)]));
}

/**
 * A script of the package with the map to its sources.
 * @param {string} name
 */
function readMap(name) {
  const source = readFileSync(`${ROOT}pkg/${name}`, "utf8");
  const made = `${FOLDER}maps/${name}`;
  const [hashes = "{}"] = source.match(/\{"banspread-checker-plain\.js":.*?\}/) ?? [];
  const own = {
    "banspread.js": [
      ...MODULE,
      `--define:BANSPREAD_HASHES=${JSON.stringify(hashes)}`,
      `--define:BANSPREAD_EDITION=${JSON.stringify(edition)}`,
      "--alias:banspread-assets=./www/loading/assets/external.js",
      "--alias:banspread-engine=./target/glue/engine/banspread_engine.js",
    ],
    [SUPPLEMENT]: [...MODULE, `--define:BANSPREAD_EDITION=${JSON.stringify(edition)}`],
    "embed.js": [...MODULE, "--external:./banspread.js"],
  }[name] ?? ["--format=iife", "--define:import.meta.url=scriptAddress", "--inject:./www/loading/assets/address.js"];
  const settings = [...ESBUILD, ...own, "--tsconfig-raw={}", "--sourcemap=external", "--log-level=warning"];
  const entry = name === SUPPLEMENT ? "supplement.js" : name;
  execFileSync(`${ROOT}node_modules/.bin/esbuild`, [`www/${entry}`, ...settings, `--outfile=${made}`], { cwd: ROOT });
  const written = readFileSync(made, "utf8");
  const offsets = align(source, written);
  // Otherwise its map would be that of another script.
  if (!offsets) throw new Error(`pkg/${name} is out of date: cargo xtask build`);
  return { source: written, sourceMap: JSON.parse(readFileSync(`${made}.map`, "utf8")), offsets };
}

/**
 * For each character of a script its position in the text from which the script was made by removing blanks; undefined
 * if the script was made from another text.
 * @param {string} script
 * @param {string} text
 */
function align(script, text) {
  const offsets = new Uint32Array(script.length + 1);
  let at = 0;
  for (let n = 0; n < script.length; n++) {
    while (text[at] !== script[n] && text[at]?.trim() === "") at++;
    if (text[at] !== script[n]) return undefined;
    offsets[n] = at++;
  }
  offsets[script.length] = text.length;
  return text.slice(at).trim() === "" ? offsets : undefined;
}

/**
 * The coverage of one engine, by file of `www`.
 * @param {string} name
 * @param {(report: CoverageReport) => Promise<unknown>} add
 */
async function count(name, add) {
  const report = new CoverageReport({
    outputDir: `${FOLDER}${name}/`,
    reports: ["v8-json"],
    logging: "error",
    all: { dir: [`${ROOT}www`], filter: { "**/*.js": true } },
    entryFilter: ({ url }) => /\/(www|pkg)\//.test(url),
    sourceFilter: (path) => path.startsWith("www/"),
    sourcePath: (path) => path.replace(/[?].*$/, "").replace(/^.*?\bwww\//, "www/"),
  });
  await add(report);
  return (await report.generate())?.files ?? [];
}

/**
 * A line counts as run if any of the engines has run a part of it.
 * @param {Awaited<ReturnType<typeof count>>[]} engines
 * @returns {File[]}
 */
function merge(engines) {
  const paths = new Set(engines.flatMap((files) => files.map(({ sourcePath }) => sourcePath)));
  return [...paths].toSorted().map((name) => {
    const same = engines.flatMap((files) => files.filter(({ sourcePath }) => sourcePath === name));
    const lines = Object.keys(same[0].data?.lines ?? {});
    const gaps = lines.filter((line) => same.every(({ data }) => data?.lines?.[line] === 0)).map(Number);
    const source = same[0].source?.split("\n") ?? [];
    return { name, covered: lines.length - gaps.length, total: lines.length, gaps: stretches(gaps, source) };
  });
}

/**
 * Successive lines without coverage. Lines without code between them do not count.
 * @param {number[]} gaps
 * @param {string[]} source
 */
function stretches(gaps, source) {
  /** @type {Stretch[]} */
  const found = [];
  for (const line of gaps) {
    const last = found.at(-1);
    const isCode = (/** @type {string} */ text) => !/^\s*(\/?\*.*|\/\/.*)?$/.test(text);
    if (last && !source.slice(last.to, line - 1).some(isCode)) Object.assign(last, { to: line, lines: last.lines + 1 });
    else found.push({ from: line, to: line, lines: 1 });
  }
  return found;
}

/** @param {File[]} files */
function printFiles(files) {
  const sum = (/** @type {"covered"|"total"} */ name) => files.reduce((all, file) => all + file[name], 0);
  for (const { name, covered, total } of [...files, { name: "all", covered: sum("covered"), total: sum("total") }]) {
    const share = total > 0 ? (100 * covered) / total : 100;
    console.log(`${name.padEnd(32)} ${`${covered}/${total}`.padStart(10)} ${share.toFixed(1).padStart(6)} %`);
  }
}

/** @param {File[]} files */
function printStretches(files) {
  const all = files.flatMap(({ name, gaps }) => gaps.map((gap) => ({ name, ...gap })));
  console.log("\nThe largest stretches that nothing runs:");
  for (const { name, from, to, lines } of all.toSorted((a, b) => b.lines - a.lines).slice(0, MOST)) {
    console.log(`${`${name}:${from}-${to}`.padEnd(40)} ${lines} lines`);
  }
}
