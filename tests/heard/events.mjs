/** Counts the events that programs send to assistive technology, on the bus of accessibility. */

import { execFileSync, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { find } from "../widget/programs.mjs";

/** Signals with this face are events, such as a changed text. Those of the screen reader itself are not counted. */
const EVENT = /\borg\.a11y\.atspi\.Event\.(?!ScreenReader)/;
/** The time in a line of dbus-monitor, in seconds. */
const TIME = /^sig\s+([\d.]+)\s/;

/**
 * Listens to the bus until its process ends.
 * @param {NodeJS.ProcessEnv} env  of the desktop
 * @returns the process, and a function that returns the times of the events since its last call
 */
export function listenToEvents(env) {
  const ask = ["--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus"];
  const answer = execFileSync(find(["gdbus"]), ["call", ...ask, "--method", "org.a11y.Bus.GetAddress"], {
    env,
    encoding: "utf8",
  });
  const address = /'(.*)'/.exec(answer)?.[1];
  if (!address) throw new Error(`The bus of accessibility has no address: ${answer}`);
  const child = spawn(find(["dbus-monitor"]), ["--address", address, "--profile", "type='signal'"], {
    env,
    stdio: ["ignore", "pipe", "ignore"],
  });
  /** @type {number[]} */
  let times = [];
  createInterface({ input: child.stdout }).on("line", (line) => {
    const time = EVENT.test(line) && TIME.exec(line)?.[1];
    if (time) times.push(Number(time));
  });
  const take = () => {
    const taken = times;
    times = [];
    return taken;
  };
  return { child, take };
}

/**
 * The largest number of events in one second.
 * @param {number[]} times  in seconds, in order
 */
export function mostInSecond(times) {
  let [most, first] = [0, 0];
  for (const [last, time] of times.entries()) {
    while (time - times[first] >= 1) first++;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
