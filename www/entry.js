/** One row of a list of events: when, which status, what, who says so. */

import { make } from "./dom.js";

/**
 * @param {import("./types.js").Change|import("./types.js").Entry} event
 * @param {HTMLElement} title
 * @param {import("./types.js").Swatch} swatch
 */
export function buildEntry(event, title, swatch) {
  const date = make("button", { class: "when", type: "button", "data-day": String(event.day) });
  date.append(make("time", { datetime: event.iso }, event.date));
  const mark = make("span", { class: "mark" });
  if (event.status !== null) mark.append(swatch(event.index));
  const what = make("div", { class: "what" }, title);
  return make("li", { class: "entry", part: "entry" }, date, mark, what);
}

/**
 * "TechCrunch, August 2018; Reuters": linked where there is an address.
 * @param {import("./types.js").Source[]} sources
 */
export function buildSources(sources) {
  const line = make("p", { class: "sources", part: "sources" });
  sources.forEach((source, n) => {
    const text = source.date ? `${source.outlet}, ${source.date}` : source.outlet;
    line.append(n > 0 ? "; " : "", source.url ? buildLink(source.url, text) : text);
  });
  return line;
}

/**
 * Only addresses of the web become links: a dataset may come from anywhere.
 * @param {string} url
 * @param {string} text
 */
function buildLink(url, text) {
  if (!/^https?:\/\//i.test(url)) return text;
  return make("a", { href: url, target: "_blank", rel: "noopener" }, text);
}

/**
 * A click on a row's date goes to that day.
 * @param {HTMLElement} list
 * @param {import("./types.js").Send} send
 * @param {AbortSignal} signal
 */
export function listenDates(list, send, signal) {
  list.addEventListener("click", ({ target }) => {
    const day = /** @type {Element} */ (target).closest("button")?.dataset.day;
    if (day !== undefined) send({ day: Number(day) });
  }, { signal });
}
