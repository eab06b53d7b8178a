// A clock for those timers of the package for which tests would have to wait. It stands still until a test advances it,
// so that nothing happens between two steps of a slow test. It is loaded before the package.
{
  /** Shorter timers end soon, and longer ones only limit the time, such as that of a request. */
  const [LEAST, MOST] = [300, 15_000];
  const real = { setTimeout: setTimeout.bind(window), clearTimeout: clearTimeout.bind(window) };
  const timers = new Map();
  let now = performance.now();
  let last = 1e9;

  /** @param {(...args: unknown[]) => void} run @param {unknown[]} args */
  const setTimer = (run, delay = 0, ...args) => {
    if (!(delay >= LEAST && delay <= MOST)) return real.setTimeout(run, delay, ...args);
    timers.set(++last, { due: now + delay, run: () => run(...args) });
    return last;
  };
  Reflect.set(window, "setTimeout", setTimer);
  window.clearTimeout = (id) => void (timers.delete(id) || real.clearTimeout(id));
  Object.defineProperty(Event.prototype, "timeStamp", { configurable: true, enumerable: true, get: () => now });

  window.clock = {
    now: () => now,
    clear: () => timers.clear(),
    /** Advances the clock, and runs each timer at its time. */
    pass(ms) {
      const end = now + ms;
      for (;;) {
        const [id, timer] = [...timers].sort(([, a], [, b]) => a.due - b.due)[0] ?? [];
        if (!timer || timer.due > end) break;
        timers.delete(id);
        now = Math.max(now, timer.due);
        try {
          timer.run();
        } catch (error) {
          reportError(error);
        }
      }
      now = end;
    },
  };
}
