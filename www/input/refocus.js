/** The focus stays in the figure when what had it goes away. */

const FOCUSABLE = "button, input, [tabindex='0']";

/**
 * Notes what has the focus. The function that is returned, called once everything has been brought up to date, hands
 * the focus on to the nearest that is left, where what had it is gone.
 * @param {HTMLElement} figure
 */
export function holdFocus(figure) {
  const held = /** @type {ShadowRoot} */ (figure.getRootNode()).activeElement;
  /** @type {Element[]} */
  const around = [];
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
 * Where it has a place on the page, and is not only there for the page's own search.
 * @param {Element} element
 */
function isShown(element) {
  return element.getClientRects().length > 0 && !element.closest("[hidden]");
}
