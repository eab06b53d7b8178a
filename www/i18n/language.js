/** The language of one figure: which the page asks for, which there is, and the words that follow from it. */

import * as assets from "banspread-assets";
import { withCode } from "../base/errors.js";
import { hashOf } from "../loading/integrity.js";
import { canonical, messagesFor, nearestLang, written } from "./locale.js";
import { once, placeOf } from "../loading/module.js";
import { likeOf, readOwn, review } from "./overrides.js";
import { attempt, fetchText } from "../loading/request.js";
import { ENGLISH, Words } from "./words.js";

/**
 * What is in a message file: words by key, and what the built-in dataset says.
 * @typedef {{lang?: string, words?: Record<string, string>, dataset?: object|null}} Message
 * @typedef {import("../types.js").Loading} Loading
 */

/** The languages that there are files of. That of English is for publishers' words, whose keys it knows. */
const FILES = /** @type {const} */ (["en", "ar", "de", "es", "fr", "he", "hi", "ja", "pt", "ru", "zh-Hans"]);
/** @type {Message} */
const BUILT_IN = { words: ENGLISH };

/** Each file comes once a page. @type {Record<string, (loading: Loading) => Promise<Message|undefined>>} */
const loads = {};

export class Language {
  words = new Words();
  /** For the core. @type {import("../types.js").Messages} */
  messages = messagesFor("en");
  /** What the built-in dataset says, in this language. @type {object|null} */
  translation = null;
  /** The publisher's own words, where a script has set them. @type {Message|null} */
  own = null;
  /** What the page wished when it was last looked at. */
  #request = "";
  #failed = false;
  #settled = Promise.resolve();

  /**
   * @param {HTMLElement} host
   * @param {object} to
   * @param {() => Loading} to.loading
   * @param {() => void} to.changed
   * @param {(error: import("../base/errors.js").ShellError) => void} to.failed
   */
  constructor(host, to) {
    this.host = host;
    this.to = to;
  }

  /**
   * Sees to it that the words become what the page asks for now. Never rejects: where a file cannot be had, the figure
   * speaks on without it.
   * @param {boolean} [again]  what has failed may be tried again
   */
  settle(again = false) {
    const lang = nearestLang(this.host);
    const request = JSON.stringify([lang, this.host.getAttribute("words-src"), asJson(this.own)]);
    if (request === this.#request && !(again && this.#failed)) return this.#settled;
    this.#request = request;
    this.#failed = false;
    const settled = this.#change(lang, request);
    return (this.#settled = settled.catch((thrown) => this.#fail(request, withCode("invalid-words", thrown))));
  }

  /**
   * @param {string} lang
   * @param {string} request
   */
  async #change(lang, request) {
    const own = await this.#readOwn(request);
    const wanted = canonical(own?.lang);
    const asked = wanted && written(wanted) !== written(lang) ? wanted : lang;
    const file = await this.#load(asked, request);
    const base = file || {};
    const mine = own === null ? null : await this.#review(own, base, request);
    // No sentence mixes languages: what there are no words for speaks English as a whole.
    const spoken = file || wanted ? asked : "en";
    if (request !== this.#request) return;
    this.#speak(spoken, { ...base.words, ...mine?.words }, mine?.translation ?? base.dataset ?? null);
  }

  /**
   * @param {string} lang
   * @param {Record<string, string>} words
   * @param {object|null} translation
   */
  #speak(lang, words, translation) {
    // The first of two holds: how clauses are joined a language may know better than the browser's lists of names.
    this.messages = [...Object.entries(words), ...messagesFor(lang)];
    this.translation = translation;
    this.words.speak(lang, words);
    this.to.changed();
  }

  /**
   * The publisher's own words.
   * @param {string} request
   * @returns {Promise<Message|null>}
   */
  async #readOwn(request) {
    try {
      return await readOwn(this.host, this.own, this.to.loading().timeout);
    } catch (thrown) {
      this.#fail(request, thrown);
      return null;
    }
  }

  /**
   * What can be used of the publisher's words. The core's keys are looked up only where the shell does not know one.
   * @param {Message} own
   * @param {Message} base
   * @param {string} request
   */
  async #review(own, base, request) {
    let keys = { ...ENGLISH, ...base.words };
    const strange = Object.keys(own.words ?? {}).some((key) => !likeOf(key, keys));
    const all = strange && (await this.#load("en", request, true));
    if (all) keys = { ...all.words, ...keys };
    const found = review(own, keys, strange && !all);
    if (found.error) this.#fail(request, found.error);
    return found;
  }

  /**
   * The message file of a language; undefined where there is none, or where it cannot be had.
   * @param {string} lang
   * @param {string} request
   * @param {boolean} [english]  also that of English, which is built in
   * @returns {Promise<Message|undefined|void>}
   */
  async #load(lang, request, english = false) {
    const name = FILES.find((file) => written(file) === written(lang));
    if (!name || (name === "en" && !english)) return name && BUILT_IN;
    try {
      return await (loads[name] ??= once((loading) => load(name, loading)))(this.to.loading());
    } catch (thrown) {
      return this.#fail(request, withCode("messages-load", thrown));
    }
  }

  /**
   * @param {string} request
   * @param {any} error
   */
  #fail(request, error) {
    if (request !== this.#request) return;
    this.#failed = true;
    this.to.failed(error);
  }
}

/**
 * A value as JSON. A value that has no JSON, such as one with a getter that throws, is reported when it is read.
 * @param {unknown} value
 */
function asJson(value) {
  try {
    return JSON.stringify(value);
  } catch {
    return "?";
  }
}

/**
 * Fetches a message file. Where the script has all inside, there is none.
 * @param {string} name
 * @param {Loading} loading
 * @returns {Promise<Message|undefined>}
 */
async function load(name, loading) {
  const { integrity, timeout } = loading;
  const file = `messages/${name}.json`;
  const place = placeOf(file, assets.messages(name), loading);
  return (
    place &&
    attempt(
      place,
      async (href, signal) => {
        if (typeof place === "function") return (await place()).default;
        const hash = hashOf(file, integrity);
        return JSON.parse(await fetchText(href, "JSON", signal, undefined, hash));
      },
      timeout,
    )
  );
}
