/** A browser for a command that is no test: it has the session of tests, and prints its error in one line. */

import { serve } from "../server.mjs";
import { startWebDriver } from "./drivers.mjs";

/**
 * @param {import("./programs.mjs").Engine} engine
 * @param {(browser: import("selenium-webdriver").WebDriver) => Promise<void>} work  imports what needs the session itself:
 *   the modules of the session read the environment when they are loaded
 */
export async function runAlone(engine, work) {
  const server = await serve();
  const webDriver = await startWebDriver(engine);
  Object.assign(process.env, { BANSPREAD_ENGINE: engine, BANSPREAD_ORIGIN: server.origin });
  const { share, SIZE, start } = await import("./session.mjs");
  try {
    const browser = await start({ binary: webDriver.browser, server: webDriver.url });
    share(() => browser);
    try {
      await browser.manage().window().setRect(SIZE);
      await work(browser);
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
}
