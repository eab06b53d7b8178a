/** The page around this one: nobody else is told anything, and to nobody else is listened. */

import { FAILED, Refusal } from "./refusal.js";

/** What is wrong with a dataset, or with its file. */
const OF_DATASETS = ["dataset-load", "invalid-dataset", "engine-fault"];

export class Host {
  /** Whether this page is in a frame at all. */
  there = parent !== window;
  /** The page around has chosen the dataset. */
  chosen = false;

  /**
   * @param {string|null} origin  the only one that is spoken with; null for whichever it is
   * @param {string} allowed  those of other origins that the publisher lets know all, apart by spaces; `*` for any
   */
  constructor(origin, allowed) {
    this.origin = origin === null ? null : canonical(origin);
    const origins = allowed.split(/\s+/);
    // Nobody else hears what is said to this origin alone. Where the page around is from is not known otherwise.
    const named = this.origin !== null && origins.includes(this.origin);
    /** Whether the page around may know all about the dataset. */
    this.trusted = !this.there || isOwn() || named || origins.includes("*");
  }

  /**
   * Tells what happens to the element.
   * @param {string} event
   * @param {any} detail
   */
  tell(event, detail) {
    this.post({ type: "ban-spread", event, detail });
  }

  /**
   * Tells what the element itself has said, as far as the page around may know it. Whether a date or an id changes
   * something would tell of the dataset, too.
   * @param {string} event
   * @param {any} detail
   */
  relay(event, detail) {
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

/** @param {string} origin */
function canonical(origin) {
  const found = URL.canParse(origin) ? new URL(origin).origin : "null";
  if (found !== "null") return found;
  throw new Refusal("invalid-message", null, 'The parameter "origin" is not an origin such as https://example.org.');
}
