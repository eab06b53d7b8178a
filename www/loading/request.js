/** Asks for files. What goes wrong is thrown as a sentence with the address and the remedy, and with its cause. */

import { readKnown } from "../base/attributes.js";
import { make } from "../base/dom.js";
import { watchPolicy } from "./policy.js";

/** How long a file may take where the page says nothing, in milliseconds. */
const PATIENCE = 30_000;
/** Timers cannot wait longer: what is more stands for ever. */
const EVER = 2 ** 31;

/**
 * Does what needs a file, in the time there is for it.
 * @template T
 * @param {string|URL|Function} place  its address, or what brings it
 * @param {(href: string, signal: AbortSignal) => Promise<T>} work
 * @param {number} [timeout]  in milliseconds; 0 for none
 * @param {AbortSignal} [signal]  nobody waits any more
 */
export async function attempt(place, work, timeout = PATIENCE, signal) {
  const own = typeof place === "function";
  const { href } = make("a", { href: own ? "" : String(place) });
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
 */
export async function request(href, signal, integrity = "", credentials = "same-origin") {
  // Chromium answers a request without cookies from what it has kept of one with cookies.
  const cache = credentials === "omit" ? "no-cache" : "default";
  const ask = (/** @type {string} */ integrity) =>
    fetch(href, { signal, credentials, cache, integrity }).catch(() => null);
  let response = await ask(integrity);
  // One of another hash fails as if it were out of reach, and so it does again after it has come without.
  if (!response && integrity) {
    response = await ask("");
    if (response?.ok) response = (await ask(integrity)) ?? throwOther(href, integrity);
  }
  if (!response) throw unreachable(href, credentials);
  if (response.ok) return response;
  throw failure("not-found", `The server answered ${response.status} for ${href}: ${remedy(response.status)}`);
}

/**
 * The text of a file. What a server sends for an address that is gone, or not for everyone, is often a web page.
 * @param {string} href
 * @param {string} wanted  what it should be
 * @param {AbortSignal} signal
 * @param {RequestCredentials} [credentials]
 * @param {string} [integrity]
 */
export async function fetchText(href, wanted, signal, credentials, integrity) {
  const response = await request(href, signal, integrity, credentials);
  const text = await response.text();
  const type = typeOf(response);
  if (type.includes("html") && /^\s*</.test(text)) throw mistyped(href, type, wanted);
  return text;
}

/**
 * Which requests carry cookies: as with a module script those to the page's own origin; with `crossorigin="use-credentials"`
 * those to every origin. The page for frames sends none, not even to its own origin.
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
 * What to look at where a server has answered without the file.
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
  // With cookies browsers refuse the star.
  const header = `Access-Control-Allow-Origin: ${origin === "null" && !more ? "*" : origin}${more}`;
  const words = own ? "" : `, and does the server send the header ${header}`;
  return failure("unreachable", `${href} cannot be loaded: is the address correct${words}?`);
}

/**
 * The media type that a server gives a file.
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
