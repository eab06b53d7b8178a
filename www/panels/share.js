/** Share and download: a link to the current state, and the picture as a file. Neither sends a request to a server. */

import { ButtonFeedback } from "./button-feedback.js";
import { make, plain } from "../base/dom.js";
import { writeLink } from "../base/link.js";

/** After this time, in milliseconds, a browser has certainly saved the file. */
const SAVED = 10_000;

export class Share {
  /**
   * @param {import("../types.js").Parts["controls"]} parts
   * @param {object} to
   * @param {HTMLElement} to.host
   * @param {() => import("../types.js").Description & import("../types.js").Info} to.describe
   * @param {(canvas: HTMLCanvasElement) => void} to.draw  the whole figure
   * @param {(words: string, instead?: string) => void} to.say  announces words politely
   * @param {import("../i18n/words.js").Words} to.words
   * @param {AbortSignal} to.signal
   */
  constructor(parts, to) {
    this.parts = parts;
    this.to = to;
    this.feedback = new ButtonFeedback(to.say);
    const { signal } = to;
    parts.share.addEventListener("click", () => this.#share(), { signal });
    parts.download.addEventListener("click", () => this.#download(), { signal });
    parts.link.addEventListener("blur", () => (parts.link.hidden = true), { signal });
  }

  async #share() {
    const { share, link } = this.parts;
    const { words } = this.to;
    const url = writeLink(this.to.host, this.to.describe());
    try {
      if (navigator.share && matchMedia("(pointer: coarse)").matches) return await navigator.share({ url });
      await navigator.clipboard.writeText(url);
      this.feedback.show(share, words.text("copied"));
    } catch (error) {
      // The reader has cancelled sharing.
      if (/** @type {Error} */ (error).name === "AbortError") return;
      link.hidden = false;
      link.value = url;
      link.focus();
      link.select();
      this.to.say(words.text("copy_this"));
    }
  }

  #download() {
    const { download } = this.parts;
    const { words } = this.to;
    try {
      const canvas = make("canvas", { dir: "ltr" });
      const name = nameOf(this.to.describe());
      this.to.draw(canvas);
      canvas.toBlob((blob) => {
        if (!blob) return this.feedback.show(download, words.text("no_picture"));
        save(blob, name);
        // A sandboxed frame may prevent downloads without an error.
        if (origin === "null" && self !== top) this.feedback.show(download, words.text("no_saving"));
      });
    } catch {
      this.feedback.show(download, words.text("no_picture"));
    }
  }
}

/** @param {import("../types.js").Description & import("../types.js").Info} description */
function nameOf({ title, iso }) {
  const words =
    plain(title)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return ["banspread", ...words.slice(0, 8), iso].join("-") + ".png";
}

/**
 * @param {Blob} blob
 * @param {string} name
 */
function save(blob, name) {
  const href = URL.createObjectURL(blob);
  make("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), SAVED);
}
