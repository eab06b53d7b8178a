/** Unpacks what is compressed with gzip and written as base64. */

/**
 * Without a blob: in WebKit the worker of a page on a disk reads none.
 * @param {string} packed
 * @returns {Promise<ArrayBuffer>}
 */
export function unpack(packed) {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const stream = streamOf(bytes).pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

/**
 * Bytes as a stream.
 * @param {Uint8Array} bytes
 * @returns {ReadableStream<BufferSource>}
 */
export function streamOf(bytes) {
  return new ReadableStream({
    start(control) {
      control.enqueue(/** @type {BufferSource} */ (bytes));
      control.close();
    },
  });
}
