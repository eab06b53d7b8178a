/** The time of the main thread in each frame, from a trace of Chromium. */

const CATEGORIES = ["disabled-by-default-devtools.timeline", "blink.user_timing"];
/** The mark at the beginning of each frame; see `page.js`. */
const MARK = "bench-frame";

/** @typedef {{name: string, ph: string, ts: number, dur?: number, tdur?: number, pid: number, tid: number}} Event */
/** @typedef {import("playwright-core").CDPSession} Session */

/**
 * Runs something while Chromium traces. Returns its result and the events.
 * @template T
 * @param {Session} session
 * @param {() => Promise<T>} run
 * @param {string[]} [more]  categories of events
 * @returns {Promise<{result: T, events: Event[]}>}
 */
export async function traced(session, run, more = []) {
  /** @type {Event[]} */
  const events = [];
  const collect = (/** @type {{value: any[]}} */ { value }) => void events.push(...value);
  session.on("Tracing.dataCollected", collect);
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: [...CATEGORIES, ...more], excludedCategories: ["*"] },
  });
  const result = await run();
  const complete = new Promise((done) => session.once("Tracing.tracingComplete", done));
  await session.send("Tracing.end");
  await complete;
  session.off("Tracing.dataCollected", collect);
  return { result, events };
}

/**
 * Milliseconds of CPU of the main thread for each frame: its task with the mark, and all tasks before the next mark.
 * @param {Event[]} events
 */
export function frameTimes(events) {
  const marks = events.filter(({ name, ph }) => name === MARK && ph !== "e").sort((a, b) => a.ts - b.ts);
  const [{ pid, tid }] = marks;
  const tasks = outermost(events.filter((event) => event.pid === pid && event.tid === tid && isTask(event)));
  const times = new Array(marks.length).fill(0);
  let frame = -1;
  for (const { ts, dur = 0, tdur = dur } of tasks) {
    while (frame + 1 < marks.length && marks[frame + 1].ts < ts + dur) frame++;
    if (frame >= 0) times[frame] += tdur / 1000;
  }
  // The last mark ends the last frame.
  return times.slice(0, -1);
}

/** @param {Event} event */
function isTask({ name, ph }) {
  return ph === "X" && name === "RunTask";
}

/**
 * Without the tasks inside of other tasks, in order.
 * @param {Event[]} tasks
 */
function outermost(tasks) {
  let end = 0;
  return tasks
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter(({ ts, dur = 0 }) => {
      const outer = ts >= end;
      if (outer) end = ts + dur;
      return outer;
    });
}
