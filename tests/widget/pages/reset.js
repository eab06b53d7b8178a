// Resets the stage for the next test. If a test has left something that cannot be reset, `resetStage` names it, and the
// page is loaded again. This script is loaded after everything that changes the objects of the browser.
{
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  /**
   * Listeners on targets that outlast a test, by type, if nothing ends them. The package ends its own listeners with a
   * signal.
   * @type {Map<EventTarget, Map<string, number>>}
   */
  const listeners = new Map();
  /** @type {(target: EventTarget, type: string, options: any, more: number) => void} */
  const count = (target, type, options, more) => {
    const lasts = target === window || target === document || first?.elements.some(({ element }) => element === target);
    if (!lasts || options?.signal || options?.once) return;
    const own = listeners.get(target) ?? new Map();
    listeners.set(target, own.set(type, (own.get(type) ?? 0) + more));
  };
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    count(this ?? window, type, options, 1);
    return addEventListener.call(this ?? window, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    count(this ?? window, type, options, -1);
    return removeEventListener.call(this ?? window, type, listener, options);
  };

  /** The pointer stays where a test has left it, so an element that appears below it would be hovered. */
  let pointed = false;
  addEventListener.call(window, "pointermove", () => (pointed = true), { capture: true });

  /** Properties that tests replace. */
  /** @type {Record<string, object>} */
  const owners = { document, navigator, console, history, Object, Intl, WebAssembly, URL, CSS, Math, JSON };
  const classes = ["EventTarget", "Node", "Element", "HTMLElement", "Document", "Navigator", "HTMLCanvasElement"];
  classes.push("CanvasRenderingContext2D", "HTMLAnchorElement", "HTMLButtonElement");
  for (const name of classes) owners[name] = Reflect.get(window, name).prototype;
  const globals = ["fetch", "matchMedia", "open", "requestAnimationFrame", "cancelAnimationFrame", "getComputedStyle"];
  globals.push("ResizeObserver", "IntersectionObserver", "MutationObserver", "AudioContext", "Worker", "getSelection");
  globals.push(
    "Intl",
    "WebAssembly",
    "setTimeout",
    "clearTimeout",
    "scrollTo",
    "print",
    "mount",
    "define",
    "keepPlaces",
  );

  /** Properties that drivers add to a page. */
  const isOfDriver = (/** @type {string} */ name) => /^(ret_nodes|se_exported|\$?cdc_)/.test(name);
  const attributesOf = (/** @type {Element} */ element) =>
    [...element.attributes].map(({ name, value }) => [name, value]);

  /** Whether a class is that of the package, because tests replace it. @param {object} own */
  const isOurs = (own) => Object.hasOwn(own, "wasmUrl");

  /** Values that a test can change without leaving a trace, by name. */
  const look = () => {
    const found = new Map();
    for (const name of Object.getOwnPropertyNames(window))
      found.set(name, (globals.includes(name) || name.startsWith("on")) && Reflect.get(window, name));
    for (const [owner, object] of Object.entries(owners)) {
      for (const key of Reflect.ownKeys(object)) {
        const { value, get } = Object.getOwnPropertyDescriptor(object, key) ?? {};
        found.set(`${owner}.${String(key)}`, get ?? value);
      }
    }
    for (const name of ["innerWidth", "innerHeight", "devicePixelRatio"]) found.set(name, Reflect.get(window, name));
    const own = customElements.get("ban-spread");
    if (own) found.set("BanSpreadElement", isOurs(own));
    for (const [name, value] of Object.entries(own ?? {})) found.set(`BanSpreadElement.${name}`, value);
    return found;
  };

  /** @typedef {{element: Element, attributes: string[][], nodes: Node[]}} Kept */
  /** @type {{url: string, elements: Kept[], look: Map<string, unknown>}|undefined} */
  let first;
  const begin = () => {
    const elements = [document.documentElement, ...document.querySelectorAll("html *")].map((element) => {
      return { element, attributes: attributesOf(element), nodes: [...element.childNodes] };
    });
    first = { url: location.href, elements, look: look() };
  };
  addEventListener.call(document, "DOMContentLoaded", () => setTimeout(begin));
  customElements.whenDefined("ban-spread").then((own) => {
    first?.look.set("BanSpreadElement", true);
    for (const [name, value] of Object.entries(own)) first?.look.set(`BanSpreadElement.${name}`, value);
  });

  /** @param {Kept} kept */
  const restore = ({ element, attributes, nodes }) => {
    const isSame =
      element.childNodes.length === nodes.length && nodes.every((node, n) => node === element.childNodes[n]);
    if (!isSame) element.replaceChildren(...nodes);
    for (const [name] of attributesOf(element)) {
      if (!attributes.some(([own]) => own === name)) element.removeAttribute(name);
    }
    for (const [name, value] of attributes) if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  };

  /** Names what the previous test has left and its late faults, and whether the pointer has been over the page. */
  window.resetStage = async () => {
    const start = first;
    if (!start) return { left: ["the beginning"], faults: [], moved: false };
    // The rest of an address sets a policy or a date, so a page with another rest is another page.
    const { search, hash } = new URL(start.url);
    if (search || hash) return { left: [search + hash], faults: [], moved: false };
    start.elements.forEach(restore);
    document.adoptedStyleSheets = [];
    // A removed element ends a moment later, and so does what it has started.
    for (let n = 0; n < 2; n++) await new Promise((done) => setTimeout(done));
    if (location.href !== start.url) history.replaceState(null, "", start.url);
    getSelection()?.removeAllRanges();
    // Tab continues from the element that had the focus last. Here it must be the beginning of the page.
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.blur();
    document.body.removeAttribute("tabindex");
    scrollTo(0, 0);
    const faults = window.watched.faults.splice(0);
    window.watched.events.length = 0;
    performance.getEntriesByType = () => {
      throw new Error("what this page has loaded was loaded for another test: mount the element with fresh: true");
    };
    // The elements are gone. What is left can belong to the page, such as the loading of the supplement once a page:
    // without its timer it would never come.
    window.clock.pass(1000);
    window.clock.clear();

    const now = look();
    const names = new Set([...now.keys(), ...start.look.keys()]);
    const changed = [...names].filter((name) => !isOfDriver(name) && !Object.is(now.get(name), start.look.get(name)));
    const types = [...listeners.values()].flatMap((own) => [...own]).filter(([, number]) => number !== 0);
    const heard = types.map(([type]) => `a listener to ${type}`);
    const moved = pointed;
    pointed = false;
    return { left: [...changed, ...heard], faults, moved };
  };
}
