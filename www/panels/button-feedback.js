/** Feedback of a button: words beside it for a moment, and announced. */

/** How long it stands, in ms. */
const SAID = 2000;

export class ButtonFeedback {
  /** @type {Timer} */
  #timer = 0;
  /** Takes back what was said last. It stays on the button for so long even where the chart has gone. */
  #end = () => {};

  /** @param {(words: string, instead?: string) => void} say  politely; or only in the place of certain words */
  constructor(say) {
    this.say = say;
  }

  /**
   * @param {HTMLElement} button
   * @param {string} words
   */
  show(button, words) {
    clearTimeout(this.#timer);
    this.#end();
    button.dataset.said = words;
    this.say(words);
    this.#end = () => {
      delete button.dataset.said;
      this.say("", words);
    };
    this.#timer = setTimeout(() => this.#end(), SAID);
  }
}
