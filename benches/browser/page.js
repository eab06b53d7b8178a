/** The page of a contender: loads it, moves it, samples its picture. The runner calls the functions of `window.bench`. */

/** The length of a frame, in ms. */
const FRAME = 1000 / 60;

/** @typedef {{move: (share: number) => void, go?: (share: number) => Promise<void>, grip?: {x: number, y: number},
 * canvases?: () => HTMLCanvasElement[]}} Figure */

const root = /** @type {HTMLElement} */ (document.getElementById("root"));
/** @type {string|undefined} */
let text;
/** @type {Figure} */
let figure;

const frame = () => new Promise((done) => requestAnimationFrame(done));
/** After the next picture. */
const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));

/** The memories of WebAssembly modules, which the heap of JavaScript does not contain. @type {WebAssembly.Memory[]} */
const memories = [];
for (const name of /** @type {const} */ (["instantiate", "instantiateStreaming"])) {
  /** @type {(...args: any[]) => any} */
  const original = WebAssembly[name];
  Object.assign(WebAssembly, {
    [name]: async (/** @type {any[]} */ ...args) => {
      const made = await original.apply(WebAssembly, args);
      const exported = Object.values((made.instance ?? made).exports);
      memories.push(...exported.filter((value) => value instanceof WebAssembly.Memory));
      return made;
    },
  });
}

window.bench = {
  /** The bytes of all memories of modules. */
  modules() {
    return memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
  },

  /** Gets a dataset into the memory of the page. */
  async take(/** @type {string} */ address) {
    text = await (await fetch(address)).text();
  },

  /** Milliseconds from the text in memory to the first picture, and where a mouse has to be pressed. */
  async begin(/** @type {string} */ contender, /** @type {number} */ factor) {
    const start = performance.now();
    const { begin } = await import(contender);
    figure = await begin(text, root, factor);
    await painted();
    return { ms: performance.now() - start, grip: figure.grip };
  },

  /** Moves the date once a frame. Returns the number of dropped frames. */
  async drag(/** @type {number[]} */ shares) {
    let dropped = 0;
    let before = await frame();
    for (const share of shares) {
      performance.mark("bench-frame");
      figure.move(share);
      const now = await frame();
      dropped += Math.max(0, Math.round((now - before) / FRAME) - 1);
      before = now;
    }
    performance.mark("bench-frame");
    return dropped;
  },

  /** Moves the date often, several times a frame. */
  async scrub(/** @type {number[]} */ shares, /** @type {number} */ perFrame) {
    for (const [n, share] of shares.entries()) {
      figure.move(share);
      if (n % perFrame === 0) await frame();
    }
    await painted();
  },

  /** The colours of the picture on a date at some places, in CSS pixels of the canvas with this number. */
  async sample(/** @type {number} */ share, /** @type {[number, number, number][]} */ places) {
    await figure.go?.(share);
    await painted();
    const pens = figure.canvases?.().map((canvas) => canvas.getContext("2d")) ?? [];
    return places.map(([canvas, x, y]) => {
      return [...(pens[canvas]?.getImageData(x * devicePixelRatio, y * devicePixelRatio, 1, 1).data ?? [])];
    });
  },
};
