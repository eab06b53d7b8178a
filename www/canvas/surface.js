/** Canvases and the sizes they live by: container width, device pixels, zoom. */

/** Canvases beyond this many device pixels fail on some phones. */
const MOST_PIXELS = 16_000_000;

/** A canvas whose backing store follows its size in CSS pixels, so that one canvas pixel is one device pixel. */
export class Surface {
  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.canvas = canvas;
  }

  /**
   * Sizes the canvas; true where that has emptied it.
   * @param {{width: number, height: number}} size
   * @param {number} ratio
   */
  fit({ width, height }, ratio) {
    const [columns, rows] = [Math.round(width * ratio), Math.round(height * ratio)];
    this.canvas.style.width = `${columns / ratio}px`;
    this.canvas.style.height = `${rows / ratio}px`;
    if (this.canvas.width === columns && this.canvas.height === rows) return false;
    this.canvas.width = columns;
    this.canvas.height = rows;
    return true;
  }
}

/**
 * Device pixels to a CSS pixel, held back where a canvas of this size would grow too large.
 * @param {{width: number, height: number}} size
 */
export function pixelRatio({ width, height }) {
  return Math.min(devicePixelRatio, Math.sqrt(MOST_PIXELS / Math.max(1, width * height)));
}

/**
 * Reports an element's width in whole CSS pixels, at first and at every change.
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
 * Reports every change of the pixel ratio, by zoom or by a move to another monitor.
 * A media query can only watch one ratio, so each change sets up the next watch.
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
