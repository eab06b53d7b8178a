/** How near an element is to what the reader sees: far ones load nothing and are not painted anew. */

import { readKnown } from "../base/attributes.js";
import { readLink } from "../base/link.js";

/**
 * Reports whether an element is in sight, at first and at every change.
 * @param {Element} element
 * @param {(seen: boolean) => void} changed
 * @param {AbortSignal} signal
 * @param {IntersectionObserverInit} [around]
 */
export function watchVisibility(element, changed, signal, around) {
  const observer = new IntersectionObserver((entries) => {
    const { isIntersecting, boundingClientRect } = entries[entries.length - 1];
    // Browsers report something of no width, too, where it lies in the window.
    changed(isIntersecting && boundingClientRect.width > 0);
  }, around);
  observer.observe(element);
  signal.addEventListener("abort", () => observer.disconnect());
  return observer;
}

/**
 * The same with a margin of one window beyond each edge: readers rarely flick further while the engine comes.
 * @param {Element} element
 * @param {(near: boolean) => void} changed
 * @param {AbortSignal} signal
 */
export function watchNearViewport(element, changed, signal) {
  // The margin of scrollers is one of the window as well, so that both would add up. Not every browser has it.
  const margin = "scrollMargin" in IntersectionObserver.prototype ? "scrollMargin" : "rootMargin";
  const observer = watchVisibility(element, changed, signal, { [margin]: "100%" });
  // Something in the window that only gets a width begins no intersection: it has to be asked again.
  const size = new ResizeObserver(() => {
    observer.unobserve(element);
    observer.observe(element);
  });
  size.observe(element);
  signal.addEventListener("abort", () => size.disconnect());
}

/**
 * Waits until an element is near. One that loads eagerly, or that the page's address asks for, need not wait; one that
 * is printed need not any longer.
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
