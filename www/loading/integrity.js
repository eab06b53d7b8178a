/** If a page asks for it, checks files against the hashes that they had when the package was built. */

import * as assets from "banspread-assets";
import { make } from "../base/dom.js";
import { pageOf } from "../base/page.js";
import { TYPES } from "./policy.js";
import { once, placeOf } from "./place.js";
import { attempt, request } from "./request.js";

/** @type {{createScriptURL: (url: string) => string}|undefined} */
let policy;

/** Of other kinds of scripts browsers take no notice, whatever address they have. */
const RUNS = /^(module|(text|application)\/javascript)?$/i;

/** The page's tags of this script, as they are now: some pages take them away later. */
const tags = globalThis.document ? findTags() : [];
const promised = tags.some(({ integrity }) => integrity);
/** Without a tag it is not known whether the page has named a hash. The files are then checked too. */
const unknown = tags.length === 0 && assets.address !== undefined;

function findTags() {
  const { currentScript, scripts } = pageOf();
  return [currentScript, ...scripts].filter(
    /** @returns {script is HTMLScriptElement} */
    (script) => script instanceof HTMLScriptElement && script.src === assets.address && RUNS.test(script.type),
  );
}

/** The list of the hashes that are not in this script. */
const LIST = "banspread-hashes.json";

/**
 * The hash that a file must have; undefined if files are not checked. A page that names the hash of this script also asks
 * for those of the other files. The build inserts the hashes of the files that nearly every page loads, and that of a file
 * with the others.
 * @param {string} file
 * @param {import("../types.js").Loading} loading
 * @returns {Promise<string|undefined>}
 */
export async function hashOf(file, loading) {
  if (!(loading.integrity ?? (promised || unknown))) return undefined;
  return JSON.parse(BANSPREAD_HASHES)[file] ?? (await loadList(loading))[file];
}

/** Its own request has a hash, which is in this script. */
const loadList = once(async (loading) => {
  const place = placeOf(LIST, assets.hashes, loading);
  if (!place) return {};
  const hash = await hashOf(LIST, loading);
  return attempt(place, async (href, signal) => (await request(href, signal, hash)).json(), loading.timeout);
});

/**
 * Makes sure that a script has a hash, and returns the address for its import. The address ends in a random fragment,
 * so that nothing can have loaded it before without the hash.
 *
 * If the page asks for it, the script runs as a module with this hash, and `import()` then finds this module. This
 * needs trusted types. Otherwise the file is requested with the hash and then imported. A link with `rel=modulepreload`
 * is not enough: WebKit ignores its hash, and Firefox requests the file again. But it needs no trusted types, which pages
 * may forbid. So browsers with trusted types get the supplement, which nearly every page loads, by such a link, after a
 * request with the hash. Chromium imports what the link has checked.
 * @param {string} href
 * @param {string} integrity
 * @param {boolean|undefined} wanted
 * @param {AbortSignal} signal
 * @param {boolean} [untyped]  whether the script must also come if the page forbids trusted types
 * @returns {Promise<string>}
 */
export async function runChecked(href, integrity, wanted, signal, untyped) {
  const address = `${href}#${crypto.getRandomValues(new Uint32Array(4)).join("-")}`;
  const strict = wanted || promised;
  // In browsers without trusted types, this global name can be an element of the page.
  const { trustedTypes } = globalThis;
  const typed = typeof trustedTypes?.createPolicy === "function";
  if (!strict || (typed && untyped)) await request(href, signal, integrity);
  if (!strict) return address;
  if (typed && untyped) {
    await insert(make("link", { rel: "modulepreload", href: address, integrity }));
    return address;
  }
  const script = make("script", { type: "module", integrity });
  if (typed) policy ??= trustedTypes.createPolicy(TYPES, { createScriptURL: (url) => url });
  script.src = policy ? policy.createScriptURL(address) : address;
  await insert(script);
  return address;
}

/**
 * Waits until an element has loaded its file.
 * @param {HTMLScriptElement|HTMLLinkElement} element
 */
async function insert(element) {
  // A policy with a nonce allows only elements with it.
  element.nonce = tags[0]?.nonce;
  await new Promise((resolve, reject) => {
    element.onload = resolve;
    element.onerror = reject;
    pageOf().head.append(element);
  }).finally(() => element.remove());
}
