/** What the page gives to the worker. */

/** The most bytes of a file. The command has the same limit. */
export const MOST = 500_000_000;

/**
 * Bytes as a blob. A blob crosses to the worker without a copy, and can be read again.
 * @param {Blob | Uint8Array | ArrayBuffer} bytes
 * @returns {Blob}
 */
export function blobOf(bytes) {
  return bytes instanceof Blob ? bytes : new Blob([/** @type {BlobPart} */ (bytes)]);
}

/**
 * Parts of a file as one.
 * @param {Uint8Array[]} parts
 */
export function joined(parts) {
  const bytes = new Uint8Array(parts.reduce((size, { length }) => size + length, 0));
  let end = 0;
  for (const part of parts) {
    bytes.set(part, end);
    end += part.length;
  }
  return bytes;
}
