/** How near an element is to the viewport. Elements that are far away load nothing and are not painted again. */

import { readKnown } from "../base/attributes.js";
import { readLink } from "../base/link.js";

/**
 * Reports whether an element is visible, first immediately and then at each change.
 * @param {Element} element
 * @param {(seen: boolean) => void} changed
 * @param {AbortSignal} signal
 * @param {IntersectionObserverInit} [around]
 */
export function watchVisibility(element, changed, signal, around) {
  const observer = new IntersectionObserver((entries) => {
    const { isIntersecting, boundingClientRect } = entries[entries.length - 1];
    // Browsers also report an element without width if it is in the viewport.
    changed(isIntersecting && boundingClientRect.width > 0);
  }, around);
  observer.observe(element);
  signal.addEventListener("abort", () => observer.disconnect());
  return observer;
}

/**
 * Does the same with a margin of one viewport beyond each edge: readers rarely scroll further while the engine loads.
 * @param {Element} element
 * @param {(near: boolean) => void} changed
 * @param {AbortSignal} signal
 */
export function watchNearViewport(element, changed, signal) {
  // With both margins, a scroller that fills the viewport would have two. Not every browser has `scrollMargin`.
  const margin = "scrollMargin" in IntersectionObserver.prototype ? "scrollMargin" : "rootMargin";
  const observer = watchVisibility(element, changed, signal, { [margin]: "100%" });
  // An element in the viewport that only gets a width causes no new report, so it must be observed again.
  const size = new ResizeObserver(() => {
    observer.unobserve(element);
    observer.observe(element);
  });
  size.observe(element);
  signal.addEventListener("abort", () => size.disconnect());
}

/**
 * Waits until an element is near. An element that loads eagerly, or that the address of the page names, does not wait.
 * An element that is printed waits no longer.
 * @param {HTMLElement} host
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
export function whenNearViewport(host, signal) {
  const asked = () => readKnown(host, "loading") === "eager" || readLink(host) !== null;
  if (asked()) return Promise.resolve();
  const waiting = new AbortController();
  const until = { signal: waiting.signal };
  signal.addEventListener("abort", () => waiting.abort(), until);
  return new Promise((resolve) => {
    const near = () => {
      waiting.abort();
      resolve();
    };
    watchNearViewport(host, (is) => is && near(), waiting.signal);
    addEventListener("hashchange", () => asked() && near(), until);
    addEventListener("beforeprint", near, until);
  });
}
