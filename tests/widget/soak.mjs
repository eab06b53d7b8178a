/**
 * Uses ten figures in Chromium as an hour of readers would, and prints what grows: `node tests/widget/soak.mjs
 * [--scrubs 10000] [--actions 1000]`, after `cargo xtask build`.
 */

import { parseArgs } from "node:util";
import { serve } from "../server.mjs";
import { startWebDriver } from "./drivers.mjs";

const { values } = parseArgs({
  options: { scrubs: { type: "string", default: "10000" }, actions: { type: "string", default: "1000" } },
});
const [scrubs, actions] = [Number(values.scrubs), Number(values.actions)];
if (!(scrubs >= 100 && scrubs % 100 === 0)) throw new Error("--scrubs takes a multiple of 100");
if (!(actions >= 0)) throw new Error("--actions takes a number from 0 on");

/** It is measured after each tenth but the first: each figure has had each action after 140 of them. */
const TENTHS = [2, 3, 4, 5, 6, 7, 8, 9, 10];
const server = await serve();
const webDriver = await startWebDriver("chromium");
Object.assign(process.env, { BANSPREAD_ENGINE: "chromium", BANSPREAD_ORIGIN: server.origin });
// These modules read the environment when they are loaded.
const { share, SIZE, start } = await import("./session.mjs");
const { assertFlat, soak } = await import("./soak/soak.mjs");
try {
  const browser = await start({ binary: webDriver.browser, server: webDriver.url });
  share(() => browser);
  try {
    await browser.manage().window().setRect(SIZE);
    const found = await soak(browser, scrubs, actions, TENTHS, (tenth, measured) => {
      console.log(`${tenth * 10} %: ${JSON.stringify(measured)}`);
    });
    assertFlat(found);
  } finally {
    await browser.quit();
  }
} catch (error) {
  console.error(/** @type {Error} */ (error).message);
  process.exitCode = 1;
} finally {
  await webDriver.end();
  await server.close();
}
