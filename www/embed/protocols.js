/** The protocols in which frames report their height to hosts. Hosts ignore protocols that they do not know. */

/** AMP refuses smaller heights. */
const LEAST = 100;
const RESIZER = "[iFrameSizer]";

export class Protocols {
  /** The name of the frame for Pym.js and for the listener of Datawrapper. */
  #id;
  /** The name of the frame for WordPress. */
  #secret = location.hash.match(/[?&]secret=(\w+)/)?.[1];
  /** The name of the frame for iframe-resizer, after its first message. @type {string|undefined} */
  #resized;
  /** The event in the next message to iframe-resizer. */
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
    // Its older listeners search for a frame with this text in its address.
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
   * True for a message that asks for the height: our own; that of WordPress when it starts listening; those of Pym.js
   * and iframe-resizer. The first message of iframe-resizer also has the name of the frame.
   * @param {any} data
   */
  hear(data) {
    if (typeof data !== "string") return data?.get === "height" || (data?.message === "ready" && "secret" in data);
    if (data.startsWith(RESIZER)) return this.#greet(data.slice(RESIZER.length));
    return data.startsWith(`pymxPYMx${this.#id}xPYMxwidth`);
  }

  /**
   * The first message is `ID:8:false:…`, later ones are `resize`.
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
