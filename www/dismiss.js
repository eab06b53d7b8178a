/** Ways to be rid of a tooltip without reaching it: Escape, or a touch anywhere else. */

/**
 * @param {import("./template.js").Parts} parts
 * @param {object} to
 * @param {() => boolean} to.shown
 * @param {() => void} to.hide
 * @param {AbortSignal} to.signal
 */
export function listenDismissal({ map, timeline }, { shown, hide, signal }) {
  // The map answers Escape itself: there it may also close a history.
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shown() && !event.composedPath().includes(map.tiles)) hide();
  }, { signal });
  addEventListener("pointerdown", (event) => {
    if (!shown()) return;
    const path = event.composedPath();
    if (!path.includes(map.root) && !path.includes(timeline.root)) hide();
  }, { signal, passive: true });
}
