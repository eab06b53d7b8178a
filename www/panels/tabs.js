/** The tabs of the views: map, rows, groups, table. */

import { VIEWS } from "../base/attributes.js";
import { setAttribute, setText } from "../base/dom.js";

/** @typedef {typeof VIEWS[number]} View */

export class Tabs {
  /** @type {View[]} */
  #shown = [];
  /** @type {View} */
  #view = "map";

  /**
   * @param {import("../types.js").Parts["tabs"]} parts
   * @param {object} to
   * @param {import("../types.js").Send} to.send
   * @param {() => void} to.flush  updates everything now
   * @param {import("../i18n/words.js").Words} to.words
   * @param {AbortSignal} to.signal
   */
  constructor(parts, { send, flush, words, signal }) {
    this.parts = parts;
    this.words = words;
    for (const view of VIEWS) {
      parts[view].addEventListener("click", () => send({ view }), { signal });
    }
    parts.root.addEventListener(
      "keydown",
      (event) => {
        const view = this.#target(event);
        if (!view) return;
        event.preventDefault();
        send({ view });
        flush();
        parts[view].focus();
      },
      { signal },
    );
  }

  /**
   * @param {import("../types.js").Description} description
   * @param {import("../types.js").Info} info
   */
  render({ view }, { map, lanes, groups }) {
    this.#view = view;
    const shown = { map, lanes, groups, table: true };
    this.#shown = VIEWS.filter((name) => shown[name]);
    for (const name of VIEWS) {
      const tab = this.parts[name];
      tab.hidden = !this.#shown.includes(name);
      setAttribute(tab, "aria-selected", String(name === view));
      setAttribute(tab, "tabindex", name === view ? "0" : "-1");
    }
    for (const element of this.parts.named) {
      setAttribute(element, "aria-labelledby", `${view === "table" ? "map" : view}-tab`);
    }
    if (groups) {
      setText(this.parts.groupsName, groups.name);
      setText(this.parts.groupsCount, this.words.number(groups.count));
    }
  }

  /**
   * The view of the tab to which a key moves.
   * @param {KeyboardEvent} event
   */
  #target({ key, altKey, ctrlKey, metaKey }) {
    if (altKey || ctrlKey || metaKey) return undefined;
    const shown = this.#shown;
    const place = shown.indexOf(this.#view);
    const ahead = this.parts.root.matches(":dir(rtl)") ? "ArrowLeft" : "ArrowRight";
    const back = ahead === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    if (key === ahead) return shown[(place + 1) % shown.length];
    if (key === back) return shown[(place + shown.length - 1) % shown.length];
    return key === "Home" ? shown[0] : key === "End" ? shown[shown.length - 1] : undefined;
  }
}
