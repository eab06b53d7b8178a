/** Links to what is shown: written, and read from the page's own address. */

/**
 * The name of an element in a page's address: by its id, else by its place among the page's elements.
 * @param {HTMLElement} host
 */
function keyOf(host) {
  const root = /** @type {Document|ShadowRoot} */ (host.getRootNode());
  const name = host.id || [...root.querySelectorAll(host.localName)].indexOf(host) + 1;
  return name === 1 ? "ban-spread" : `ban-spread-${name}`;
}

/**
 * The page's address with the date, the compared one and the selected entity: `#ban-spread=2019-01-01..2020-07-14,GB`.
 * @param {HTMLElement} host
 * @param {import("./types.js").Description} description
 */
export function writeLink(host, { iso, compare, selected }) {
  const days = compare ? `${compare.iso}..${iso}` : iso;
  const entity = selected ? `,${encodeURIComponent(selected.id)}` : "";
  const url = new URL(location.href);
  url.hash = `${encodeURIComponent(keyOf(host))}=${days}${entity}`;
  return url.href;
}

/**
 * What the page's address says of an element; null where it says nothing.
 * @param {HTMLElement} host
 */
export function readLink(host) {
  const value = new URLSearchParams(location.hash.slice(1)).get(keyOf(host));
  const [, compare = null, date, entity = null] = value?.match(/^(?:([^,]*)\.\.)?([^,]+)(?:,(.+))?$/) ?? [];
  return date ? { compare, date, entity } : null;
}
