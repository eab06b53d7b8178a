/**
 * The part below the controls: the latest changes or, in their place, the history of one entity. The history is in the
 * supplement. Until it has arrived, the changes stay.
 */

import { make } from "../base/dom.js";
import { supplement } from "../loading/arrived.js";
import { Changes } from "./changes.js";

export class Details {
  /** The element that had the focus before a history opened. @type {HTMLElement|null} */
  #opener = null;
  /** @type {import("./history.js").History|undefined} */
  #history;
  /** The entity for whose history the supplement was requested. @type {string|null} */
  #requested = null;
  /** Whether the focus then moves to the history. */
  #follows = false;
  /** The message after the supplement could not be loaded. */
  #missing = make("p", { class: "missing", "data-word": "part_failed" });

  /**
   * @param {import("../types.js").Parts} parts
   * @param {object} to
   * @param {import("../types.js").Send} to.send
   * @param {() => void} to.flush  updates everything now
   * @param {() => Promise<unknown>} to.load  loads the supplement
   * @param {() => import("../types.js").NewestEvents|undefined} to.newest  the events of the open history
   * @param {(words: string) => void} to.say  announces words politely
   * @param {import("../i18n/words.js").Words} to.words
   * @param {AbortSignal} to.signal
   */
  constructor(parts, to) {
    this.parts = parts;
    this.to = to;
    this.changes = new Changes(parts.details, { ...to, open: (id) => this.open(id) });
    to.signal.addEventListener("abort", () => this.#missing.remove());
  }

  get #focused() {
    return /** @type {ShadowRoot} */ (this.parts.root.getRootNode()).activeElement;
  }

  /**
   * Shows the history of an entity and moves the focus to the history.
   * @param {string} id
   */
  open(id) {
    const { history } = this.parts.details;
    const opener = /** @type {HTMLElement|null} */ (this.#focused);
    // If one history opens another one, the focus later returns to the opener of the first history.
    if (!history.contains(opener)) this.#opener = opener;
    this.#follows = true;
    this.to.send({ select: id });
    this.to.flush();
    history.focus();
  }

  /** @param {boolean} byKey  if true, the focus returns to the opener */
  #close(byKey) {
    this.#follows = false;
    this.to.send({ select: null });
    this.to.flush();
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
    const open = (/** @type {string} */ id) => this.open(id);
    const close = (/** @type {boolean} */ byKey) => this.#close(byKey);
    if (!supplement) {
      this.#request(description.selected?.id ?? null);
    } else if (!this.#history) {
      this.#missing.remove();
      this.#history = new supplement.History(this.parts.details, { ...this.to, open, close });
    }
    this.changes.render(this.#history ? description : { ...description, selected: null }, swatch, fresh);
    this.#history?.render(description, swatch, fresh);
  }

  /**
   * Loads the supplement once for each selection. If it does not come, nothing is selected any more, and the next
   * selection tries again.
   * @param {string|null} id
   */
  async #request(id) {
    const known = id === this.#requested;
    this.#requested = id;
    if (known || id === null) return;
    const failed = await this.to.load().catch(() => true);
    if (this.to.signal.aborted) return;
    this.#missing.remove();
    const stayed = this.#follows && this.#focused === this.#opener;
    this.#follows = false;
    if (failed) this.to.send({ select: null });
    this.to.flush();
    if (failed) {
      const { words, say } = this.to;
      this.#missing.textContent = words.text("part_failed");
      this.parts.details.root.prepend(this.#missing);
      say(words.text("part_failed"));
    } else if (stayed) this.parts.details.history.focus();
  }
}
