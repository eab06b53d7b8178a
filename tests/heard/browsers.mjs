/** The browsers that a reader uses, as a reader starts them: with a window, and without a driver. */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execFileSync } from "node:child_process";
import { endFamily } from "../widget/processes.mjs";
import { findBrowser } from "../widget/programs.mjs";

/** The time until a page is loaded, in ms. */
const LOADING = 60_000;

/** Firefox without its questions to a new user, and without requests of its own. */
const FIREFOX = {
  "accessibility.force_disabled": -1,
  "app.normandy.enabled": false,
  "browser.aboutwelcome.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "datareporting.policy.dataSubmissionEnabled": false,
  "termsofuse.bypassNotification": true,
};

/** What Orca says at the beginning of the figure, and how often a reader tries to go there. */
const TITLE = /heading level/;
const TRIES = 5;
/** What Orca says of a page that is loaded. */
const LOADED = /finished loading|document web|banspread|how the bans/i;

/** @typedef {"chromium"|"firefox"|"webkit"} Engine */
/** @type {Record<Engine, (profile: string, url: string) => string[]>} */
const ARGUMENTS = {
  firefox: (profile, url) => {
    const lines = Object.entries(FIREFOX).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
    writeFileSync(join(profile, "user.js"), lines.join("\n"));
    return ["--profile", profile, "--no-remote", "--new-window", url];
  },
  chromium: (profile, url) => [
    `--user-data-dir=${profile}`,
    ...(process.getuid?.() === 0 ? ["--no-sandbox", "--test-type"] : []),
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-renderer-accessibility",
    "--window-size=1080,860",
    url,
  ],
  webkit: (_, url) => [url],
};

/**
 * Opens a page in a browser, and waits until Orca has nothing to say about it any more. Returns the process.
 * @param {import("./desktop.mjs").Desktop} desktop
 * @param {Engine} engine
 * @param {string} url
 */
export async function openPage({ folder, open, speech }, engine, url) {
  const profile = join(folder, engine);
  mkdirSync(profile, { recursive: true });
  const browser = open(findBrowser(engine), ARGUMENTS[engine](profile, url));
  await speech.until(LOADED, LOADING);
  await speech.rest();
  return browser;
}

/**
 * Opens a page in the small browser of WebKitGTK, after the last one has ended. On a busy machine, Orca misses that a window
 * of a new browser is active, and then says nothing: the browser is opened again.
 * @param {import("./desktop.mjs").Desktop} desktop
 * @param {string} url
 * @returns a function that ends it
 */
export async function openWebKit(desktop, url) {
  for (let n = 1; ; n++) {
    const before = desktop.children.length;
    try {
      const browser = await openPage(desktop, "webkit", url);
      return () => endFamily(browser);
    } catch (error) {
      await endFamily(desktop.children[before]);
      if (n === TRIES) throw error;
    }
  }
}

/**
 * Loads the page again, and goes to its beginning.
 * @param {import("./desktop.mjs").Desktop} desktop
 */
export async function reload({ press, speech }) {
  await press("F5");
  await speech.until(LOADED, LOADING);
  await speech.rest();
  for (let n = 0; n < TRIES; n++) {
    // In Chromium, Orca enters a page only with the focus.
    await press(n % 2 === 0 ? "ctrl+End" : "Tab");
    await speech.rest();
    await press("ctrl+Home");
    if ((await speech.rest()).some((text) => TITLE.test(text))) return;
  }
  throw new Error("Orca does not read the title of the figure");
}

/**
 * The version of a browser, such as "Chromium 140.0".
 * @param {Engine} engine
 * @param {NodeJS.ProcessEnv} env  that of WebKitGTK needs a screen even for this
 */
export function versionOf(engine, env) {
  const text = execFileSync(findBrowser(engine), ["--version"], {
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return /[\w ]*?\w+ [\d.]+\w*/.exec(text)?.[0].trim() ?? engine;
}
