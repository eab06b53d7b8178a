/** The protocols in which frames tell their hosts a height. Hosts pass over those that they do not know. */

/** AMP refuses less. */
const LEAST = 100;
const RESIZER = "[iFrameSizer]";

export class Protocols {
  /** What Pym.js and Datawrapper's listener know the frame by. */
  #id;
  /** What WordPress knows it by. */
  #secret = location.hash.match(/[?&]secret=(\w+)/)?.[1];
  /** What iframe-resizer knows it by, once it has said so. @type {string|undefined} */
  #resized;
  /** What iframe-resizer is told has happened. */
  #event = "size";

  /** @param {URLSearchParams} query */
  constructor(query) {
    this.#id = query.get("childId") ?? query.get("id");
  }

  /** @param {number} height  in CSS pixels */
  *say(height) {
    const src = location.href;
    yield { type: "ban-spread", event: "height", detail: { height } };
    yield { sentinel: "amp", type: "embed-size", height: Math.max(height, LEAST) };
    // Its older listeners look for a frame with this in its address.
    yield { "datawrapper-height": { [this.#id ?? src]: height } };
    yield JSON.stringify({ src, context: "iframe.resize", height });
    yield JSON.stringify({ sender: "Flourish", context: "iframe.resize", method: "resize", height, src });
    yield JSON.stringify({ type: "set-height", value: height });
    if (this.#id !== null) yield `pymxPYMx${this.#id}xPYMxheightxPYMx${height}`;
    if (this.#secret) yield { secret: this.#secret, message: "height", value: height };
    if (this.#resized) yield `${RESIZER}${this.#resized}:${height}:${innerWidth}:${this.#event}`;
    this.#event = "size";
  }

  /**
   * True for a message that asks for the height: one of ours; WordPress's, once it listens; those of Pym.js and
   * iframe-resizer, whose first also says what the frame is called.
   * @param {any} data
   */
  hear(data) {
    if (typeof data !== "string") return data?.get === "height" || (data?.message === "ready" && "secret" in data);
    if (data.startsWith(RESIZER)) return this.#greet(data.slice(RESIZER.length));
    return data.startsWith(`pymxPYMx${this.#id}xPYMxwidth`);
  }

  /**
   * `ID:8:false:…` at first, later `resize`.
   * @param {string} words
   */
  #greet(words) {
    const [id, , ...more] = words.split(":");
    if (more.length > 0) {
      this.#resized = id;
      this.#event = "init";
    }
    return true;
  }
}
