/** The folder of built apps, from which the server of the widget tests shows them: target/made/apps. */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of these apps. */
export const APPS = fileURLToPath(new URL(".", import.meta.url));
const MADE = fileURLToPath(new URL("../../target/made/apps", import.meta.url));
const WATCH = '<script src="/tests/widget/pages/watch.js"></script>';

/**
 * The folder of one built app.
 * @param {string} name
 */
export function made(name) {
  return join(MADE, name);
}

/**
 * Does the same, and empties the folder.
 * @param {string} name
 */
export function emptyMade(name) {
  const folder = made(name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Writes a page beside the script that a bundler has made, for bundlers that begin with the script.
 * @param {string} name
 * @param {string} script
 */
export function writePage(name, script) {
  const html = readFileSync(join(APPS, "page/index.html"), "utf8");
  writeFileSync(join(made(name), "index.html"), html.replace("./main.js", `./${script}`));
}

/**
 * Makes a page report its errors to the tests.
 * @param {string} name
 */
export function watch(name) {
  const file = join(made(name), "index.html");
  const html = readFileSync(file, "utf8");
  writeFileSync(file, html.replace(/<script/, `${WATCH}<script`));
}
