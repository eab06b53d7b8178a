/**
 * Hears the figure in a screen reader: asks questions with real keys, and writes what Orca speaks after each key to
 * `tests/heard/firefox.txt`, `chromium.txt` and `webkit.txt`: `node tests/heard/run.mjs firefox`. In Firefox and Chromium
 * it fails if a reader hears what `findings.mjs` rules out.
 */

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { serve } from "../server.mjs";
import { find } from "../widget/programs.mjs";
import { openPage, openWebKit, reload, versionOf } from "./browsers.mjs";
import { startDesktop } from "./desktop.mjs";
import { mostInSecond } from "./events.mjs";
import { WAIT, findingsOf, keysOf } from "./findings.mjs";
import { QUESTIONS, WEBKIT_QUESTIONS } from "./questions.mjs";

/** @typedef {import("./browsers.mjs").Engine} Engine */

const ABOUT = [
  "Written by `cargo xtask heard`. key → what was spoken.",
  "After digits, the native date field of the browser says numbers alone: the year that is being typed.",
];
const PAGE = "/pkg/embed.html";
const ENGINES = /** @type {Engine[]} */ (["firefox", "chromium", "webkit"]);

/**
 * Asks all questions in a browser. The transcript is written after each question.
 * @param {Engine} engine
 * @param {string} origin
 * @param {string} only  a part of a question, whose answer is only printed; empty for all
 * @returns {Promise<string[]>}  what a reader should not hear
 */
async function hear(engine, origin, only) {
  const desktop = await startDesktop();
  try {
    const asked = engine === "webkit" ? WEBKIT_QUESTIONS : QUESTIONS;
    const begin = engine === "webkit" ? openAnew(desktop, origin) : await openOnce(desktop, engine, origin);
    const orca = execFileSync(find(["orca"]), ["--version"], { encoding: "utf8" }).trim();
    const lines = [`${versionOf(engine, desktop.env)}, Orca ${orca}.`, ...ABOUT];
    const findings = [];
    for (const question of asked.filter(({ question }) => question.includes(only))) {
      await begin(question);
      const all = question.keys.split(" ");
      lines.push("", `# ${question.question} (${all.flatMap(keysOf).length} keys, at most ${question.most})`, "");
      desktop.events();
      const answers = [];
      for (const key of all) answers.push({ key, spoken: await answer(desktop, key) });
      const times = desktop.events();
      lines.push(...answers.map(({ key, spoken }) => `${key} → ${spoken.join(" | ") || "(silence)"}`));
      if (question.plays) lines.push("", sentenceAbout(times));
      // With Orca 43.1 and WebKitGTK 2.50 we heard silence after some keys: the transcript shows what was spoken.
      if (engine !== "webkit") findings.push(...findingsOf(question, answers, times));
      if (!only) writeFileSync(new URL(`${engine}.txt`, import.meta.url), `${lines.join("\n")}\n`);
    }
    if (only) console.log(lines.join("\n"));
    return findings;
  } finally {
    await desktop.end();
  }
}

/**
 * Opens the page for frames. It is loaded again for each question.
 * @param {import("./desktop.mjs").Desktop} desktop
 * @param {Engine} engine
 * @param {string} origin
 */
async function openOnce(desktop, engine, origin) {
  await openPage(desktop, engine, origin + PAGE);
  return () => reload(desktop);
}

/**
 * Opens the small browser of WebKitGTK again for each question: after a page was loaded again, its keys go nowhere.
 * @param {import("./desktop.mjs").Desktop} desktop
 * @param {string} origin
 */
function openAnew(desktop, origin) {
  let end = async () => {};
  return async (/** @type {import("./questions.mjs").Question} */ { page = PAGE }) => {
    await end();
    end = await openWebKit(desktop, origin + page);
  };
}

/**
 * What is spoken after a key, or while a reader waits.
 * @param {import("./desktop.mjs").Desktop} desktop
 * @param {string} key
 */
async function answer({ press, speech }, key) {
  if (WAIT.test(key)) await setTimeout(Number(key.slice("wait".length)) * 1000);
  for (const one of keysOf(key)) await press(one);
  return speech.rest();
}

/**
 * How many events the browser has sent.
 * @param {number[]} times  of the events, in seconds
 */
function sentenceAbout(times) {
  return `${times.length} events for assistive technology, at most ${mostInSecond(times)} in a second.`;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: "string", default: "" } },
});
const server = await serve();
try {
  for (const engine of positionals.length > 0 ? /** @type {Engine[]} */ (positionals) : ENGINES) {
    console.log(`Hearing ${engine} (usually 8 min)`);
    const findings = await hear(engine, server.origin, values.only);
    for (const finding of findings) console.error(`${engine}: ${finding}`);
    if (findings.length > 0) process.exitCode = 1;
  }
} finally {
  await server.close();
}
