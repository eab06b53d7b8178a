/** Choices of the import, and changes of them. */

/** @typedef {import("./types.d.ts").Choices} Choices */
/** @typedef {import("./types.d.ts").Change} Change */

/**
 * The choices with a change: an object is laid over an object, any other value is replaced. The import does the same with
 * options of questions.
 * @param {Choices} choices
 * @param {Change} change
 * @returns {Choices}
 */
export function merge(choices, change) {
  return laidOver(choices, change);
}

/**
 * @param {any} base
 * @param {any} over
 * @returns {any}
 */
function laidOver(base, over) {
  if (!isObject(base) || !isObject(over)) return over;
  const merged = { ...base };
  for (const [name, value] of Object.entries(over)) {
    // Names come from sheets: `__proto__` is a name like others.
    Object.defineProperty(merged, name, {
      value: laidOver(Object.hasOwn(merged, name) ? merged[name] : undefined, value),
      configurable: true,
      enumerable: true,
      writable: true,
    });
  }
  return merged;
}

/** @param {unknown} value */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
