/** The count of the first status as a short tone during playback, if the reader asks for it. */

import { setAttribute } from "../base/dom.js";

/** The frequency of a count of 0, in hertz. */
const LOWEST = 220;
/** Semitones of a pentatonic scale, in which any two tones sound well together. */
const SCALE = [0, 2, 4, 7, 9];
/** Steps of the scale from 0 to the largest count of any day. */
const STEPS = 15;
/** Seconds in which a tone rises, and its length. It fades, because a sudden end would click. */
const RISE = 0.02;
const LENGTH = 0.4;
const LOUDNESS = 0.08;

export class Sound {
  /** @type {AudioContext|undefined} */
  #audio;
  #count = -1;

  /**
   * @param {HTMLElement} button
   * @param {AbortSignal} signal
   */
  constructor(button, signal) {
    button.hidden = typeof globalThis.AudioContext !== "function";
    const press = (/** @type {boolean} */ on) => {
      this.#audio?.close();
      this.#audio = on ? new AudioContext() : undefined;
      setAttribute(button, "aria-pressed", String(on));
    };
    press(false);
    // Browsers allow sound only after a press of the reader.
    button.addEventListener("click", () => press(!this.#audio), { signal });
    signal.addEventListener("abort", () => press(false));
  }

  /** @param {import("../types.js").Description} description */
  render({ playing, legend: [{ count, most }] }) {
    const changed = count !== this.#count;
    this.#count = count;
    // Playback pauses on a hidden page, so nothing sounds there.
    if (this.#audio && playing && changed) sound(this.#audio, Math.round((count / most) * STEPS));
  }
}

/**
 * @param {AudioContext} audio
 * @param {number} step  of the scale
 */
function sound(audio, step) {
  const [tone, volume, now] = [audio.createOscillator(), audio.createGain(), audio.currentTime];
  const octave = Math.floor(step / SCALE.length);
  tone.frequency.value = LOWEST * 2 ** (octave + SCALE[step % SCALE.length] / 12);
  volume.gain.setValueAtTime(0, now);
  volume.gain.linearRampToValueAtTime(LOUDNESS, now + RISE);
  volume.gain.linearRampToValueAtTime(0, now + LENGTH);
  tone.connect(volume).connect(audio.destination);
  tone.start(now);
  tone.stop(now + LENGTH);
}
