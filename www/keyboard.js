/** Keys on the two parts that have their own: the timeline's range and the map. */

/** Days that Page Up and Page Down move: a quarter of a year. */
const QUARTER = 91;

/** @type {Record<string, import("./types.js").Intent>} */
const TIMELINE = {
  ArrowRight: { step: 1 },
  ArrowUp: { step: 1 },
  ArrowLeft: { step: -1 },
  ArrowDown: { step: -1 },
  PageUp: { nudge: QUARTER },
  PageDown: { nudge: -QUARTER },
  Home: "first",
  End: "last",
  Escape: "leave",
};

/** @type {Record<string, import("./types.js").Intent>} */
const TIMELINE_SHIFTED = {
  ArrowRight: { nudge: 1 },
  ArrowUp: { nudge: 1 },
  ArrowLeft: { nudge: -1 },
  ArrowDown: { nudge: -1 },
};

/** @type {Record<string, import("./types.js").Intent>} */
const MAP = {
  ArrowRight: { focus: "right" },
  ArrowLeft: { focus: "left" },
  ArrowUp: { focus: "up" },
  ArrowDown: { focus: "down" },
  Home: { focus: "first" },
  End: { focus: "last" },
};

/**
 * The range stays a native one: assistive technology may set it directly, which arrives as `input`.
 * @param {HTMLInputElement} range
 * @param {"day"|"other"} handle
 * @param {{send: import("./types.js").Send, signal: AbortSignal}} to
 */
export function listenRange(range, handle, { send, signal }) {
  range.addEventListener("focus", () => send({ hold: handle }), { signal });
  range.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const intent = (event.shiftKey && TIMELINE_SHIFTED[event.key]) || TIMELINE[event.key];
    if (!intent) return;
    event.preventDefault();
    send(intent);
  }, { signal });
  const set = handle === "day" ? "day" : "compare";
  range.addEventListener("input", () => send({ [set]: range.valueAsNumber }), { signal });
}

/**
 * The map is one tab stop with a roving focus inside.
 * @param {HTMLElement} map
 * @param {object} to
 * @param {import("./types.js").Send} to.send
 * @param {() => void} to.open  shows the history of the tile in focus
 * @param {() => void} to.leave  takes one step back: a tooltip first, then a selection
 * @param {AbortSignal} to.signal
 */
export function listenTiles(map, { send, open, leave, signal }) {
  map.addEventListener("focus", () => send({ focus: "in" }), { signal });
  map.addEventListener("blur", () => send({ focus: "out" }), { signal });
  map.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") return leave();
    const opens = event.key === "Enter" || event.key === " ";
    const intent = MAP[event.key];
    if (!opens && !intent) return;
    event.preventDefault();
    if (opens) open();
    else send(intent);
  }, { signal });
}
