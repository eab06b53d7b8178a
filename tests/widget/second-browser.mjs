/** A second browser, for what the browser of all tests cannot be told while it runs. */

import { startWebDriver } from "./drivers.mjs";
import { engine, start } from "./session.mjs";

/**
 * Starts a browser with a WebDriver of its own: that of Firefox and that of WebKit have one session at a time.
 * @param {{ratio?: number, binary?: string}} how  as of `start`
 * @returns {Promise<{driver: WebDriver, end: () => Promise<void>}>}
 */
export async function startSecond(how) {
  const server = await startWebDriver(/** @type {import("./programs.mjs").Engine} */ (engine));
  try {
    const driver = await start({ ...how, server: server.url });
    const end = async () => {
      await driver.quit().catch(() => {});
      await server.end();
    };
    return { driver, end };
  } catch (error) {
    await server.end();
    throw error;
  }
}
