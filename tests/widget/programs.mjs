/** Where browsers and their WebDrivers are. */

import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** @typedef {"chromium"|"firefox"|"webkit"} Engine */

/** @type {Record<Engine, {drivers: string[], browsers: string[]}>} */
export const PROGRAMS = {
  chromium: { drivers: ["chromedriver"], browsers: ["chromium", "chromium-browser", "google-chrome"] },
  firefox: { drivers: ["geckodriver"], browsers: ["firefox", "firefox-esr"] },
  webkit: { drivers: ["WebKitWebDriver"], browsers: ["MiniBrowser"] },
};

/** The engines that tests run in. */
export const ENGINES = /** @type {Engine[]} */ (Object.keys(PROGRAMS));

/**
 * The first of several programs that is there.
 * @param {string[]} programs
 * @param {string[]} [more]  folders beside those of the search path
 */
export function find(programs, more = []) {
  const tools = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "banspread/tools/bin");
  const folders = [tools, ...(process.env.PATH ?? "").split(delimiter), ...more];
  const found = programs.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
  if (!found) throw new Error(`${programs.join(" or ")} is not on PATH: cargo xtask test installs it`);
  return found;
}

/** Where the small browsers of WebKitGTK are, the newest first. */
export function webKitFolders() {
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
