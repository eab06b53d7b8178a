/** The command of the project. The element must agree with its output for the built-in dataset. */

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/**
 * The date and the sentence of a day in words, the status of each entity by name ("Banned since 14 July 2020"), and the
 * number of countries with each status.
 * @param {string} date
 */
export function describe(date) {
  const [spoken, ...lines] = banspread("describe", "--date", date).trim().split("\n");
  const standing = Object.fromEntries(
    lines.map((line) =>
      line
        .trim()
        .split(/: (.*)/s)
        .slice(0, 2),
    ),
  );
  const { counts } = JSON.parse(banspread("describe", "--date", date, "--json"));
  return { spoken, standing, counts };
}

/** The built command. `cargo xtask test` sets its path in the environment. */
let program = process.env.BANSPREAD_COMMAND;

/** Builds the command, once in each run: starting cargo takes longer than most answers of the command. */
export function buildCommand() {
  if (program) return program;
  const words = ["build", "--quiet", "--bin", "banspread", "--message-format=json"];
  const lines = execFileSync("cargo", words, { cwd: ROOT, encoding: "utf8", maxBuffer: 2 ** 26 })
    .trim()
    .split("\n");
  program = lines.map((line) => JSON.parse(line).executable).find(Boolean);
  if (!program) throw new Error("cargo names no program");
  return program;
}

/**
 * The output of the command.
 * @param {...string} words
 */
export function banspread(...words) {
  return execFileSync(buildCommand(), words, { cwd: ROOT, encoding: "utf8" });
}
