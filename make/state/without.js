/** Choices that are taken back. */

/**
 * An object without one of its values, which can be in an object inside.
 * @param {Record<string, any>} base
 * @param {string[]} path
 * @returns {Record<string, any>}
 */
export function without(base, [name, ...rest]) {
  const { [name]: inner, ...others } = base;
  if (rest.length === 0 || typeof inner !== "object" || inner === null) return others;
  const left = without(inner, rest);
  return Object.keys(left).length > 0 ? { ...others, [name]: left } : others;
}
