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
 * A property that was set before the element was defined hides the accessor: takes it away and sets it again.
 * @param {HTMLElement} element
 * @param {string} name
 */
export function upgrade(element, name) {
  if (!Object.hasOwn(element, name)) return;
  const record = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (element));
  const value = record[name];
  delete record[name];
  record[name] = value;
}
