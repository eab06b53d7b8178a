/** Processes: who has started whom, and how a family of them is ended. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";

/** How long processes may take to end by themselves, in ms. */
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
        // It has ended meanwhile.
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
  const all = existsSync("/proc") ? readdirSync("/proc").map(Number).filter(Boolean) : [];
  const parents = all.map((id) => ({ id, parent: stat(id)?.parent }));
  for (const member of family) family.push(...parents.filter(({ parent }) => parent === member).map(({ id }) => id));
  return family.reverse();
}

/** Whether a process still does something. @param {number} id */
function isRunning(id) {
  try {
    return process.kill(id, 0) && stat(id)?.state !== "Z";
  } catch {
    return false;
  }
}

/** @param {number} id */
function stat(id) {
  try {
    // The name of the program, in brackets, may hold anything.
    const [state, parent] = readFileSync(`/proc/${id}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return { state, parent: Number(parent) };
  } catch {
    return undefined;
  }
}
