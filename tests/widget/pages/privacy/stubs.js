// Records every use of an API that could store or send something about a reader. It is loaded before everything else.
window.touched = [];

{
  const note = (/** @type {object} */ owner, /** @type {string} */ name) => {
    const { get, set, value } = Object.getOwnPropertyDescriptor(owner, name) ?? {};
    if (!get && !value) return;
    const told = (/** @type {Function} */ act) =>
      /** @this {unknown} @param {unknown[]} args */
      function (...args) {
        touched.push(name);
        return act.apply(this, args);
      };
    Object.defineProperty(owner, name, {
      configurable: true,
      get: told(get ?? (() => value)),
      ...(set && { set: told(set) }),
    });
  };
  const kept = ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"];
  const sent = ["WebSocket", "EventSource", "RTCPeerConnection", "WebTransport", "XMLHttpRequest", "BroadcastChannel"];
  const run = ["Worker", "SharedWorker", "Image"];
  for (const name of [...kept, ...sent, ...run]) note(window, name);
  note(Document.prototype, "cookie");
  const asked = ["sendBeacon", "storage", "serviceWorker", "geolocation", "userAgentData"];
  for (const name of asked) note(Navigator.prototype, name);
}
