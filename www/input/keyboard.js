/** Keys on the two parts that have their own: the timeline's range and the map. */

/** @type {Record<string, import("../types.js").Intent>} */
const TIMELINE = {
  ArrowRight: { step: 1 },
  ArrowUp: { step: 1 },
  ArrowLeft: { step: -1 },
  ArrowDown: { step: -1 },
  PageUp: { quarter: 1 },
  PageDown: { quarter: -1 },
  Home: "first",
  End: "last",
  Escape: "leave",
};

/** @type {Record<string, import("../types.js").Intent>} */
const TIMELINE_SHIFTED = {
  ArrowRight: { nudge: 1 },
  ArrowUp: { nudge: 1 },
  ArrowLeft: { nudge: -1 },
  ArrowDown: { nudge: -1 },
};

/** @type {Record<string, import("../types.js").Intent>} */
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
 * @param {{send: import("../types.js").Send, signal: AbortSignal}} to
 */
export function listenRange(range, handle, { send, signal }) {
  range.addEventListener("focus", () => send({ hold: handle }), { signal });
  range.addEventListener(
    "keydown",
    (event) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const intent = (event.shiftKey && TIMELINE_SHIFTED[event.key]) || TIMELINE[event.key];
      if (!intent) return;
      event.preventDefault();
      send(intent);
    },
    { signal },
  );
  const move = (/** @type {number} */ day) => send(handle === "day" ? { day } : { compare: day });
  range.addEventListener("input", () => move(range.valueAsNumber), { signal });
}

/**
 * The map is one tab stop with a roving focus inside. What is typed finds a tile by its name or code.
 * @param {HTMLElement} map
 * @param {object} to
 * @param {import("../types.js").Send} to.send
 * @param {(event: KeyboardEvent) => boolean} to.types  whether a space is a part of what is being typed
 * @param {(event: KeyboardEvent) => string|undefined} to.find  the tile that is meant by one more key
 * @param {() => void} to.open  shows the history of the tile in focus
 * @param {() => void} to.leave  takes one step back: a tooltip first, then a selection
 * @param {AbortSignal} to.signal
 */
export function listenTiles(map, { send, types, find, open, leave, signal }) {
  map.addEventListener("focus", () => send({ focus: "in" }), { signal });
  map.addEventListener("blur", () => send({ focus: "out" }), { signal });
  map.addEventListener(
    "keydown",
    (event) => {
      const { key } = event;
      // AltGr is no combination: there are letters on it.
      if ((event.altKey || event.ctrlKey || event.metaKey) && !event.getModifierState("AltGraph")) return;
      if (key === "Escape") return leave();
      const opens = key === "Enter" || (key === " " && !types(event));
      // The names of all other keys are longer than one letter.
      const letter = !opens && [...key].length === 1;
      if (!opens && !letter && !MAP[key]) return;
      event.preventDefault();
      if (opens) return open();
      const found = find(event);
      if (found !== undefined) send({ focus: { at: found } });
      else if (!letter) send(MAP[key]);
    },
    { signal },
  );
}
