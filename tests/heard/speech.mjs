/** What Orca speaks, from the file to which it writes each utterance. */

import { existsSync, readFileSync, statSync } from "node:fs";
import { setTimeout } from "node:timers/promises";

/** A reader waits so many ms after the last word before the next key. Announcements come up to 1400 ms after a change. */
const QUIET = 2200;
/** The longest time that one key may be spoken, in ms. */
const LONGEST = 20_000;
const PAUSE = 50;
/** The beginning of a record in the file. */
const RECORD = /^\d\d:\d\d:\d\d\.\d+ - /;
const READY = /ORCA: Starting ATSPI registry/;
const SPOKEN = /^[\d:.]+ - SPEECH OUTPUT: '([^]*?)'(?: voice=\w+)?(?:\{'.*\})?(?:\n|$)/;

/** What Orca writes after it has done a command. */
const COMMAND = /\^{5} CONSUME ATSPI_KEY_PRESSED_EVENT/g;
/** The longest time that Orca takes to begin a command, in ms. Keys that are no command end with it. */
const BEGIN = 3000;

export class Speech {
  #read = 0;

  /** @param {string} file */
  constructor(file) {
    this.file = file;
  }

  /**
   * Waits until Orca listens.
   * @param {number} longest  in ms
   * @param {() => boolean} ended  whether its process has ended
   */
  async ready(longest, ended) {
    for (let passed = 0; passed < longest; passed += PAUSE) {
      if (READY.test(this.#log())) return;
      if (ended()) throw new Error("Orca has ended. Does another Orca run? A user can have only one.");
      await setTimeout(PAUSE);
    }
    throw new Error(`Orca does not start; it wrote: ${this.#log().slice(-1000)}`);
  }

  #log() {
    return existsSync(this.file) ? readFileSync(this.file, "utf8") : "";
  }

  /** The utterances since the last call. */
  take() {
    const all = utterances(this.#log());
    const fresh = all.slice(this.#read);
    this.#read = all.length;
    return fresh;
  }

  /** How many commands Orca has done. */
  get commands() {
    return this.#log().match(COMMAND)?.length ?? 0;
  }

  /** Waits until Orca has done more commands than before. @param {number} before */
  async command(before) {
    for (let passed = 0; passed < BEGIN && this.commands <= before; passed += PAUSE) await setTimeout(PAUSE);
  }

  /** The utterances since the last call, after Orca has written nothing for a while: it may be busy in silence. @param {number} [longest] */
  async rest(longest = LONGEST) {
    /** @type {string[]} */
    const heard = [];
    let [quiet, last] = [0, 0];
    for (let passed = 0; quiet < QUIET && passed < longest; passed += PAUSE, quiet += PAUSE) {
      await setTimeout(PAUSE);
      heard.push(...this.take());
      const { size } = statSync(this.file);
      if (size !== last) quiet = 0;
      last = size;
    }
    return heard;
  }

  /**
   * Waits for an utterance.
   * @param {RegExp} pattern
   * @param {number} longest  in ms
   */
  async until(pattern, longest) {
    /** @type {string[]} */
    const heard = [];
    for (let passed = 0; passed < longest; passed += PAUSE) {
      heard.push(...this.take());
      if (heard.some((text) => pattern.test(text))) return;
      await setTimeout(PAUSE);
    }
    throw new Error(`Orca does not say ${pattern}; it said: ${heard.join(" | ") || "nothing"}`);
  }
}

/**
 * The utterances in Orca's file. An utterance may have several lines.
 * @param {string} log
 */
export function utterances(log) {
  /** @type {string[]} */
  const records = [];
  for (const line of log.split("\n")) {
    if (RECORD.test(line)) records.push(line);
    else if (records.length > 0) records[records.length - 1] += `\n${line}`;
  }
  const spoken = records.map((record) => SPOKEN.exec(record)?.[1].replace(/\s+/g, " ").trim() ?? "");
  return spoken.filter((text) => text !== "");
}
