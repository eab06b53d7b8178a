/** The latest changes up to the date, newest first, in a list of fixed height: what does not fit is left out. */

import { make } from "./dom.js";
import { buildEntry, buildSources, listenDates } from "./entry.js";

export class Changes {
  #shown = "";

  /**
   * @param {import("./template.js").Parts["details"]} parts
   * @param {object} to
   * @param {import("./types.js").Send} to.send
   * @param {(id: string) => void} to.open  shows an entity's history
   * @param {AbortSignal} to.signal
   */
  constructor(parts, { send, open, signal }) {
    this.parts = parts;
    listenDates(parts.list, send, signal);
    parts.list.addEventListener("click", ({ target }) => {
      const id = /** @type {Element} */ (target).closest("button")?.dataset.entity;
      if (id !== undefined) open(id);
    }, { signal });
  }

  /**
   * @param {import("./types.js").Description} description
   * @param {import("./types.js").Swatch} swatch
   * @param {boolean} fresh  colours, words or width have changed
   */
  render({ changes, selected }, swatch, fresh) {
    this.parts.changes.hidden = selected !== null;
    if (selected) return;
    const shown = changes.map(({ entity, day, title }) => `${entity} ${day} ${title}`).join("\n");
    if (shown === this.#shown && !fresh) return;
    this.#shown = shown;
    this.parts.list.replaceChildren(...changes.map((change) => buildChange(change, swatch)));
    this.parts.none.hidden = changes.length > 0;
    this.#hideWhatDoesNotFit();
  }

  /** A row that is cut off must not take the focus either. */
  #hideWhatDoesNotFit() {
    const { list } = this.parts;
    const room = list.clientHeight;
    const rows = /** @type {HTMLElement[]} */ ([...list.children]);
    const bottoms = rows.map((row) => row.offsetTop + row.offsetHeight);
    rows.forEach((row, n) => row.toggleAttribute("data-cut", bottoms[n] > room + 1));
  }
}

/**
 * @param {import("./types.js").Change} change
 * @param {import("./types.js").Swatch} swatch
 */
function buildChange(change, swatch) {
  const title = make("button", { class: "what-title", type: "button", "data-entity": change.entity }, change.title);
  const row = buildEntry(change, title, swatch);
  row.lastElementChild?.append(buildSources(change.sources));
  return row;
}
