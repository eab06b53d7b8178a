/** The tooltip: one for the whole figure, beside the thing it speaks of, never outside the figure. */

import { inline, make } from "../base/dom.js";

/** Distance between a tooltip and its thing. */
const GAP = 8;

export class Tooltip {
  /** The reader wants it gone, whatever is still pointed at. */
  #dismissed = false;

  /** @param {import("../types.js").Parts} parts */
  constructor(parts) {
    this.parts = parts;
  }

  get shown() {
    return this.parts.tip.hasAttribute("data-shown");
  }

  /** Takes it away at once, wherever pointer and focus are. */
  dismiss() {
    this.#dismissed = true;
    this.parts.tip.removeAttribute("data-shown");
  }

  /** Something else is pointed at. */
  revive() {
    this.#dismissed = false;
  }

  /**
   * @param {import("../types.js").Tooltip|null} tip
   * @param {import("../types.js").Swatch} swatch
   */
  render(tip, swatch) {
    const box = this.parts.tip;
    const shown = tip !== null && !this.#dismissed;
    box.toggleAttribute("data-shown", shown);
    if (!shown) return;
    box.replaceChildren(
      make("p", { class: "tip-title" }, tip.title),
      ...(tip.status ? [make("p", { class: "tip-status" }, swatch(tip.index), inline(tip.status))] : []),
      ...tip.lines.map((line) => make("p", {}, inline(line))),
    );
    this.#place(tip);
  }

  /** @param {import("../types.js").Tooltip} tip */
  #place(tip) {
    const { tip: box, figure, map, timeline } = this.parts;
    const part = tip.part === "map" ? map.root : timeline.root;
    const thing = { ...tip, x: tip.x + part.offsetLeft, y: tip.y + part.offsetTop };
    const room = { width: figure.clientWidth, height: figure.clientHeight };
    const { x, y } = fit(thing, { width: box.offsetWidth, height: box.offsetHeight }, room);
    box.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  }
}

/** @typedef {{width: number, height: number}} Size */

/**
 * Above the thing and centred, below where there is no room above, and always within the room there is.
 * @param {import("../types.js").Rect} thing
 * @param {Size} box
 * @param {Size} room
 */
function fit(thing, box, room) {
  const x = thing.x + (thing.width - box.width) / 2;
  const above = thing.y - GAP - box.height;
  const below = thing.y + thing.height + GAP;
  return { x: clamp(x, room.width - box.width), y: clamp(above >= 0 ? above : below, room.height - box.height) };
}

/**
 * @param {number} value
 * @param {number} high
 */
function clamp(value, high) {
  return Math.max(0, Math.min(value, high));
}
