/** The whole history of the selected entity, with every source, doubt and correction. */

import { make, setText } from "./dom.js";
import { buildEntry, buildSources, listenDates } from "./entry.js";
import { Related } from "./related.js";
import { WORDS } from "./words.js";

export class History {
  #shown = "";

  /**
   * @param {import("./template.js").Parts["details"]} parts
   * @param {object} to
   * @param {import("./types.js").Send} to.send
   * @param {(id: string) => void} to.open  shows another entity's history
   * @param {(byKey: boolean) => void} to.close
   * @param {AbortSignal} to.signal
   */
  constructor(parts, { send, open, close, signal }) {
    this.parts = parts;
    this.related = new Related(parts.related, open, signal);
    listenDates(parts.entries, send, signal);
    parts.close.addEventListener("click", ({ detail }) => close(detail === 0), { signal });
    parts.history.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      close(true);
    }, { signal });
  }

  /**
   * @param {import("./types.js").Description} description
   * @param {import("./types.js").Swatch} swatch
   * @param {boolean} fresh  colours or words have changed
   */
  render({ selected }, swatch, fresh) {
    const { history, name, state, footnote, entries } = this.parts;
    history.hidden = selected === null;
    if (!selected) return;
    setText(name, selected.name);
    this.#renderState(state, selected, swatch, fresh);
    setText(footnote, selected.footnote ?? "");
    footnote.hidden = selected.footnote === null;
    this.related.render(selected, swatch, fresh);
    const future = selected.entries.filter((entry) => entry.future).length;
    const shown = `${selected.id} ${future}`;
    if (shown === this.#shown && !fresh) return;
    this.#shown = shown;
    entries.replaceChildren(...selected.entries.map((entry) => buildHistoryEntry(entry, swatch)));
  }

  /**
   * @param {HTMLElement} state
   * @param {import("./types.js").Selected} selected
   * @param {import("./types.js").Swatch} swatch
   * @param {boolean} fresh
   */
  #renderState(state, { status, index, since }, swatch, fresh) {
    const text = since ? `${status} ${since}` : status;
    if (state.textContent === text && !fresh) return;
    state.replaceChildren(swatch(index), text);
  }
}

/**
 * @param {import("./types.js").Entry} entry
 * @param {import("./types.js").Swatch} swatch
 */
function buildHistoryEntry(entry, swatch) {
  const mark = entry.status === null ? [] : [swatch(entry.index)];
  const row = buildEntry(entry, make("p", { class: "what-title" }, entry.title), ...mark);
  row.toggleAttribute("data-future", entry.future);
  const what = /** @type {HTMLElement} */ (row.lastElementChild);
  if (entry.text) what.append(make("p", { class: "text" }, entry.text));
  if (entry.terms.length > 0) what.append(make("p", { class: "remark terms" }, `${entry.terms.join(". ")}.`));
  if (entry.caution) what.append(make("p", { class: "remark caution" }, `${WORDS.caution}: ${entry.caution}`));
  what.append(...entry.corrections.map((words) => make("p", { class: "remark correction" }, words)));
  what.append(buildSources(entry.sources));
  return row;
}
