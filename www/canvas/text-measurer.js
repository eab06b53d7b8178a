/** How wide text is, where a browser gives no canvas to measure it on: about so. Nothing is drawn there anyway. */

/** Widths in ems, on the wide side: of a letter, and of one of a script whose letters fill a square. */
const [LETTER, SQUARE] = [0.6, 1];

/** Stands in for the part of a canvas's context that the core asks. */
export class TextMeasurer {
  /** As CSS writes it: weight, size, family. */
  font = "";

  /** @param {string} text */
  measureText(text) {
    const size = parseFloat(this.font.split(" ")[1]);
    const ems = [...text].reduce((sum, letter) => sum + (letter < "\u1100" ? LETTER : SQUARE), 0);
    return { width: ems * size };
  }
}
