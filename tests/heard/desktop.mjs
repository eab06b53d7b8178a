/** A virtual desktop with a screen reader: a screen, the buses of accessibility, a window manager, and Orca. */

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { endFamily } from "../widget/processes.mjs";
import { find } from "../widget/programs.mjs";
import { listenToEvents } from "./events.mjs";
import { Speech } from "./speech.mjs";

/** The time after which Orca must be listening, in ms. On a busy machine it needs more than a minute. */
const START = 180_000;
const ACCESSIBILITY = ["org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties.Set", "org.a11y.Status"];

/** Settings of Orca: it speaks everything, but not the keys that are pressed, and it does not read a page by itself. */
const SETTINGS = {
  enableSpeech: true,
  enableBraille: false,
  enableKeyEcho: false,
  sayAllOnLoad: false,
  enableTutorialMessages: false,
  progressBarSpeechInterval: 10,
};

/** Orca runs this at its start: it then writes each line of its file at once, and not when 8 kB are full. */
const AT_ONCE = "from orca import debug\ndebug.debugFile.reconfigure(line_buffering=True)\n";

/** @typedef {Awaited<ReturnType<typeof startDesktop>>} Desktop */

/**
 * Starts the desktop. Nothing of the user's own settings is read or changed.
 * @returns its folder, environment and processes, what Orca says, the events of accessibility, functions that press a key
 * and open a program, and one that ends everything
 */
export async function startDesktop() {
  const folder = mkdtempSync(join(tmpdir(), "banspread-heard-"));
  const home = join(folder, "home");
  for (const name of ["home", "run", "orca"]) mkdirSync(join(folder, name), { mode: 0o700 });
  /** @type {NodeJS.ProcessEnv} */
  const env = {
    PATH: process.env.PATH,
    HOME: home,
    LANG: "C.UTF-8",
    XDG_RUNTIME_DIR: join(folder, "run"),
    XDG_CONFIG_HOME: join(home, ".config"),
    XDG_DATA_HOME: join(home, ".local/share"),
    GNOME_ACCESSIBILITY: "1",
    ACCESSIBILITY_ENABLED: "1",
  };
  /** @type {import("node:child_process").ChildProcess[]} */
  const children = [];
  const end = async () => {
    for (const child of children.toReversed()) await endFamily(child);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  /** Starts a program of the desktop. @param {string[]} names @param {...string} args */
  const start = (names, ...args) => {
    const child = spawn(find(names, ["/usr/libexec", "/usr/lib/at-spi2-core"]), args, {
      env,
      stdio: ["ignore", "pipe", "ignore"],
    });
    children.push(child);
    return child;
  };
  try {
    env.DISPLAY = `:${await firstLine(start(["Xvfb"], "-displayfd", "1", "-screen", "0", "1100x900x24", "-nolisten", "tcp"))}`;
    env.DBUS_SESSION_BUS_ADDRESS = await firstLine(
      start(["dbus-daemon"], "--session", "--nofork", "--print-address=1"),
    );
    start(["at-spi-bus-launcher"], "--launch-immediately");
    start(["openbox"]);
    for (const name of ["IsEnabled", "ScreenReaderEnabled"]) await tellReaders(env, name);
    const prefs = join(folder, "orca");
    const defaults = { profile: ["Default", "default"], pronunciations: {}, keybindings: {} };
    const settings = { general: SETTINGS, profiles: { default: defaults }, pronunciations: {}, keybindings: {} };
    writeFileSync(join(prefs, "user-settings.conf"), JSON.stringify(settings));
    writeFileSync(join(prefs, "orca-customizations.py"), AT_ONCE);
    const log = join(prefs, "debug.txt");
    const orca = start(["orca"], "--user-prefs", prefs, "--debug-file", log);
    const speech = new Speech(log);
    await speech.ready(START, () => orca.exitCode !== null);
    const events = listenToEvents(env);
    children.push(events.child);
    const type = (/** @type {string[]} */ ...keys) => execFileSync(find(["xdotool"]), keys, { env });
    /** Presses a key, such as `Tab` or `ctrl+Home`. @param {string} key */
    const press = async (key) => {
      const names = key.split("+");
      const held = names.slice(0, -1);
      const before = speech.commands;
      type(...held.flatMap((name) => ["keydown", name]), "key", names[names.length - 1]);
      if (held.length === 0) return;
      // If the modifier is up before Orca has done a command, Orca forgets that the command was one of its own, and may
      // change to focus mode. A person holds the modifier longer.
      await speech.command(before);
      type(...held.flatMap((name) => ["keyup", name]));
    };
    /** Starts a program that a person would start. @param {string} program @param {string[]} args */
    const open = (program, args) => {
      const child = spawn(program, args, { env, stdio: "ignore" });
      children.push(child);
      return child;
    };
    return { folder, env, children, speech, events: events.take, press, open, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/**
 * The first line that a program writes.
 * @param {import("node:child_process").ChildProcess} child
 */
async function firstLine(child) {
  const lines = createInterface({ input: /** @type {import("node:stream").Readable} */ (child.stdout) });
  const [line] = await Promise.race([once(lines, "line"), once(child, "exit")]);
  if (typeof line !== "string") throw new Error(`${child.spawnfile} does not start`);
  return line.trim();
}

/**
 * Browsers build their trees of accessibility if the bus says that somebody reads them.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name  a property
 */
async function tellReaders(env, name) {
  const [dest, path, method, face] = ACCESSIBILITY;
  const args = ["call", "--session", "--dest", dest, "--object-path", path, "--method", method, face, name, "<true>"];
  for (let n = 0; ; n++) {
    try {
      return execFileSync(find(["gdbus"]), args, { env, stdio: "pipe" });
    } catch (error) {
      if (n === 20) throw error;
      await setTimeout(100);
    }
  }
}
