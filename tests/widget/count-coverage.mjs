/**
 * Writes the coverage of the package's scripts in Chromium, as V8 counts it, to a folder that `tests/coverage.mjs`
 * reads.
 */

import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {{startOffset: number, endOffset: number, count: number}} Range */
/** @typedef {{name: string, functions: {ranges: Range[]}[]}} Script */

/** Commands after which counts can be lost. */
const LEAVING = ["get", "refresh", "goBack", "goForward", "switchToWindow", "close", "quit"];
/** Complete files of the package, as the server has them. */
const OWN = /\/(?:pkg\/|www\/)?(banspread|banspread-supplement|embed|frames)\.js(?:\?(?!.*(cut|drop)=).*)?$/;

let takes = 0;

/**
 * Counts until the driver quits.
 * @param {import("selenium-webdriver").WebDriver} driver
 * @param {string} folder
 */
export async function cover(driver, folder) {
  const { sendAndGetDevToolsCommand: ask } = /** @type {any} */ (driver);
  const begin = () => ask.call(driver, "Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  const take = async () => {
    const { result } = await ask.call(driver, "Profiler.takePreciseCoverage", {});
    // Pages that were left are released at once. Otherwise Chromium finds no memory for another module in a long run.
    await ask.call(driver, "Profiler.stopPreciseCoverage", {});
    await ask.call(driver, "HeapProfiler.collectGarbage", {});
    await begin();
    const scripts = result.flatMap((/** @type {{url: string} & Script} */ { url, functions }) => {
      const [, name] = OWN.exec(url) ?? [];
      return name ? [{ name: `${name}.js`, functions }] : [];
    });
    if (scripts.length > 0) writeFileSync(join(folder, `${process.pid}-${takes++}.json`), JSON.stringify(scripts));
  };
  await ask.call(driver, "Profiler.enable", {});
  await begin();
  const execute = driver.execute.bind(driver);
  driver.execute = async (command) => {
    // An open dialog keeps the page from answering. Such a page is not counted.
    if (LEAVING.includes(command.getName())) await take().catch(() => {});
    return execute(command);
  };
}
