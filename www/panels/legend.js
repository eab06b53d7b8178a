/**
 * The legend: a button for each status, with a swatch and the clause with the count, or with both counts during a
 * comparison. A pressed button shows only its status on the map. No data is not a status and has no button. Screen
 * readers read one hidden text for each item, which does not change while the date runs.
 */

import { make, plain, setAttribute, setTaggedText } from "../base/dom.js";

export class Legend {
  /** @type {Map<string, {button: HTMLElement, label: HTMLElement, spoken: HTMLElement}>} */
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
  render({ legend, filter, playing, weighted }, swatch, fresh) {
    this.#filter = filter;
    if (fresh || legend.length !== this.#items.size) this.#build(legend, swatch);
    const { words } = this;
    const write = (/** @type {number} */ n) => (weighted ? words.amount(n) : words.number(n));
    const missing = (/** @type {number} */ n, /** @type {number} */ most) =>
      Math.max(0, write(most).length - write(n).length);
    for (const { id, pattern, count, before, most } of legend) {
      const item = this.#items.get(id);
      if (!item) continue;
      const shown = `${before} ${count} ${weighted}`;
      if (item.label.dataset.shown !== shown || fresh) {
        const now = write(count);
        const counts = before === null ? [] : [write(before), " ", make("span", { class: "arrow" }, "→"), " "];
        // The forms for one and two may contain no number. During a comparison both numbers then follow the text.
        const [ahead, behind] = plain(pattern).split("{n}");
        const number = make("b", { class: "count" }, ...counts, now);
        number.hidden = behind === undefined && before === null;
        setTaggedText(item.label, pattern);
        item.label.replaceChildren(behind === undefined ? `${ahead} ` : ahead, number, behind ?? "");
        item.label.dataset.shown = shown;
        // The width is the same on every day, so that the number of rows of the legend does not change.
        item.button.style.marginInlineEnd = `${missing(count, most) + (before === null ? 0 : missing(before, most))}ch`;
      }
      if (!playing || fresh || item.spoken.dataset.weighted !== String(weighted)) {
        const both = before === null ? "" : words.fill("from_to", { from: write(before), to: write(count) });
        setSpoken(item.spoken, pattern, both || write(count), both);
        item.spoken.dataset.weighted = String(weighted);
      }
      if (item.button.localName === "button") setAttribute(item.button, "aria-pressed", String(id === filter));
    }
    this.root.toggleAttribute("data-filtered", filter !== null);
  }

  /**
   * Keeps the buttons of statuses that stay, so that the focus stays, too.
   * @param {import("../types.js").LegendItem[]} legend
   * @param {import("../types.js").Swatch} swatch
   */
  #build(legend, swatch) {
    const old = this.#items;
    this.#items = new Map();
    for (const { id, index } of legend) {
      const item = old.get(id) ?? buildItem(id, index < 0);
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
 * Writes the clause with its count, or with both counts, as one text.
 * @param {HTMLElement} element
 * @param {import("../types.js").TaggedText} pattern
 * @param {string} counts
 * @param {string} otherwise  follows a clause without a number
 */
function setSpoken(element, pattern, counts, otherwise) {
  const text = plain(pattern);
  const told = text.includes("{n}") ? text.replace("{n}", counts) : `${text} ${otherwise}`.trim();
  setTaggedText(element, typeof pattern === "string" ? told : { ...pattern, text: told });
}

/**
 * @param {string} id
 * @param {boolean} fixed  whether the item is not a button
 */
function buildItem(id, fixed) {
  const label = make("span", { class: "label", "aria-hidden": "true" });
  const spoken = make("span", { class: "visually-hidden" });
  const looks = { class: "status", part: "legend-item" };
  const button = fixed ? make("span", looks) : make("button", { ...looks, type: "button", "data-status": id });
  button.append(label, spoken);
  return { button, label, spoken };
}
