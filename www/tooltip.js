/** The tooltip: one for the whole figure, beside the thing it speaks of, never outside the figure. */

import { make } from "./dom.js";

/** Distance between a tooltip and its thing. */
const GAP = 8;

/**
 * @param {import("./template.js").Parts} parts
 * @param {import("./types.js").Tip|undefined} tip
 * @param {import("./types.js").Swatch} swatch
 */
export function renderTip({ tip: box, figure, map, timeline }, tip, swatch) {
  box.toggleAttribute("data-shown", tip !== undefined);
  if (!tip) return;
  box.replaceChildren(
    make("p", { class: "tip-title" }, tip.title),
    ...(tip.status ? [make("p", { class: "tip-status" }, swatch(tip.index), tip.status)] : []),
    ...tip.lines.map((line) => make("p", {}, line)),
  );
  const part = tip.part === "map" ? map.root : timeline.root;
  const thing = { ...tip, x: tip.x + part.offsetLeft, y: tip.y + part.offsetTop };
  const spot = fit(thing, box.offsetWidth, box.offsetHeight, figure.clientWidth, figure.clientHeight);
  box.style.transform = `translate(${Math.round(spot.x)}px, ${Math.round(spot.y)}px)`;
}

/**
 * Above the thing and centred, below where there is no room above, and always within the room there is.
 * @param {import("./types.js").Rect} thing
 * @param {number} width
 * @param {number} height
 * @param {number} roomWidth
 * @param {number} roomHeight
 */
function fit(thing, width, height, roomWidth, roomHeight) {
  const x = clamp(thing.x + (thing.width - width) / 2, 0, roomWidth - width);
  const above = thing.y - GAP - height;
  const below = thing.y + thing.height + GAP;
  return { x, y: clamp(above >= 0 ? above : below, 0, roomHeight - height) };
}

/**
 * @param {number} value
 * @param {number} low
 * @param {number} high
 */
function clamp(value, low, high) {
  return Math.max(low, Math.min(value, high));
}
