/** The settings of the publisher. They are in the markup, because anybody can write the address. */

/**
 * The content of `<meta name="ban-spread-…">`.
 * @param {"origins"|"datasets"|"sources"} name
 */
export function readSetting(name) {
  return document.querySelector(`meta[name="ban-spread-${name}"]`)?.getAttribute("content") ?? "";
}
