/** The timeline as a control: a native range for keys and assistive technology under a surface for pointers. */

import { setAttribute } from "./dom.js";
import { listenRange } from "./keyboard.js";
import { listenTimeline } from "./pointer.js";

export class Scrubber {
  /** A pointer is dragging the date. */
  active = false;

  /**
   * @param {import("./template.js").Parts["timeline"]} parts
   * @param {object} to
   * @param {import("./types.js").Send} to.send
   * @param {() => void} to.released
   * @param {AbortSignal} to.signal
   */
  constructor({ root, range }, { send, released, signal }) {
    this.range = range;
    const scrubbing = (/** @type {boolean} */ active) => {
      this.active = active;
      if (active) range.focus({ preventScroll: true });
      else released();
    };
    listenTimeline(root, { send, scrubbing, signal });
    listenRange(range, { send, signal });
  }

  /** The range speaks for itself while it has the focus. */
  get speaks() {
    return /** @type {ShadowRoot} */ (this.range.getRootNode()).activeElement === this.range;
  }

  /** @param {import("./types.js").Description} description */
  render({ range: { min, max, value }, spoken }) {
    setAttribute(this.range, "min", String(min));
    setAttribute(this.range, "max", String(max));
    setAttribute(this.range, "aria-valuetext", spoken);
    this.range.valueAsNumber = value;
  }
}
