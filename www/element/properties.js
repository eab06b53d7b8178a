/** The two manners of properties that mirror attributes. */

/**
 * Writes a property's value to its attribute; null and undefined take the attribute away.
 * @param {HTMLElement} element
 * @param {string} name
 * @param {string|null|undefined} value
 */
export function reflect(element, name, value) {
  if (value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/**
 * Properties that were set before the element was defined hide their accessors: takes them away and sets them again, in
 * the order in which they were set.
 * @param {HTMLElement} element
 */
export function upgrade(element) {
  for (const [name, value] of Object.entries(element)) {
    if (!(name in Object.getPrototypeOf(element))) continue;
    Reflect.deleteProperty(element, name);
    try {
      Reflect.set(element, name, value);
    } catch (thrown) {
      // A value that cannot be taken must not keep away the others, nor the chart.
      reportError(thrown);
    }
  }
}
