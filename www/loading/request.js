/** Requests files. An error is a sentence with the address and what to do, and has a cause. */

import { readKnown } from "../base/attributes.js";
import { make } from "../base/dom.js";
import { watchPolicy } from "./policy.js";

/** The time limit for a file if the page does not set one, in milliseconds. */
const PATIENCE = 30_000;
/** Timers cannot wait longer, so a longer time means no limit. */
const EVER = 2 ** 31;

/**
 * Runs a function that needs a file, with a time limit.
 * @template T
 * @param {string|URL|Function} place  the address of the file, or a function that imports it
 * @param {(href: string, signal: AbortSignal) => Promise<T>} work
 * @param {number} [timeout]  in milliseconds; 0 for none
 * @param {AbortSignal} [signal]  aborts when nobody waits any more
 */
export async function attempt(place, work, timeout = PATIENCE, signal) {
  const own = typeof place === "function";
  const { href } = make("a", { href: own ? "" : String(place) });
  // The names of scripts in a bundle mean nothing to an editor.
  const name = own ? "A script of this page" : href;
  const ended = new AbortController();
  const blocked = watchPolicy(href, ended.signal);
  /** @type {Timer|undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    const words = `${name} did not load within ${timeout / 1000} s. Is the server slow or unreachable?`;
    if (timeout > 0 && timeout < EVER) timer = setTimeout(() => reject(failure("timeout", words)), timeout);
    signal?.addEventListener("abort", reject, { signal: ended.signal });
  });
  try {
    return await /** @type {Promise<T>} */ (Promise.race([late, work(href, ended.signal)]));
  } catch (thrown) {
    const error = /** @type {Error} */ (thrown);
    const policy = await blocked();
    if (policy) throw failure("policy", `${name} is blocked by the page's Content-Security-Policy: add ${policy}.`);
    if (error.cause) throw error;
    const words = `${name} is damaged, incomplete, or of another version: upload it again`;
    throw failure("damaged", `${words}.${error.message ? ` (${error.message})` : ""}`);
  } finally {
    clearTimeout(timer);
    ended.abort();
  }
}

/**
 * @param {string} href
 * @param {AbortSignal} signal
 * @param {string} [integrity]  the hash that the file must have
 * @param {RequestCredentials} [credentials]
 * @param {unknown} [newest]  whether the server must confirm what the cache has
 */
export async function request(href, signal, integrity = "", credentials = "same-origin", newest) {
  // Chromium answers a request without cookies from its cache of a response to a request with cookies.
  const cache = newest || credentials === "omit" ? "no-cache" : "default";
  const ask = (/** @type {string} */ integrity) =>
    fetch(href, { signal, credentials, cache, integrity }).catch(() => null);
  let response = await ask(integrity);
  // A file with another hash fails as if it were unreachable. It is requested without the hash to find out which of the
  // two it is, and again with the hash, because it can have been replaced in between.
  if (!response && integrity) {
    response = await ask("");
    if (response?.ok) response = (await ask(integrity)) ?? throwOther(href, integrity);
  }
  if (!response) throw unreachable(href, credentials);
  if (response.ok) return response;
  throw failure("not-found", `The server answered ${response.status} for ${href}: ${remedy(response.status)}`);
}

/**
 * The text of a file. For an address that is gone or not public, servers often send a web page.
 * @param {string} href
 * @param {string} wanted  the expected type of content
 * @param {AbortSignal} signal
 * @param {RequestCredentials} [credentials]
 * @param {string} [integrity]
 * @param {unknown} [newest]
 */
export async function fetchText(href, wanted, signal, credentials, integrity, newest) {
  const response = await request(href, signal, integrity, credentials, newest);
  const text = await response.text();
  const type = typeOf(response);
  if (type.includes("html") && /^\s*</.test(text)) throw mistyped(href, type, wanted);
  return text;
}

/**
 * Which requests carry cookies. As with a module script, those to the page's own origin do; with
 * `crossorigin="use-credentials"` those to every origin do. The page for frames sends none, not even to its own origin.
 * @param {HTMLElement} host
 * @returns {RequestCredentials}
 */
export function credentialsOf(host) {
  if (host.getAttribute("data-credentials") === "omit") return "omit";
  return readKnown(host, "crossorigin") === "use-credentials" ? "include" : "same-origin";
}

/** @type {(href: string, integrity: string) => never} */
function throwOther(href, integrity) {
  throw failure("damaged", `${href} is not the file of this version: its hash differs from ${integrity}.`);
}

/**
 * What to check if a server has answered without the file.
 * @param {number} status
 */
function remedy(status) {
  if (status === 401 || status === 403) return "is the file public?";
  if (status >= 500) return "the server failed, try again later.";
  return "is the address correct, and does the file exist?";
}

/**
 * @param {string} href
 * @param {RequestCredentials} credentials
 */
function unreachable(href, credentials) {
  const { origin } = self;
  const own = make("a", { href }).origin === origin;
  const more = credentials === "include" ? " and Access-Control-Allow-Credentials: true" : "";
  // Browsers refuse `*` for requests with cookies.
  const header = `Access-Control-Allow-Origin: ${origin === "null" && !more ? "*" : origin}${more}`;
  const words = own ? "" : `, and does the server send the header ${header}`;
  return failure("unreachable", `${href} cannot be loaded: is the address correct${words}?`);
}

/**
 * The media type that the server sends for a file.
 * @param {Response} response
 */
export function typeOf({ headers }) {
  return (headers.get("content-type") ?? "").split(";")[0].trim();
}

/**
 * @param {string} href
 * @param {string} type
 * @param {string} wanted
 */
export function mistyped(href, type, wanted) {
  return failure(
    "type",
    `${href} has the type ${type || "(none)"} instead of ${wanted}: check the address and the server.`,
  );
}

/**
 * @param {import("../base/errors.js").Cause} cause
 * @param {string} message
 */
export function failure(cause, message) {
  return new Error(message, { cause });
}
