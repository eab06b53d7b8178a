/** What the page's address asks for. */

import { directionOf } from "./direction.js";
import { Refusal } from "./refusal.js";
import { readSetting } from "./settings.js";

const root = document.documentElement;

/**
 * Sets the attributes, before the element is defined.
 * @param {HTMLElement} element
 * @param {URLSearchParams} query
 * @param {import("./host.js").Host} host
 */
export function setUp(element, query, host) {
  // Else a page of another origin could learn what a reader may see who is signed in here.
  if (!host.trusted) withholdCookies(element);
  // The dataset comes last: whoever may not know it compares no days of it.
  for (const name of ["date", "compare", "start", "end", "lang", "theme", "src"]) {
    const value = query.get(name);
    if (value) setAttribute(element, name, value, host);
  }
  // What is behind a frame cannot be seen from within.
  const ground = query.get("background");
  if (ground && CSS.supports("color", ground)) root.style.setProperty("--ban-spread-background", ground);
}

/**
 * Sets one attribute. The theme is also that of the page: a frame whose colour scheme is its host's has no
 * ground of its own. So is the direction of the language.
 * @param {HTMLElement} element
 * @param {string} name
 * @param {string|null} value  null takes it away
 * @param {import("./host.js").Host} host
 */
export function setAttribute(element, name, value, host) {
  if (name === "src") {
    if (value !== null) requireOwn(value);
    host.chosen = true;
    withholdCookies(element);
    if (host.secret) forget(element);
  }
  if (name === "theme") root.dataset.theme = value ?? "auto";
  if (name === "lang") root.dir = directionOf(value ?? "");
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/**
 * Takes back what a page around that may not know the dataset has chosen before, for another one or by a link.
 * @param {HTMLElement} element
 */
function forget(element) {
  if (location.hash) location.replace("#");
  for (const name of ["compare", "start", "end"]) element.removeAttribute(name);
  Object.assign(element, { state: { compare: null, filter: null, selected: null, step: null, view: "map" } });
}

/**
 * Cookies go to no server, not even to that of this page: `crossorigin` has no value for that.
 * @param {HTMLElement} element
 */
function withholdCookies(element) {
  element.setAttribute("data-credentials", "omit");
}

/**
 * Datasets come from the folder that the publisher has named, or else from anywhere on the page's own origin.
 * @param {string} src
 */
function requireOwn(src) {
  const folder = new URL(readSetting("datasets") || "/", document.baseURI).href.replace(/[^/]*$/, "");
  if (URL.canParse(src, document.baseURI)) {
    const { origin, pathname, href } = new URL(src, document.baseURI);
    // Servers may read an escaped slash or dot as one that leads out of the folder.
    const plain = !/%(2e|2f|5c)/i.test(pathname);
    if (origin === location.origin && href.startsWith(folder) && plain) return;
  }
  // Anybody can write the address: its words are not repeated on the publisher's page.
  throw new Refusal("dataset-load", "policy", `This page shows only datasets from ${folder}.`);
}

/**
 * Selects, filters and shows a view, once the element is defined. A link says more: it is what a reader has seen.
 * @param {import("./commands.js").Widget} element
 * @param {URLSearchParams} query
 * @param {import("./host.js").Host} host
 */
export function choose(element, query, host) {
  if (host.secret || location.hash.startsWith("#ban-spread")) return;
  const [selected, filter] = [query.get("selected"), query.get("filter")];
  if (selected) element.selected = selected;
  if (filter) element.filter = filter;
  const view = /** @type {const} */ (["map", "lanes", "groups", "table"]).find((name) => name === query.get("view"));
  if (view) element.view = view;
}
