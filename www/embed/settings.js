/** What the publisher of this page allows others: in its markup, as anybody can write its address. */

/**
 * The content of `<meta name="ban-spread-…">`.
 * @param {"origins"|"datasets"} name
 */
export function readSetting(name) {
  return document.querySelector(`meta[name="ban-spread-${name}"]`)?.getAttribute("content") ?? "";
}
