/**
 * Where the main thread spends its time while the date of the widget moves: `node benches/browser/profile.mjs [SIZE]`
 * after `cargo xtask build` and `cargo xtask bench SIZE`.
 *
 * Prints milliseconds a frame: of the kinds of work of the browser, without the work inside of each, and of the functions
 * of the script with all that they call.
 */

import { serve } from "../../tests/server.mjs";
import { drag, launch, open, press } from "./figures.mjs";
import { traced } from "./trace.mjs";

const [size = "default"] = process.argv.slice(2);
/** Microseconds between two samples of the script. */
const INTERVAL = 200;
/** The smallest time that is printed, in milliseconds. */
const LEAST = 0.04;

const server = await serve();
const browser = await launch();
const { page, session, grip } = await open(browser, {
  page: `${server.origin}/made/bench/index.html`,
  script: "/made/bench/contenders/widget.js",
  dataset: size === "default" ? undefined : `/made/bench/${size}.json`,
  factor: 50,
  width: size === "default" ? 680 : 960,
  slow: 1,
});
await press(page, grip);
await drag(page, "random", 60);
for (const order of /** @type {const} */ (["ordered", "random"])) {
  const { events } = await traced(session, () => drag(page, order), ["devtools.timeline"]);
  const frames = events.filter(({ name }) => name === "bench-frame").length - 1;
  print(`${order}: work of the browser`, ownTimes(events), frames * 1000);
  await session.send("Profiler.enable");
  await session.send("Profiler.setSamplingInterval", { interval: INTERVAL });
  await session.send("Profiler.start");
  await drag(page, order);
  const { profile } = await session.send("Profiler.stop");
  print(`${order}: functions with what they call`, functionTimes(profile), frames * 1000);
}
await browser.close();
await server.close();

/**
 * Microseconds of processor time of each kind of event, without the events inside.
 * @param {import("./trace.mjs").Event[]} events
 */
function ownTimes(events) {
  const mark = events.find(({ name }) => name === "bench-frame");
  const spans = events.filter(({ ph, tid, pid }) => ph === "X" && tid === mark?.tid && pid === mark.pid);
  spans.sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  /** @type {Map<string, number>} */
  const times = new Map();
  /** @type {typeof spans} */
  const open = [];
  const add = (/** @type {string} */ name, /** @type {number} */ time) =>
    times.set(name, (times.get(name) ?? 0) + time);
  for (const span of spans) {
    while (open.length > 0 && (open.at(-1)?.ts ?? 0) + (open.at(-1)?.dur ?? 0) <= span.ts) open.pop();
    const time = span.tdur ?? span.dur ?? 0;
    add(span.name, time);
    const outer = open.at(-1);
    if (outer) add(outer.name, -time);
    open.push(span);
  }
  return times;
}

/**
 * Microseconds of each function with all functions that it calls.
 * @param {{nodes: any[], samples?: number[], timeDeltas?: number[]}} profile
 */
function functionTimes({ nodes, samples = [], timeDeltas = [] }) {
  const own = new Map();
  samples.forEach((id, n) => own.set(id, (own.get(id) ?? 0) + timeDeltas[n]));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  /** @type {Map<string, number>} */
  const times = new Map();
  /** @type {(node: any, names: Set<string>) => number} */
  const walk = (node, outer) => {
    const { functionName, url, lineNumber } = node.callFrame;
    const name = functionName || `${url.split("/").at(-1)}:${lineNumber}`;
    const names = new Set([...outer, name]);
    let sum = own.get(node.id) ?? 0;
    for (const child of node.children ?? []) sum += walk(byId.get(child), names);
    // A function that calls itself counts once.
    if (!outer.has(name)) times.set(name, (times.get(name) ?? 0) + sum);
    return sum;
  };
  walk(nodes[0], new Set());
  return times;
}

/**
 * @param {string} title
 * @param {Map<string, number>} times
 * @param {number} divisor
 */
function print(title, times, divisor) {
  console.log(`\n${title}, ms a frame`);
  const rows = [...times].map(([name, time]) => ({ name, ms: time / divisor })).filter(({ ms }) => ms >= LEAST);
  for (const { name, ms } of rows.sort((a, b) => b.ms - a.ms)) console.log(`${ms.toFixed(2).padStart(7)}  ${name}`);
}
