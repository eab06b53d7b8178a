/** Mouse, pen and finger: their positions become CSS pixels of a part, and their actions become intents. */

/** A finger that has moved this far sideways, in CSS pixels, is scrubbing and not tapping. */
const SLOP = 4;

/**
 * Drags and taps on the timeline move the nearer handle. Escape cancels a drag, and a press of a mouse, which is one from
 * the start. A mouse without a pressed button shows the tooltip.
 * Vertical swipes stay with the page: the style sheet has `touch-action: pan-y`, and the browser then cancels the
 * pointer.
 * @param {HTMLElement} area
 * @param {object} to
 * @param {import("../types.js").Send} to.send
 * @param {(active: boolean) => void} to.scrubbing
 * @param {() => void} to.cancel  moves the handle back to where it was before the drag
 * @param {Element} to.tip  the tooltip; a mouse can move onto it
 * @param {AbortSignal} to.signal
 */
export function listenTimeline(area, { send, scrubbing, cancel, tip, signal }) {
  /** @type {{id: number, x: number, at: number, moving: boolean}|null} */
  let held = null;

  const begin = () => {
    if (!held || held.moving) return;
    held.moving = true;
    send("leave");
    send({ grab: held.at });
    scrubbing(true);
  };
  const end = () => {
    if (held?.moving) scrubbing(false);
    held = null;
  };

  area.addEventListener(
    "pointerdown",
    (event) => {
      if (event.button !== 0 || !event.isPrimary) return;
      held = { id: event.pointerId, x: event.clientX, at: locate(area, event).x, moving: false };
      // A drag goes on when the pointer leaves the timeline.
      area.setPointerCapture(event.pointerId);
      // A finger may begin a vertical swipe, so it takes the handle only after it has moved sideways.
      if (event.pointerType === "touch") return;
      // Otherwise the press would move the focus away from the range, and select text.
      event.preventDefault();
      begin();
    },
    { signal },
  );

  area.addEventListener(
    "pointermove",
    (event) => {
      const { x, y } = locate(area, event);
      if (held?.id !== event.pointerId) {
        if (event.pointerType === "mouse" && !event.buttons) send({ hover: { part: "timeline", x, y } });
        return;
      }
      if (Math.abs(event.clientX - held.x) >= SLOP) begin();
      if (held.moving) send({ scrub: x });
    },
    { signal },
  );

  area.addEventListener(
    "pointerup",
    (event) => {
      if (held?.id !== event.pointerId) return;
      if (!held.moving) send({ grab: held.at });
      end();
    },
    { signal },
  );

  // A drag has moved the focus into the area.
  area.addEventListener(
    "keydown",
    ({ key }) => {
      if (key !== "Escape" || !held?.moving) return;
      cancel();
      end();
    },
    { signal },
  );
  area.addEventListener("pointercancel", end, { signal });
  area.addEventListener("lostpointercapture", end, { signal });
  listenLeave(area, { send, tip, signal });
}

/**
 * A mouse over the map shows the tooltip. A click or tap selects the tile.
 * @param {HTMLElement} area
 * @param {{send: import("../types.js").Send, tip: Element, signal: AbortSignal}} to
 */
export function listenMap(area, { send, tip, signal }) {
  area.addEventListener(
    "pointermove",
    (event) => {
      if (event.pointerType === "mouse") send({ hover: { part: "map", ...locate(area, event) } });
    },
    { signal },
  );
  listenLeave(area, { send, tip, signal });
  area.addEventListener(
    "click",
    (event) => {
      const place = { part: /** @type {const} */ ("map"), ...locate(area, event) };
      // A finger does not hover, so its tap also shows the tooltip: on a phone, the history can be below the edge of
      // the screen.
      if (/** @type {PointerEvent} */ (event).pointerType === "touch") send({ hover: place });
      send({ tap: place });
    },
    { signal },
  );
}

/**
 * A mouse that leaves the part has no target, unless it moves onto the tooltip.
 * @param {HTMLElement} area
 * @param {{send: import("../types.js").Send, tip: Element, signal: AbortSignal}} to
 */
export function listenLeave(area, { send, tip, signal }) {
  area.addEventListener(
    "pointerleave",
    ({ pointerType, relatedTarget }) => {
      if (pointerType === "mouse" && !tip.contains(/** @type {Node|null} */ (relatedTarget))) send("leave");
    },
    { signal },
  );
}

/**
 * The position of an event in an element, in CSS pixels of the element, also if the page has scaled it.
 * @param {HTMLElement} area
 * @param {MouseEvent} event
 */
function locate(area, event) {
  const box = area.getBoundingClientRect();
  const scale = box.width > 0 ? area.offsetWidth / box.width : 1;
  return { x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale };
}
