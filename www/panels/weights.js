/** The switch beside the legend: whether the figure counts entities, or their weights such as people. */

import { setTaggedText } from "../base/dom.js";

export class Weights {
  /**
   * @param {import("../types.js").Parts["weights"]} parts
   * @param {object} to
   * @param {import("../types.js").Send} to.send
   * @param {AbortSignal} to.signal
   */
  constructor(parts, { send, signal }) {
    this.parts = parts;
    const { root, choices } = parts;
    root.addEventListener("change", () => send({ weighted: choices[1].box.checked }), { signal });
  }

  /**
   * @param {import("../types.js").Description} description
   * @param {import("../types.js").Info} info
   */
  render({ weighted }, { units }) {
    const { root, choices } = this.parts;
    root.hidden = units.length === 0;
    for (const [place, unit] of units.entries()) {
      setTaggedText(choices[place].text, unit);
      choices[place].box.checked = weighted === place > 0;
    }
  }
}
