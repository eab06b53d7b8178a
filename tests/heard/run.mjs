/**
 * Hears the figure in a screen reader: asks ten questions with real keys, and writes what Orca speaks after each key to
 * `tests/heard/firefox.txt` and `tests/heard/chromium.txt`: `node tests/heard/run.mjs firefox`.
 */

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { serve } from "../server.mjs";
import { find } from "../widget/programs.mjs";
import { openPage, reload, versionOf } from "./browsers.mjs";
import { startDesktop } from "./desktop.mjs";
import { mostInSecond } from "./events.mjs";
import { QUESTIONS } from "./questions.mjs";

/** @typedef {import("./browsers.mjs").Engine} Engine */

const WAIT = /^wait\d+$/;
const PAGE = "/pkg/embed.html";
const ENGINES = /** @type {Engine[]} */ (["firefox", "chromium"]);

/**
 * Asks all questions in a browser. The transcript is written after each question.
 * @param {Engine} engine
 * @param {string} origin
 * @param {string} only  a part of a question, whose answer is only printed; empty for all
 */
async function hear(engine, origin, only) {
  const desktop = await startDesktop();
  try {
    await openPage(desktop, engine, origin + PAGE);
    const orca = execFileSync(find(["orca"]), ["--version"], { encoding: "utf8" }).trim();
    const lines = [`${versionOf(engine)}, Orca ${orca}. Written by \`cargo xtask heard\`. key → what was spoken.`];
    for (const { question, keys, most, plays } of QUESTIONS.filter(({ question }) => question.includes(only))) {
      await reload(desktop);
      const all = keys.split(" ");
      const count = all.flatMap(keysOf).length;
      lines.push("", `# ${question} (${count} keys, at most ${most})`, "");
      desktop.events();
      for (const key of all) lines.push(`${key} → ${(await answer(desktop, key)).join(" | ") || "(silence)"}`);
      if (plays) lines.push("", sentenceAbout(desktop.events()));
      if (!only) writeFileSync(new URL(`${engine}.txt`, import.meta.url), `${lines.join("\n")}\n`);
    }
    if (only) console.log(lines.join("\n"));
  } finally {
    await desktop.end();
  }
}

/** The keys that a reader presses for a word of a question. @param {string} word */
function keysOf(word) {
  if (WAIT.test(word)) return [];
  return word.startsWith("+") ? [...word.slice(1)] : [word];
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
    console.log(`Hearing ${engine} (usually 5 min)`);
    await hear(engine, server.origin, values.only);
  }
} finally {
  await server.close();
}
