/** What is at an address that the person has typed. */

/** @import {Message} from "../state/types.js" */

import { joined, MOST } from "../core/input.js";

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
  if (Number(answer.headers.get("Content-Length")) > MOST) throw await tooLarge(answer.body);
  return { url: answer.url, bytes: await bytesOf(answer) };
}

/**
 * The bytes of an answer. One that names no length, or that is compressed, can become too large on the way.
 * @param {Response} answer
 */
async function bytesOf({ body }) {
  const parts = /** @type {Uint8Array[]} */ ([]);
  const reader = body?.getReader();
  let size = 0;
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done) return joined(parts);
    parts.push(value);
    size += value.length;
    if (size > MOST) throw await tooLarge(reader);
  }
}

/** Ends the request. @param {{cancel: () => Promise<void>}|null|undefined} rest */
async function tooLarge(rest) {
  await rest?.cancel().catch(() => {});
  return new SourceError({ key: "address_large", values: { size: MOST / 1e6 } });
}
