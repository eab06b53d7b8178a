/** Gestures of a mouse or a finger, sent to the browser as input of the hardware. */

import { Command, Name } from "selenium-webdriver/lib/command.js";

/** @typedef {{x: number, y: number}} Point */

/**
 * Presses at the first point, moves over the others and lets go at the last.
 * @param {WebDriver} driver
 * @param {Point[]} points  in CSS pixels of the window
 * @param {"mouse"|"touch"} [pointerType]
 */
export async function stroke(driver, [first, ...rest], pointerType = "mouse") {
  const actions = [
    move(first, 0),
    { type: "pointerDown", button: 0 },
    // The pauses give the page animation frames in which it can react.
    ...rest.flatMap((point) => [move(point, 60), { type: "pause", duration: 60 }]),
    { type: "pointerUp", button: 0 },
  ];
  await perform(driver, actions, pointerType);
}

/**
 * Moves the mouse to a point without pressing. The move starts beside the point, because a mouse that does not move fires
 * no events.
 * @param {WebDriver} driver
 * @param {Point} point
 */
export function hover(driver, { x, y }) {
  return perform(driver, [move({ x: x + 1, y: y + 1 }, 0), move({ x, y }, 0)], "mouse");
}

/**
 * @param {Point} point
 * @param {number} duration  in ms
 */
function move({ x, y }, duration) {
  return { type: "pointerMove", origin: "viewport", x: Math.round(x), y: Math.round(y), duration };
}

/**
 * @param {WebDriver} driver
 * @param {object[]} actions
 * @param {"mouse"|"touch"} pointerType
 */
function perform(driver, actions, pointerType) {
  const source = { type: "pointer", id: pointerType, parameters: { pointerType }, actions };
  return driver.execute(new Command(Name.ACTIONS).setParameter("actions", [source]));
}
