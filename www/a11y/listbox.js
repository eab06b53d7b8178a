/** The tiles for assistive technology: options that lie exactly over the drawn tiles. */

import { make, place, setAttribute, setTaggedAttribute } from "../base/dom.js";

export class Listbox {
  /** @type {Map<string, HTMLElement>} */
  #options = new Map();
  /** The ids of the tiles that the filter leaves out. @type {Set<string>} */
  #left = new Set();
  /** The id of the tile with the focus. @type {string|null} */
  #focus = null;
  /** The option of the selected entity. @type {HTMLElement|undefined} */
  #current;
  /** Their current positions. @type {import("../types.js").Tile[]} */
  tiles = [];

  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
  }

  /**
   * Places the options.
   * @param {import("../types.js").Tile[]} tiles
   * @returns {boolean}  whether some options are new and have no name yet
   */
  arrange(tiles) {
    const old = this.#options;
    this.tiles = tiles;
    this.#options = new Map();
    for (const tile of tiles) {
      const option = old.get(tile.id) ?? make("div", { role: "option", id: `tile-${tile.id}` });
      place(option, tile);
      this.#options.set(tile.id, option);
    }
    const options = [...this.#options.values()];
    const same = options.length === this.root.children.length && options.every((it, n) => this.root.children[n] === it);
    // `replaceChildren` takes all options out of the document for a moment, also the active one.
    if (!same) this.root.replaceChildren(...options);
    return tiles.some(({ id }) => !old.has(id));
  }

  /** The tiles that the filter shows. */
  get shown() {
    return this.tiles.filter(({ id }) => !this.#left.has(id));
  }

  /**
   * Names the options, and hides those without a name. The option with the focus stays: otherwise a screen reader would
   * have no place when the date changes under a filter.
   * @param {import("../types.js").TaggedText[]} names
   */
  name(names) {
    let n = 0;
    this.#left.clear();
    for (const [id, option] of this.#options) {
      const name = names[n++];
      option.hidden = !name && id !== this.#focus;
      if (name) setTaggedAttribute(option, "aria-label", name);
      else this.#left.add(id);
    }
  }

  /**
   * @param {string} id
   * @param {import("../types.js").TaggedText} name
   */
  rename(id, name) {
    const option = this.#options.get(id);
    if (!option) return;
    option.hidden = false;
    setTaggedAttribute(option, "aria-label", name);
  }

  /**
   * Scrolls list and page as far as an option is out of sight.
   * @param {string} id
   */
  reveal(id) {
    this.#options.get(id)?.scrollIntoView({ block: "nearest" });
  }

  /**
   * Scrolls the list as far as an option is out of sight. The page does not move: an article may have asked for the option
   * while its reader scrolls.
   * @param {string} id
   */
  scrollTo(id) {
    const { root } = this;
    const { offsetTop: top, offsetHeight = 0 } = this.#options.get(id) ?? {};
    if (top === undefined) return;
    const bottom = top + offsetHeight - root.clientHeight;
    root.scrollTop = Math.min(top, Math.max(bottom, root.scrollTop));
  }

  /** @param {import("../types.js").Description} description */
  render({ focus, selected }) {
    const before = this.#options.get(this.#focus ?? "");
    if (before && this.#focus !== focus) before.hidden = this.#left.has(/** @type {string} */ (this.#focus));
    this.#focus = focus;
    if (focus && this.#options.has(focus)) setAttribute(this.root, "aria-activedescendant", `tile-${focus}`);
    else this.root.removeAttribute("aria-activedescendant");
    const current = this.#options.get(selected?.id ?? "");
    if (current === this.#current) return;
    this.#current?.removeAttribute("aria-current");
    // With `aria-selected`, screen readers would leave the history that opens, and follow the selection to its option.
    current?.setAttribute("aria-current", "true");
    this.#current = current;
  }
}
