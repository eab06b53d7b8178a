/** What the page gives to the worker. */

/**
 * Bytes as a blob. A blob crosses to the worker without a copy, and can be read again.
 * @param {Blob | Uint8Array | ArrayBuffer} bytes
 * @returns {Blob}
 */
export function blobOf(bytes) {
  return bytes instanceof Blob ? bytes : new Blob([/** @type {BlobPart} */ (bytes)]);
}
