/** The whole history of the selected entity, with every source, doubt and correction. */

import { inline, make, setText, setTaggedText, interpolate } from "../base/dom.js";
import { buildEntry, buildMark, buildSources, joinDots, listenDates } from "./entry.js";
import { Related } from "./related.js";

export class History {
  #shown = "";
  /** The days of the events in the list. @type {number[]} */
  #days = [];
  /** What the line about the state says, as JSON. */
  #state = "";

  /**
   * @param {import("../types.js").Parts["details"]} parts
   * @param {object} to
   * @param {import("../types.js").Send} to.send
   * @param {(id: string) => void} to.open  shows another entity's history
   * @param {(byKey: boolean) => void} to.close
   * @param {() => import("../types.js").NewestEvents|undefined} to.newest  the events of the open history
   * @param {import("../i18n/words.js").Words} to.words
   * @param {AbortSignal} to.signal
   */
  constructor(parts, { send, open, close, newest, words, signal }) {
    this.parts = parts;
    this.newest = newest;
    this.words = words;
    this.related = new Related(parts.related, { open, words, signal });
    listenDates(parts.entries, send, signal);
    // The `detail` of a click is the number of presses of a pointer. A click by a key has 0.
    parts.close.addEventListener("click", ({ detail }) => close(detail === 0), { signal });
    parts.history.addEventListener(
      "keydown",
      (event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        close(true);
      },
      { signal },
    );
  }

  /**
   * @param {import("../types.js").Description} description
   * @param {import("../types.js").Swatch} swatch
   * @param {boolean} fresh  colours or words have changed
   */
  render({ selected, range }, swatch, fresh) {
    const { history, name, state, footnote, entries } = this.parts;
    // Colours and words may have changed while the history was closed.
    fresh ||= Boolean(history.hidden);
    history.hidden = selected === null;
    if (!selected) return;
    setText(name, selected.name);
    this.#renderState(state, selected, swatch, fresh);
    setTaggedText(footnote, selected.footnote ?? "");
    footnote.hidden = selected.footnote === null;
    this.related.render(selected, swatch, fresh);
    if (selected.id !== this.#shown || fresh) {
      const newest = this.newest();
      if (!newest) return;
      this.#shown = selected.id;
      this.#days = newest.entries.map(({ day }) => day);
      entries.replaceChildren(...newest.entries.map((entry) => buildHistoryEntry(entry, swatch, this.words)));
      if (newest.left) entries.append(make("li", {}, this.words.count("more", newest.left)));
    }
    // The rows stay if only the date changes, so that screen readers keep their place.
    this.#days.forEach((day, n) => {
      const future = day > range.value;
      entries.children[n].toggleAttribute("data-future", future);
      /** @type {HTMLElement} */ (entries.children[n].querySelector(".later")).hidden = !future;
    });
  }

  /**
   * @param {HTMLElement} state
   * @param {import("../types.js").EntityHistory} selected
   * @param {import("../types.js").Swatch} swatch
   * @param {boolean} fresh
   */
  #renderState(state, { status, index, since, grounds }, swatch, fresh) {
    const now = JSON.stringify([status, since, grounds]);
    if (now === this.#state && !fresh) return;
    this.#state = now;
    const pattern = since ? this.words.fill("status_since", { status: "{text}", since }) : "{text}";
    state.replaceChildren(swatch(index), make("span", {}, ...joinDots(interpolate(pattern, status), grounds)));
  }
}

/**
 * @param {import("../types.js").Entry} entry
 * @param {import("../types.js").Swatch} swatch
 * @param {import("../i18n/words.js").Words} words
 */
function buildHistoryEntry(entry, swatch, words) {
  const later = make("span", { class: "visually-hidden later" }, words.text("later"));
  const title = make("p", { class: "what-title" }, inline(entry.title));
  const row = buildEntry(entry, words, title, ...buildMark(entry, swatch, entry.grounds !== null), later);
  const what = /** @type {HTMLElement} */ (row.lastElementChild);
  if (entry.grounds) what.append(make("p", { class: "remark" }, ...joinDots(entry.status, entry.grounds)));
  if (entry.text) what.append(make("p", { class: "text" }, inline(entry.text)));
  const terms = entry.terms.map((sentence) => words.fill("stop", { sentence })).join(" ");
  if (terms) what.append(make("p", { class: "remark terms" }, terms));
  if (entry.caution) {
    what.append(make("p", { class: "remark caution" }, ...interpolate(words.text("caution"), entry.caution)));
  }
  what.append(...entry.corrections.map((text) => make("p", { class: "remark correction" }, inline(text))));
  what.append(buildSources(entry.sources));
  return row;
}
