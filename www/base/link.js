/** Links to what is shown: written, and read from the address of the page. */

import { readKnown } from "./attributes.js";
import { pageOf } from "./page.js";

/** The maximal number of characters of an address that is read. Links of the element are far shorter. */
const MOST = 4_000;

/**
 * The name of an element in the address of the page: its id, or its position among the elements of the page. An id that
 * consists of digits would look like a position.
 * @param {HTMLElement} host
 */
function keyOf(host) {
  const root = host.getRootNode();
  const scope = root instanceof ShadowRoot ? root : pageOf(host.ownerDocument);
  const named = host.id && !/^\d+$/.test(host.id);
  const name = named ? host.id : [...scope.querySelectorAll(host.localName)].indexOf(host) + 1;
  return name === 1 ? host.localName : `${host.localName}-${name}`;
}

/**
 * The page's address with the date, the compared one, the view, what is counted and the selected entity:
 * `#ban-spread=2019-01-01..2020-07-14/lanes/weighted,GB`. The view and what is counted are left out where the element
 * begins with them.
 * @param {HTMLElement} host
 * @param {import("../types.js").Description} description
 */
export function writeLink(host, { iso, compare, selected, view, weighted }) {
  const days = compare ? `${compare.iso}..${iso}` : iso;
  const shown = view === readKnown(host, "view") ? "" : `/${view}`;
  const counted = weighted === host.hasAttribute("weighted") ? "" : weighted ? "/weighted" : "/counted";
  const entity = selected ? `,${encodeURIComponent(selected.id)}` : "";
  const url = new URL(location.href);
  url.hash = `${encodeURIComponent(keyOf(host))}=${days}${shown}${counted}${entity}`;
  return url.href;
}

/**
 * What the address of the page says about an element; null if it says nothing, or if `data-link="ignore"` forbids that
 * links have an effect.
 * @param {HTMLElement} host
 */
export function readLink(host) {
  if (host.getAttribute("data-link") === "ignore") return null;
  const hash = location.hash.slice(1);
  // An element needs all elements of the page to find its position, so this is skipped if the address names none.
  if (hash.length > MOST || !hash.includes(encodeURIComponent(host.localName))) return null;
  const value = new URLSearchParams(hash).get(keyOf(host)) ?? "";
  const comma = value.indexOf(",");
  const [days, ...words] = (comma < 0 ? value : value.slice(0, comma)).split("/");
  const entity = comma < 0 ? null : value.slice(comma + 1);
  const dots = days.lastIndexOf("..");
  const [compare, date] = dots < 0 ? [null, days] : [days.slice(0, dots), days.slice(dots + 2)];
  const has = (/** @type {string} */ word) => words.includes(word);
  const weighted = has("weighted") || (has("counted") ? false : undefined);
  const view = words.find((word) => word !== "weighted" && word !== "counted");
  return date && entity !== "" ? { compare, date, entity, view, weighted } : null;
}
