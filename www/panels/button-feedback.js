/** The feedback of a button: a text that is beside the button for a short time and is announced. */

/** How long the text is visible, in milliseconds. */
const SAID = 2000;

export class ButtonFeedback {
  /** @type {Timer} */
  #timer = 0;
  /** Removes the last text. This also happens if the chart has ended before. */
  #end = () => {};

  /**
   * @param {(words: string, instead?: string) => void} say  announces words politely; with `instead` only if these
   * words are the last announcement
   */
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
