/** Ways to be rid of a tooltip without reaching it: Escape, or a touch anywhere else. */

/**
 * @param {HTMLElement} figure
 * @param {object} to
 * @param {() => boolean} to.shown
 * @param {() => void} to.hide
 * @param {HTMLElement} to.tiles  answers Escape itself
 * @param {AbortSignal} to.signal
 */
export function listenDismissal(figure, { shown, hide, tiles, signal }) {
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shown() && !event.composedPath().includes(tiles)) hide();
  }, { signal });
  addEventListener("pointerdown", (event) => {
    if (shown() && !event.composedPath().includes(figure)) hide();
  }, { signal, passive: true });
}
