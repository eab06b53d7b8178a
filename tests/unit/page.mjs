/** A page for modules that build elements: each test file has one window, with its names as globals, as in a browser. */

import { setMaxListeners } from "node:events";
import { Window } from "happy-dom";

/** The event class of Node, for targets that are not elements. */
export const NodeEvent = Event;

export const ADDRESS = "https://paper.example/article";

const view = /** @type {any} */ (new Window({ url: ADDRESS }));

const NAMES = [
  "document",
  "location",
  "Document",
  "Element",
  "HTMLElement",
  "HTMLScriptElement",
  "Node",
  "ShadowRoot",
  "MutationObserver",
];
const EVENTS = ["Event", "CustomEvent", "KeyboardEvent", "MouseEvent"];
const CALLS = ["addEventListener", "removeEventListener", "dispatchEvent", "getComputedStyle", "matchMedia"];

for (const name of [...NAMES, ...EVENTS]) give(name, view[name]);
for (const name of CALLS) give(name, view[name].bind(view));
for (const name of ["window", "parent", "self", "top"]) give(name, view);

/** happy-dom has no constructor of options. @param {string} text @param {string} value */
function Option(text, value) {
  return Object.assign(view.document.createElement("option"), { textContent: text, value });
}
give("Option", Option);

/**
 * Sets a global name. If Node has a global with this name, it is replaced.
 * @param {string} name
 * @param {unknown} value
 */
export function give(name, value) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

/**
 * Changes the address of the page without loading anything.
 * @param {string} address  relative to the page
 */
export function goTo(address) {
  view.happyDOM.setURL(new URL(address, ADDRESS).href);
}

/**
 * Replaces the content of the page's body, and returns its first element.
 * @param {string} markup  its first element is returned
 * @returns {any}
 */
export function stage(markup) {
  document.body.innerHTML = markup;
  return document.body.firstElementChild;
}

/**
 * Puts markup into a shadow root, where the parts of a figure are, and returns its first element.
 * @param {string} markup  its first element is returned
 * @returns {any}
 */
export function stageInShadow(markup) {
  const root = stage("<ban-spread></ban-spread>").attachShadow({ mode: "open" });
  root.innerHTML = markup;
  return root.firstElementChild;
}

/** The intents that the chart has received. @type {any[]} */
export const sent = [];
export const send = (/** @type {any} */ intent) => void sent.push(intent);

/**
 * Puts the parts of a figure on the page, and empties the list of intents.
 * @template {{root: HTMLElement}} Parts
 * @param {Parts} parts
 */
export function stageParts(parts) {
  sent.length = 0;
  stageInShadow("<div></div>").append(parts.root);
  return parts;
}

/** A signal that is never aborted. */
export const forever = new AbortController().signal;
// A chart uses one signal for all of its listeners. Node would report this as a leak.
setMaxListeners(0);
