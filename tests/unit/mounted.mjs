/** An element on a page without drawing: its chart is a stand-in, and animation frames run when a test lets them. */

import { beforeEach } from "node:test";
import { give, goTo, stage } from "./page.mjs";
import { EDITION } from "./resolve.mjs";
import { Engine } from "./engine.mjs";

/** The smallest module: only its header. */
const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
/** The module of the engine, as a server sends it. */
export const module = () => new Response(EMPTY, { headers: { "content-type": "application/wasm" } });
/** The answer of the server. */
export const server = { answer: /** @type {(href: string) => Response} */ (() => new Response()) };
/** Animation frames that a test runs. @type {Map<number, (now: number) => void>} */
export const frames = new Map();
let asked = 0;

class Observer {
  /** @param {(entries: object[]) => void} changed */
  constructor(changed) {
    this.changed = changed;
  }
  observe() {
    const seen = { isIntersecting: true, boundingClientRect: { width: 100 }, contentRect: { width: 100 } };
    this.changed([seen]);
  }
  unobserve() {}
  disconnect() {}
}

give("customElements", /** @type {any} */ (window).customElements);
give("IntersectionObserver", Observer);
give("ResizeObserver", class extends Observer {});
give("devicePixelRatio", 1);
give("navigator", {});
give("requestAnimationFrame", (/** @type {() => void} */ run) => (frames.set(++asked, run), asked));
give("cancelAnimationFrame", (/** @type {number} */ handle) => void frames.delete(handle));
give("fetch", async (/** @type {string} */ href) =>
  href.endsWith(".txt") ? new Response(`${EDITION}built in`) : server.answer(href),
);
Object.defineProperty(Document.prototype, "fonts", { value: new /** @type {any} */ (window).EventTarget() });
Object.assign(/** @type {any} */ (document.createElement("canvas")).constructor.prototype, { getContext: () => null });

export const { BanSpreadElement } = await import("../../www/banspread.js");
// Reading its files would take longer than `settle` waits.
await import("../../www/supplement.js");

beforeEach(() => {
  goTo("/article");
  frames.clear();
  Engine.all.length = 0;
  server.answer = module;
});

/** Waits until everything that is loading has arrived. */
export async function settle() {
  for (let n = 0; n < 10; n++) {
    await new Promise(setImmediate);
    const due = [...frames.values()];
    frames.clear();
    for (const run of due) run(0);
  }
}

/**
 * An element of the page, and the events that the page receives.
 * @param {string} [attributes]
 */
export function mount(attributes = "") {
  const host = stage(`<ban-spread loading="eager" ${attributes}></ban-spread>`);
  /** @type {any[]} */
  const heard = [];
  const page = { prevents: /** @type {string[]} */ ([]) };
  for (const name of ["ready", "beforechange", "select", "input", "change", "refresh", "error"]) {
    host.addEventListener(`ban-spread-${name}`, (/** @type {any} */ event) => {
      heard.push([name, event.detail]);
      if (page.prevents.includes(name)) event.preventDefault();
    });
  }
  return { host, page, take: () => heard.splice(0), names: () => heard.splice(0).map(([name]) => name) };
}

/** The same, after its chart has started. @param {string} [attributes] */
export async function ready(attributes) {
  const mounted = mount(attributes);
  await settle();
  mounted.take();
  const [engine] = Engine.all;
  engine.asked.length = 0;
  return { ...mounted, engine };
}
