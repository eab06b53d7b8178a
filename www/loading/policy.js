/** What a page's Content-Security-Policy keeps from being loaded. */

import { pageOf } from "../base/page.js";

/** Browsers tell of what they have blocked at about the time when it fails, often a moment later. */
const MOMENT = 100;

/** What can keep our files away: a picture of the same address is none of them. */
const OURS = /^(connect-src|script-src|default-src|trusted-types)/;

/** The name of the package's trusted types, which are made only where files are checked. */
export const TYPES = "ban-spread";

/**
 * Listens for what is blocked, until the signal says stop. The function that is returned says what of that was a file,
 * and what the policy lacks; undefined where the policy is not to blame.
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
 * Some browsers name an address, some its origin alone; of trusted types the policy's name.
 * @param {string} href
 * @param {SecurityPolicyViolationEvent} event
 */
function isFor(href, { blockedURI, sample, effectiveDirective }) {
  return OURS.test(effectiveDirective) && (href.startsWith(blockedURI) || sample === TYPES);
}

/**
 * What has to be added to a policy.
 * @param {string} href
 * @param {string} directive
 */
function missing(href, directive) {
  if (directive === "trusted-types") return `${TYPES} to ${directive}`;
  const { origin, protocol } = new URL(href);
  const source = origin === location.origin ? "'self'" : origin === "null" ? protocol : origin;
  return `${source} to ${directive.replace("-elem", "")}`;
}
