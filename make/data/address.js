/** What is at an address that the person has typed. */

/** @import {Message} from "../state/types.js" */

/** A source that cannot be taken in, with what the page says about it. */
export class SourceError extends Error {
  /** @param {Message} told */
  constructor(told) {
    super(told.key);
    this.told = told;
  }
}

/**
 * The bytes at an address, and where they are after redirections. The request has no cookies, and does not name this page.
 * @param {string} address
 * @param {AbortSignal} [signal]
 */
export async function load(address, signal) {
  const answer = await fetch(address, { credentials: "omit", referrerPolicy: "no-referrer", signal }).catch(() => null);
  signal?.throwIfAborted();
  if (!answer) throw new SourceError({ key: "address_refused" });
  if (!answer.ok) throw new SourceError({ key: "address_status", values: { status: String(answer.status) } });
  return { url: answer.url, bytes: new Uint8Array(await answer.arrayBuffer()) };
}
