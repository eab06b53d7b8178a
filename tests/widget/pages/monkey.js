// Ten figures on a page for random actions: what the actions find on it, and what must always hold. It is loaded after the
// stage.
{
  /** The largest difference between a canvas and its place, in CSS pixels: both are rounded. */
  const ROUNDED = 1.5;
  /** Parts that a random press can hit. Menus and date fields open a window of the browser, which no page can close. */
  const PRESSABLE = "button, [role=tab], [role=option], summary, input:not([type=date], .field), th, td, .plot, canvas";

  /** Removed figures, by id. @type {Map<string, Host>} */
  const away = new Map();
  const find = (/** @type {string} */ id) => away.get(id) ?? document.getElementById(id);
  const all = () => /** @type {Host[]} */ ([...document.querySelectorAll("ban-spread")]);
  const rootOf = (/** @type {Host} */ { shadowRoot }) => shadowRoot.querySelector(".root");
  const isSeen = (/** @type {Element} */ element) => element.getClientRects().length > 0;

  // A link would lead away from the page.
  const stay = (/** @type {Event} */ event) => {
    if (event.composedPath().some((target) => target instanceof HTMLAnchorElement)) event.preventDefault();
  };
  addEventListener("click", stay, { capture: true });
  addEventListener("auxclick", stay, { capture: true });

  /** What does not hold for a figure. @param {Host} host */
  const complaintsOf = (host) => {
    const { state = "" } = rootOf(host).dataset;
    if (state === "ready") return [...complaintsOfDate(host), ...complaintsOfCanvas(host)];
    // A hidden figure is drawn when it is seen.
    if (!isSeen(host)) return [];
    if (state === "loading") return ["it loads for ever"];
    const says = host.shadowRoot.querySelector(".notice").textContent !== "";
    const keeps = rootOf(host).hasAttribute("data-left") || isSeen(host.querySelector("p"));
    return [...(says ? [] : ["it has failed and does not say so"]), ...(keeps ? [] : ["its fallback is hidden"])];
  };

  /** @param {Host} host */
  const complaintsOfDate = ({ date, shadowRoot }) => {
    /** @type {HTMLInputElement} */
    const field = shadowRoot.querySelector(".field.day");
    /** @type {HTMLInputElement} */
    const range = shadowRoot.querySelector(".range");
    const lies = date !== null && field.min <= date && date <= field.max;
    const { min, max, valueAsNumber: value } = range;
    const ranges = Number(min) <= value && value <= Number(max);
    return [
      ...(lies ? [] : [`its date ${date} is not from ${field.min} to ${field.max}`]),
      ...(ranges ? [] : [`its range has ${value}, not from ${min} to ${max}`]),
    ];
  };

  /** Of a figure that is near: others are drawn when they come near. @param {Host} host */
  const complaintsOfCanvas = (host) => {
    const { top, bottom } = host.getBoundingClientRect();
    if (!isSeen(host) || bottom < 0 || top > innerHeight) return [];
    const canvases = /** @type {HTMLCanvasElement[]} */ ([
      ...host.shadowRoot.querySelectorAll(".map canvas, .timeline canvas"),
    ]);
    return canvases.filter(isSeen).flatMap((canvas) => {
      const { offsetWidth: width, offsetHeight: height } = canvas;
      const place = canvas.parentElement?.clientWidth ?? 0;
      const fits = Math.abs(width - place) <= ROUNDED;
      const sharp =
        Math.abs(canvas.width / devicePixelRatio - width) <= ROUNDED &&
        Math.abs(canvas.height / devicePixelRatio - height) <= ROUNDED;
      const words = `a canvas of ${canvas.width} x ${canvas.height} pixels is ${width} x ${height} in ${place}`;
      return fits && sharp ? [] : [words];
    });
  };

  window.monkey = {
    /** Puts figures with these datasets on the page. */
    begin(sources) {
      for (const [n, src] of sources.entries()) {
        const attributes = { id: `n${n}`, loading: "eager", ...(src && { src }) };
        window.mount({ attributes, children: "<p>Two countries ban it.</p>" });
      }
    },

    /** Whether no visible figure loads. */
    settled: () => all().every((host) => rootOf(host).dataset.state !== "loading" || !isSeen(host)),

    /** The states of all figures, by id. */
    states: () => Object.fromEntries([...all(), ...away.values()].map((host) => [host.id, host.state])),

    /** What does not hold. */
    complaints: () => [
      ...window.watched.faults,
      ...all().flatMap((host) => complaintsOf(host).map((words) => `${host.id}: ${words}`)),
    ],

    /** The middle of a part of a figure that can be pressed, by a random number. Null if the figure has none. */
    part(id, random) {
      const host = find(id);
      const parts = [...host.shadowRoot.querySelectorAll(PRESSABLE)].filter((part) => part.checkVisibility());
      const part = parts[Math.floor(random * parts.length)];
      if (!host.isConnected || !part) return null;
      part.scrollIntoView({ block: "center", behavior: "instant" });
      const { left, top, width, height } = part.getBoundingClientRect();
      return window.monkey.inside({ x: left + width / 2, y: top + height / 2 });
    },

    /** A point of a figure, by two random numbers. */
    point(id, across, down) {
      const host = find(id);
      if (!host.isConnected) return null;
      host.scrollIntoView({ block: down < 0.5 ? "start" : "end", behavior: "instant" });
      const { left, top, width, height } = host.getBoundingClientRect();
      return window.monkey.inside({ x: left + width * across, y: top + height * down });
    },

    /** The middle of a part of a figure that does not scroll by itself. */
    still(id) {
      const host = find(id);
      if (!host.isConnected || !isSeen(host)) return null;
      const drawn = ["map", "groups"].includes(String(host.view)) && rootOf(host).dataset.state === "ready";
      const part = drawn ? host.shadowRoot.querySelector(".map") : host.shadowRoot.querySelector(".title");
      const seen = isSeen(part) ? part : host;
      seen.scrollIntoView({ block: "center", behavior: "instant" });
      const { left, top, width, height } = seen.getBoundingClientRect();
      return window.monkey.inside({ x: left + width / 2, y: top + height / 2 });
    },

    /** The nearest point in the window, in whole pixels. */
    inside: ({ x, y }) => ({
      x: Math.round(Math.min(Math.max(x, 1), innerWidth - 2)),
      y: Math.round(Math.min(Math.max(y, 1), innerHeight - 2)),
    }),

    /** Gives a part the focus, by a random number. */
    focus(id, random) {
      const parts = find(id).shadowRoot.querySelectorAll("button, [tabindex='0'], input:not([type=date], .field)");
      parts[Math.floor(random * parts.length)]?.focus();
    },

    /** The figure with the focus, and the one at a point. */
    touched: (point) =>
      [document.activeElement, point && document.elementFromPoint(point.x, point.y)]
        .map((element) => element?.closest("ban-spread")?.id)
        .filter((id) => id !== undefined),

    remove(id) {
      const host = find(id);
      if (away.has(id)) return;
      away.set(id, host);
      host.remove();
    },

    /** Puts a figure before another one, or at the end. */
    insert(id, other) {
      const host = find(id);
      away.delete(id);
      const next = other === id || away.has(other) ? null : find(other);
      if (next) next.before(host);
      else document.getElementById("stage").append(host);
    },

    /** Sets a property, an attribute or the style of a figure, or calls a method. */
    set: (id, name, value) => void Object.assign(find(id), { [name]: value }),
    write: (id, name, value) => (value === null ? find(id).removeAttribute(name) : find(id).setAttribute(name, value)),
    call: (id, name) => void (/** @type {any} */ (find(id))[name]()),

    /** Brings all figures back, and the page to its first look. */
    restore() {
      for (const id of [...away.keys()]) window.monkey.insert(id, id);
      document.documentElement.removeAttribute("style");
      document.documentElement.removeAttribute("dir");
      for (const host of all()) host.style.display = "";
    },
  };
}
