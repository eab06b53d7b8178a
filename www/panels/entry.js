/** One row of a list: when, which status, what, who says so. */

import { inline, make } from "../base/dom.js";

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
 * @param {import("../types.js").SourceLine[]} sources
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
 * @param {Pick<import("../types.js").SourceLine, "outlet"|"url"> & {date?: string|null}} source
 * @returns {(Node|string)[]}
 */
export function buildSource({ outlet, url, date }) {
  const words = [inline(outlet), date ? `, ${date}` : ""];
  // Only these protocols: a link with `javascript:` would run a script in the page.
  if (!url || !/^https?:/i.test(url) || !URL.canParse(url)) return words;
  const { hostname, username, password } = new URL(url);
  if (username || password) return words;
  const link = make("a", { href: url, target: "_blank", rel: "noopener" }, ...words);
  const own = withoutWww(hostname);
  return hostsIn(outlet).every((host) => host === own || isAbove(host, own)) ? [link] : [link, ` (${hostname})`];
}

/**
 * The words of a text that read as hosts, in letters that look like them, too.
 * @param {string} text
 */
function hostsIn(text) {
  const plain = text.normalize("NFKC").replace(/[\p{Default_Ignorable_Code_Point}\p{M}]/gu, "");
  const words = plain.replace(/[。・·‧]/g, ".").split(/[^\p{L}\p{N}.-]+/u);
  const hosts = words
    .map((word) => word.replace(/^[.-]+|[.-]+$/g, ""))
    .filter((word) => /\.(?=[^.]*\p{L})[^.]{2,}$|^\d+(\.\d+){3}$/u.test(word));
  return hosts.map((host) => withoutWww(URL.canParse(`https://${host}`) ? new URL(`https://${host}`).hostname : host));
}

/**
 * Whether one host is a part of another, such as `news.paper.example` of `paper.example`: not of a short one, as
 * `paper.co.uk` is of `co.uk`.
 * @param {string} host
 * @param {string} own
 */
function isAbove(host, own) {
  return own.endsWith(`.${host}`) && /[^.]{4}\.[^.]+$/.test(host);
}

/** @param {string} host */
function withoutWww(host) {
  return host.replace(/^www\./, "");
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
 * @param {import("../types.js").Send} send
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
