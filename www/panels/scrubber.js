/** The timeline as a control: native ranges for keys and assistive technology, below a surface for pointers. */

import { setAttribute, setTaggedAttribute } from "../base/dom.js";
import { listenRange } from "../input/keyboard.js";
import { listenTimeline } from "../input/pointer.js";

export class Scrubber {
  /** Whether a pointer drags a handle. */
  active = false;
  /** By how many days the value of the range is behind the date: it does not follow playback. */
  #behind = 0;

  /**
   * @param {import("../types.js").Parts["timeline"]} parts
   * @param {object} to
   * @param {import("../types.js").Send} to.send
   * @param {() => boolean} to.holdsOther  whether a drag has the handle of the compared day
   * @param {() => void} to.released
   * @param {Element} to.tip
   * @param {AbortSignal} to.signal
   */
  constructor({ root, range, other }, { send, holdsOther, released, tip, signal }) {
    this.ranges = { day: range, other };
    const valueOf = { day: () => range.valueAsNumber + this.#behind, other: () => other.valueAsNumber };
    const move = {
      day: (/** @type {number} */ day) => send({ day }),
      other: (/** @type {number} */ compare) => send({ compare }),
    };
    let cancel = () => {};
    const scrubbing = (/** @type {boolean} */ active) => {
      this.active = active;
      if (!active) return released();
      const handle = holdsOther() ? "other" : "day";
      // The range still has the day before the drag.
      const before = valueOf[handle]();
      cancel = () => move[handle](before);
      // Keys then move the same handle as the pointer.
      this.ranges[handle].focus({ preventScroll: true });
    };
    listenTimeline(root, { send, scrubbing, cancel: () => cancel(), tip, signal });
    listenRange(range, "day", { send, set: () => move.day(valueOf.day()), signal });
    listenRange(other, "other", { send, set: () => move.other(valueOf.other()), signal });
  }

  /** Whether a range has the focus: screen readers then speak its value without an announcement. */
  get speaks() {
    const { day, other } = this.ranges;
    const { activeElement } = /** @type {ShadowRoot} */ (day.getRootNode());
    return activeElement === day || activeElement === other;
  }

  /** @param {import("../types.js").Description} description */
  render({ range, compare, playing }) {
    const { day, other } = this.ranges;
    const appears = compare !== null && other.hidden;
    other.hidden = !compare;
    // Assistive technology gets no event for each day of playback. Only a range that appears needs its values at once.
    if (compare && (!playing || appears)) set(other, range, compare.value, compare.text);
    if (!playing || !day.max) set(day, range, range.value, range.text);
    this.#behind = range.value - day.valueAsNumber;
  }
}

/**
 * @param {HTMLInputElement} range
 * @param {{min: number, max: number}} ends
 * @param {number} value
 * @param {import("../types.js").TaggedText} spoken
 */
function set(range, { min, max }, value, spoken) {
  // The ends come before the value, because a range limits its value to them.
  setAttribute(range, "min", String(min));
  setAttribute(range, "max", String(max));
  setTaggedAttribute(range, "aria-valuetext", spoken);
  range.valueAsNumber = value;
}
