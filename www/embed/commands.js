/**
 * The commands of the page around: what it can ask of the element, and the answer if it asks for something impossible.
 */

import { Refusal } from "./refusal.js";
import { setAttribute } from "./query.js";

/**
 * The element, once it is defined.
 * @typedef {import("../element/ban-spread-element.js").BanSpreadElement & {selected: string|null, filter: string|null}}
 * Widget
 */

/** @type {(value: unknown) => boolean} */
const isText = (value) => typeof value === "string";
/** @type {(value: unknown) => boolean} */
const isTextOrNull = (value) => value === null || isText(value);

/** @type {(value: unknown) => boolean} */
const isFlag = (value) => typeof value === "boolean";

/** The settings, and for each the values that it accepts. @type {Record<string, (value: any) => boolean>} */
const SETTINGS = {
  date: isText,
  compare: isTextOrNull,
  filter: isTextOrNull,
  firm: isFlag,
  selected: isTextOrNull,
  step: (value) => value === null || (Number.isInteger(value) && value >= 0),
  view: (value) => ["map", "lanes", "groups", "table"].includes(value),
  weighted: isFlag,
  playing: isFlag,
  theme: (value) => ["light", "dark", "auto"].includes(value),
  lang: isTextOrNull,
  src: isTextOrNull,
  start: isTextOrNull,
  end: isTextOrNull,
};
const KNOWN = Object.keys(SETTINGS).join(", ");
const ATTRIBUTES = ["src", "start", "end", "lang", "theme"];
/** Attributes that change the height if the dataset has no such days. */
const WINDOW = ["start", "end"];
const CALLS = ["next", "previous", "play", "pause"];

/**
 * Does what a message asks for. Other messages are ignored.
 * @param {any} message
 * @param {Widget} element
 * @param {import("./host.js").Host} host
 */
export function dispatch(message, element, host) {
  if (message?.type !== "ban-spread") return;
  const { set, call, get } = message;
  try {
    if (set !== undefined) change(element, set, host);
    if (call !== undefined) run(element, call);
    if (get === "state") host.relay("state", element.state);
  } catch (thrown) {
    const { detail } = thrown instanceof Refusal ? thrown : asRefusal(thrown);
    host.tell("error", detail);
  }
}

/**
 * Sets all values, or none if one of them is wrong.
 * @param {Widget} element
 * @param {unknown} set
 * @param {import("./host.js").Host} host
 */
function change(element, set, host) {
  if (set === null || typeof set !== "object") throw asRefusal(`set is not an object: ${JSON.stringify(set)}`);
  const names = Object.keys(set);
  // `src` loads another dataset, to which the other values may not belong.
  if (names.length > 1 && names.includes("src")) throw asRefusal("set: src must be alone in its message");
  for (const [name, value] of Object.entries(set)) {
    if (!Object.hasOwn(SETTINGS, name)) throw asRefusal(`set: ${name} is unknown (${KNOWN})`);
    if (!SETTINGS[name](value)) throw asRefusal(`set: invalid ${name}: ${JSON.stringify(value)}`);
  }
  // A copy, because attributes are removed from it. The rest is a state of the element.
  const { ...state } = /** @type {Record<string, any>} */ (set);
  for (const name of ATTRIBUTES) {
    if (name in state && !(host.secret && WINDOW.includes(name))) setAttribute(element, name, state[name], host);
    delete state[name];
  }
  // All else changes the height only where the dataset has such an entity, status or step.
  element.state = host.secret ? { date: state.date, playing: state.playing } : state;
}

/**
 * @param {Widget} element
 * @param {any} call
 */
function run(element, call) {
  if (!CALLS.includes(call)) throw asRefusal(`call: ${JSON.stringify(call)} is unknown (${CALLS.join(", ")})`);
  element[/** @type {"next"} */ (call)]();
}

/** @param {unknown} thrown */
function asRefusal(thrown) {
  return new Refusal("invalid-message", null, thrown instanceof Error ? thrown.message : String(thrown));
}
