/** The sizes of canvases: they follow the width of the container, the device pixels and the zoom. */

/** Canvases with more device pixels than this fail on some phones. */
const MOST_PIXELS = 16_000_000;

/** A canvas with a backing store for its size in CSS pixels, so that one canvas pixel is one device pixel. */
export class Surface {
  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.canvas = canvas;
  }

  /**
   * Sizes the canvas. Returns true if this has emptied the canvas.
   * @param {{width: number, height: number}} size
   * @param {number} ratio
   */
  fit({ width, height }, ratio) {
    const [columns, rows] = [Math.round(width * ratio), Math.round(height * ratio)];
    // The style follows the rounded backing store. Otherwise the browser would scale the picture and blur it.
    this.canvas.style.width = `${columns / ratio}px`;
    this.canvas.style.height = `${rows / ratio}px`;
    // Setting a size empties a canvas, also if the size is the same.
    if (this.canvas.width === columns && this.canvas.height === rows) return false;
    this.canvas.width = columns;
    this.canvas.height = rows;
    return true;
  }
}

/**
 * The number of device pixels for a CSS pixel. It is lower if a canvas of this size would have too many pixels.
 * @param {{width: number, height: number}} size
 */
export function pixelRatio({ width, height }) {
  return Math.min(devicePixelRatio, Math.sqrt(MOST_PIXELS / Math.max(1, width * height)));
}

/**
 * Reports the width of an element in whole CSS pixels, first immediately and then at each change.
 * @param {Element} element
 * @param {(width: number) => void} changed
 * @param {AbortSignal} signal
 */
export function watchWidth(element, changed, signal) {
  let last = -1;
  const observer = new ResizeObserver((entries) => {
    const width = Math.floor(entries[entries.length - 1].contentRect.width);
    if (width === last) return;
    last = width;
    changed(width);
  });
  observer.observe(element);
  signal.addEventListener("abort", () => observer.disconnect());
}

/**
 * Reports each change of the pixel ratio, by zoom or by a move to another monitor. A media query can watch only one
 * ratio, so each change starts the next watch.
 * @param {() => void} changed
 * @param {AbortSignal} signal
 */
export function watchRatio(changed, signal) {
  const watch = () => {
    const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener(
      "change",
      () => {
        changed();
        watch();
      },
      { once: true, signal },
    );
  };
  watch();
}
