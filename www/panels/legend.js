/**
 * One quiet button a status: swatch, word, count, or both counts while comparing. Pressed, it leaves only that status
 * on the map. No data is no status and hence no button.
 */

import { make, setAttribute, setTaggedText } from "../base/dom.js";
import { buildBeforeAfter } from "./before-after.js";

export class Legend {
  /** @type {Map<string, {button: HTMLElement, label: HTMLElement, count: HTMLElement}>} */
  #items = new Map();
  /** @type {string|null} */
  #filter = null;

  /**
   * @param {HTMLElement} root
   * @param {object} to
   * @param {import("../types.js").Send} to.send
   * @param {import("../i18n/words.js").Words} to.words
   * @param {AbortSignal} to.signal
   */
  constructor(root, { send, words, signal }) {
    this.root = root;
    this.words = words;
    root.addEventListener(
      "click",
      ({ target }) => {
        const id = /** @type {Element} */ (target).closest("button")?.dataset.status;
        if (id !== undefined) send({ filter: id === this.#filter ? null : id });
      },
      { signal },
    );
  }

  /**
   * @param {import("../types.js").Description} description
   * @param {import("../types.js").Swatch} swatch
   * @param {boolean} fresh  colours or words have changed
   */
  render({ legend, filter }, swatch, fresh) {
    this.#filter = filter;
    if (fresh || legend.length !== this.#items.size) this.#build(legend, swatch);
    const { words } = this;
    for (const { id, count, before, most } of legend) {
      const item = this.#items.get(id);
      if (!item) continue;
      const shown = `${before} ${count}`;
      if (item.count.dataset.shown !== shown || fresh) {
        const now = words.number(count);
        item.count.replaceChildren(...(before === null ? [now] : buildBeforeAfter(words, words.number(before), now)));
        item.count.dataset.shown = shown;
        // As wide on every day, so that no row of the legend comes or goes.
        item.button.style.marginInlineEnd = `${missing(count, most) + (before === null ? 0 : missing(before, most))}ch`;
      }
      if (item.button.localName === "button") setAttribute(item.button, "aria-pressed", String(id === filter));
    }
    this.root.toggleAttribute("data-filtered", filter !== null);
  }

  /**
   * Keeps the buttons of statuses that stay, so that a reader's focus stays too.
   * @param {import("../types.js").LegendItem[]} legend
   * @param {import("../types.js").Swatch} swatch
   */
  #build(legend, swatch) {
    const old = this.#items;
    this.#items = new Map();
    for (const { id, label, index } of legend) {
      const item = old.get(id) ?? buildItem(id, index < 0);
      setTaggedText(item.label, label);
      item.button.querySelector("canvas")?.remove();
      item.button.prepend(swatch(index));
      this.#items.set(id, item);
    }
    const buttons = [...this.#items.values()].map(({ button }) => button);
    const same = buttons.every((button, n) => this.root.children[n] === button);
    if (!same || this.root.children.length !== buttons.length) this.root.replaceChildren(...buttons);
  }
}

/**
 * How many digits fewer a count has than the largest.
 * @param {number} count
 * @param {number} most
 */
function missing(count, most) {
  return String(most).length - String(count).length;
}

/**
 * @param {string} id
 * @param {boolean} plain
 */
function buildItem(id, plain) {
  const label = make("span", { class: "label" });
  const count = make("span", { class: "count", dir: "ltr" });
  const looks = { class: "status", part: "legend-item" };
  const button = plain ? make("span", looks) : make("button", { ...looks, type: "button", "data-status": id });
  button.append(label, " ", count);
  return { button, label, count };
}
