/** WebDrivers: programs that drive a browser, and how they are found, started and ended. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";

/** @typedef {"chromium"|"firefox"|"webkit"} Engine */
/** @typedef {{url: string, browser: string, end: () => Promise<void>}} WebDriver */

/** How long a driver may take until it answers, and how long to end, in ms. */
const START = 20_000;
const END = 5000;
/**
 * WebKit's own sandbox refuses root. The baseline compiler of WebAssembly interrupts the thread of the page by signals,
 * after which `errno` is not what it was: where Skia reads a number at that moment, it ends the process ("value in
 * layout is too large: 15"). That was seen once in some ten runs.
 */
const WEBKIT = { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", JSC_useBBQJIT: "0" };

/** @type {Record<Engine, {drivers: string[], browsers: string[]}>} */
const PROGRAMS = {
  chromium: { drivers: ["chromedriver"], browsers: ["chromium", "chromium-browser", "google-chrome"] },
  firefox: { drivers: ["geckodriver"], browsers: ["firefox", "firefox-esr"] },
  webkit: { drivers: ["WebKitWebDriver"], browsers: ["MiniBrowser"] },
};

/** The engines that tests run in. */
export const ENGINES = /** @type {Engine[]} */ (Object.keys(PROGRAMS));

/**
 * Starts the driver of an engine on a free port.
 * @param {Engine} engine
 * @param {(line: string) => void} [hear]  is given every line that driver and browser write to standard error
 * @returns {Promise<WebDriver>}
 */
export async function startWebDriver(engine, hear = () => {}) {
  const { BANSPREAD_DRIVER_PROGRAM, BANSPREAD_BROWSER } = process.env;
  const { drivers, browsers } = PROGRAMS[engine];
  const program = BANSPREAD_DRIVER_PROGRAM ?? find(drivers);
  const browser = BANSPREAD_BROWSER ?? find(browsers, engine === "webkit" ? webKitFolders() : []);
  const port = await freePort();
  const screen = engine === "webkit" ? await startScreen() : undefined;
  const args = engine === "firefox" ? ["--host", "127.0.0.1", "--port", String(port)] : [`--port=${port}`];
  if (engine === "webkit") args.push("--host=127.0.0.1");
  const env = screen ? { ...process.env, DISPLAY: screen.display, ...WEBKIT } : process.env;
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"], env });
  // A browser that crashes leaves no other trace of the cause.
  createInterface({ input: child.stderr }).on("line", (line) => {
    console.error(line);
    hear(line);
  });
  const end = async () => {
    await endFamily(child);
    await screen?.end();
  };
  try {
    await answers(port, child);
  } catch (error) {
    await end();
    throw error;
  }
  return { url: `http://127.0.0.1:${port}`, browser, end };
}

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

/** A screen without a monitor. */
async function startScreen() {
  const args = ["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"];
  const child = spawn(find(["Xvfb"]), args, { stdio: ["ignore", "pipe", "ignore"] });
  const lines = createInterface({ input: child.stdout });
  const [number] = await Promise.race([once(lines, "line"), once(child, "exit")]);
  if (typeof number !== "string") throw new Error("Xvfb does not start");
  return { display: `:${number.trim()}`, end: () => endFamily(child) };
}

/**
 * Waits until the driver takes connections.
 * @param {number} port
 * @param {import("node:child_process").ChildProcess} child
 */
async function answers(port, child) {
  let failure = "";
  child.once("error", ({ message }) => (failure = message));
  child.once("exit", (code) => (failure ||= `it ended with ${code}`));
  for (const deadline = Date.now() + START; !failure && Date.now() < deadline; await setTimeout(20)) {
    const socket = connect(port, "127.0.0.1");
    const taken = await new Promise((resolve) => {
      socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    });
    socket.destroy();
    if (taken) return;
  }
  throw new Error(`${child.spawnfile} does not start: ${failure || `no answer in ${START} ms`}`);
}

/** A port that nobody listens on. */
async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  server.close();
  return port;
}

/**
 * The first of several programs that is there.
 * @param {string[]} programs
 * @param {string[]} [more]  folders beside those of the search path
 */
function find(programs, more = []) {
  const tools = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "banspread/tools/bin");
  const folders = [tools, ...(process.env.PATH ?? "").split(delimiter), ...more];
  const found = programs.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
  if (!found) throw new Error(`${programs.join(" or ")} is not on PATH: cargo xtask test installs it`);
  return found;
}

/** Where the small browsers of WebKitGTK are, the newest first. */
function webKitFolders() {
  const folders = (/** @type {string} */ folder) =>
    existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()) : [];
  const found = folders("/usr/lib").flatMap(({ name: outer }) =>
    folders(`/usr/lib/${outer}`).map(({ name }) => ({ name, path: `/usr/lib/${outer}/${name}` })),
  );
  const webkit = found.filter(({ name }) => name.startsWith("webkit"));
  return webkit
    .map(({ path }) => path)
    .toSorted()
    .toReversed();
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
