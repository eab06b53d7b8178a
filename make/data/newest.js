/** Work that is asked for faster than it is done, as while a person types: only the newest request waits. */

/**
 * A function that does one call at a time. A call that a newer one has replaced before it began is not done, and its
 * promise resolves to undefined.
 * @template {unknown[]} Args
 * @template T
 * @param {(...args: Args) => Promise<T>} work
 * @returns {(...args: Args) => Promise<T|undefined>}
 */
export function newest(work) {
  let running = /** @type {Promise<unknown>} */ (Promise.resolve());
  let last = 0;
  return async (...args) => {
    const own = (last += 1);
    await running;
    if (own !== last) return undefined;
    const done = work(...args);
    running = done.catch(() => {});
    return done;
  };
}
