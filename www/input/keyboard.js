/** Keys on the two parts with their own keys: the range of the timeline, and the map. */

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
 * The range stays a native element. Assistive technology can set it directly, which fires `input`.
 * @param {HTMLInputElement} range
 * @param {"day"|"other"} handle
 * @param {object} to
 * @param {import("../types.js").Send} to.send
 * @param {() => void} to.set  assistive technology has set the range
 * @param {AbortSignal} to.signal
 */
export function listenRange(range, handle, { send, set, signal }) {
  range.addEventListener("focus", () => send({ hold: handle }), { signal });
  range.addEventListener(
    "keydown",
    (event) => {
      // Combinations belong to the browser and the system.
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const intent = (event.shiftKey && TIMELINE_SHIFTED[event.key]) || TIMELINE[event.key];
      if (!intent) return;
      event.preventDefault();
      send(intent);
    },
    { signal },
  );
  range.addEventListener("input", set, { signal });
}

/**
 * The map is one tab stop with a roving focus inside. Typing finds a tile by its name or code.
 * @param {HTMLElement} map
 * @param {object} to
 * @param {import("../types.js").Send} to.send
 * @param {(event: KeyboardEvent) => boolean} to.types  whether a space belongs to what the reader types
 * @param {(event: KeyboardEvent) => string|undefined} to.find  the tile that the reader means after one more key
 * @param {() => void} to.open  shows the history of the tile in focus
 * @param {() => void} to.leave  goes back one step: first closes a tooltip, then a selection
 * @param {AbortSignal} to.signal
 */
export function listenTiles(map, { send, types, find, open, leave, signal }) {
  map.addEventListener("focus", () => send({ focus: "in" }), { signal });
  map.addEventListener("blur", () => send({ focus: "out" }), { signal });
  map.addEventListener(
    "keydown",
    (event) => {
      const { key } = event;
      // AltGr is not a combination: many keyboards have letters on it.
      if ((event.altKey || event.ctrlKey || event.metaKey) && !event.getModifierState("AltGraph")) return;
      if (key === "Escape") return leave();
      const opens = key === "Enter" || (key === " " && !types(event));
      // The names of all other keys have more than one character.
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
