/** The three canvases, sized to the arrangement of the core. */

import { make, place } from "../base/dom.js";
import { pixelRatio, Surface } from "./surface.js";

/** Width of the thumb of the range: half of it extends beyond each end of the plot. */
const THUMB = 24;
/** The size of swatches of the legend, in CSS pixels. */
const SWATCH = 16;

export class Picture {
  #ratio = 1;
  /** Whether this browser draws. Some readers forbid canvases, and a device can run out of memory. */
  drawn = true;

  /**
   * @param {import("../types.js").Parts} parts
   * @param {import("../types.js").Engine} engine
   */
  constructor({ map, timeline }, engine) {
    this.engine = engine;
    this.map = map;
    this.timeline = timeline;
    this.surfaces = {
      map: new Surface(map.canvas),
      timeline: new Surface(timeline.base),
      cursor: new Surface(timeline.cursor),
    };
  }

  /**
   * Gives settings to the core and sizes everything to the arrangement that it returns.
   * @param {import("../types.js").Settings} settings
   */
  configure(settings) {
    const arrangement = this.engine.configure(settings);
    const { width, map, timeline } = arrangement;
    this.#ratio = pixelRatio({ width, height: Math.max(map.height, timeline.height) });
    this.surfaces.map.fit(map, this.#ratio);
    this.surfaces.timeline.fit(timeline, this.#ratio);
    this.surfaces.cursor.fit(timeline, this.#ratio);
    this.map.root.style.height = `${map.height}px`;
    this.timeline.root.style.height = `${timeline.height}px`;
    const { plot } = timeline;
    place(this.timeline.ring, plot);
    for (const range of [this.timeline.range, this.timeline.other]) {
      // The range is wider than the plot by one thumb, so that the middle of the thumb is on the day.
      place(range, { ...plot, x: plot.x - THUMB / 2, width: plot.width + THUMB });
    }
    // A canvas that cannot draw has no context.
    this.drawn = Object.values(this.surfaces).every(({ canvas }) => canvas.getContext("2d"));
    return arrangement;
  }

  paint() {
    const { map, timeline, cursor } = this.surfaces;
    this.engine.paint(map.canvas, timeline.canvas, cursor.canvas, this.#ratio);
  }

  /**
   * A new swatch of a status.
   * @param {number} index
   */
  swatch(index) {
    const canvas = make("canvas", { class: "swatch", dir: "ltr", "aria-hidden": "true", "data-index": String(index) });
    new Surface(canvas).fit({ width: SWATCH, height: SWATCH }, this.#ratio);
    this.engine.swatch(index, canvas, this.#ratio);
    return canvas;
  }
}
