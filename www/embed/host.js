/** The page around this one: nobody else is told anything, and to nobody else is listened. */

import { Refusal } from "./refusal.js";

export class Host {
  /** Whether this page is in a frame at all. */
  there = parent !== window;

  /** @param {string|null} origin  the only one that is spoken with; null for whichever it is */
  constructor(origin) {
    this.origin = origin && canonical(origin);
  }

  /**
   * Tells what happens to the element.
   * @param {string} event
   * @param {unknown} detail
   * @param {object|null} [state]  what it shows
   */
  tell(event, detail, state = null) {
    this.post({ type: "ban-spread", event, detail, state });
  }

  /** @param {unknown} message */
  post(message) {
    if (this.there) parent.postMessage(message, this.origin ?? "*");
  }

  /** @param {(data: any) => void} heard */
  listen(heard) {
    addEventListener("message", ({ data, source, origin }) => {
      if (this.there && source === parent && (!this.origin || origin === this.origin)) heard(data);
    });
  }
}

/** @param {string} origin */
function canonical(origin) {
  const found = URL.canParse(origin) ? new URL(origin).origin : "null";
  if (found !== "null") return found;
  throw new Refusal("bad-message", null, `origin is not an origin such as https://example.org: "${origin}"`);
}
