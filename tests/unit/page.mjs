/** A page for modules that build a little DOM: one window for each test file, whose names are global as in a browser. */

import { setMaxListeners } from "node:events";
import { Window } from "happy-dom";

/** Node's own events, for targets that are no elements. */
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

/**
 * Makes something a global name, in place of Node's own where there is one.
 * @param {string} name
 * @param {unknown} value
 */
export function give(name, value) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}

/**
 * Changes the page's address without loading anything.
 * @param {string} address  relative to the page
 */
export function goTo(address) {
  view.happyDOM.setURL(new URL(address, ADDRESS).href);
}

/**
 * An element in the page's body, which is emptied first.
 * @param {string} markup  its first element is returned
 * @returns {any}
 */
export function stage(markup) {
  document.body.innerHTML = markup;
  return document.body.firstElementChild;
}

/**
 * An element in a shadow root, as the parts of a figure are.
 * @param {string} markup  its first element is returned
 * @returns {any}
 */
export function stageInShadow(markup) {
  const root = stage("<ban-spread></ban-spread>").attachShadow({ mode: "open" });
  root.innerHTML = markup;
  return root.firstElementChild;
}

/** What is asked of the chart. @type {any[]} */
export const sent = [];
export const send = (/** @type {any} */ intent) => void sent.push(intent);

/**
 * Puts the parts of a figure on the page, of which nothing is asked yet.
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
// A chart hangs all that it listens to on one signal, which is no leak.
setMaxListeners(0);
