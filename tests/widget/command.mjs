/** What the project's own command says about the built-in dataset: the truth that the element is held against. */

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/**
 * The date and the sentence of a day in words, and the number of countries of each status.
 * @param {string} date
 */
export function describe(date) {
  const spoken = run(date).split("\n")[0];
  const { counts } = JSON.parse(run(date, "--json"));
  return { spoken, counts };
}

function run(date, ...options) {
  const args = ["run", "--quiet", "--features", "cli", "--", "describe", "--date", date, ...options];
  return execFileSync("cargo", args, { cwd: ROOT, encoding: "utf8" });
}
