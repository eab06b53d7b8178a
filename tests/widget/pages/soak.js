// Ten figures that are used for a long time. Animation frames come when the test draws, so that an hour of use takes
// minutes. It is loaded after the counters and before the package.
{
  /** The time between two frames, in ms. */
  const FRAME = 16;
  /** The number of positions of a drag. */
  const STEPS = 10;

  /** @type {Map<number, FrameRequestCallback>} */
  let waiting = new Map();
  let [last, now, operations] = [1, 1000, 0];
  window.requestAnimationFrame = (run) => {
    waiting.set(++last, run);
    return last;
  };
  window.cancelAnimationFrame = (handle) => void waiting.delete(handle);
  const draw = (count = 1) => {
    for (let n = 0; n < count; n++) {
      const due = waiting;
      waiting = new Map();
      now += FRAME;
      for (const run of due.values()) run(now);
    }
  };

  // Only pointers of the hardware can be captured.
  Element.prototype.setPointerCapture = () => {};

  const pen = CanvasRenderingContext2D.prototype;
  for (const name of [
    "clearRect",
    "fillRect",
    "strokeRect",
    "fill",
    "stroke",
    "fillText",
    "drawImage",
    "putImageData",
  ]) {
    const own = Reflect.get(pen, name);
    Reflect.set(
      pen,
      name,
      /** @this {unknown} @param {unknown[]} values */ function (...values) {
        operations++;
        return own.apply(this, values);
      },
    );
  }

  const all = () => /** @type {Host[]} */ ([...document.querySelectorAll("ban-spread")]);
  /** @param {Element} target @param {string} type @param {number} clientX @param {number} clientY */
  const point = (target, type, clientX, clientY) => {
    const about = { pointerId: 1, pointerType: "mouse", isPrimary: true, button: 0, bubbles: true, composed: true };
    target.dispatchEvent(new PointerEvent(type, { ...about, buttons: type === "pointerup" ? 0 : 1, clientX, clientY }));
  };

  /** A drag over the timeline, with a frame for each position. @param {Host} host @param {number} n */
  const drag = ({ shadowRoot }, n) => {
    const target = shadowRoot.querySelector(".timeline");
    const { left, top, width, height } = target.getBoundingClientRect();
    const at = (/** @type {number} */ step) => left + width * (((n * 7 + step * 3) % 29) / 29);
    point(target, "pointerdown", at(0), top + height / 2);
    for (let step = 1; step <= STEPS; step++) {
      point(target, "pointermove", at(step), top + height / 2);
      draw();
    }
    point(target, "pointerup", at(STEPS), top + height / 2);
    draw();
  };

  /**
   * What readers and pages do beside. Each gets a number that goes up by one whenever the same figure has the same action
   * again.
   * @type {((host: Host, n: number) => unknown)[]}
   */
  const ACTIONS = [
    (host) => host.next(),
    (host) => host.previous(),
    (host, n) => (host.compare = n % 2 ? "2020-03-01" : null),
    (host, n) => (host.filter = ["banned", "permitted", null][n % 3]),
    (host, n) => (host.selected = ["DE", "FR", null][n % 3]),
    (host, n) => (host.view = /** @type {const} */ (["lanes", "groups", "table", "map"])[n % 4]),
    (host, n) => (host.theme = n % 2 ? "dark" : "light"),
    (host, n) => (host.start = n % 2 ? "2020-03-01" : ""),
    (host, n) => (host.step = n % 2 ? 0 : null),
    (host) => {
      host.play();
      draw(20);
      host.pause();
    },
    ({ shadowRoot }, n) => {
      const { left, top, width, height } = shadowRoot.querySelector(".map").getBoundingClientRect();
      const target = shadowRoot.querySelector(".tiles");
      const about = { pointerType: "mouse", bubbles: true, composed: true };
      const at = { clientX: left + (width * (n % 13)) / 13, clientY: top + (height * (n % 7)) / 7 };
      for (const type of ["pointermove", "pointerleave"])
        target.dispatchEvent(new PointerEvent(type, { ...about, ...at }));
    },
    (host) => {
      const next = host.nextElementSibling;
      host.remove();
      document.getElementById("stage").insertBefore(host, next);
    },
    async (host) => {
      const next = host.nextElementSibling;
      host.remove();
      // A removed element ends a moment later.
      await new Promise((done) => setTimeout(done));
      document.getElementById("stage").insertBefore(host, next);
    },
    (host) => (host.data = host.data === null ? window.soak.data : null),
  ];

  /** Observers report only in frames of the browser. @param {number} count */
  const rest = async (count = 2) => {
    for (let n = 0; n < count; n++) {
      await new Promise((done) => window.counted.frame(done));
      draw(3);
      await new Promise((done) => setTimeout(done));
    }
    window.clock.pass(1000);
    draw(3);
  };
  const settled = async () => {
    const loads = () => all().some((host) => host.shadowRoot.querySelector(".root").dataset.state !== "ready");
    do await rest();
    while (loads());
  };

  /** The titles of the first datasets, in the order of the figures. @type {(string|null)[]} */
  let titles = [];
  const REST = {
    date: "2020-06-01",
    compare: null,
    filter: null,
    selected: null,
    step: null,
    view: "map",
    playing: false,
  };

  window.soak = {
    data: "",

    /** Adds figures with these datasets; the other dataset is given to them in turn. */
    async begin(sources, data) {
      window.soak.data = data;
      await window.define();
      for (const src of sources) window.mount({ attributes: { loading: "eager", ...(src && { src }) } });
      await settled();
      titles = all().map(({ shadowRoot }) => shadowRoot.querySelector(".title").textContent);
    },

    /** Some drags, then some actions, each with a figure in its turn. */
    async use([firstDrag, lastDrag], [firstAction, lastAction]) {
      for (let n = firstDrag; n < lastDrag; n++) drag(all()[n % all().length], n);
      for (let n = firstAction; n < lastAction; n++) {
        const turn = Math.floor(n / ACTIONS.length);
        const [round, figure] = [Math.floor(turn / all().length), turn % all().length];
        await ACTIONS[n % ACTIONS.length](all()[figure], round + figure);
        draw(12);
        await settled();
      }
      window.watched.events.length = 0;
    },

    /** Brings all figures to the same state, by the same way: parts that were shown once stay. */
    async reset() {
      for (const host of all()) Object.assign(host, { data: null, start: "", theme: "light" });
      await settled();
      // Figures that are far away are drawn when they come near.
      for (const [n, host] of all().entries()) {
        host.scrollIntoView({ behavior: "instant" });
        do await rest();
        while (host.shadowRoot.querySelector(".title").textContent !== titles[n]);
      }
      for (const view of ["lanes", "groups", "table"]) {
        for (const host of all()) host.state = /** @type {any} */ ({ step: 0, view });
        await settled();
      }
      for (const state of [{ compare: "2020-03-01", selected: "DE" }, REST]) {
        for (const host of all()) host.state = /** @type {any} */ (state);
        await settled();
      }
      for (let before = -1; before !== operations;) {
        before = operations;
        await rest(4);
      }
    },

    /** The number of nodes in the figures. */
    present() {
      let count = 0;
      for (const { shadowRoot } of all()) {
        const walker = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_ALL);
        while (walker.nextNode()) count++;
      }
      return count;
    },

    /** How many operations of canvases the same drags need. */
    cost() {
      const before = operations;
      for (const [n, host] of all().entries()) drag(host, n);
      draw(30);
      return operations - before;
    },
  };
}
