/** One row of a list: when, which status, what, who says so. */

import { inline, make } from "./dom.js";

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
    line.append(n > 0 ? "; " : "", ...buildSource(source));
  });
  return line;
}

/**
 * One source. Only addresses of the web become links, as a dataset may come from anywhere, and none with a user's name,
 * which can look like a host. An outlet with the name of another host than the link's has that one beside it.
 * @param {Pick<import("./types.js").SourceLine, "outlet"|"url"> & {date?: string|null}} source
 * @returns {(Node|string)[]}
 */
export function buildSource({ outlet, url, date }) {
  const words = [inline(outlet), date ? `, ${date}` : ""];
  if (!url || !/^https?:/i.test(url) || !URL.canParse(url)) return words;
  const { hostname, username, password } = new URL(url);
  if (username || password) return words;
  const link = make("a", { href: url, target: "_blank", rel: "noopener" }, ...words);
  const named = outlet.split(/[^\p{L}\p{M}\p{N}.-]+/u).filter((word) => /[^.]\.\p{L}{2,}$/u.test(word));
  return named.every((name) => isWithin(hostname, name)) ? [link] : [link, ` (${hostname})`];
}

/**
 * Whether a host is the one of this name or a part of it.
 * @param {string} host
 * @param {string} name
 */
function isWithin(host, name) {
  const href = `https://${name}`;
  const whole = URL.canParse(href) ? new URL(href).hostname.replace(/^www\./, "") : name;
  return `.${host}`.endsWith(`.${whole}`);
}

/**
 * A click on an entity's button shows its history.
 * @param {HTMLElement} list
 * @param {(id: string) => void} open
 * @param {AbortSignal} signal
 */
export function listenEntities(list, open, signal) {
  list.addEventListener(
    "click",
    ({ target }) => {
      const id = /** @type {Element} */ (target).closest("button")?.dataset.entity;
      if (id !== undefined) open(id);
    },
    { signal },
  );
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
