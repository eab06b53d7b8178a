/** The source of a publisher's own words. */

import { withCode } from "../base/errors.js";
import { attempt, credentialsOf, fetchText } from "../loading/request.js";
import { readElement } from "../loading/source.js";

/** @typedef {import("./language.js").Message} Message */

/**
 * The words that a script has set, or else those that the attribute `words-src` names; null if there are none.
 * @param {HTMLElement} host
 * @param {Message|null} given
 * @param {number} timeout  in milliseconds
 * @returns {Promise<Message|null>}
 */
export async function readOwn(host, given, timeout) {
  const place = host.getAttribute("words-src");
  try {
    // A copy. A value that is not JSON, such as a getter that throws, causes the error here.
    if (given) return JSON.parse(JSON.stringify(given));
    if (!place) return null;
    const inPage = place.startsWith("#") && readElement(host, "words-src", place);
    const ask = (/** @type {string} */ href, /** @type {AbortSignal} */ ended) =>
      fetchText(href, "JSON", ended, credentialsOf(host));
    // `null` would mean that there are no words. 0 is reported as a wrong type.
    return JSON.parse(await (inPage || attempt(place, ask, timeout))) ?? 0;
  } catch (thrown) {
    throw withCode("invalid-words", thrown, thrown instanceof SyntaxError ? `${place} is not JSON: ` : "");
  }
}
