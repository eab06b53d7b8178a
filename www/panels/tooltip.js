/** The tooltip. The whole figure has only one. It is beside its target, and never outside of the figure. */

import { inline, make } from "../base/dom.js";

/** The distance between the tooltip and its target, in CSS pixels. */
const GAP = 8;

export class Tooltip {
  /** Whether the reader has dismissed the tooltip. It then stays hidden until the target changes. */
  #dismissed = false;

  /** @param {import("../types.js").Parts} parts */
  constructor(parts) {
    this.parts = parts;
  }

  get shown() {
    return this.parts.tip.hasAttribute("data-shown");
  }

  /** Hides the tooltip at once, also if pointer or focus are still on the target. */
  dismiss() {
    this.#dismissed = true;
    this.parts.tip.removeAttribute("data-shown");
  }

  /** Allows the tooltip again, because there is another target. */
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
 * The position of the tooltip: centred above the target, or below it if there is no space above, and always inside of
 * the figure.
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
