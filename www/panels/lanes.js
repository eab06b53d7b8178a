/** The rows of "Who, when": the menu for their order, and the scrolling of their box. */

import { plain } from "../base/dom.js";
import { inOrder } from "../i18n/locale.js";

export class Lanes {
  #view = "";
  /** The row that had the focus last. @type {string|null} */
  #focus = null;
  /** The selected row. @type {string|undefined} */
  #selected;

  /**
   * @param {import("../types.js").Parts} parts
   * @param {object} to
   * @param {import("../types.js").Send} to.send
   * @param {import("../a11y/listbox.js").Listbox} to.listbox
   * @param {import("../i18n/words.js").Words} to.words
   * @param {AbortSignal} to.signal
   */
  constructor({ order }, { send, listbox, words, signal }) {
    this.menu = order.menu;
    this.send = send;
    this.listbox = listbox;
    this.words = words;
    const { root } = listbox;
    this.menu.addEventListener(
      "change",
      () => {
        root.scrollTop = 0;
        this.#sort();
      },
      { signal },
    );
    root.addEventListener("scroll", () => send({ scroll: root.scrollTop }), { signal });
    // A press on a row does not focus the list, because the list would then scroll to the row that had the focus last.
    root.addEventListener("mousedown", (event) => event.target === root || event.preventDefault(), { signal });
  }

  /**
   * @param {import("../types.js").Description} description
   * @param {boolean} fresh  words or data have changed
   */
  render({ legend, focus, selected, view }, fresh) {
    if (fresh) this.#build(legend);
    const comes = view !== this.#view;
    this.#view = view;
    if (view !== "lanes") return;
    // The order of names depends on the language. Another dataset begins with the order by its first status.
    if ((comes || fresh) && this.menu.selectedIndex > 0) this.#sort();
    // Some browsers keep the scroll position of the list, but the core begins at the top.
    if (comes) this.listbox.root.scrollTop = 0;
    // A step of the tour, a link or a page selects rows that may be out of sight.
    if (selected && (comes || selected.id !== this.#selected)) this.listbox.scrollTo(selected.id);
    this.#selected = selected?.id;
    if (focus && focus !== this.#focus) this.listbox.reveal(focus);
    this.#focus = focus;
  }

  /**
   * Builds the items: the statuses in the order of the legend, the latest change, the name.
   * @param {import("../types.js").LegendItem[]} legend
   */
  #build(legend) {
    const { menu, words } = this;
    const chosen = menu.value;
    const statuses = legend.filter(({ index }) => index >= 0);
    menu.replaceChildren(
      ...statuses.map(({ id, label }) => new Option(words.fill("sort_first", { status: plain(label) }), `:${id}`)),
      new Option(words.text("sort_latest"), "latest"),
      new Option(words.text("sort_name"), "name"),
    );
    menu.value = chosen;
    if (menu.selectedIndex < 0) menu.selectedIndex = 0;
  }

  #sort() {
    const { value } = this.menu;
    this.send({ sort: value === "latest" ? null : value === "name" ? this.#byName() : [value.slice(1)] });
  }

  /** The ids of the rows. */
  #byName() {
    return inOrder(this.listbox.tiles, this.words.lang).map(({ id }) => id);
  }
}
