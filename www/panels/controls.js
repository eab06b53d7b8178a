/**
 * Play, previous and next change, compare, and the date fields. These controls do everything that a drag does, without
 * dragging.
 */

import { setAttribute, setText } from "../base/dom.js";
import { writeDays } from "./headline.js";

export class Controls {
  #playing = false;
  #comparing = false;

  /**
   * @param {import("../types.js").Parts["controls"]} parts
   * @param {object} to
   * @param {import("../types.js").Send} to.send
   * @param {(iso: string, handle: "day"|"compare") => void} to.setDate
   * @param {import("../i18n/words.js").Words} to.words
   * @param {AbortSignal} to.signal
   */
  constructor(parts, { send, setDate, words, signal }) {
    this.parts = parts;
    this.words = words;
    parts.play.addEventListener("click", () => send(this.#playing ? "pause" : "play"), { signal });
    parts.previous.addEventListener("click", () => send({ step: -1 }), { signal });
    parts.next.addEventListener("click", () => send({ step: 1 }), { signal });
    parts.compare.addEventListener("click", () => send({ compare: this.#comparing ? null : true }), { signal });
    for (const [field, handle] of /** @type {const} */ ([
      [parts.date, "day"],
      [parts.other, "compare"],
    ])) {
      field.addEventListener(
        "change",
        () => {
          // The value of the field is empty while the reader types an incomplete date.
          if (field.value && field.validity.valid) setDate(field.value, handle);
        },
        { signal },
      );
    }
  }

  /**
   * @param {import("../types.js").Description} description
   * @param {import("../types.js").Info} info
   */
  render(description, info) {
    const { root, play, playWord, day, previous, next, compare, otherGroup, other, date } = this.parts;
    const { iso, compare: compared } = description;
    this.#playing = description.playing;
    this.#comparing = compared !== null;
    setText(day, writeDays(description));
    day.toggleAttribute("data-period", compared !== null);
    setText(playWord, this.words.text(description.playing ? "pause" : "play"));
    play.toggleAttribute("data-playing", description.playing);
    // The button does not get `disabled`, because a reader who steps to the last change would then lose the focus.
    setAttribute(previous, "aria-disabled", String(!description.has_previous));
    setAttribute(next, "aria-disabled", String(!description.has_next));
    setAttribute(compare, "aria-pressed", String(this.#comparing));
    root.toggleAttribute("data-comparing", this.#comparing);
    // Assistive technology gets no event for each day of playback. Only the first picture needs its values at once.
    if (!description.playing || !date.value) renderField(date, info, iso);
    other.hidden = otherGroup.hidden = !compared;
    if (compared) renderField(other, info, compared.iso);
  }
}

/**
 * @param {HTMLInputElement} field
 * @param {import("../types.js").Info} info
 * @param {string} iso
 */
function renderField(field, { first, last }, iso) {
  setAttribute(field, "min", first);
  setAttribute(field, "max", last);
  // An equal value is not written again, because this would move the cursor of a typing reader to the first part of the
  // date.
  if (field.value !== iso) field.value = iso;
}
