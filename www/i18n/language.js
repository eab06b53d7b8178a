/** The language of one figure: which one the page asks for, which ones exist, and their words. */

import * as assets from "banspread-assets";
import { ShellError, withCode } from "../base/errors.js";
import { written } from "../base/written.js";
import { hashOf } from "../loading/integrity.js";
import { canonical, messagesFor, nearestLang } from "./locale.js";
import { once, placeOf } from "../loading/place.js";
import { readOwn } from "./own-words.js";
import { attempt, fetchText } from "../loading/request.js";
import { loadSupplement } from "../loading/supplement.js";
import { ENGLISH, Words } from "./words.js";

/**
 * The content of a message file: words by key, and the texts of the built-in dataset.
 * @typedef {{lang?: string, words?: Record<string, string>, dataset?: object|null}} Message
 * @typedef {import("../types.js").Loading} Loading
 */

/**
 * The languages with a message file. The English file is needed for the words of publishers, because it has all keys.
 */
const FILES = /** @type {const} */ (["en", "ar", "de", "es", "fr", "he", "hi", "ja", "pt", "ru", "zh-Hans"]);
/** @type {Message} */
const BUILT_IN = { words: ENGLISH };

/** Each file is loaded once for each page. @type {Record<string, (loading: Loading) => Promise<Message|undefined>>} */
const loads = {};

export class Language {
  words = new Words();
  /** Messages for the core. @type {import("../types.js").Messages} */
  messages = messagesFor("en");
  /** The texts of the built-in dataset in this language. @type {object|null} */
  translation = null;
  /** The publisher's own words, if a script has set them. @type {Message|null} */
  own = null;
  /** What the page asked for at the last check. */
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
   * Changes the words to those that the page asks for now. Never rejects: if a file is not available, the figure goes
   * on without it.
   * @param {boolean} [again]  whether to try again after an error
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
    // No sentence mixes languages, so a figure without words of its language is completely in English.
    const spoken = file || wanted ? asked : "en";
    // The page has asked for another language in the meantime.
    if (request !== this.#request) return;
    this.#speak(spoken, { ...base.words, ...mine?.words }, mine?.translation ?? base.dataset ?? null);
  }

  /**
   * @param {string} lang
   * @param {Record<string, string>} words
   * @param {object|null} translation
   */
  #speak(lang, words, translation) {
    // If a key occurs twice, the first text applies: a message file can be better than the lists of names of the
    // browser.
    this.messages = [...Object.entries(words), ...messagesFor(lang)];
    this.translation = translation;
    this.words.speak(lang, words);
    this.to.changed();
  }

  /**
   * Reads the publisher's own words.
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
   * The usable part of the publisher's words; null if they cannot be checked. The keys of the core are loaded only if a
   * key is unknown to the shell.
   * @param {Message} own
   * @param {Message} base
   * @param {string} request
   */
  async #review(own, base, request) {
    const checks = await loadSupplement(this.to.loading()).catch((thrown) => this.#fail(request, thrown));
    if (!checks) return null;
    const { LATER, likeOf, review } = checks;
    let keys = { ...ENGLISH, ...LATER, ...base.words };
    const strange = Object.keys(own.words ?? {}).some((key) => !likeOf(key, keys));
    const all = strange && (await this.#load("en", request, true));
    if (all) keys = { ...all.words, ...keys };
    const { message, diagnostics, ...usable } = review(own, keys, strange && !all);
    if (message) this.#fail(request, new ShellError("invalid-words", message, diagnostics));
    return usable;
  }

  /**
   * The message file of a language; undefined if there is none, or if it is not available.
   * @param {string} lang
   * @param {string} request
   * @param {boolean} [english]  load the English file too, although English is built in
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
    // An error of an earlier request is no longer of interest.
    if (request !== this.#request) return;
    this.#failed = true;
    this.to.failed(error);
  }
}

/**
 * A value as JSON. A value without JSON, such as one with a getter that throws, is reported later, when it is read.
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
 * Fetches a message file. A single-file script has none.
 * @param {string} name
 * @param {Loading} loading
 * @returns {Promise<Message|undefined>}
 */
async function load(name, loading) {
  const file = `messages/${name}.json`;
  const place = placeOf(file, assets.messages(name), loading);
  return (
    place &&
    attempt(
      place,
      async (href, signal) => {
        if (typeof place === "function") return (await place()).default;
        const hash = await hashOf(file, loading);
        return JSON.parse(await fetchText(href, "JSON", signal, undefined, hash));
      },
      loading.timeout,
    )
  );
}
