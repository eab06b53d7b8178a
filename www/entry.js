/** One row of a list: when, which status, what, who says so. */

import { make } from "./dom.js";

/**
 * @param {{date: string|null, iso?: string, day: number|null}} event
 * @param {HTMLElement} title
 * @param {...(Node|string)} mark
 */
export function buildEntry({ date, iso, day }, title, ...mark) {
  const goes = { type: "button", "data-day": String(day) };
  const when = make(day === null ? "span" : "button", { class: "when", ...(day === null ? {} : goes) });
  if (date) when.append(iso ? make("time", { datetime: iso }, date) : date);
  return make(
    "li",
    { class: "entry", part: "entry" },
    when,
    make("span", { class: "mark" }, ...mark),
    make("div", { class: "what" }, title),
  );
}

/**
 * "TechCrunch, August 2018; Reuters": linked where there is an address.
 * @param {import("./types.js").SourceLine[]} sources
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
export function buildLink(url, text) {
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
  list.addEventListener(
    "click",
    ({ target }) => {
      const day = /** @type {Element} */ (target).closest("button")?.dataset.day;
      if (day !== undefined) send({ day: Number(day) });
    },
    { signal },
  );
}
