/** What a page's Content-Security-Policy keeps from being loaded. */

/** Browsers tell of what they have blocked at about the time when it fails, often a moment later. */
const MOMENT = 100;

/**
 * Listens for what is blocked, until the signal says stop. The function that is returned says what of that was a file,
 * and what the policy lacks; undefined where the policy is not to blame.
 * @param {string} href
 * @param {AbortSignal} signal
 */
export function watchPolicy(href, signal) {
  /** @type {SecurityPolicyViolationEvent[]} */
  const heard = [];
  document.addEventListener("securitypolicyviolation", (event) => heard.push(event), { signal });
  return async () => {
    await new Promise((resolve) => setTimeout(resolve, MOMENT));
    const blocked = heard.find(({ disposition, blockedURI }) => disposition === "enforce" && isFor(href, blockedURI));
    return blocked && missing(href, blocked.effectiveDirective);
  };
}

/**
 * Some browsers name an address, some its origin alone; of trusted types none does.
 * @param {string} href
 * @param {string} blocked
 */
function isFor(href, blocked) {
  return href.startsWith(blocked) || blocked.startsWith("trusted-types");
}

/**
 * What has to be added to a policy.
 * @param {string} href
 * @param {string} directive
 */
function missing(href, directive) {
  if (directive.includes("trusted-types")) return "ban-spread to trusted-types";
  const { origin, protocol } = new URL(href);
  const source = origin === location.origin ? "'self'" : origin === "null" ? protocol : origin;
  return `${source} to ${directive.replace("-elem", "")}`;
}
