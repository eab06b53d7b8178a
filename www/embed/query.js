/** Applies the parameters of the address. */

import { UNCHOSEN } from "../base/state.js";
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
  // Otherwise a page of another origin could learn what a signed-in reader can see here.
  if (!host.trusted) withholdCookies(element);
  // The dataset comes last: a page that may not know the dataset then compares no days.
  for (const name of ["date", "compare", "start", "end", "lang", "theme", "src"]) {
    const value = query.get(name);
    if (value) setAttribute(element, name, value, host);
  }
  // A page cannot see what is behind its frame, so the host names the colour.
  const ground = query.get("background");
  // The value comes from the address, so only a colour is accepted. Any `var()` counts as one: a function within it could
  // be a picture.
  if (ground && ground.split("(").length < 3 && CSS.supports("color", ground))
    root.style.setProperty("--ban-spread-background", ground);
}

/**
 * Sets one attribute. The theme also applies to the page: a frame with the colour scheme of its host has a transparent
 * background. The direction of the language applies to the page too.
 * @param {HTMLElement} element
 * @param {string} name
 * @param {string|null} value  null removes the attribute
 * @param {import("./host.js").Host} host
 */
export function setAttribute(element, name, value, host) {
  if (name === "src") {
    if (value !== null) requireOwn(value);
    host.chosen = true;
    // The copy is that of the dataset of the publisher.
    element.removeAttribute("fallback-src");
    element.removeAttribute("refresh");
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
  // That page can also set a link at any time, so the element never reads one.
  element.setAttribute("data-link", "ignore");
  for (const name of ["compare", "start", "end"]) element.removeAttribute(name);
  Object.assign(element, { state: UNCHOSEN });
}

/**
 * Cookies go to no server, not even to that of this page: `crossorigin` has no value for that.
 * @param {HTMLElement} element
 */
function withholdCookies(element) {
  element.setAttribute("data-credentials", "omit");
}

/**
 * A dataset must come from the folder that the publisher has named. Without such a folder, any address of the page's
 * own origin is allowed.
 * @param {string} src
 */
function requireOwn(src) {
  const folder = new URL(readSetting("datasets") || "/", document.baseURI).href.replace(/[^/]*$/, "");
  if (URL.canParse(src, document.baseURI)) {
    const { origin, pathname, href } = new URL(src, document.baseURI);
    // Servers may decode an escaped slash or dot, and then the address leads out of the folder.
    const plain = !/%(2e|2f|5c)/i.test(pathname);
    if (origin === location.origin && href.startsWith(folder) && plain) return;
  }
  // Anybody can write the address, so its text does not appear on the page of the publisher.
  throw new Refusal("dataset-load", "policy", `This page shows only datasets from ${folder}.`);
}

/**
 * Sets selection, filter, view and what is counted after the element is defined. A link that a reader has shared takes
 * precedence.
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
  if (query.has("weighted")) element.weighted = true;
}
