/** One row of a list: the date, the status, the title and the sources. */

import { inline, make, plain } from "../base/dom.js";

/**
 * The date is a button that shows it. The name of the button begins with a word for that.
 * @param {{date: string|null, iso?: string, day: number|null}} event
 * @param {import("../i18n/words.js").Words} words
 * @param {HTMLElement} title
 * @param {...(Node|string)} mark
 */
export function buildEntry({ date, iso, day }, words, title, ...mark) {
  const goes = { type: "button", "data-day": String(day), "aria-label": words.fill("show_day", { date: date ?? "" }) };
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
 * "Permitted · statement · core network". Texts that are missing are left out. Screen readers do not read the dots, also
 * those inside of texts of the core.
 * @param {...(import("../types.js").TaggedText|(Node|string)[]|null)} texts
 */
export function joinDots(...texts) {
  const parts = texts.flatMap((text) => {
    if (!text || Array.isArray(text)) return text ? [text] : [];
    const tag = typeof text === "string" ? null : text;
    return plain(text)
      .split(" · ")
      .map((part) => [inline(tag ? { ...tag, text: part } : part)]);
  });
  return parts.flatMap((part, n) => (n ? [" ", make("span", { "aria-hidden": "true" }, "·"), " ", ...part] : part));
}

/**
 * The mark of an event: the swatch of its status and, for screen readers, the word for it, if the title does not
 * contain that word.
 * @param {import("../types.js").Entry} event
 * @param {import("../types.js").Swatch} swatch
 * @param {boolean} [follows]  whether the word follows as text
 * @returns {Node[]}
 */
export function buildMark({ status, index, title }, swatch, follows = false) {
  if (status === null) return [];
  const told = follows || plain(title).includes(plain(status));
  return [swatch(index), ...(told ? [] : [make("span", { class: "visually-hidden" }, inline(status))])];
}

/**
 * "TechCrunch, August 2018; Reuters": a source with an address is a link.
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
 * One source. Only web addresses become links, because a dataset may come from anywhere. Addresses with a user name do
 * not become links, because a user name can look like a host. If the outlet contains the name of another host, the host
 * of the link is shown beside the outlet.
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
 * The words of a text that look like hosts, also if they are written with similar characters.
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
 * Whether `own` is a subdomain of `host`, such as `news.paper.example` of `paper.example`. A short host does not count:
 * `paper.co.uk` is not regarded as a subdomain of `co.uk`.
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
 * A click on the date of a row moves to that day.
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
