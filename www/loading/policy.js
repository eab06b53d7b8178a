/** Finds out what the Content-Security-Policy of a page blocks. */

import { pageOf } from "../base/page.js";

/** Browsers report what they have blocked at about the time of the error, often a moment later. */
const MOMENT = 100;

/** The directives that can block files of the package. A picture with the same address is not such a file. */
const OURS = /^(connect-src|script-src|default-src|trusted-types)/;

/** The name of the package's policy for trusted types. It is created only if files are checked. */
export const TYPES = "ban-spread";

/**
 * Listens for blocked files until the signal aborts. The returned function says what must be added to the policy for
 * the file; undefined if the policy did not block it.
 * @param {string} href
 * @param {AbortSignal} signal
 */
export function watchPolicy(href, signal) {
  /** @type {SecurityPolicyViolationEvent[]} */
  const heard = [];
  pageOf().addEventListener("securitypolicyviolation", (event) => heard.push(event), { signal });
  return async () => {
    await new Promise((resolve) => setTimeout(resolve, MOMENT));
    const blocked = heard.find((event) => event.disposition === "enforce" && isFor(href, event));
    return blocked && missing(href, blocked.effectiveDirective);
  };
}

/**
 * Some browsers report an address, others only its origin. For trusted types they report the name of the policy.
 * @param {string} href
 * @param {SecurityPolicyViolationEvent} event
 */
function isFor(href, { blockedURI, sample, effectiveDirective }) {
  return OURS.test(effectiveDirective) && (href.startsWith(blockedURI) || sample === TYPES);
}

/**
 * What must be added to a policy.
 * @param {string} href
 * @param {string} directive
 */
function missing(href, directive) {
  if (directive === "trusted-types") return `${TYPES} to ${directive}`;
  const { origin, protocol } = new URL(href);
  const source = origin === location.origin ? "'self'" : origin === "null" ? protocol : origin;
  return `${source} to ${directive.replace("-elem", "")}`;
}
