/** The types, as compilers of users see them. */

import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { APPS, emptyMade } from "./made.mjs";

/** The entries for imports. The other files are loaded by pages. */
const IMPORTED = [".", "./element", "./plain", "./banspread.js"];
const NODE = ["--target", "esnext", "--module", "nodenext"];

test("TypeScript, TSX and the templates of Vue are checked strictly", () => {
  run("vue-tsc");
});

test("the templates of Svelte are checked strictly", () => {
  run("svelte-check", "--fail-on-warnings", "--workspace", "svelte", "--tsconfig", "tsconfig.json");
});

test("a project without a framework needs no types of frameworks", () => {
  const folder = emptyMade("alone");
  cpSync(join(APPS, "types/plain.ts"), join(folder, "plain.mts"));
  cpSync(join(APPS, "node_modules/banspread"), join(folder, "node_modules/banspread"), { recursive: true });
  run("tsc", "--strict", "--noEmit", "--skipDefaultLibCheck", ...NODE, join(folder, "plain.mts"));
});

test("attw finds the right types for every entry that is imported", () => {
  run("attw", "--pack", "../../pkg", "--profile", "esm-only", "--entrypoints", ...IMPORTED);
});

test("publint finds nothing", () => {
  run("publint", "--strict", "../../pkg");
});

/**
 * Runs a program from the packages of the apps. If it fails, the error contains its output.
 * @param {string} program
 * @param {...string} flags
 */
function run(program, ...flags) {
  try {
    execFileSync(join(APPS, "node_modules/.bin", program), flags, { cwd: APPS, encoding: "utf8", stdio: "pipe" });
  } catch (thrown) {
    const { stdout, stderr } = /** @type {{stdout: string, stderr: string}} */ (thrown);
    throw new Error(`${program} ${flags.join(" ")}\n${stdout}${stderr}`, { cause: thrown });
  }
}
