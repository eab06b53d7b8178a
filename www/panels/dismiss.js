/** Ways to be rid of a tooltip without reaching it: Escape, or a press anywhere else. */

/**
 * @param {import("../types.js").Parts} parts
 * @param {object} to
 * @param {import("./tooltip.js").Tooltip} to.tooltip
 * @param {import("../types.js").Send} to.send
 * @param {AbortSignal} to.signal
 */
export function listenDismissal({ figure, map, timeline, tip }, { tooltip, send, signal }) {
  // Only a mouse has a way to it. A finger means what lies beneath.
  figure.addEventListener(
    "pointerover",
    ({ pointerType }) => {
      tip.style.pointerEvents = pointerType === "touch" ? "none" : "";
    },
    { signal },
  );
  // The map answers Escape itself: there it may also close a history.
  addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Escape" && tooltip.shown && !event.composedPath().includes(map.tiles)) tooltip.dismiss();
    },
    { signal },
  );
  addEventListener(
    "pointerdown",
    (event) => {
      if (!tooltip.shown) return;
      const path = event.composedPath();
      if ([map.root, timeline.root, tip].some((part) => path.includes(part))) return;
      send("leave");
      tooltip.dismiss();
    },
    { signal, passive: true },
  );
}
