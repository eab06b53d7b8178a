/** Where the browser tests search for browsers and drivers, and how they list processes. */

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { readPs } from "../widget/processes.mjs";
import { appPlaces, cacheFolder, programsOf, webKitFolders } from "../widget/programs.mjs";

test("each system has its folder for caches", () => {
  for (const { platform, xdg, expected } of [
    { platform: "linux", xdg: "", expected: "/home/me/.cache" },
    { platform: "linux", xdg: "/cache", expected: "/cache" },
    { platform: "darwin", xdg: "", expected: "/home/me/Library/Caches" },
    { platform: "darwin", xdg: "/cache", expected: "/cache" },
  ]) {
    assert.equal(cacheFolder(platform, xdg, "/home/me"), expected, `${platform} ${xdg}`);
  }
});

test("browsers are searched among the apps of macOS, and WebKit is Safari there", () => {
  const { apps } = programsOf("firefox", "darwin");
  assert.deepEqual(appPlaces(apps, "darwin", "/Users/me"), [
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    "/Users/me/Applications/Firefox.app/Contents/MacOS/firefox",
  ]);
  assert.deepEqual(appPlaces(apps, "linux", "/home/me"), []);
  assert.equal(programsOf("webkit", "darwin").driver, "safaridriver");
  assert.equal(programsOf("webkit", "linux").driver, "WebKitWebDriver");
});

test("the folders of WebKitGTK are found in the layouts of Debian and Fedora, the newest first", (t) => {
  const root = mkdtempSync(join(tmpdir(), "webkit-"));
  t.after(() => rmSync(root, { recursive: true }));
  const folders = ["arm-linux-gnu/webkit2gtk-4.0", "arm-linux-gnu/webkit2gtk-4.1", "chromium"];
  for (const folder of folders) mkdirSync(join(root, folder), { recursive: true });
  assert.deepEqual(webKitFolders(root), [join(root, folders[1]), join(root, folders[0])]);
  mkdirSync(join(root, "webkitgtk-6.0"));
  assert.equal(webKitFolders(root)[0], join(root, "webkitgtk-6.0"));
  assert.deepEqual(webKitFolders(join(root, "missing")), []);
});

test("processes are read from the lines of ps", () => {
  assert.deepEqual(readPs("  812     1 Ss  \n99999 812 Z+\n\n"), [
    { id: 812, parent: 1, state: "S" },
    { id: 99999, parent: 812, state: "Z" },
  ]);
});
