/** The switch beside the legend: whether the figure counts entities, or their weights such as people. */

import { setAttribute, setTaggedText } from "../base/dom.js";

export class Weights {
  /**
   * @param {import("../types.js").Parts["weights"]} parts
   * @param {object} to
   * @param {import("../types.js").Send} to.send
   * @param {AbortSignal} to.signal
   */
  constructor(parts, { send, signal }) {
    this.parts = parts;
    for (const [place, choice] of parts.choices.entries()) {
      choice.addEventListener("click", () => send({ weighted: place > 0 }), { signal });
    }
  }

  /**
   * @param {import("../types.js").Description} description
   * @param {import("../types.js").Info} info
   */
  render({ weighted }, { units }) {
    const { root, choices } = this.parts;
    root.hidden = units.length === 0;
    for (const [place, unit] of units.entries()) {
      setTaggedText(choices[place], unit);
      setAttribute(choices[place], "aria-pressed", String(weighted === place > 0));
    }
  }
}
