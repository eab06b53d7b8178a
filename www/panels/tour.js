/**
 * The tour of a dataset: a quiet button, or the current step. All steps overlap in the same place, so that nothing
 * moves.
 */

import { inline, make, plain, setAttribute, setText } from "../base/dom.js";

export class Tour {
  /** @type {number|null} */
  #index = null;
  /**
   * What is not announced yet: the text of a step, in the language of its title, or what holds at the end of the tour.
   * @type {import("../types.js").TaggedText|null}
   */
  #words = null;

  /**
   * @param {import("../types.js").Parts["tour"]} parts
   * @param {object} to
   * @param {import("../types.js").Send} to.send
   * @param {() => void} to.flush  updates everything now
   * @param {import("../i18n/words.js").Words} to.words
   * @param {AbortSignal} to.signal
   */
  constructor(parts, { send, flush, words, signal }) {
    this.parts = parts;
    this.words = words;
    const { start, previous, next, end, open } = parts;
    /** @param {HTMLElement} button @param {() => number|null} step @param {HTMLElement} then */
    const listen = (button, step, then) =>
      button.addEventListener(
        "click",
        () => {
          // `aria-disabled` does not stop clicks.
          if (button.getAttribute("aria-disabled") === "true") return;
          send({ tour: step() });
          flush();
          // The pressed button may be hidden now.
          then.focus();
          // The text of the step is below its buttons.
          open.scrollIntoView({ block: "nearest" });
        },
        { signal },
      );
    listen(start, () => 0, next);
    listen(previous, () => (this.#index ?? 0) - 1, previous);
    listen(next, () => (this.#index ?? 0) + 1, next);
    listen(end, () => null, start);
  }

  /**
   * @param {import("../types.js").Description} description
   * @param {import("../types.js").Info} info
   * @param {boolean} fresh  words may have changed
   */
  render({ step: index, spoken }, { steps: all }, fresh) {
    const { root, start, open, count, previous, next, steps } = this.parts;
    root.hidden = all.length === 0;
    start.hidden = index !== null;
    open.hidden = index === null;
    if (fresh) {
      steps.replaceChildren(...all.map(buildStep));
      const text = this.words.count("start_tour", all.length);
      setText(start, text);
      // Screen readers would read the dot.
      setAttribute(start, "aria-label", text.replace(" ·", ","));
    }
    if (index === this.#index && !fresh) return;
    if (index !== null) {
      const place = this.words.fill("step_of", { n: index + 1, m: all.length });
      // The count includes the date of the step, because the reader may have moved to another date.
      setText(count, `${place} · ${all[index].date}`);
      setAttribute(previous, "aria-disabled", String(index === 0));
      setAttribute(next, "aria-disabled", String(index === all.length - 1));
      [...steps.children].forEach((step, n) => setAttribute(step, "aria-hidden", String(n !== index)));
      const { title, text } = all[index];
      const sentences = [place, all[index].date, plain(title)].map((sentence) => this.words.fill("stop", { sentence }));
      const told = [...sentences, plain(text ?? "")].join(" ");
      if (index !== this.#index) this.#words = typeof title === "string" ? told : { ...title, text: told };
    } else if (this.#index !== null) this.#words = spoken;
    this.#index = index;
  }

  /** Returns the text of a new step, or of the end, once. */
  takeWords() {
    const words = this.#words;
    this.#words = null;
    return words;
  }
}

/** @param {import("../types.js").Step} step */
function buildStep({ title, text }) {
  const step = make("div", { class: "step" }, make("p", { class: "step-title" }, inline(title)));
  if (text) step.append(make("p", {}, inline(text)));
  return step;
}
