/** The widget. Its dates come from a pointer that drags the handle. */

import "/pkg/banspread.js";

/** The number of frames after which no tile fades any more. */
const FADING = 90;

/**
 * @param {string|undefined} text  none for the built-in dataset
 * @param {HTMLElement} root
 * @param {number} factor  by which the limits are multiplied
 */
export async function begin(text, root, factor) {
  const element = document.createElement("ban-spread");
  const type = /** @type {any} */ (customElements.get("ban-spread"));
  type.limitFactor = factor;
  element.setAttribute("loading", "eager");
  if (text !== undefined) Object.assign(element, { data: text });
  element.addEventListener("ban-spread-error", ({ detail }) => console.error(detail.message));
  root.append(element);
  await /** @type {any} */ (element).ready;
  const shadow = /** @type {ShadowRoot} */ (element.shadowRoot);
  const { left, top, width, height } = shadow.querySelector(".ring").getBoundingClientRect();
  const timeline = shadow.querySelector(".timeline");
  const range = /** @type {HTMLInputElement} */ (shadow.querySelector(".range"));
  return {
    /** Where the mouse has to be pressed before `move`. */
    grip: { x: left + width / 2, y: top + height / 2 },
    move: (/** @type {number} */ share) => {
      const place = { clientX: left + share * width, clientY: top + height / 2 };
      const mouse = { pointerId: 1, pointerType: "mouse", isPrimary: true, bubbles: true };
      timeline.dispatchEvent(new PointerEvent("pointermove", { ...place, ...mouse }));
    },
    go: async (/** @type {number} */ share) => {
      const [min, max] = [Number(range.min), Number(range.max)];
      const day = min + Math.round(share * (max - min));
      Object.assign(element, { date: new Date(day * 86_400_000).toISOString().slice(0, 10) });
      // All fades and outlines end.
      for (let n = 0; n < FADING; n++) await new Promise((done) => requestAnimationFrame(done));
    },
    canvases: () => [...shadow.querySelectorAll(".map canvas, .timeline canvas")],
  };
}
