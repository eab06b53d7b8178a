/** Packages of npm that run a script when they are installed could do anything on the machine of a developer. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const FILES = ["package-lock.json", "tests/apps/package-lock.json", "benches/browser/package-lock.json"];

/** Packages that work without their script: their compiled parts are packages of their own. */
const KNOWN = ["@parcel/watcher", "@swc/core", "esbuild", "lmdb", "msgpackr-extract"];

/**
 * The packages of a lock file by path.
 * @param {string} file
 * @returns {[string, { hasInstallScript?: boolean, integrity?: string, link?: boolean, inBundle?: boolean }][]}
 */
const packages = (file) => Object.entries(JSON.parse(readFileSync(file, "utf8")).packages);

for (const file of FILES) {
  test(`only known packages of ${file} have a script for their installation`, () => {
    const scripted = packages(file).filter(([, about]) => about.hasInstallScript);
    const unknown = scripted
      .map(([path]) => path)
      .filter((path) => !KNOWN.some((known) => path.endsWith(`node_modules/${known}`)));
    assert.deepEqual(unknown, []);
  });

  test(`each package of ${file} has a hash`, () => {
    const bare = packages(file).filter(([path, about]) => path && !about.integrity && !about.link && !about.inBundle);
    assert.deepEqual(
      bare.map(([path]) => path),
      [],
    );
  });
}

test("npm runs no script of a package", () => {
  assert.match(readFileSync("xtask/src/setup/npm.rs", "utf8"), /"ci", "--ignore-scripts"/u);
  const own = JSON.parse(readFileSync("pkg/package.json", "utf8"));
  assert.deepEqual([own.scripts, own.dependencies], [undefined, undefined]);
});
