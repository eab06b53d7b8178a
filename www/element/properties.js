/** Properties that mirror attributes, and properties that were set too early. */

/**
 * Writes the value of a property to its attribute. Null and undefined remove the attribute.
 * @param {HTMLElement} element
 * @param {string} name
 * @param {string|null|undefined} value
 */
export function reflect(element, name, value) {
  if (value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/**
 * Properties that were set before the element was defined hide their accessors. This function removes these properties
 * and sets them again, in the same order.
 * @param {HTMLElement} element
 */
export function upgrade(element) {
  for (const [name, value] of Object.entries(element)) {
    if (!(name in Object.getPrototypeOf(element))) continue;
    Reflect.deleteProperty(element, name);
    try {
      Reflect.set(element, name, value);
    } catch (thrown) {
      // An invalid value must not prevent the other properties or the chart.
      reportError(thrown);
    }
  }
}
