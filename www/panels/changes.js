/**
 * The latest changes up to the date, newest first. During a comparison, the list shows instead which entities changed,
 * with their earlier and later status. In narrow figures the list is folded, below a button with the title of the
 * newest change.
 */

import { inline, interpolate, make, setTaggedText, setText } from "../base/dom.js";
import { buildEntry, buildMark, buildSources, listenDates, listenEntities } from "./entry.js";
import { buildBeforeAfter } from "./before-after.js";
import { setOpen } from "./fold.js";

/**
 * @typedef {import("../types.js").Swatch} Swatch
 * @typedef {import("../i18n/words.js").Words} Words
 */

/**
 * While the date runs, the list follows at this pace, in milliseconds: assistive technology gets several events for each
 * row, and nobody could read a row that leaves earlier.
 */
const PACE = 1500;

export class Changes {
  /** The list has followed less than a pace ago. @type {Timer} */
  #followed = 0;
  /** The rows by their content. While a handle moves, most rows stay. @type {Map<string, HTMLElement>} */
  #rows = new Map();
  /** The swatches of rows that have left: a new canvas takes longer than the rest of a row. @type {HTMLCanvasElement[]} */
  #spare = [];

  /**
   * @param {import("../types.js").Parts["details"]} parts
   * @param {object} to
   * @param {import("../types.js").Send} to.send
   * @param {(id: string) => void} to.open  shows an entity's history
   * @param {Words} to.words
   * @param {AbortSignal} to.signal
   */
  constructor(parts, { send, open, words, signal }) {
    this.parts = parts;
    this.words = words;
    const { fold, changes } = parts;
    fold.addEventListener("click", () => setOpen(fold, changes), { signal });
    listenDates(parts.list, send, signal);
    listenEntities(parts.list, open, signal);
  }

  /**
   * @param {import("../types.js").Description} description
   * @param {Swatch} swatch
   * @param {boolean} fresh  colours or words have changed
   */
  render({ changes, moved, selected, playing }, swatch, fresh) {
    const { changes: root, changesHeading, list, none, fold, foldName, newest } = this.parts;
    root.hidden = fold.hidden = selected !== null;
    if (fresh) {
      this.#rows.clear();
      list.replaceChildren();
      this.#spare = [];
    }
    if (selected || (playing && !fresh && this.#followed)) return;
    if (playing) this.#followed ||= setTimeout(() => (this.#followed = 0), PACE);
    const take = (/** @type {number} */ index) => {
      const place = this.#spare.findIndex(({ dataset }) => dataset.index === String(index));
      return place < 0 ? swatch(index) : this.#spare.splice(place, 1)[0];
    };
    const old = this.#rows;
    this.#rows = new Map();
    /** @template T @param {T[]} rows @param {(row: T, swatch: Swatch, words: Words) => HTMLElement} build */
    const keep = (rows, build) =>
      rows.map((row) => {
        const key = JSON.stringify(row);
        const element = old.get(key) ?? build(row, take, this.words);
        this.#rows.set(key, element);
        return element;
      });
    const rows = moved ? keep(moved, buildMoved) : keep(changes, buildChange);
    this.#put(rows);
    // A comparison opens the list. The list is then focusable, because a list without changes contains nothing
    // focusable.
    const comparing = moved !== null;
    if (list.hasAttribute("tabindex") !== comparing) {
      if (comparing) list.tabIndex = 0;
      else list.removeAttribute("tabindex");
      setOpen(fold, root, comparing);
    }
    for (const name of [changesHeading, foldName]) setText(name, this.words.text(moved ? "moved" : "changes"));
    setTaggedText(newest, moved ? "" : (changes[0]?.title ?? ""));
    setText(none, this.words.text(moved ? "nothing_moved" : "no_changes"));
    none.hidden = rows.length > 0;
  }

  /**
   * A row that stays does not leave the page: it keeps the focus, and a screen reader its place in it.
   * @param {HTMLElement[]} rows
   */
  #put(rows) {
    const { list } = this.parts;
    const { activeElement } = /** @type {ShadowRoot} */ (list.getRootNode());
    const stays = new Set(rows);
    for (const row of [.../** @type {HTMLCollectionOf<HTMLElement>} */ (list.children)]) {
      if (stays.has(row)) continue;
      row.remove();
      this.#spare.push(...row.querySelectorAll("canvas"));
    }
    rows.forEach((row, n) => {
      if (list.children[n] !== row) list.insertBefore(row, list.children[n] ?? null);
    });
    // A row loses the focus if it moves.
    if (list.contains(activeElement)) /** @type {HTMLElement} */ (activeElement).focus({ preventScroll: true });
  }
}

/**
 * @param {import("../types.js").Entry} change
 * @param {Swatch} swatch
 * @param {Words} words
 */
function buildChange(change, swatch, words) {
  const row = buildEntry(change, words, buildTitle(change.entity, change.title, words), ...buildMark(change, swatch));
  row.lastElementChild?.append(buildSources(change.sources));
  return row;
}

/**
 * @param {import("../types.js").Moved} moved
 * @param {Swatch} swatch
 * @param {Words} words
 */
function buildMoved(moved, swatch, words) {
  const { entity, name, from, from_index, to, to_index, title } = moved;
  const arrow = make("span", { class: "arrow" }, "→");
  const row = buildEntry(moved, words, buildTitle(entity, name, words), swatch(from_index), arrow, swatch(to_index));
  row.classList.add("moved");
  row.querySelector(".mark")?.setAttribute("aria-hidden", "true");
  row.lastElementChild?.append(make("p", { dir: "auto" }, ...buildBeforeAfter(words, inline(from), inline(to))));
  if (title) row.lastElementChild?.append(make("p", { class: "remark" }, inline(title)));
  return row;
}

/**
 * A button that opens an entity's history. Its name begins with a hidden word for that.
 * @param {string} entity
 * @param {import("../types.js").TaggedText} title
 * @param {Words} words
 */
function buildTitle(entity, title, words) {
  const parts = interpolate(words.text("history"), title).map((part) =>
    part && typeof part === "string" ? make("span", { class: "visually-hidden" }, part) : part,
  );
  return make("button", { class: "what-title", type: "button", "data-entity": entity }, ...parts);
}
