/** Checks files against the hashes that they had when the package was built, where a page asks for it. */

import * as supply from "banspread-supply";
import { make } from "./dom.js";
import { TYPES } from "./policy.js";

/** @type {{createScriptURL: (url: string) => string}|undefined} */
let policy;

/** The page's tag of this script, as it is now: some pages take it away later. */
const tag = [...(globalThis.document?.scripts ?? [])].find(({ src }) => src === supply.address);
const { integrity: promised, nonce } = tag ?? { integrity: "", nonce: "" };

/**
 * The hash that a file must have, which the build has put in; undefined where nothing is checked. A page that names
 * the hash of this script asks for those of the others too.
 * @param {string} file
 * @param {boolean|undefined} wanted
 * @returns {string|undefined}
 */
export function hashOf(file, wanted) {
  return wanted || promised ? JSON.parse(BANSPREAD_HASHES)[file] : undefined;
}

/**
 * Runs a script as a module if it has a hash; `import()` of the same address then finds that module and asks no server
 * again. A link with `rel=modulepreload` would not do: WebKit does not look at its hash, Firefox asks again.
 * @param {string} href
 * @param {string} integrity
 */
export function runChecked(href, integrity) {
  const script = make("script", { type: "module", integrity });
  script.nonce = nonce;
  policy ??= globalThis.trustedTypes?.createPolicy(TYPES, { createScriptURL: (url) => url });
  script.src = policy ? policy.createScriptURL(href) : href;
  return new Promise((resolve, reject) => {
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  }).finally(() => script.remove());
}
