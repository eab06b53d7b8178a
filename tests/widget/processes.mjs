/** Processes: their parents, and how a process is ended with its descendants. */

import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";

/** @typedef {{id: number, parent: number, state: string}} Process */

/** The time in which processes must end by themselves, in ms. */
const END = 5000;

/**
 * Ends a child and everything that it has started.
 * @param {import("node:child_process").ChildProcess} child
 */
export async function endFamily({ pid }) {
  if (!pid) return;
  const family = descendants(pid);
  for (const signal of /** @type {const} */ (["SIGTERM", "SIGKILL"])) {
    const left = family.filter(isRunning);
    for (const id of left) {
      try {
        process.kill(id, signal);
      } catch {
        // It has ended in the meantime.
      }
    }
    for (const deadline = Date.now() + END; left.some(isRunning) && Date.now() < deadline;) await setTimeout(20);
  }
}

/**
 * A process and all its descendants, the process itself last.
 * @param {number} ancestor
 */
function descendants(ancestor) {
  const family = [ancestor];
  const all = processes();
  for (const member of family) family.push(...all.filter(({ parent }) => parent === member).map(({ id }) => id));
  return family.reverse();
}

/** Whether a process still runs. @param {number} id */
function isRunning(id) {
  try {
    const [found] = existsSync("/proc") ? [ofLinux(id)] : ofPs("-p", String(id));
    return process.kill(id, 0) && found?.state !== "Z";
  } catch {
    return false;
  }
}

/** Every process of this machine. */
function processes() {
  if (!existsSync("/proc")) return ofPs("-A");
  return readdirSync("/proc")
    .map(Number)
    .filter(Boolean)
    .map(ofLinux)
    .filter((found) => found !== undefined);
}

/** A process, from Linux's `/proc`. @param {number} id @returns {Process|undefined} */
function ofLinux(id) {
  try {
    // The name of the program is in brackets, and can contain any characters.
    const [state = "", parent] = readFileSync(`/proc/${id}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return { id, parent: Number(parent), state };
  } catch {
    return undefined;
  }
}

/**
 * The processes that `ps` selects with these arguments. macOS has no `/proc`, and small Linux systems have no `ps`.
 * @param {...string} which
 */
function ofPs(...which) {
  try {
    return readPs(execFileSync("ps", [...which, "-o", "pid=", "-o", "ppid=", "-o", "state="], { encoding: "utf8" }));
  } catch {
    // It fails if no process is selected.
    return [];
  }
}

/**
 * The processes that `ps` lists.
 * @param {string} text  lines such as `  812   1 Ss`
 * @returns {Process[]}
 */
export function readPs(text) {
  const lines = text.split("\n").filter((line) => line.trim());
  return lines.map((line) => {
    const [id, parent, state = ""] = line.trim().split(/\s+/);
    return { id: Number(id), parent: Number(parent), state: state.charAt(0) };
  });
}
