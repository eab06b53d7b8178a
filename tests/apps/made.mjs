/** Where built apps go, for the server of the widget tests to show: target/made/apps. */

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
 * The same, with nothing in it.
 * @param {string} name
 */
export function emptyMade(name) {
  const folder = made(name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Lays a page beside what a bundler made of its script, for bundlers that begin with the script.
 * @param {string} name
 * @param {string} script
 */
export function writePage(name, script) {
  const html = readFileSync(join(APPS, "page/index.html"), "utf8");
  writeFileSync(join(made(name), "index.html"), html.replace("./main.js", `./${script}`));
}

/**
 * Lets a page tell the tests what goes wrong in it.
 * @param {string} name
 */
export function watch(name) {
  const file = join(made(name), "index.html");
  const html = readFileSync(file, "utf8");
  writeFileSync(file, html.replace(/<script/, `${WATCH}<script`));
}
