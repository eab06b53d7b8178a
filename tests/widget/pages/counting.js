// Counts what scripts on this page have started and not stopped. It is loaded before the package.
{
  const frame = requestAnimationFrame.bind(window);
  const listeners = new Set();
  const observed = new Set();
  /** @type {WebAssembly.Memory|undefined} */
  let memory;

  const report = () => ({
    listeners: listeners.size,
    observers: observed.size,
    memory: memory?.buffer.byteLength ?? 0,
    children: document.querySelectorAll("body *").length,
  });
  const counted = (window.counted = { frames: 0, frame, report });

  window.requestAnimationFrame = (callback) => {
    counted.frames++;
    return frame(callback);
  };

  // Listeners on an element's own nodes disappear with the nodes, so only listeners on the page count.
  const { addEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const outlives = !(this instanceof Node) || this === document || this === document.documentElement;
    const signal = typeof options === "object" ? options?.signal : undefined;
    if (outlives && !(this instanceof AbortSignal)) {
      const counted = { type };
      listeners.add(counted);
      // A reference to the signal would keep everything that belongs to it.
      if (signal) addEventListener.call(signal, "abort", () => listeners.delete(counted));
    }
    return addEventListener.call(this ?? window, type, listener, options);
  };

  for (const name of ["ResizeObserver", "IntersectionObserver", "MutationObserver"]) {
    /** @type {new (...args: any[]) => {observe(...what: any[]): void, disconnect(): void}} */
    const Observer = Reflect.get(window, name);
    const Counted = class extends Observer {
      /** @override @param {any[]} what */
      observe(...what) {
        observed.add(this);
        super.observe(...what);
      }

      /** @override */
      disconnect() {
        observed.delete(this);
        super.disconnect();
      }
    };
    Reflect.set(window, name, Counted);
  }

  const { instantiate } = WebAssembly;
  /** @param {[any, any]} from @returns {Promise<any>} */
  WebAssembly.instantiate = async (...from) => {
    /** @type {any} */
    const made = await instantiate(...from);
    memory = (made.instance ?? made).exports.memory;
    return made;
  };
}
