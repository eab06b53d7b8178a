// Puts the stage back to its beginning for the next test, unless a test has left something that cannot be taken back:
// then `resetStage` says so, and the page is loaded anew. Loaded after everything that changes what the browser has.
{
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  /** Listeners of the page that nothing ends by itself, by type. The package ends its own with a signal. */
  const listeners = new Map();
  const count = (target, type, options, more) => {
    const lasts = target === window || target === document || target === document.body;
    if (lasts && !options?.signal && !options?.once) listeners.set(type, (listeners.get(type) ?? 0) + more);
  };
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    count(this ?? window, type, options, 1);
    return addEventListener.call(this ?? window, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    count(this ?? window, type, options, -1);
    return removeEventListener.call(this ?? window, type, listener, options);
  };

  /** The pointer is where a test has left it: whatever comes to lie below it would be hovered. */
  let pointed = false;
  addEventListener.call(window, "pointermove", () => (pointed = true), { capture: true });

  /** What tests patch. */
  const patched = [document, navigator, console, history, Intl, WebAssembly, URL, CSS, Math, JSON];
  for (const { prototype } of [EventTarget, Node, Element, HTMLElement, Document, Navigator, Intl.DateTimeFormat]) {
    patched.push(prototype);
  }
  for (const name of ["HTMLCanvasElement", "CanvasRenderingContext2D", "HTMLAnchorElement", "HTMLButtonElement"]) {
    patched.push(window[name].prototype);
  }
  const globals = ["fetch", "matchMedia", "open", "requestAnimationFrame", "cancelAnimationFrame", "getComputedStyle"];
  globals.push("ResizeObserver", "IntersectionObserver", "MutationObserver", "AudioContext", "setTimeout", "Intl");
  globals.push("WebAssembly", "getSelection", "Worker", "print", "scrollTo", "mount", "define", "clearTimeout");

  /** What drivers keep in a page for themselves. */
  const isOfDriver = (name) => /^(ret_nodes|\$?cdc_)/.test(String(name));
  const attributesOf = (element) => [...element.attributes].map(({ name, value }) => [name, value]);
  const propertiesOf = (owner) => {
    const own = Object.getOwnPropertyDescriptors(owner);
    const keys = Reflect.ownKeys(own).filter((key) => !isOfDriver(key));
    return keys.flatMap((key) => [key, own[key].value, own[key].get, own[key].set]);
  };
  const isSame = (a, b) => a.length === b.length && a.every((value, n) => Object.is(value, b[n]));

  /** What the page is, as far as a test may change it without a trace. */
  const look = () => [
    ...Object.getOwnPropertyNames(window).filter((name) => !isOfDriver(name)),
    ...globals.map((name) => window[name]),
    ...patched.flatMap(propertiesOf),
    ...[innerWidth, innerHeight, devicePixelRatio, document.compatMode],
  ];
  const statics = () => Object.entries(customElements.get("ban-spread") ?? {}).flat();

  let first;
  let firstStatics;
  const begin = () => {
    const lasting = [document.documentElement, ...document.querySelectorAll("html *")];
    first = {
      url: location.href,
      title: document.title,
      elements: lasting.map((element) => ({
        element,
        attributes: attributesOf(element),
        nodes: [...element.childNodes],
      })),
      look: look(),
    };
  };
  addEventListener.call(document, "DOMContentLoaded", () => setTimeout(begin));
  customElements.whenDefined("ban-spread").then(() => (firstStatics = statics()));

  /** Whether the page is as at its beginning, and whether the pointer has been over it. */
  window.resetStage = async () => {
    if (!first) return { clean: false };
    for (const { element, attributes, nodes } of first.elements) {
      if (!isSame([...element.childNodes], nodes)) element.replaceChildren(...nodes);
      for (const [name] of attributesOf(element)) {
        if (!attributes.some(([own]) => own === name)) element.removeAttribute(name);
      }
      for (const [name, value] of attributes)
        if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    }
    document.adoptedStyleSheets = [];
    // An element that is removed ends a moment later, and what it has begun with it.
    for (let n = 0; n < 2; n++) await new Promise((done) => setTimeout(done));
    if (location.href !== first.url) history.replaceState(null, "", first.url);
    getSelection().removeAllRanges();
    // Tab goes on from what had the focus last: from the beginning of the page.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.blur();
    document.body.removeAttribute("tabindex");
    scrollTo(0, 0);
    window.watched.faults.length = window.watched.events.length = 0;
    performance.clearResourceTimings();
    window.clock.clear();
    const clean =
      [...listeners.values()].every((number) => number === 0) &&
      isSame(look(), first.look) &&
      isSame(statics(), firstStatics ?? statics());
    const moved = pointed;
    pointed = false;
    return { clean, moved };
  };
}
