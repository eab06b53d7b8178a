/** Ways to dismiss a tooltip without pointing at it: Escape, or a press elsewhere. */

/**
 * @param {import("../types.js").Parts} parts
 * @param {object} to
 * @param {import("./tooltip.js").Tooltip} to.tooltip
 * @param {import("../types.js").Send} to.send
 * @param {AbortSignal} to.signal
 */
export function listenDismissal({ figure, map, timeline, tip }, { tooltip, send, signal }) {
  // Only a mouse can move to the tooltip. A touch is for the element below the tooltip.
  figure.addEventListener(
    "pointerover",
    ({ pointerType }) => {
      tip.style.pointerEvents = pointerType === "touch" ? "none" : "";
    },
    { signal },
  );
  // The map handles Escape itself, because Escape can also close a history there.
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
