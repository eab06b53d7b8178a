/** The tour of a dataset: a quiet button, or the step that is shown. All steps lie on one another, so nothing moves. */

import { inline, make, plain, setAttribute, setText } from "../base/dom.js";

export class Tour {
  /** @type {number|null} */
  #index = null;
  /** A step that has not been read aloud, in the language of its title. @type {import("../types.js").TaggedText|null} */
  #words = null;

  /**
   * @param {import("../types.js").Parts["tour"]} parts
   * @param {object} to
   * @param {import("../types.js").Send} to.send
   * @param {() => void} to.flush  brings everything up to date now
   * @param {import("../i18n/words.js").Words} to.words
   * @param {AbortSignal} to.signal
   */
  constructor(parts, { send, flush, words, signal }) {
    this.parts = parts;
    this.words = words;
    const { start, previous, next, end } = parts;
    /** @param {HTMLElement} button @param {() => number|null} step @param {HTMLElement} then */
    const listen = (button, step, then) =>
      button.addEventListener(
        "click",
        () => {
          // `aria-disabled` does not stop clicks.
          if (button.getAttribute("aria-disabled") === "true") return;
          send({ tour: step() });
          flush();
          // What was pressed may be gone now.
          then.focus();
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
  render({ step: index }, { steps: all }, fresh) {
    const { root, start, open, count, previous, next, steps } = this.parts;
    root.hidden = all.length === 0;
    start.hidden = index !== null;
    open.hidden = index === null;
    if (fresh) {
      steps.replaceChildren(...all.map(buildStep));
      setText(start, this.words.count("start_tour", all.length));
    }
    if (index === this.#index && !fresh) return;
    if (index !== null) {
      const place = this.words.fill("step_of", { n: index + 1, m: all.length });
      // With its date: the reader may have moved on from there.
      setText(count, `${place} · ${all[index].date}`);
      setAttribute(previous, "aria-disabled", String(index === 0));
      setAttribute(next, "aria-disabled", String(index === all.length - 1));
      [...steps.children].forEach((step, n) => setAttribute(step, "aria-hidden", String(n !== index)));
      const { title, text } = all[index];
      const sentences = [`${count.textContent}`, plain(title)].map((sentence) => this.words.fill("stop", { sentence }));
      const told = [...sentences, plain(text ?? "")].join(" ");
      if (index !== this.#index) this.#words = typeof title === "string" ? told : { ...title, text: told };
    }
    this.#index = index;
  }

  /** The words of a new step, once. */
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
