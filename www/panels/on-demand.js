/**
 * The buttons whose work is in the supplement: sharing, the picture, sound. Until the supplement is there, a press loads
 * it, and is repeated then.
 */

import { ButtonFeedback } from "./button-feedback.js";
import { setAttribute } from "../base/dom.js";
import { supplement } from "../loading/arrived.js";

export class OnDemand {
  #equipped = false;
  #busy = false;

  /**
   * @param {import("../types.js").Parts["controls"]} parts
   * @param {object} to
   * @param {() => Promise<unknown>} to.load  loads the supplement
   * @param {(supplement: import("../types.js").Supplement) => void} to.equip  gives the buttons their work
   * @param {(words: string, instead?: string) => void} to.say  announces words politely
   * @param {import("../i18n/words.js").Words} to.words
   * @param {AbortSignal} to.signal
   */
  constructor({ share, download, sound }, to) {
    this.to = to;
    this.feedback = new ButtonFeedback(to.say);
    sound.hidden = typeof globalThis.AudioContext !== "function";
    setAttribute(sound, "aria-pressed", "false");
    for (const button of [share, download, sound]) {
      button.addEventListener("click", () => this.#press(button), { signal: to.signal });
    }
    this.equip();
  }

  /** Does nothing until the supplement has arrived. */
  equip() {
    if (this.#equipped || !supplement || this.to.signal.aborted) return;
    this.#equipped = true;
    this.to.equip(supplement);
  }

  /** @param {HTMLElement} button */
  async #press(button) {
    if (this.#equipped || this.#busy) return;
    this.#busy = true;
    const failed = await this.to.load().catch(() => true);
    this.#busy = false;
    this.equip();
    if (this.#equipped) button.click();
    else if (failed === true && !this.to.signal.aborted) this.feedback.show(button, this.to.words.text("part_failed"));
  }
}
