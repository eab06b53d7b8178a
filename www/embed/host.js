/** The page around this one. Only this page receives messages, and only its messages are accepted. */

import { FAILED, Refusal } from "./refusal.js";

/** Errors of a dataset or of its file. */
const OF_DATASETS = ["dataset-load", "invalid-dataset", "engine-fault"];

export class Host {
  /** Whether this page is in a frame at all. */
  there = parent !== window;
  /** The page around has chosen the dataset. */
  chosen = false;

  /**
   * @param {string|null} origin  the only origin that messages go to and come from; null for any
   * @param {string} allowed  origins that the publisher trusts with all details, separated by blanks; `*` for any
   */
  constructor(origin, allowed) {
    this.origin = origin === null ? null : canonical(origin);
    const origins = allowed.split(/\s+/);
    // Only this origin receives what is sent to it. The origin of the page around is not known in another way.
    const named = this.origin !== null && origins.includes(this.origin);
    /** Whether the page around may know everything about the dataset. */
    this.trusted = !this.there || isOwn() || named || origins.includes("*");
  }

  /**
   * Reports an event of this page.
   * @param {string} event
   * @param {any} detail
   */
  tell(event, detail) {
    this.post({ type: "ban-spread", event, detail });
  }

  /**
   * Reports an event of the element, as far as the page around may know it. Even whether a date or an id changes
   * something would reveal something about the dataset.
   * @param {string} event
   * @param {any} detail
   */
  relay(event, detail) {
    // The chart stays, and the message has words of the dataset.
    if (detail?.code === "dataset-refresh" && !this.trusted) return;
    if (event === "error") this.tell(event, this.#withhold(detail));
    else if (!this.secret) this.tell(event, detail);
    else if (event === "ready" || event === "state") this.tell(event, null);
  }

  /**
   * Any page can put any file of this origin into a frame. Of such a dataset it is told nothing, and chooses nothing that
   * changes the height by what is in the dataset.
   */
  get secret() {
    return this.chosen && !this.trusted;
  }

  /** @param {{code: string, cause: string|null, message: string, diagnostics: object[]}} detail */
  #withhold(detail) {
    if (this.trusted) return detail;
    if (!OF_DATASETS.includes(detail.code)) return { ...detail, diagnostics: [] };
    return { code: "dataset-load", cause: null, message: FAILED, diagnostics: [] };
  }

  /** @param {unknown} message */
  post(message) {
    if (this.there) parent.postMessage(message, this.origin ?? "*");
  }

  /** @param {(data: any) => void} heard */
  listen(heard) {
    // Other windows can send messages too, so the sender is checked.
    addEventListener("message", ({ data, source, origin }) => {
      if (this.there && source === parent && (this.origin === null || origin === this.origin)) heard(data);
    });
  }
}

/** Whether the page around has the origin of this page. The origin of any other page cannot be read. */
function isOwn() {
  try {
    return parent.origin === origin;
  } catch {
    return false;
  }
}

/** @param {string} origin */
function canonical(origin) {
  // The origin of a URL without a host is the text "null".
  const found = URL.canParse(origin) ? new URL(origin).origin : "null";
  if (found !== "null") return found;
  throw new Refusal("invalid-message", null, 'The parameter "origin" is not an origin such as https://example.org.');
}
