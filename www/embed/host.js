/** The page around this one: nobody else is told anything, and to nobody else is listened. */

import { Refusal } from "./refusal.js";

export class Host {
  /** Whether this page is in a frame at all. */
  there = parent !== window;
  #own = isOwn();

  /** @param {string|null} origin  the only one that is spoken with; null for whichever it is */
  constructor(origin) {
    this.origin = origin === null ? null : canonical(origin);
  }

  /**
   * Tells what happens to the element.
   * @param {string} event
   * @param {any} detail
   * @param {object|null} [state]  what it shows
   */
  tell(event, detail, state = null) {
    this.post({ type: "ban-spread", event, detail: this.#own ? detail : withhold(detail), state });
  }

  /** @param {unknown} message */
  post(message) {
    if (this.there) parent.postMessage(message, this.origin ?? "*");
  }

  /** @param {(data: any) => void} heard */
  listen(heard) {
    addEventListener("message", ({ data, source, origin }) => {
      if (this.there && source === parent && (this.origin === null || origin === this.origin)) heard(data);
    });
  }
}

/** Whether the page around is of this page's origin: of no other one anything can be read. */
function isOwn() {
  try {
    return parent.origin === origin;
  } catch {
    return false;
  }
}

/**
 * What a page of another origin may know. Any page can put any file of this origin into a frame, and what is wrong with
 * a dataset is told with its words.
 * @param {any} detail
 */
function withhold(detail) {
  if (!detail?.diagnostics) return detail;
  const quotes = !detail.cause && ["invalid-dataset", "engine-fault"].includes(detail.code);
  return { ...detail, diagnostics: [], ...(quotes && { message: "The frame itself shows what is wrong." }) };
}

/** @param {string} origin */
function canonical(origin) {
  const found = URL.canParse(origin) ? new URL(origin).origin : "null";
  if (found !== "null") return found;
  throw new Refusal("bad-message", null, `origin is not an origin such as https://example.org: "${origin}"`);
}
