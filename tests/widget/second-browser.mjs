/** A second browser, for settings that the shared browser cannot change while it runs. */

import { startWebDriver } from "./drivers.mjs";
import { engine, start } from "./session.mjs";

/**
 * Starts a browser with its own WebDriver, because those of Firefox and WebKit have one session at a time.
 * @param {{ratio?: number, binary?: string, prefs?: Record<string, unknown>}} how  the options of `start`
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
