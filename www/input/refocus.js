/** Keeps the focus in the figure when the element with the focus disappears. */

const FOCUSABLE = "button, input, [tabindex='0']";

/**
 * Remembers the element with the focus. Call the returned function after all elements are updated: if the element has
 * disappeared, it moves the focus to the nearest remaining element.
 * @param {HTMLElement} figure
 */
export function holdFocus(figure) {
  const held = /** @type {ShadowRoot} */ (figure.getRootNode()).activeElement;
  /** @type {Element[]} */
  const around = [];
  // From the inside out, so that the nearest element comes first.
  for (let scope = held?.parentElement; scope && around.at(-1) !== figure; scope = scope.parentElement) {
    around.push(scope);
  }
  return () => {
    if (!held || isShown(held)) return;
    const left = around.flatMap((scope) => [...scope.querySelectorAll(FOCUSABLE)]);
    const next = /** @type {HTMLElement|undefined} */ (left.find(isShown));
    next?.focus({ preventScroll: true });
  };
}

/**
 * Whether an element has a place on the page. An element with `hidden="until-found"` has one only for the search of the
 * browser.
 * @param {Element} element
 */
function isShown(element) {
  return element.getClientRects().length > 0 && !element.closest("[hidden]");
}
