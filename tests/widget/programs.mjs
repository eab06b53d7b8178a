/**
 * The locations of browsers and their WebDrivers: on the search path, among the apps of macOS, in the folders of
 * WebKitGTK.
 * `xtask/src/setup/programs.rs` searches the same locations.
 */

import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** @typedef {"chromium"|"firefox"|"webkit"} Engine */
/**
 * The names of programs, and the paths of browsers in folders of apps.
 * @typedef {{driver: string, browsers: string[], apps: string[]}} Programs
 */

/** @type {Record<Engine, Programs>} */
const PROGRAMS = {
  chromium: {
    driver: "chromedriver",
    browsers: ["chromium", "chromium-browser", "google-chrome"],
    apps: ["Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium"],
  },
  firefox: {
    driver: "geckodriver",
    browsers: ["firefox", "firefox-esr"],
    apps: ["Firefox.app/Contents/MacOS/firefox"],
  },
  webkit: { driver: "WebKitWebDriver", browsers: ["MiniBrowser"], apps: [] },
};

/** WebKitGTK does not exist for macOS. @type {Programs} */
const SAFARI = { driver: "safaridriver", browsers: [], apps: ["Safari.app/Contents/MacOS/Safari"] };

/** The folders in which the libraries of Linux distributions keep their programs. */
const LIBRARIES = ["/usr/lib", "/usr/libexec"];

/** The engines in which tests run. */
export const ENGINES = /** @type {Engine[]} */ (Object.keys(PROGRAMS));

/**
 * The programs of an engine on a system.
 * @param {Engine} engine
 * @param {string} [platform]  the name that Node uses
 */
export function programsOf(engine, platform = process.platform) {
  return engine === "webkit" && platform === "darwin" ? SAFARI : PROGRAMS[engine];
}

/** The WebDriver of an engine. @param {Engine} engine */
export function findDriver(engine) {
  return find([programsOf(engine).driver]);
}

/** The browser of an engine. @param {Engine} engine */
export function findBrowser(engine) {
  const { browsers, apps } = programsOf(engine);
  return find(browsers, engine === "webkit" ? LIBRARIES.flatMap(webKitFolders) : [], appPlaces(apps));
}

/**
 * The first of several programs that exists.
 * @param {string[]} names
 * @param {string[]} [more]  folders in addition to the search path
 * @param {string[]} [files]  other possible paths
 */
export function find(names, more = [], files = []) {
  const tools = join(cacheFolder(), "banspread/tools/bin");
  const folders = [tools, ...(process.env.PATH ?? "").split(delimiter), ...more];
  const places = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...files];
  const found = places.find((place) => existsSync(place));
  if (found) return found;
  const help = process.platform === "darwin" ? "see CONTRIBUTING.md" : "cargo xtask test installs it";
  throw new Error(`${[...names, ...files].join(" or ")} is not there: ${help}`);
}

/**
 * The folders of apps on macOS: first that of the machine, then that of the user.
 * @param {string[]} apps
 * @param {string} [platform]
 * @param {string} [home]
 */
export function appPlaces(apps, platform = process.platform, home = homedir()) {
  if (platform !== "darwin") return [];
  return ["/Applications", join(home, "Applications")].flatMap((folder) => apps.map((app) => join(folder, app)));
}

/**
 * The cache folder of a user, as in `xtask/src/paths.rs`.
 * @param {string} [platform]
 * @param {string} [xdg]
 * @param {string} [home]
 */
export function cacheFolder(platform = process.platform, xdg = process.env.XDG_CACHE_HOME, home = homedir()) {
  return xdg || join(home, platform === "darwin" ? "Library/Caches" : ".cache");
}

/**
 * The small browsers of WebKitGTK in a folder of libraries, the newest first. Debian has an additional level with a
 * folder for each processor.
 * @param {string} libraries
 */
export function webKitFolders(libraries) {
  const outer = foldersIn(libraries);
  const found = [...outer, ...outer.flatMap((folder) => foldersIn(folder))];
  return found
    .filter((folder) => /\/webkit[^/]*$/.test(folder))
    .toSorted()
    .toReversed();
}

/**
 * The folders in a folder.
 * @param {string} folder
 */
function foldersIn(folder) {
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
}
