/** Finds, starts and ends WebDrivers, the programs that control browsers. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { endFamily } from "./processes.mjs";
import { find, findBrowser, findDriver } from "./programs.mjs";

/** @typedef {import("./programs.mjs").Engine} Engine */
/** @typedef {{url: string, browser: string, end: () => Promise<void>}} WebDriver */

/** The maximal time until a driver answers, in ms. */
const START = 20_000;
/**
 * WebKit's own sandbox refuses root. The baseline compiler of WebAssembly interrupts the thread of the page with
 * signals, and these change `errno`. If Skia reads a number at that moment, it ends the process ("value in layout is
 * too large: 15"). This was seen once in about ten runs.
 */
const WEBKIT = { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", JSC_useBBQJIT: "0" };

/**
 * Starts the driver of an engine on a free port.
 * @param {Engine} engine
 * @param {(line: string) => void} [hear]  gets each line that driver and browser write to standard error
 * @returns {Promise<WebDriver>}
 */
export async function startWebDriver(engine, hear = () => {}) {
  const { BANSPREAD_DRIVER_PROGRAM, BANSPREAD_BROWSER } = process.env;
  const program = BANSPREAD_DRIVER_PROGRAM ?? findDriver(engine);
  const browser = BANSPREAD_BROWSER ?? findBrowser(engine);
  const port = await freePort();
  const webKitGtk = engine === "webkit" && process.platform !== "darwin";
  const screen = webKitGtk ? await startScreen() : undefined;
  const args = engine === "firefox" ? ["--host", "127.0.0.1", "--port", String(port)] : [`--port=${port}`];
  if (webKitGtk) args.push("--host=127.0.0.1");
  const env = screen ? { ...process.env, DISPLAY: screen.display, ...WEBKIT } : process.env;
  const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"], env });
  // After a crash of the browser, only these lines say why.
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

/** A virtual screen. */
async function startScreen() {
  const args = ["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"];
  const child = spawn(find(["Xvfb"]), args, { stdio: ["ignore", "pipe", "ignore"] });
  const lines = createInterface({ input: child.stdout });
  const [number] = await Promise.race([once(lines, "line"), once(child, "exit")]);
  if (typeof number !== "string") throw new Error("Xvfb does not start");
  return { display: `:${number.trim()}`, end: () => endFamily(child) };
}

/**
 * Waits until the driver accepts connections.
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

/** A port that no program uses. */
async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  server.close();
  return port;
}
