/**
 * Packs the package as npm would publish it, and installs it without npm: a lock file would contain the path of the
 * folder.
 */

import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { emptyMade } from "./made.mjs";

const PACKAGE = fileURLToPath(new URL("../../pkg", import.meta.url));
const INSTALLED = fileURLToPath(new URL("node_modules/banspread", import.meta.url));

const folder = emptyMade("pack");
const flags = ["--json", "--ignore-scripts", "--loglevel=error", `--pack-destination=${folder}`];
const printed = execFileSync("npm", ["pack", ...flags], { cwd: PACKAGE, encoding: "utf8" });
const [{ filename, files, size }] = JSON.parse(printed);
rmSync(INSTALLED, { recursive: true, force: true });
mkdirSync(INSTALLED, { recursive: true });
const tarball = join(folder, filename);
execFileSync("tar", ["--extract", "--strip-components=1", `--directory=${INSTALLED}`, `--file=${tarball}`]);
console.log(`${filename}: ${files.length} files, ${size} bytes`);
