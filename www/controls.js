/** Play, previous and next change, and the date field: everything a drag does, without dragging. */

import { setAttribute, setText } from "./dom.js";
import { WORDS } from "./words.js";

export class Controls {
  #playing = false;

  /**
   * @param {import("./template.js").Parts["controls"]} parts
   * @param {object} to
   * @param {import("./types.js").Send} to.send
   * @param {(iso: string) => void} to.setDate
   * @param {AbortSignal} to.signal
   */
  constructor(parts, { send, setDate, signal }) {
    this.parts = parts;
    parts.play.addEventListener("click", () => send(this.#playing ? "pause" : "play"), { signal });
    parts.previous.addEventListener("click", () => send({ step: -1 }), { signal });
    parts.next.addEventListener("click", () => send({ step: 1 }), { signal });
    parts.date.addEventListener("change", () => {
      if (parts.date.value && parts.date.validity.valid) setDate(parts.date.value);
    }, { signal });
  }

  /**
   * @param {import("./types.js").Description} description
   * @param {(day: number) => string} isoOf
   */
  render(description, isoOf) {
    const { play, playWord, previous, next } = this.parts;
    this.#playing = description.playing;
    setText(playWord, description.playing ? WORDS.pause : WORDS.play);
    play.toggleAttribute("data-playing", description.playing);
    // Not `disabled`: that would take the focus away from a reader who steps to the last change.
    setAttribute(previous, "aria-disabled", String(!description.has_previous));
    setAttribute(next, "aria-disabled", String(!description.has_next));
    this.#renderDate(description, isoOf);
  }

  /**
   * @param {import("./types.js").Description} description
   * @param {(day: number) => string} isoOf
   */
  #renderDate({ iso, range }, isoOf) {
    const { date } = this.parts;
    setAttribute(date, "min", isoOf(range.min));
    setAttribute(date, "max", isoOf(range.max));
    // An equal value is left alone: writing it would move a typing reader back to the first field.
    if (date.value !== iso) date.value = iso;
  }
}
