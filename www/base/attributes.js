/** Attributes with a fixed set of values. */

/** The views, in the order of their tabs. */
export const VIEWS = /** @type {const} */ (["map", "lanes", "groups", "table"]);

/** The values, the one first that holds where an attribute is missing or has another value. */
const KNOWN = /** @type {const} */ ({
  view: VIEWS,
  theme: ["auto", "light", "dark"],
  loading: ["lazy", "eager"],
  engine: ["auto", "script"],
  "heading-level": ["2", "1", "3", "4", "5", "6"],
  crossorigin: ["anonymous", "use-credentials"],
});

/**
 * The value of an attribute, in any case, as browsers read their own attributes.
 * @template {keyof typeof KNOWN} Name
 * @param {Element} element
 * @param {Name} name
 * @returns {typeof KNOWN[Name][number]}
 */
export function readKnown(element, name) {
  const value = element.getAttribute(name)?.toLowerCase();
  return KNOWN[name].find((known) => known === value) ?? KNOWN[name][0];
}
