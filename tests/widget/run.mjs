/**
 * Runs the browser tests in one engine:
 *
 *     node tests/widget/run.mjs --engine chromium|firefox|webkit [--results FILE] [--repeat N] [--shuffle SEED] [NAME...]
 *     node tests/widget/run.mjs --list
 *
 * NAME is a part of the path of a file or of the name of a test. With `--or-none` it is no error if this engine has no
 * such test. `--list` prints all tests as JSON, and needs no browser.
 * This process has the page server and the WebDriver; a child, `suite.mjs`, has the tests and the browser's session.
 */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { serve } from "../server.mjs";
import { startWebDriver } from "./drivers.mjs";
import { endFamily } from "./processes.mjs";
import { ENGINES } from "./programs.mjs";
import { readQuarantine } from "./quarantine.mjs";

/** The maximal time of a run in ms, for each repetition of the tests. */
const LIMIT = 30 * 60_000;

const path = (/** @type {string} */ file) => fileURLToPath(new URL(file, import.meta.url));
const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: "string", default: "chromium" },
    results: { type: "string" },
    repeat: { type: "string", default: "1" },
    shuffle: { type: "string" },
    "or-none": { type: "boolean", default: false },
    list: { type: "boolean", default: false },
  },
});
const engine = ENGINES.find((name) => name === values.engine);
if (!engine) throw new Error(`--engine is one of ${ENGINES.join(", ")}`);
if (!(Number(values.repeat) >= 1)) throw new Error("--repeat takes a number from 1 on");
/** A timer takes at most 31 bits. */
const limit = Math.min(LIMIT * Number(values.repeat), 2 ** 31 - 1);
const excused = readQuarantine().filter((line) => line.engine === engine);

/** @type {Record<string, string>} */
const env = {
  BANSPREAD_ENGINE: engine,
  BANSPREAD_NAMES: JSON.stringify(names),
  BANSPREAD_REPEAT: values.repeat,
  BANSPREAD_QUARANTINE: JSON.stringify(excused.map(({ name }) => name)),
  ...(values["or-none"] && { BANSPREAD_OR_NONE: "1" }),
  ...(values.shuffle !== undefined && { BANSPREAD_SHUFFLE: values.shuffle }),
  ...(values.results !== undefined && { BANSPREAD_RESULTS: resolve(values.results) }),
};

if (values.list) {
  Object.assign(process.env, env);
  const { list } = await import("./suite.mjs");
  console.log(JSON.stringify(await list(), null, 2));
} else {
  process.exitCode = await run(engine);
}

/**
 * Runs the tests, and returns the exit code.
 * @param {import("./programs.mjs").Engine} engine
 */
async function run(engine) {
  const server = await serve({ maxAge: Math.floor(limit / 1000) });
  let tell = (/** @type {string} */ line) => void line;
  const hear = (/** @type {string} */ line) => tell(line);
  let driver = await startWebDriver(engine, hear);
  const where = () => ({ BANSPREAD_DRIVER: driver.url, BANSPREAD_BROWSER: driver.browser });
  const child = spawn(process.execPath, [`--test-reporter=${path("../reporter.mjs")}`, path("suite.mjs")], {
    cwd: path("../../"),
    env: { ...process.env, ...env, ...where(), BANSPREAD_ORIGIN: server.origin },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  tell = (line) => void (child.connected && child.send({ line }));
  const stop = () => child.kill("SIGKILL");
  // A driver that hangs is ended together with its browser. The tests continue with a new one, or end if none starts.
  child.on("message", async () => {
    try {
      await driver.end();
      driver = await startWebDriver(engine, hear);
      child.send({ where: where() });
    } catch (error) {
      console.error(error);
      stop();
    }
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, stop);
  const late = setTimeout(stop, limit);
  const [code] = await once(child, "exit");
  clearTimeout(late);
  if (code === null) console.error("the tests were ended");
  await driver.end();
  await endFamily(child);
  await server.close();
  return code ?? 1;
}
