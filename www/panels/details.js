/** The part below the controls: the latest changes or, in their place, the history of one entity. */

import { Changes } from "./changes.js";
import { History } from "./history.js";

export class Details {
  /** The element that had the focus before a history opened. @type {HTMLElement|null} */
  #opener = null;

  /**
   * @param {import("../types.js").Parts} parts
   * @param {object} to
   * @param {import("../types.js").Send} to.send
   * @param {() => void} to.flush  updates everything now
   * @param {import("../i18n/words.js").Words} to.words
   * @param {AbortSignal} to.signal
   */
  constructor(parts, { send, flush, words, signal }) {
    this.parts = parts;
    this.send = send;
    this.flush = flush;
    const open = (/** @type {string} */ id) => this.open(id);
    const close = (/** @type {boolean} */ byKey) => this.#close(byKey);
    this.changes = new Changes(parts.details, { send, open, words, signal });
    this.history = new History(parts.details, { send, open, close, words, signal });
  }

  /**
   * Shows the history of an entity and moves the focus to the history.
   * @param {string} id
   */
  open(id) {
    const { root, details } = this.parts;
    const opener = /** @type {HTMLElement|null} */ (/** @type {ShadowRoot} */ (root.getRootNode()).activeElement);
    // If one history opens another one, the focus later returns to the opener of the first history.
    if (!details.history.contains(opener)) this.#opener = opener;
    this.send({ select: id });
    this.flush();
    details.history.focus();
  }

  /** @param {boolean} byKey  if true, the focus returns to the opener */
  #close(byKey) {
    this.send({ select: null });
    this.flush();
    if (!byKey) return;
    const opener = this.#opener?.isConnected ? this.#opener : this.parts.map.tiles;
    opener.focus();
  }

  /**
   * @param {import("../types.js").Description} description
   * @param {import("../types.js").Swatch} swatch
   * @param {boolean} fresh
   */
  render(description, swatch, fresh) {
    this.changes.render(description, swatch, fresh);
    this.history.render(description, swatch, fresh);
  }
}
